"""Sentences are taken out of a stream whole, with their sources, in whatever brackets and pieces they come."""

import time

import pytest

from assistant.chat.output.markers import CitedPassage
from assistant.chat.output.parse import SentenceParser, WrittenSentence

IDS = ("kq7", "mw39")


def parsed(text: str, size: int) -> list[WrittenSentence]:
    """Return the sentences of a text that comes in pieces."""
    parser = SentenceParser(IDS)
    found = [sentence for at in range(0, len(text), size) for sentence in parser.feed(text[at : at + size])]
    return found + parser.end()


@pytest.mark.parametrize("size", [1, 2, 5, 11, 1_000])
@pytest.mark.parametrize(
    "marker",
    [
        '[kq7 "the words"]', '[kq7: "the words"]', "[kq7: “the words”]", '(kq7, "the words")', '[[kq7 "the words"]]',
        '【kq7†"the words"】', '{kq7 "the words"}', '<kq7 "the words">', "[kq7 'the words']",
        '[source kq7: "the words"]',
        '["the words" kq7]', '[KQ7 "the words"]', '［kq7 “the words”］', "[kq7 «the words»]", '[^kq7 "the words"]',
        '[id: kq7, quote: "the words"]',
    ],
)  # fmt: skip
def test_every_bracket_style_in_pieces(marker: str, size: int) -> None:
    """The marker is understood before and after the full stop, however it is split."""
    source = (CitedPassage("kq7", "the words", known=True),)
    for text in (f"It was so. {marker}\nThen more.", f"It was so {marker}.\nThen more."):
        assert parsed(text, size) == [WrittenSentence("It was so.", source), WrittenSentence("Then more.", ())]


@pytest.mark.parametrize("size", [1, 3, 1_000])
@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('So. [zz9 "x y"]', [("zz9", False)]),
        ("So [3].", [("3", False)]),
        ("So. [kq7][mw39]", [("kq7", True), ("mw39", True)]),
        ("So. [kq7, mw39]", [("kq7", True), ("mw39", True)]),
        ('So. [kq7 "a b"; mw39 "c d"]', [("kq7", True), ("mw39", True)]),
        ("So.\n[kq7]", [("kq7", True)]),
        ("- **So.** [kq7]", [("kq7", True)]),
        ("<think>Is it [mw39]? Yes.</think>So. [kq7]", [("kq7", True)]),
        ("So [the Board] said (in 2020).", []),
    ],
)
def test_what_a_sentence_names(text: str, names: list[tuple[str, bool]], size: int) -> None:
    """Unknown ids are kept as unknown, brackets that are text are text."""
    (sentence,) = parsed(text, size)
    assert [(source.id, source.known) for source in sentence.sources] == names


def test_a_partial_marker_is_held_back() -> None:
    """Nothing of a sentence is given out while its marker may still be growing, and all of it once its line ends."""
    parser = SentenceParser(IDS)
    for piece in ("It was so. ", "[k", 'q7 "th', 'e words"'):
        assert parser.feed(piece) == []
    assert parser.feed("]\nA") == [WrittenSentence("It was so.", (CitedPassage("kq7", "the words", known=True),))]


def test_quotation_marks_within_a_quotation() -> None:
    """A quotation may hold quotation marks and brackets of its own."""
    text = 'It was so. [kq7 "called “A, B” and "C", [sic]"]\n'
    assert [source.quote for source in parsed(text, 4)[0].sources] == ['called “A, B” and "C", [sic]']


def test_an_endless_line_is_not_held_for_ever() -> None:
    """Text without an end is given out before the model ends, and brackets that are never closed take a moment."""
    parser = SentenceParser(IDS)
    assert any(parser.feed("word " * 100) for _ in range(40))
    started = time.process_time()
    assert parsed("[" * 20_000, 500) == []
    assert time.process_time() - started < 5


@pytest.mark.parametrize("size", [1, 7, 50_000])
@pytest.mark.parametrize("thought", ["Is it [mw39]? ", "A long thought. " * 1_500, "a < b, and <b> too "])
def test_reasoning_of_the_model_is_no_sentence(thought: str, size: int) -> None:
    """However long a model thinks aloud, nothing of it is given out, not even when it never comes to an end."""
    said = [WrittenSentence("So.", (CitedPassage("kq7", "", known=True),))]
    assert parsed(f"<think>{thought}</think>\nSo. [kq7]", size) == said
    assert parsed(f"So. [kq7]\n<think>{thought}", size) == said


def test_invisible_characters_are_removed() -> None:
    """A sentence is shown with the letters that were checked, in the order in which they were checked."""
    hidden = "It was \u202eso\u202c,\u200b it\U000e0041 was. [kq7]"
    assert [written.text for written in parsed(hidden, 3)] == ["It was so, it was."]
