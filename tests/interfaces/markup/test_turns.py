"""Text on its way into the page."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interfaces.markup.markup import escape, joined, shorten, spanned

HOSTILE = [
    "<script>alert(1)</script>",
    '<img src="http://elsewhere.example/x.png" onerror=alert(1)>',
    "![picture](http://elsewhere.example/x.png)",
    "[go](javascript:alert(1))",
    "${alert(1)} {{constructor}} `code` $$x^2$$",
    "# heading\n\n- item\n\n| a | b |\n|---|---|",
    "http://elsewhere.example www.elsewhere.example a@elsewhere.example",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_holds_no_character_that_markup_is_made_of(text: str) -> None:
    """What HTML, Markdown or a template would act on is written as references."""
    assert not set(re.sub(r"&#\d+;", "", escape(text))) & set("<>&\"'`*_[](){}$#|!:/@.\n-")


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn"))))
def test_escaped_text_reads_back_the_same(text: str) -> None:
    """A browser shows exactly the characters that were given."""
    assert html.unescape(escape(text)) == text


def test_characters_no_page_can_show_are_replaced() -> None:
    """Control characters and halves of surrogate pairs become the replacement character."""
    assert escape("a\0b\ud800c") == "a\ufffdb\ufffdc"


def test_spans_are_marked_and_everything_is_escaped() -> None:
    """The ranges are set in the element, and the text within and around them is escaped."""
    assert spanned("a <b> c", [(2, 5)], "mark") == "a <mark>&#60;b&#62;</mark> c"


@given(st.text("ab ", max_size=12), st.lists(st.tuples(st.integers(0, 15), st.integers(0, 15)), max_size=4))
def test_spans_never_lose_or_repeat_a_character(text: str, spans: list[tuple[int, int]]) -> None:
    """Whatever the ranges, the text without the elements is the text that was given."""
    assert re.sub(r"</?b>", "", spanned(text, spans, "b")) == escape(text)


def test_ranges_that_touch_are_joined() -> None:
    """Overlapping and touching ranges become one, in order."""
    assert joined([(4, 6), (0, 2), (1, 4), (8, 9)]) == [(0, 6), (8, 9)]


def test_a_shortened_text_says_how_long_it_was() -> None:
    """What is left out is counted."""
    assert shorten("x" * 100_000, 3) == "xxx… (100,000 characters)"
    assert shorten("short", 10) == "short"
