"""Which values are given side by side, in which order, and what is said of them."""

import pytest
from shelf import Report, Shelf, composed, given, marked, texts

from corpus.document import Metadata

FERRIES = "How many ferries does the harbour company of Saltmarsh run?"
RUNS = "The harbour company of Saltmarsh runs {} ferries."
DIFFERENT = "The documents give different values."
OWN_DATES = "Each value stands for its own date."


def _answer(question: str, said: list[tuple[str, str]], holds: float = 1.0) -> tuple[list[str], str]:
    """Return the sentences and the note for documents of the given dates and texts, ranked in that order."""
    shelf = Shelf(
        *(
            Report([text], f"report-{rank:02}", Metadata(f"Report {rank}", date=date))
            for rank, (date, text) in enumerate(said)
        )
    )
    seen = {"holds what is asked for": holds}
    items = [given(shelf.candidate(text), 9.0 - 3 * rank, seen=seen) for rank, (_, text) in enumerate(said)]
    answer = composed(question, items, shelf)
    return texts(answer), answer.note


@pytest.mark.parametrize(
    ("other", "differs"),
    [
        (RUNS.format(17), True),
        (RUNS.format("twelve"), False),
        (RUNS.format("no"), False),
        (RUNS.format("17 of its 12"), False),
        ("The harbour company of Saltmarsh was founded with 17 ferries.", False),
        ("Saltmarsh's harbour company ran 17 ferries.", False),
        ("Saltmarsh's harbour companies run one ferry to 17 islands.", True),
        ("The harbour company of Tarn runs 17 ferries.", False),
        ("The harbour company of Saltmarsh runs 17 cranes.", False),
        ("Saltmarsh: the harbour company of the old town runs 17 ferries.", True),
    ],
)
def test_another_value_for_the_same_thing_is_given(other: str, differs: bool) -> None:
    """It says all that the best one shares with the question, and a number that is another one."""
    sentences, note = _answer(FERRIES, [("2031", RUNS.format(12)), ("2031", other)])
    assert (len(sentences), note) == ((2, DIFFERENT) if differs else (1, ""))


@pytest.mark.parametrize(
    ("question", "best", "other", "differs"),
    [
        ("When did the harbour close?", "The harbour will close in 2031.", "The harbour will close in 2032.", False),
        (
            "When did Vell's harbour close?",
            "Vell's harbour will close in 2031.",
            "Vell's harbour will close in 2032.",
            True,
        ),
        ("Who led Vell's old harbour?", "Ann Lind led Vell's old harbour.", "Bob Lind led Vell's old harbour.", False),
        ("What led Vell's old harbour?", "Vell's old harbour led 12.", "Vell's old harbour led 13.", False),
    ],
)
def test_values_are_numbers_and_dates_of_what_shares_enough(
    question: str, best: str, other: str, differs: bool
) -> None:
    """With two shared words it may be anything; names and what can be any words are not compared."""
    assert (len(_answer(question, [("", best), ("", other)])[0]) == 2) is differs


def test_what_is_shared_may_stand_in_the_heading() -> None:
    """Or in the opening of the paragraph; a heading further up says too little."""
    shelf = Shelf("Saltmarsh's harbour company: it grew. It runs 17 ferries.", Report([RUNS.format(12)], "other"))
    items = [given(shelf.candidate("12")), given(shelf.candidate("17"), 0.0)]
    assert texts(composed(FERRIES, items, shelf)) == [RUNS.format(12), "It runs 17 ferries."]


@pytest.mark.parametrize(
    ("values", "shown"),
    [((12, 17, 18, 19), [12, 17, 18]), ((12, 17, 17, 18), [12, 17, 18]), ((12, 12, 17, 12), [12, 17])],
)
def test_two_other_values_are_given_at_most(values: tuple[int, ...], shown: list[int]) -> None:
    """Each once."""
    sentences, _ = _answer(FERRIES, [("2031", RUNS.format(value)) for value in values])
    assert sentences == [RUNS.format(value) for value in shown]


