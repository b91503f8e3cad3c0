"""The formulas that several metrics share, and training with them.

Normalisation and token F1 are those of SQuAD's own script (Rajpurkar et al. 2016).
"""

import re
import string
from collections import Counter
from collections.abc import Sequence


def normal(text: str) -> str:
    """Lower-case, drop ASCII punctuation and articles, and fold white space."""
    text = "".join(character for character in text.lower() if character not in string.punctuation)
    return " ".join(re.sub(r"\b(a|an|the)\b", " ", text).split())


def token_f1(found: str, gold: str) -> float:
    """Return the harmonic mean of token precision and recall; 1 where both hold no token."""
    ours, theirs = normal(found).split(), normal(gold).split()
    shared = sum((Counter(ours) & Counter(theirs)).values())
    return 2 * shared / (len(ours) + len(theirs)) if shared else float(ours == theirs)


def auroc(scored: Sequence[tuple[float, bool]]) -> float:
    """Return the chance that a random positive scores above a random negative, a tie counting half.

    Hanley and McNeil 1982, by the sum of mid-ranks of the positives; 0.5 where there are no pairs to compare.
    """
    positives = sum(positive for _, positive in scored)
    negatives = len(scored) - positives
    if not positives or not negatives:
        return 0.5
    ranks = _mid_ranks([score for score, _ in scored])
    of_positives = sum(rank for rank, (_, positive) in zip(ranks, scored, strict=True) if positive)
    return (of_positives - positives * (positives + 1) / 2) / (positives * negatives)


def _mid_ranks(scores: Sequence[float]) -> list[float]:
    """Return the 1-based rank of each score; equal scores share the middle of their ranks."""
    order = sorted(range(len(scores)), key=lambda place: scores[place])
    ranks = [0.0] * len(scores)
    first = 0
    while first < len(order):
        last = first
        while last + 1 < len(order) and scores[order[last + 1]] == scores[order[first]]:
            last += 1
        for place in order[first : last + 1]:
            ranks[place] = (first + last) / 2 + 1
        first = last + 1
    return ranks
