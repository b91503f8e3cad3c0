"""The metrics of a run: by kind and in all."""

from collections.abc import Sequence
from dataclasses import dataclass

from evals.metrics.answered import answered_right
from evals.metrics.cited import cited_right
from evals.metrics.gold import DEPTHS, gold_within
from evals.metrics.latency import seconds_at
from evals.metrics.refused import false_refusals, refused_right
from evals.metrics.share import Share
from evals.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Row:
    """The metrics of one kind of case, or of all of them."""

    kind: str
    cases: int
    answered_right: Share
    cited_right: Share
    refused_right: Share
    false_refusals: Share
    gold_within: tuple[tuple[int, Share], ...]
    """How many passages are looked at, and the share of facts whose gold paragraph is among them."""
    median_seconds: float | None
    p95_seconds: float | None


@dataclass(frozen=True, slots=True)
class Report:
    """What a run of cases over one library came to."""

    kinds: tuple[Row, ...]
    """One row for each kind, in the order the file first names them."""
    all: Row
    outcomes: tuple[Outcome, ...]
    """In the order of the file."""
    library_digest: str
    settings_digest: str

    @property
    def failures(self) -> tuple[Outcome, ...]:
        """Return the outcomes that are not as they should be: the answer, or what it cites."""
        return tuple(outcome for outcome in self.outcomes if not outcome.passed)


def make_report(outcomes: Sequence[Outcome], library_digest: str, settings_digest: str) -> Report:
    """Return the metrics of a run."""
    kinds = dict.fromkeys(outcome.case.kind for outcome in outcomes)
    return Report(
        kinds=tuple(_row(kind, [each for each in outcomes if each.case.kind == kind]) for kind in kinds),
        all=_row("all", outcomes),
        outcomes=tuple(outcomes),
        library_digest=library_digest,
        settings_digest=settings_digest,
    )


def _row(kind: str, outcomes: Sequence[Outcome]) -> Row:
    return Row(
        kind=kind,
        cases=len(outcomes),
        answered_right=answered_right(outcomes),
        cited_right=cited_right(outcomes),
        refused_right=refused_right(outcomes),
        false_refusals=false_refusals(outcomes),
        gold_within=tuple((depth, gold_within(outcomes, depth)) for depth in DEPTHS),
        median_seconds=seconds_at(outcomes, 50),
        p95_seconds=seconds_at(outcomes, 95),
    )