@pytest.mark.parametrize(("others", "found"), [(10, True), (11, False)])
def test_another_value_is_looked_for_among_the_first_twelve(others: int, found: bool) -> None:
    """What ranks below them is of something else."""
    said = [("", RUNS.format(12)), *[("", "The board met.")] * others, ("", RUNS.format(17))]
    shelf = Shelf(*(Report([text], f"report-{rank:02}") for rank, (_, text) in enumerate(said)))
    ranked = [given(each, 3.0) for each in (shelf.candidate(text) for _, text in said)]
    assert (RUNS.format(17) in texts(composed(FERRIES, ranked, shelf))) is found


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ([("2031-05-02", "12"), ("2032-01", "17")], OWN_DATES),
        ([("2031-05-02", "12"), ("2031-06-09", "17")], DIFFERENT),
        ([("2031", "12"), ("", "17")], DIFFERENT),
        ([("2031", "12"), ("2032", "17"), ("2031", "19")], DIFFERENT),
        ([("2031", "12"), ("2032", "17"), ("2033", "19")], OWN_DATES),
        ([("2031", "12 of 2029"), ("2031", "17 of 2030")], OWN_DATES),
        ([("2031", "12 of 2029"), ("2032", "17 of 2029")], DIFFERENT),
        ([("2031", "12"), ("2032", "17 of 2031")], DIFFERENT),
    ],
)
def test_values_of_different_times_are_no_contradiction(said: list[tuple[str, str]], note: str) -> None:
    """The time is that which the sentence says, else that of its document; what has none contradicts."""
    assert _answer(FERRIES, [(date, RUNS.format(value)) for date, value in said])[1] == note


def test_the_newest_comes_first() -> None:
    """Whatever ranks first."""
    said = [(date, RUNS.format(value)) for date, value in (("2031", 12), ("2033-02-01", 17), ("2033-01", 19))]
    assert _answer(FERRIES, said)[0] == [RUNS.format(value) for value in (17, 19, 12)]


GROWTH = "How many ferries ran in 2031 and in 2033?"


@pytest.mark.parametrize(
    ("question", "said", "shown"),
    [
        (GROWTH, [("", "In 2031 12 ferries ran."), ("", "In 2033 17 ferries ran.")], [0, 1]),
        (GROWTH, [("2033", "In all 17 ferries ran."), ("2031", "In all 12 ferries ran.")], [0, 1]),
        (GROWTH, [("2031", "In all 12 ferries ran."), ("2033", "In all 17 ferries ran.")], [1, 0]),
        (GROWTH, [("2035", "In 2031 9 ran."), ("2031", "In all 12 ran."), ("2033", "In all 17 ran.")], [2, 1]),
        (GROWTH, [("2031", "In all 12 ferries ran."), ("2032", "In 2033 there will be 17.")], [1, 0]),
        ("How many ferries ran in 2033?", [("", "In 2031 12 ferries ran."), ("", "In 2033 17 ferries ran.")], [0]),
        (GROWTH, [("", "In 2031 and 2033 12 ferries ran."), ("", "In 2033 17 ran.")], [0]),
        (GROWTH, [("", "In 2031 12 ferries ran."), ("", "In 2032 17 ran.")], [0]),
    ],
)
def test_each_year_asked_about_has_its_own(question: str, said: list[tuple[str, str]], shown: list[int]) -> None:
    """The best of what stands in one year, of documents of that year first; newest first, where each has one."""
    assert _answer(question, said) == ([said[rank][1] for rank in shown], "")


def test_what_holds_nothing_of_the_kind_is_of_no_year() -> None:
    """A year is not answered by what has no number."""
    said = [("", "In 2031 12 ferries ran."), ("", "In 2033 17 ferries ran.")]
    assert _answer(GROWTH, said, holds=0.0)[0] == [said[0][1]]


def test_each_value_is_marked() -> None:
    """In each sentence."""
    shelf = Shelf(RUNS.format(12), Report([RUNS.format(17)], "other"))
    items = [given(shelf.candidate(value)) for value in ("12", "17")]
    answer = composed(FERRIES, items, shelf)
    assert marked(answer) == ["12", "17"]
    assert [citation.document.id for citation in answer.citations] == ["report", "other"]
