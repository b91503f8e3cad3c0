"""TextRank (Mihalcea and Tarau 2004), to stand beside: sentences ranked by PageRank over the words they share.

The similarity of two sentences is the number of words they share over the sum of the logarithms of their lengths.
"""

import math
from collections.abc import Sequence

import numpy as np

from corpus.text.words import content_stems

_DAMPING = 0.85
_ROUNDS = 60
_MOST = 1_500
"""Sentences that are compared, each with each; of more, the longest."""


def text_rank(sentences: Sequence[str], words: int) -> list[int]:
    """Return the ranks of the sentences chosen in at most `words` words, in their order."""
    kept = range(len(sentences))
    if len(sentences) > _MOST:
        kept = sorted(sorted(kept, key=lambda at: -len(sentences[at]))[:_MOST])  # type: ignore[assignment]
    scores = _page_rank([frozenset(content_stems(sentences[at])) for at in kept])
    chosen, left = [], words
    for at, _ in sorted(zip(kept, scores, strict=True), key=lambda found: (-found[1], found[0])):
        length = len(sentences[at].split())
        if length <= left and length > 3:
            chosen.append(at)
            left -= length
    return sorted(chosen)


def _page_rank(terms: Sequence[frozenset[str]]) -> list[float]:
    """Return the stationary weights of a walk from sentence to sentence."""
    vocabulary = {term: rank for rank, term in enumerate(sorted(set().union(*terms)))} if terms else {}
    holds = np.zeros((len(terms), max(1, len(vocabulary))), dtype=np.float32)
    for row, held in zip(holds, terms, strict=True):
        row[[vocabulary[term] for term in held]] = 1.0
    shared = holds @ holds.T
    logs = np.array([math.log(len(held)) if len(held) > 1 else 0.0 for held in terms], dtype=np.float32)
    below = logs[:, None] + logs[None, :]
    weights = np.divide(shared, below, out=np.zeros_like(shared), where=below > 0)
    np.fill_diagonal(weights, 0.0)
    sums = weights.sum(axis=1, keepdims=True)
    walk = np.divide(weights, sums, out=np.full_like(weights, 1 / max(1, len(terms))), where=sums > 0)
    scores = np.full(len(terms), 1 / max(1, len(terms)), dtype=np.float32)
    for _ in range(_ROUNDS):
        scores = (1 - _DAMPING) / max(1, len(terms)) + _DAMPING * scores @ walk
    return [float(score) for score in scores]
