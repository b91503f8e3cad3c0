"""Overlap of a summary with the one that people wrote (Lin 2004), by the package rouge-score, words stemmed.

ROUGE-n: F1 of the n-grams shared; ROUGE-L: F1 of the longest common subsequence of words
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from corpus.errors import CaseError

KINDS = ("rouge1", "rouge2", "rougeL")


def rouge(found: str, reference: str) -> Mapping[str, float]:
    """Return F1 by kind, from 0 to 1; raise `CaseError` where the package is not installed."""
    scores = _scorer().score(reference, found)
    return {kind: float(scores[kind].fmeasure) for kind in KINDS}


@lru_cache(maxsize=1)
def _scorer() -> Any:
    try:
        from rouge_score import rouge_scorer
    except ImportError as error:
        raise CaseError(
            "summaries are scored by the package rouge-score; install it with 'pip install rouge-score'"
        ) from error
    return rouge_scorer.RougeScorer(list(KINDS), use_stemmer=True)
