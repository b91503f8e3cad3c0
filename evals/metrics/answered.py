"""Answered right.

    answered right = |facts whose answer is right| / |facts|

over the cases whose answer is in the documents. An answer is right when it is no refusal, holds one alternative of each
`must` group and none of `must_not`, and keeps to the word limit of its case.
"""

from collections.abc import Sequence

from evals.metrics.share import Share
from evals.outcome import Outcome


def answered_right(outcomes: Sequence[Outcome]) -> Share:
    """Return the share of facts that were answered right."""
    facts = [outcome for outcome in outcomes if not outcome.case.refuse]
    return Share(sum(outcome.right for outcome in facts), len(facts))
