"""Gold paragraph in the first k passages.

    gold@k = |facts whose gold paragraphs are all among the first k passages| / |facts|

With one gold paragraph this is success@k, also called hit rate; a case with several counts only when all are there.
"""

from collections.abc import Sequence

from evals.metrics.share import Share
from evals.outcome import Outcome

DEPTHS = (1, 3, 5, 10)
"""The values of k that a report gives."""


def gold_within(outcomes: Sequence[Outcome], depth: int) -> Share:
    """Return the share of facts whose gold paragraphs are all among the first `depth` passages."""
    facts = [outcome for outcome in outcomes if not outcome.case.refuse]
    found = sum(outcome.gold_rank is not None and outcome.gold_rank <= depth for outcome in facts)
    return Share(found, len(facts))
