"""Refused right, and refused wrongly.

    refused right  = |cases to be refused that were refused| / |cases to be refused|
    false refusals = |facts that were refused| / |facts|

The first is the recall of refusal; the second is what it costs.
"""

from collections.abc import Sequence

from evals.metrics.share import Share
from evals.outcome import Outcome


def refused_right(outcomes: Sequence[Outcome]) -> Share:
    """Return the share of unanswerable questions that were refused."""
    unanswerable = [outcome for outcome in outcomes if outcome.case.refuse]
    return Share(sum(outcome.refused for outcome in unanswerable), len(unanswerable))


def false_refusals(outcomes: Sequence[Outcome]) -> Share:
    """Return the share of facts that were refused although the documents say them; lower is better."""
    facts = [outcome for outcome in outcomes if not outcome.case.refuse]
    return Share(sum(outcome.refused for outcome in facts), len(facts))
