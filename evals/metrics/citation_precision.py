"""Citation precision and recall.

    precision = |citations of gold paragraphs| / |citations|        recall = |gold paragraphs cited| / |gold paragraphs|

of each answer to a fact, and their means over the answers. In the sense of ALCE (Gao et al. 2023), with its entailment
model replaced by the quote: a paragraph supports an answer when it is one that the case wants cited. A refusal cites
nothing: it has no precision, and a recall of 0.
"""

from evals.outcome import Outcome


def citation_precision(outcome: Outcome) -> float | None:
    """Return the share of the citations that are of gold paragraphs; None for a refusal and an answer without any."""
    if outcome.case.refuse or outcome.refused or not outcome.sources:
        return None
    return sum(source.gold for source in outcome.sources) / len(outcome.sources)


def citation_recall(outcome: Outcome) -> float | None:
    """Return the share of the gold paragraphs that are cited; None for a case to be refused."""
    return None if outcome.case.refuse or not outcome.case.gold else outcome.gold_cited / len(outcome.case.gold)
