"""Reciprocal rank; its mean over questions is MRR.

    reciprocal rank = 1 / rank of the first relevant, 0 if there is none

Voorhees, TREC-8 1999.
"""

from collections.abc import Collection, Hashable, Sequence


def reciprocal_rank(ranking: Sequence[Hashable], relevant: Collection[Hashable]) -> float:
    """Return 1 / rank of the first relevant one of a ranking."""
    return next((1 / rank for rank, found in enumerate(ranking, start=1) if found in relevant), 0.0)
