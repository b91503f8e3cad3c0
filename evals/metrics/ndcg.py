"""Normalised discounted cumulative gain.

    DCG@k = Σ_{i=1..k} gain(i) / log2(i + 1)        nDCG@k = DCG@k / DCG@k of the best possible order

Järvelin and Kekäläinen 2002, with the gain as it is graded (the form of trec_eval, which BEIR reports).
"""

import math
from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


def ndcg_at(ranking: Sequence[Key], gains: Mapping[Key, float], depth: int) -> float:
    """Return nDCG of a ranking without repeats; what has no gain of its own has 0. `gains` holds one above 0."""
    return _dcg([gains.get(found, 0.0) for found in ranking[:depth]]) / _dcg(
        sorted(gains.values(), reverse=True)[:depth]
    )


def _dcg(gains: Sequence[float]) -> float:
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains, start=1))
