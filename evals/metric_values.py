"""Figures of the development sets: ours beside what plain searching comes to, and beside what is known."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

SYSTEMS = ("ours", "bm25", "dense", "fused")
"""Whose metrics are given: the assistant's, then those of each search alone and of both fused, by the same code."""


@dataclass(frozen=True, slots=True)
class MetricValue:
    """One line of the table."""

    set: str
    metric: str
    n: int
    """How many questions, turns or pairs it is taken over."""
    values: Mapping[str, float]
    """By system; one that has no such metric is not there."""
    baseline: str = ""
    """What was published (P) or measured (M) elsewhere, as text."""
    digits: int = 3
    """Places after the point."""


@dataclass(slots=True)
class Tally:
    """Collects the values of a set's metrics and takes their means."""

    set: str
    baselines: Mapping[str, str] = field(default_factory=dict)
    """By metric."""
    _values: dict[str, dict[str, list[float]]] = field(default_factory=dict)
    _whole: dict[str, MetricValue] = field(default_factory=dict)

    def add(self, metric: str, system: str, value: float | None) -> None:
        """Count a value for one question; None is not counted."""
        if value is not None:
            self._values.setdefault(metric, {}).setdefault(system, []).append(value)

    def put(self, metric: str, values: Mapping[str, float], n: int, digits: int = 3) -> None:
        """Give a metric that is no mean over questions; nothing is given where it is taken over none."""
        if n and values:
            self._whole[metric] = MetricValue(self.set, metric, n, dict(values), self.baselines.get(metric, ""), digits)

    def metric_values(self) -> list[MetricValue]:
        """Return every metric: those of the baselines in their order, then the others as they came."""
        means = {metric: self._mean(metric, by_system) for metric, by_system in self._values.items()}
        found = means | self._whole
        order = [*(metric for metric in self.baselines if metric in found), *found]
        return [found[metric] for metric in dict.fromkeys(order)]

    def _mean(self, metric: str, by_system: Mapping[str, list[float]]) -> MetricValue:
        values = {system: sum(by_system[system]) / len(by_system[system]) for system in SYSTEMS if system in by_system}
        n = max(map(len, by_system.values()))
        return MetricValue(self.set, metric, n, values, self.baselines.get(metric, ""))


def metric_values_as_json(rows: Iterable[MetricValue]) -> list[dict[str, object]]:
    """Return the metrics as plain values, rounded to six places."""
    return [
        {
            "set": row.set,
            "metric": row.metric,
            "n": row.n,
            **{system: round(row.values[system], 6) if system in row.values else None for system in SYSTEMS},
            "baseline": row.baseline,
        }
        for row in rows
    ]
