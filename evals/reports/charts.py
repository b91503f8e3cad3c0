"""Where the bars and lines of the report go, in the units of its drawings."""

from collections.abc import Sequence
from dataclasses import dataclass

from evals.comparing.history import PastRun
from evals.outcome import Outcome

WIDTH, HEIGHT = 720, 200
"""Of the chart over time."""
SHOWN = ("answered right", "cited right", "refused right", "gold in the first 10")
"""Measures that are drawn over time."""


@dataclass(frozen=True, slots=True)
class Bar:
    """How the cases of one kind came out."""

    kind: str
    cases: int
    passed: int
    half: int
    """Right, and cited wrongly."""

    @property
    def wrong(self) -> int:
        """Return how many are wrong."""
        return self.cases - self.passed - self.half


@dataclass(frozen=True, slots=True)
class Trend:
    """One measure, run after run."""

    name: str
    points: tuple[tuple[float, float], ...]
    """From the left; y goes down."""
    last: float
    """The newest value."""

    @property
    def path(self) -> str:
        """Return the points as SVG writes them."""
        return " ".join(f"{x:.1f},{y:.1f}" for x, y in self.points)


def bars_by_kind(outcomes: Sequence[Outcome]) -> list[Bar]:
    """Return a bar for each kind, in the order of the file."""
    kinds = dict.fromkeys(outcome.case.kind for outcome in outcomes)
    return [_bar(kind, [each for each in outcomes if each.case.kind == kind]) for kind in kinds]


def lines_over_time(runs: Sequence[PastRun]) -> list[Trend]:
    """Return a line for each measure that is drawn and that at least two runs have."""
    step = WIDTH / max(1, len(runs) - 1)
    lines = []
    for name in SHOWN:
        values = [(place * step, run.metrics[name]) for place, run in enumerate(runs) if name in run.metrics]
        if len(values) > 1:
            points = tuple((x, HEIGHT * (1 - value)) for x, value in values)
            lines.append(Trend(name, points, values[-1][1]))
    return lines


def _bar(kind: str, outcomes: Sequence[Outcome]) -> Bar:
    passed = sum(outcome.passed for outcome in outcomes)
    return Bar(kind, len(outcomes), passed, sum(outcome.right for outcome in outcomes) - passed)
