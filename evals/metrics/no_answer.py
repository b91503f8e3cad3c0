"""Precision and recall of refusing.

precision = |unanswerable and refused| / |refused|
recall    = |unanswerable and refused| / |unanswerable|
"""

from collections.abc import Sequence
from dataclasses import dataclass

from evals.metrics.share import Share


@dataclass(frozen=True, slots=True)
class Refusal:
    """What became of one question."""

    answerable: bool
    refused: bool


def no_answer_precision(questions: Sequence[Refusal]) -> Share:
    """Return the share of the refusals that were right."""
    refused = [question for question in questions if question.refused]
    return Share(sum(not question.answerable for question in refused), len(refused))


def no_answer_recall(questions: Sequence[Refusal]) -> Share:
    """Return the share of the unanswerable questions that were refused."""
    unanswerable = [question for question in questions if not question.answerable]
    return Share(sum(question.refused for question in unanswerable), len(unanswerable))
