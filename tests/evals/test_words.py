"""Words are compared as a reader compares them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.words import contains, count, fold, holds


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("It fell by 22.0 per cent.", "22.0"),
        ("It reached the 8th position.", "8th"),
        ("Thailand pledged $15,000.", "15,000"),
        ("US$15000", "15000"),
        ("on May 10, 2024", "May 10"),
        ("206,000 patents", "206,000"),
        ("10\u201311 July 2023", "10-11 July 2023"),
        ("10 \u2013 11 July 2023", "10-11 July 2023"),
        ("for 2020\u00a0-\u00a02022", "2020-2022"),
        ("a start\u2011up", "start-up"),
        ("the \u201cblue\u201d economy", '"blue" economy'),
        ("the Centre\u2019s work", "centre's work"),
        ("COVID-19.", "covid-19"),
        ("two\n  lines", "two lines"),
        ("22% less", "22%"),
        ("resolution 79/10,", "79/10"),
        ("soft\u00adhyphen", "softhyphen"),
        ("(11)", "11"),
    ],
)
def test_holds(text: str, phrase: str) -> None:
    """Case, white space, dashes, quotes and what stands around a word make no difference."""
    assert holds(text, phrase)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("20,000 came", "20"),
        ("22.05", "22.0"),
        ("22.0 per cent", "22"),
        ("115,000", "15,000"),
        ("1.70", "70"),
        ("May 100", "May 10"),
        ("18th", "8th"),
        ("ESCAPE", "ESCAP"),
        ("79/101", "79/10"),
        ("wasteful", "waste"),
        ("", "70"),
    ],
)
def test_does_not_hold_a_part_of_a_word(text: str, phrase: str) -> None:
    """A phrase that is only a part of a word or of a number is not there."""
    assert not holds(text, phrase)


def test_a_quote_may_end_inside_a_word() -> None:
    """Quotes are runs of characters, so that one fits two spellings."""
    assert contains("Mr. Sanat Akhanov spoke", "sanat akhan")


def test_counts_words() -> None:
    """Words are what white space parts."""
    assert count(" one  two\nthree-four ") == 3


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    """Folded text is in its final form."""
    assert fold(fold(text)) == fold(text)
