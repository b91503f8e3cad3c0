"""Sentences end where a reader sees them end."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text.sentences import sentence_spans


def _split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["The harbour closed.", "It opened again in May."],
        ["Mr. Tom Hale spoke.", "Dr. J. R. Ng replied to him."],
        ["She works for Reed Pvt. Ltd. in Saltmarsh.", "The firm is small."],
        ["The parts came from Hill Co., Ltd.", "They were late."],
        ["See document No. 5 and para. 13 (c) of Add. 2.", "Nothing else was decided."],
        ["The visit began in the U.S. Virgin Islands.", "It ended in the U.S.", "The team was tired."],
        ["The meeting rose at 5.30 p.m.", "Delegates left at once."],
        ["It resumes at 9 a.m. Monday in hall B.", "The agenda is short."],
        ["“We will pay.”", "So said the chair."],
        ["He asked: “Who pays?”", "Nobody knew."],
        ["Members paid $5, i.e. half.", "$10 is due."],
        ["Output fell by 16.4 per cent.", "22.0 per cent was feared."],
        ["The list was long…", "Nobody read it."],
        ["Kelp et al. (2019) disagree.", "Their data are old."],
        ["Vessels belong to group B.", "The others do not."],
        ["The island of St. Brannoc joined.", "Its dues, approx. 40 crowns, are paid."],
    ],
)
def test_sentences_are_told_apart(sentences: list[str]) -> None:
    """Abbreviations, initials, quotations and figures do not end a sentence; its end does."""
    assert _split(" ".join(sentences)) == sentences


def test_line_breaks_and_tabs_end_a_sentence() -> None:
    """A line of an address and a cell of a row stand by themselves."""
    assert _split("Port Vale\nHarbour office\tRoom 3") == ["Port Vale", "Harbour office", "Room 3"]


def test_a_small_letter_goes_on() -> None:
    """What goes on in small letters after an ellipsis is the same sentence."""
    assert _split("The chair … and then … left.") == ["The chair … and then … left."]


@given(st.text(alphabet="aA.!? \n\t”…)5", max_size=200))
def test_no_character_but_space_is_lost(text: str) -> None:
    """The sentences are in order, do not overlap, and between them is only white space."""
    end = 0
    for start, stop in sentence_spans(text):
        assert end <= start < stop
        assert not text[end:start].strip()
        end = stop
    assert not text[end:].strip()


@pytest.mark.parametrize("piece", [".", ". ", "Ltd. X", ".”", "A. ", "a", '."" '])
def test_time_grows_with_length(piece: str) -> None:
    """A line of three hundred thousand characters of any kind takes seconds at most."""
    text = piece * (300_000 // len(piece))
    started = time.process_time()
    assert sum(1 for _ in sentence_spans(text)) > 0
    assert time.process_time() - started < 20
