"""What of the relevant is among the first k.

    recall@k = |relevant ∩ first k| / |relevant|        hit@k = 1 if recall@k > 0, else 0

Manning, Raghavan and Schütze 2008, chapter 8; hit@k is also called success@k.
"""

from collections.abc import Collection, Hashable, Sequence


def recall_at(ranking: Sequence[Hashable], relevant: Collection[Hashable], depth: int) -> float:
    """Return the share of `relevant`, which is not empty, among the first `depth` of a ranking without repeats."""
    return len(set(ranking[:depth]) & set(relevant)) / len(set(relevant))


def hit_at(ranking: Sequence[Hashable], relevant: Collection[Hashable], depth: int) -> float:
    """Return 1 if one of the first `depth` is relevant, else 0."""
    return float(any(found in relevant for found in ranking[:depth]))
