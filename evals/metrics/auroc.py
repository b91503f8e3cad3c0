"""Area under the ROC curve: the chance that an answerable question scores above an unanswerable one.

    AUROC = (|pairs in which the answerable one scores higher| + |ties| / 2) / |pairs|

Hanley and McNeil 1982. Where unanswerable passages differ in length from the others, length alone can tell them apart;
the second form compares only pairs of about the same length.
"""

from collections.abc import Sequence

from evals.metrics.formulas import auroc

__all__ = ["auroc", "auroc_of_like_length"]


def auroc_of_like_length(scored: Sequence[tuple[float, bool, int]], tolerance: float = 0.2) -> float:
    """Return the AUROC over the pairs whose lengths differ by at most `tolerance` of the longer; 0.5 without pairs.

    `scored` gives the score, whether there is an answer, and the length, above 0, in any one unit.
    """
    answerable = [(score, length) for score, positive, length in scored if positive]
    others = [(score, length) for score, positive, length in scored if not positive]
    pairs = [
        (score > other) + (score == other) / 2
        for score, length in answerable
        for other, its_length in others
        if abs(length - its_length) <= tolerance * max(length, its_length)
    ]
    return sum(pairs) / len(pairs) if pairs else 0.5
