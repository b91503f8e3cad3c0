"""Words are compared in one form, whatever way they are written."""

import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text.words import _stem_of, content_stems, stem_of, tokenize, unique


@pytest.mark.parametrize(
    ("word", "same"),
    [
        ("Eleven", "11"),
        ("fourth", "4th"),
        ("seventy-sixth", "76th"),
        ("Twenty three", "23"),
        ("15,000", "15000"),
        ("States’", "state"),
        ("Centre’s", "centre"),
        ("organised", "organization"),
        ("labour", "labor"),
        ("programmes", "program"),
        ("U.S.", "US"),
        ("Côte", "cote"),
    ],
)
def test_two_writings_of_a_word_are_one(word: str, same: str) -> None:
    """Figures in letters, possessives, accents and British spellings make no difference."""
    assert stem_of(word) == stem_of(same)


@pytest.mark.parametrize(("word", "other"), [("15,000", "150,000"), ("4th", "4"), ("four", "hour"), ("22.0", "220")])
def test_two_words_stay_two(word: str, other: str) -> None:
    """What differs in meaning is not brought together."""
    assert stem_of(word) != stem_of(other)


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("resolution 79/10 of COVID-19, L.20 and Q3", ["resolution", "79/10", "of", "COVID-19", "L.20", "and", "Q3"]),
        ("the twenty-first session’s 8th day", ["the", "twenty-first", "session’s", "8th", "day"]),
        ("decision 1/CMP.18 in the U.S. today", ["decision", "1", "CMP.18", "in", "the", "U.S.", "today"]),
        ("city one has 22.0 per cent", ["city", "one", "has", "22.0", "per", "cent"]),
        ("as decided.3 The next", ["as", "decided", "3", "The", "next"]),
    ],
)
def test_words_are_cut_where_a_reader_cuts_them(text: str, surfaces: list[str]) -> None:
    """Symbols and compound figures are one word, a footnote's mark is not part of the word before it."""
    assert [word.surface for word in tokenize(text)] == surfaces


def test_content_stems_leave_out_small_words() -> None:
    """Small words are left out, and each term can be had once."""
    assert unique(content_stems("The pledges of the islands and the pledges of the port")) == (
        "pledg",
        "island",
        "port",
    )


@given(st.text(max_size=200))
def test_words_know_their_positions(text: str) -> None:
    """Each word is the characters from its start to its end, in order, and has a form to compare."""
    end = 0
    for word in tokenize(text):
        assert end <= word.start < word.end
        assert text[word.start : word.end] == word.surface
        assert word.stem
        end = word.end


@pytest.mark.parametrize("piece", ["a", "1", "1,", "a-1-", "twenty ", "twenty-", "A.", "a'", "a.1", "á"])
def test_time_grows_with_length(piece: str) -> None:
    """A run of a hundred thousand characters is read in a moment."""
    text = piece * (100_000 // len(piece))
    started = time.process_time()
    tokenize(text)
    assert time.process_time() - started < 5


def test_words_are_the_same_whichever_thread_asks() -> None:
    """Many questions are answered at the same time, and none gets the stem of another's word."""
    endings = ("izations", "ational", "ings", "ously", "iveness")
    words = [f"{first}{second}{end}" for first in "bdfgklmn" for second in ("orter", "alling") for end in endings]
    alone = [stem_of(word) for word in words]
    _stem_of.cache_clear()
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as pool:
            together = list(pool.map(stem_of, words))
    finally:
        sys.setswitchinterval(interval)
    assert together == alone
