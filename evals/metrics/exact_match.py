"""Exact match, and whether a longer answer holds the expected one.

    exact match = 1 if normal(found) = normal(g) for some reference g, else 0
    holds       = 1 if normal(g) stands in normal(found) as whole words for some g, else 0

Normalisation and the maximum over the references as in SQuAD's own script (Rajpurkar et al. 2016, 2018). A question
without an answer has the one reference "", so that only a refusal, found as "", matches it.
"""

from collections.abc import Sequence

from evals.metrics.formulas import normal


def exact_match(found: str, references: Sequence[str]) -> float:
    """Return 1 if the answer is one of the references, else 0; no references stand for no answer."""
    return float(any(normal(found) == normal(reference) for reference in references or [""]))


def holds_reference(found: str, references: Sequence[str]) -> float:
    """Return 1 if the words of one of the references, of which one at least is not empty, stand in the answer."""
    words = f" {normal(found)} "
    return float(any(f" {normal(reference)} " in words for reference in references if normal(reference)))
