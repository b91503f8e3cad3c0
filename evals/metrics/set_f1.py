"""F1 of what was chosen against what should be.

    F1 = 2 × |chosen ∩ gold| / (|chosen| + |gold|)

For cited sentences this is the harmonic mean of citation precision and recall.
"""

from collections.abc import Collection, Hashable


def set_f1(chosen: Collection[Hashable], gold: Collection[Hashable]) -> float:
    """Return F1 of two sets; 1 when both are empty."""
    ours, theirs = set(chosen), set(gold)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours or theirs else 1.0
