"""What is counted of the words of a document."""

from corpus.text.word_counts import WordCounts, count_words


def test_each_paragraph_counts_a_word_once() -> None:
    """Two paragraphs hold `river`, however often each says it; `Lagos` is written with a capital alone."""
    counts = count_words(["The river and the river.", "Rivers near Lagos", "Lagos"])
    assert counts.paragraphs == 3
    assert counts.holding["river"] == 2
    assert counts.holding["lago"] == 2
    assert "river" in counts.small
    assert "lago" not in counts.small


def test_counts_are_read_as_they_were_written() -> None:
    """What is stored gives the same counts again."""
    counts = count_words(["Ångström met 22.0 delegates", "of Côte d'Ivoire"])
    assert WordCounts.from_bytes(counts.to_bytes()) == counts
