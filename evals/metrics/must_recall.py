"""How much of what an answer must hold it holds.

    must recall = |groups of alternatives of which the answer holds one| / |groups|

A case counts as right only when this is 1; the share tells a list that lacks one entry from one that lacks all.
"""

from collections.abc import Callable, Sequence

from evals.words import holds


def must_recall(answer: str, must: Sequence[Sequence[str]], held: Callable[[str, str], bool] = holds) -> float:
    """Return the share of the groups that the answer holds; 1 when nothing must be there."""
    return sum(any(held(answer, phrase) for phrase in group) for group in must) / len(must) if must else 1.0
