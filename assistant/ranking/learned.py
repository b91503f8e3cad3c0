"""The learned weights of the features: a few numbers in a file that a person can read.

Made by `python -m training.weigh`; the file says what from.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

WEIGHTS = Path(__file__).parents[1] / "weights" / "selection.json"


@dataclass(frozen=True, slots=True)
class Linear:
    """A weighted sum of named features."""

    weights: Mapping[str, float]
    intercept: float = 0.0

    def score(self, names: Sequence[str], values: Sequence[float]) -> float:
        """Return the sum for values given in the order of `names`."""
        return self.intercept + sum(
            self.weights.get(name, 0.0) * value for name, value in zip(names, values, strict=True)
        )

    def probability(self, names: Sequence[str], values: Sequence[float]) -> float:
        """Return the logistic function of the sum, 0 to 1."""
        return 1 / (1 + math.exp(-max(-60.0, min(60.0, self.score(names, values)))))


@dataclass(frozen=True, slots=True)
class Learned:
    """The weights of each stage."""

    choosing: Linear
    """Plain features of a candidate: which ones the reader is given."""
    ranking: Linear
    """The same with the reader's margin: which one answers."""
    deciding: Linear
    """What is seen of the best candidate beside the others: whether it answers at all."""
    least: float
    """Chance of being right below which the best candidate is not shown as an answer."""


@cache
def learned(path: Path = WEIGHTS) -> Learned:
    """Read the weights once."""
    stages = json.loads(path.read_text())
    choosing, ranking, deciding = (
        Linear(stages[name]["weights"], stages[name]["intercept"]) for name in ("choosing", "ranking", "deciding")
    )
    return Learned(choosing, ranking, deciding, stages["deciding"]["least"])
