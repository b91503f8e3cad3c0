"""Cases are asked side by side, in any order, and what comes back is in theirs."""

import threading
from collections.abc import Sequence
from dataclasses import replace

import pytest

from assistant.answer import Answer, Sentence
from assistant.trace import Trace
from corpus.errors import CaseError, QuestionError
from evals.cases.case import Case, Gold
from evals.comparing.compare import compare
from evals.outcome import Outcome
from evals.outcome_json import outcome_as_json, outcome_from_json
from evals.run_record import MadeWith, RunRecord
from evals.running.run import run_cases, threads_shared

CASES = [Case(f"r{n}", "refuse", f"Who came to {n}?", n + 1, refuse=True, file="facts.yaml") for n in range(6)]


class Refusing:
    """Refuses what it is asked; the first question waits for the second to be answered."""

    def __init__(self, *, in_turn: bool = True, fails_at: str = "") -> None:
        self.asked: list[str] = []
        self._in_turn, self._fails_at = in_turn, fails_at
        self._second = threading.Event()

    def follow(self, question: str, history: Sequence[str] = ()) -> Trace:
        """Refuse, in a thread of its own or in turn."""
        del history
        if question == self._fails_at:
            raise QuestionError("nobody can be asked that")
        if not self._in_turn and question == CASES[0].question:
            assert self._second.wait(30)
        self.asked.append(question)
        if question == CASES[1].question:
            self._second.set()
        return Trace(Answer(question, question, (), (), True, "They do not say.", (), 0.0, ""))


class Remembering:
    """Keeps outcomes in memory."""

    def __init__(self) -> None:
        self.known: dict[str, Outcome] = {}

    def get(self, case: Case) -> Outcome | None:
        """Return what came of a case."""
        return self.known.get(case.id)

    def put(self, outcome: Outcome) -> None:
        """Keep an outcome."""
        self.known[outcome.case.id] = outcome


def test_outcomes_are_in_the_order_of_the_cases() -> None:
    """The second case ends before the first; every step is told once, and the last one says all."""
    told: list[tuple[int, int]] = []
    refusing = Refusing(in_turn=False)
    outcomes = run_cases(CASES, refusing, lambda done, total: told.append((done, total)), jobs=2)
    assert refusing.asked.index(CASES[1].question) < refusing.asked.index(CASES[0].question)
    assert [outcome.case.id for outcome in outcomes] == [case.id for case in CASES]
    assert told == [(done, 6) for done in range(1, 7)]


def test_what_is_kept_is_not_asked() -> None:
    """A second run asks nothing; a run with one more case asks that."""
    kept = Remembering()
    run_cases(CASES[:5], Refusing(), kept=kept)
    again = Refusing()
    outcomes = run_cases(CASES, again, kept=kept)
    assert again.asked == [CASES[5].question]
    assert len(outcomes) == 6


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_case_that_cannot_be_asked_is_named_and_the_others_are_kept(jobs: int) -> None:
    """File, line and id are told; what was answered before it is not lost."""
    kept = Remembering()
    with pytest.raises(CaseError, match=r"facts\.yaml, line 5: case 'r4' cannot be asked: nobody can"):
        run_cases(CASES, Refusing(fails_at=CASES[4].question), kept=kept, jobs=jobs)
    assert kept.known
    assert "r4" not in kept.known


def test_an_outcome_is_as_exact_as_it_is_kept() -> None:
    """Two of three groups are held: were more than six places compared, a run would seem worse than its own file."""
    fact = Case("f", "number", "How many?", 1, must=(("70",), ("12",), ("5",)), gold=(Gold(("report",), ("70",)),))

    class Answering(Refusing):
        def follow(self, question: str, history: Sequence[str] = ()) -> Trace:
            """Say two of three."""
            del history
            said = Sentence("In all 70 of 12 came.", ())
            return Trace(Answer(question, question, (said,), (), False, "", (), 0.0, ""))

    [outcome] = run_cases([fact], Answering())
    again = outcome_from_json(outcome_as_json(outcome), fact)
    assert again.held == 0.666667
    assert replace(again, seconds=outcome.seconds) == outcome
    assert compare(*(RunRecord(MadeWith(), "", 0, (each,)) for each in (again, outcome))).alarms == ()


def test_what_runs_side_by_side_shares_the_processors() -> None:
    """Two at a time have half of the threads each, and afterwards all are there again."""
    import torch

    threads = torch.get_num_threads()
    try:
        torch.set_num_threads(4)
        for jobs, each in ((1, 4), (2, 2), (3, 1), (9, 1)):
            with threads_shared(jobs):
                assert torch.get_num_threads() == each
            assert torch.get_num_threads() == 4
    finally:
        torch.set_num_threads(threads)
