"""Cited right.

    cited right = |facts whose answer cites every gold paragraph| / |facts|

A paragraph is gold when it stands in a document that the case names and holds one of its quotes. This is citation
recall in the sense of ALCE (Gao et al. 2023), with the entailment model replaced by the quote.
"""

from collections.abc import Sequence

from evals.metrics.share import Share
from evals.outcome import Outcome


def cited_right(outcomes: Sequence[Outcome]) -> Share:
    """Return the share of facts whose answer cites what it should, whether or not its words are right."""
    facts = [outcome for outcome in outcomes if not outcome.case.refuse]
    return Share(sum(outcome.cited for outcome in facts), len(facts))
