"""Each figure of a report, with what it should be written out."""

import pytest

from evals.cases.case import Case
from evals.comparing.record_json import record_as_json
from evals.comparing.report import make_report
from evals.metrics.answered import answered_right
from evals.metrics.cited import cited_right
from evals.metrics.gold import gold_within
from evals.metrics.latency import seconds_at
from evals.metrics.refused import false_refusals, refused_right
from evals.metrics.share import Share
from evals.outcome import Outcome
from evals.run_record import MadeWith, RunRecord


def outcome(
    name: str, *, refuse: bool = False, refused: bool = False, right: bool = True, cited: bool = True,
    rank: int | None = 1, seconds: float = 0.1, kind: str = "number",
) -> Outcome:  # fmt: skip
    """Return what came of a case."""
    case = Case(name, kind, "q", 1, refuse=refuse)
    return Outcome(case, "a", refused, right, cited, rank, "" if right else "wrong", seconds)


FACTS = [
    outcome("a", rank=1, seconds=0.1),
    outcome("b", rank=3, seconds=0.4, right=False, kind="date"),
    outcome("c", rank=None, seconds=0.2, refused=True, right=False, cited=False),
    outcome("d", rank=7, seconds=0.3, cited=False),
]
REFUSALS = [
    outcome("e", refuse=True, refused=True, cited=False, rank=None, seconds=0.6, kind="refuse"),
    outcome("f", refuse=True, right=False, cited=False, rank=None, seconds=0.5, kind="refuse"),
]


def test_answered_and_cited_count_facts_alone() -> None:
    """Two of four facts are right and two cite right; cases to be refused do not count."""
    assert answered_right(FACTS + REFUSALS) == Share(2, 4)
    assert cited_right(FACTS + REFUSALS) == Share(2, 4)


def test_refusals() -> None:
    """One of two unanswerable questions was refused, and one of four facts wrongly."""
    assert refused_right(FACTS + REFUSALS) == Share(1, 2)
    assert false_refusals(FACTS + REFUSALS) == Share(1, 4)


@pytest.mark.parametrize(("depth", "hits"), [(1, 1), (3, 2), (5, 2), (10, 3)])
def test_gold_within(depth: int, hits: int) -> None:
    """Ranks 1, 3 and 7 are within 1, 3, 5 and 10 as they should be; a paragraph not found is in none."""
    assert gold_within(FACTS + REFUSALS, depth) == Share(hits, 4)


def test_percentiles_are_measured_times() -> None:
    """Of six times the median is the third and the 95th percentile the sixth: ceil(0.95 × 6) = 6."""
    assert seconds_at(FACTS + REFUSALS, 50) == 0.3
    assert seconds_at(FACTS + REFUSALS, 95) == 0.6
    assert seconds_at([outcome(str(n), seconds=n) for n in range(1, 101)], 95) == 95
    assert seconds_at([], 50) is None


def test_a_share_of_nothing_has_no_value() -> None:
    """A kind that has only refusals has no share of right answers."""
    assert answered_right(REFUSALS).value is None
    assert Share(1, 4).value == 0.25


def test_report_has_a_row_for_each_kind() -> None:
    """Kinds come in the order of the file, and the last row counts everything."""
    report = make_report(FACTS + REFUSALS, "library", "settings")
    assert [(row.kind, row.cases) for row in report.kinds] == [("number", 3), ("date", 1), ("refuse", 2)]
    assert report.all.cases == 6
    assert report.kinds[0].answered_right == Share(2, 3)
    assert [failure.case.id for failure in report.failures] == ["b", "c", "d", "f"]


def test_report_as_json() -> None:
    """The written report gives counts, values and every outcome."""
    written = record_as_json(RunRecord(MadeWith(), "2026-01-31T09:00:00Z", 2.1, (*FACTS, *REFUSALS)))
    assert written["all"]["answered_right"] == {"hits": 2, "of": 4, "value": 0.5}
    assert written["all"]["gold_within"]["10"] == {"hits": 3, "of": 4, "value": 0.75}
    assert written["kinds"][2]["answered_right"]["value"] is None
    assert [entry["id"] for entry in written["outcomes"]] == list("abcdef")
