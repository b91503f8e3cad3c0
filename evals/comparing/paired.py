"""Tell noise from loss: the same cases before and after a change.

McNemar's test looks at the cases that flipped alone: were nothing changed, as many would be gained as lost. Its exact
form (Edwards 1948; Fagerland, Lydersen and Laake 2013) is a binomial test, one-sided here, for only a loss is asked
about. The paired bootstrap (Efron 1979; Koehn 2004 for measures of language) draws the cases again and again and takes
the difference of each draw. Holm's procedure (1979) keeps the chance of any false alarm over several measures at the
level of one.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

DRAWS = 10_000
_FEWER_DRAWS = 1_000
"""For metrics that are no means, whose every draw is computed anew."""
LEVEL = 0.05
_SEED = 20_261_122
Values = Sequence[float | None]


@dataclass(frozen=True, slots=True)
class Interval:
    """A difference, new less old, with what the draws say about it."""

    low: float
    high: float
    """The middle 95 % of the draws."""
    chance: float
    """Share of the draws in which nothing is lost: the one-sided p-value, above 0."""


def mcnemar(lost: int, gained: int) -> float:
    """Return the chance of losing at least so many of the flipped cases if losing and gaining were as likely."""
    flipped = lost + gained
    return float(sum(math.comb(flipped, many) for many in range(lost, flipped + 1)) / 2**flipped)


def difference_of_means(old: Values, new: Values, *, lower_is_better: bool = False) -> Interval | None:
    """Return the interval of the difference of means; a case may count (not None) in one run alone.

    `old` and `new` hold one value for each case, in the same order. None when either has no value at all.
    """
    before, after = _columns(old), _columns(new)
    if not before[1].sum() or not after[1].sum():
        return None
    drawn = _draws(len(old), DRAWS)
    with np.errstate(invalid="ignore", divide="ignore"):
        means = [column[0][drawn].sum(axis=1) / column[1][drawn].sum(axis=1) for column in (after, before)]
    return _interval(means[0] - means[1], lower_is_better)


def difference_of_percentiles(
    old: Sequence[float], new: Sequence[float], percentile: float, *, lower_is_better: bool = True
) -> Interval | None:
    """Return the interval of the difference of nearest-rank percentiles, above 0 and at most 100."""
    drawn = _draws(len(old), _FEWER_DRAWS)
    rank = max(1, math.ceil(percentile / 100 * len(old))) - 1
    of_draws = [np.partition(np.array(values)[drawn], rank, axis=1)[:, rank] for values in (new, old)]
    return _interval(of_draws[0] - of_draws[1], lower_is_better)


def difference_of_wholes(
    size: int, values: Callable[[Sequence[int]], tuple[float | None, float | None]], *, lower_is_better: bool = False
) -> Interval | None:
    """Return the interval of a difference whose old and new value `values` computes for the places drawn."""
    drawn = [values(places) for places in _draws(size, _FEWER_DRAWS).tolist()]
    differences = [new - old for old, new in drawn if old is not None and new is not None]
    return _interval(np.array(differences), lower_is_better) if differences else None


def holm(chances: Mapping[str, float], level: float = LEVEL) -> frozenset[str]:
    """Return the names whose chance is too small for noise, with all of them looked at."""
    found: set[str] = set()
    for rank, name in enumerate(sorted(chances, key=lambda name: chances[name])):
        if chances[name] > level / (len(chances) - rank):
            break
        found.add(name)
    return frozenset(found)


@lru_cache(maxsize=8)
def _draws(size: int, many: int) -> NDArray[np.int64]:
    """Return the places of the cases in each draw, shape `(many, size)`: always the same."""
    return np.random.default_rng(_SEED).integers(0, size, size=(many, size))


def _columns(values: Values) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the values with 0 for None, and 1 where there is one."""
    return (
        np.array([0.0 if value is None else value for value in values]),
        np.array([float(value is not None) for value in values]),
    )


def _interval(differences: NDArray[np.float64], lower_is_better: bool) -> Interval | None:
    sound = differences[np.isfinite(differences)]
    if not len(sound):
        return None
    low, high = np.percentile(sound, (2.5, 97.5))
    kept = (sound <= 0 if lower_is_better else sound >= 0).sum()
    return Interval(float(low), float(high), (float(kept) + 1) / (len(sound) + 1))
