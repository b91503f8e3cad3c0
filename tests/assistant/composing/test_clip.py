"""A long sentence is cut to the part that answers, and every word that stays is its own."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.composing.clip import GAP, LONGEST, clip
from corpus.text.words import content_stems, tokenize

PLEDGES = (
    "The pledges are: Ostra - $4000, Vell - €870, Lima Bay, Ostra - $5000, New Brannoc - $24630 and Tarn - $15,000."
)
FILLER = "the members of the board went on to speak of their plans for the coming year at some length"


def _wanted(question: str) -> set[str]:
    return set(content_stems(question))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Lima Bay", "The pledges are: … Lima Bay, Ostra - $5000 …"),
        ("Ostra", "The pledges are: Ostra - $4000 …"),
        ("Tarn", "The pledges are: … Tarn - $15,000."),
        ("Vell and New Brannoc", "The pledges are: … Vell - €870 … New Brannoc - $24630 …"),
        ("harbour", PLEDGES),
    ],
)
def test_only_the_items_named_are_kept(question: str, answer: str) -> None:
    """A series of items with their values is cut to those named, and left alone when none is."""
    assert clip(PLEDGES, _wanted(question)) == answer


def test_a_range_in_another_item_stays() -> None:
    """What must stay stays, though another item is named."""
    start = PLEDGES.index("€870")
    assert "€870" in clip(PLEDGES, _wanted("Tarn"), (start, start + 4))


def test_a_short_sentence_is_left_alone() -> None:
    """Up to the limit nothing is cut."""
    sentence = f"The harbour closed, and {FILLER}, and so on, as before."
    assert clip(sentence, _wanted("harbour")) == sentence


def test_the_clauses_that_answer_are_kept() -> None:
    """Of a long sentence the run of clauses that holds the words asked for is kept."""
    sentence = f"On Monday {FILLER}; {FILLER}, and {FILLER}; the fleet was sold to Tarn for 12 crowns; then {FILLER}."
    assert clip(sentence, _wanted("Who bought the fleet?")) == "… the fleet was sold to Tarn for 12 crowns …"


def test_brackets_and_quotations_stay_whole() -> None:
    """No cut falls within brackets or quotation marks."""
    inner = f"({FILLER}, the fleet, and others; too)"
    sentence = f"{FILLER}, {FILLER}, {FILLER}, the port {inner} and “a quay, a crane, a shed”, {FILLER}, {FILLER}."
    assert inner in clip(sentence, _wanted("fleet"))
    assert "“a quay, a crane, a shed”" in clip(sentence, _wanted("crane"))


def test_a_range_that_must_stay_stays() -> None:
    """The range given is in what is kept, though other clauses hold more of the words."""
    sentence = f"{FILLER}, the fleet and the port, {FILLER}, {FILLER}, it cost 12 crowns, {FILLER}, {FILLER}."
    start = sentence.index("12 crowns")
    assert "12 crowns" in clip(sentence, _wanted("fleet port"), (start, start + 9))


_PIECES = st.lists(
    st.sampled_from(
        ["fleet", "the port", ", ", "; ", ": ", " – ", "(", ")", "“", "”", '"', " - 5, ", ". ", " and ", FILLER, "9"]
    ),
    max_size=60,
)


@given(_PIECES, st.sets(st.sampled_from(["fleet", "port", "board"])), st.data())
def test_what_is_kept_is_the_sentences_own(pieces: list[str], wanted: set[str], draw: st.DataObject) -> None:
    """Every piece is of the sentence in order, the range given is in it, and no run is too long if it could be cut."""
    sentence = " ".join(pieces)
    keep = None
    if sentence and draw.draw(st.booleans()):
        start = draw.draw(st.integers(0, len(sentence) - 1))
        keep = (start, draw.draw(st.integers(start, min(len(sentence), start + 30))))
    clipped = clip(sentence, wanted, keep)
    end = 0
    for piece in (piece.strip() for piece in clipped.split(GAP)):
        end = sentence.find(piece, end)
        assert end >= 0
        end += len(piece)
    if keep:
        assert sentence[slice(*keep)].strip(" ,;:") in clipped


@given(st.lists(st.sampled_from(["fleet", "port", "ship", "quay"]), min_size=61, max_size=400), st.integers(1, 9))
def test_a_sentence_with_clauses_is_cut_to_the_limit(words: list[str], every: int) -> None:
    """Where a comma stands every few words, no more than the limit is kept."""
    sentence = ", ".join(" ".join(words[at : at + every]) for at in range(0, len(words), every))
    assert len(tokenize(clip(sentence, {"fleet"}))) <= LONGEST


def test_without_a_clause_it_stays_long() -> None:
    """A long sentence without a place to cut is kept whole."""
    sentence = "fleet " * 80
    assert clip(sentence, {"fleet"}) == sentence.strip()


@pytest.mark.parametrize("piece", ["a fleet, ", "a - 5, ", "( ", '" ', "(a, b), ", "; ", ": 5 and A", "a: - "])
def test_time_grows_with_length(piece: str) -> None:
    """Ten thousand words are cut in a moment."""
    started = time.process_time()
    clip(piece * 10_000, {"fleet"})
    assert time.process_time() - started < 10
