"""Overlap of an answer's tokens with a reference.

    precision = shared / |found|    recall = shared / |reference|    F1 = 2 × precision × recall / (precision + recall)

Tokens are counted with repeats after SQuAD's normalisation (Rajpurkar et al. 2016); of several references the one with
the highest value counts.
"""

from collections import Counter
from collections.abc import Sequence

from evals.metrics.formulas import normal, token_f1


def best_token_f1(found: str, references: Sequence[str]) -> float:
    """Return the F1 with the nearest reference; no references stand for no answer, which only "" matches."""
    return max(token_f1(found, reference) for reference in references or [""])


def best_token_recall(found: str, references: Sequence[str]) -> float:
    """Return the largest share of a reference's tokens that the answer holds; 1 for a reference without tokens."""
    return max(_recall(found, reference) for reference in references or [""])


def _recall(found: str, reference: str) -> float:
    wanted = Counter(normal(reference).split())
    shared = wanted & Counter(normal(found).split())
    return shared.total() / wanted.total() if wanted else 1.0
