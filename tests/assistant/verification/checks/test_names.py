"""Names of people, bodies and places in a sentence stand in its source, or around it."""

import pytest
from verified import problems

OPENED = "Ida Berg opened the session."


@pytest.mark.parametrize(
    ("sentence", "source", "found"),
    [
        ("Then Ida Berg opened the session.", OPENED, ""),
        ("Then Ida Holm opened the session.", OPENED, "name Holm"),
        ("Professor Berg opened the session.", OPENED, ""),
        ("The session was opened by Dr Berg.", OPENED, ""),
        ("The session was opened by the Report.", "The session was opened by it.", ""),
        ("It was opened by the Harbour.", "It was opened by the port.", "name Harbour"),
        ("The board sat on Tuesday.", "The board sat on a Monday.", "date Tuesday"),
        ("The board sat in June.", "The board sat in July.", "date June"),
        ("The board met on 3 May in the Blue Hall.", "The board met on 3 May in the Red Hall.", "name Blue"),
    ],
)
def test_a_capital_within_a_sentence_is_a_name(sentence: str, source: str, found: str) -> None:
    """But in titles, and in words by which reports call themselves."""
    assert problems(sentence, source) == found


@pytest.mark.parametrize(
    ("sentence", "source", "found"),
    [
        ("Vessels were late that day.", "Ships were late that day.", ""),
        ("Vessels.", "Ships were late that day.", ""),
        ("“Vessels were late.”", "He said that ships were late.", ""),
        ("It was told, ‘Vessels were late’.", "It was told that ships were late.", ""),
        ("Vessels, Oslo said, were late.", "Oslo said that ships were late.", ""),
        ("Delegates Berg and Holm were late.", "Berg and Holm were late.", ""),
        ("Former RLB members were late.", "Members of the RLB were late.", ""),
        ("Chairing The Board was new to her.", "It was new to her to lead The Board.", ""),
        ("T. Berg was late that day.", "Tom Berg was late that day.", ""),
        ("Late that day came RLB.", "That day the RLB came late.", ""),
        ("RLB opened the session.", "The board opened the session.", "name RLB"),
        ("Norway opened the session.", "The board opened the session.", "name Norway"),
        ("Holm's speech opened the session.", "A speech opened the session.", "name Holm's"),
        ("Vera Holm opened the session.", "The chair opened the session.", "name Vera; name Holm"),
        ("He said: Holm Berg was late.", "He said that Berg was late.", "name Holm"),
        ("It is late. Vera Berg was later.", "It is late, and Berg was later.", "name Vera"),
        ("The speech was late. Vessels came.", "The speech was late, as were ships, which came.", ""),
    ],
)
def test_the_capital_of_a_first_word_says_nothing(sentence: str, source: str, found: str) -> None:
    """Unless the word shows otherwise that it is a name: a country, capitals, an owner, a name beside it."""
    assert problems(sentence, source) == found


@pytest.mark.parametrize(
    ("sentence", "source", "found"),
    [
        ("The port paid EUR 5,000.", "The port paid €5,000.", ""),
        ("The port paid 5,000 EUR.", "The port paid €5,000.", ""),
        ("The port paid 5,000 to Tarn.", "The port paid 5,000.", "name Tarn"),
    ],
)
def test_a_currency_beside_a_number_is_no_name(sentence: str, source: str, found: str) -> None:
    """It is checked with the number."""
    assert problems(sentence, source) == found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("The session of the WQA was short.", ""),
        ("The session of the Western Quarry Alliance (WQA) was short.", "name World; name Quay; name Association"),
        ("The session of the World Quay Association (WQA) was short.", ""),
    ],
)
def test_capitals_of_the_source_stand_for_the_words_it_gives(source: str, found: str) -> None:
    """A sentence does not give them others."""
    assert problems("The short session was that of the World Quay Association.", source) == found
