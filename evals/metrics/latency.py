"""Seconds a question takes, at a percentile.

The p-th percentile is the nearest-rank one: with n times in ascending order, the one at rank ceil(p / 100 × n). It is
always a time that was measured, never a value between two.
"""

import math
from collections.abc import Sequence

from evals.outcome import Outcome


def seconds_at(outcomes: Sequence[Outcome], percentile: float) -> float | None:
    """Return the wall time in seconds at a percentile, above 0 and at most 100; None without outcomes."""
    times = sorted(outcome.seconds for outcome in outcomes)
    if not times:
        return None
    return times[max(1, math.ceil(percentile / 100 * len(times))) - 1]
