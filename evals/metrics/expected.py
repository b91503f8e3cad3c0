"""The answer itself: is it the expected words, and no others?

    answer exact = 1 if normal(short answer) = normal(e) for some expected answer e, else 0

The short answer is what the assistant sets in bold, or the whole of it where nothing is. An expected answer takes one
alternative of each group of `must`, in their order. Normalisation as in SQuAD (Rajpurkar et al. 2016).
"""

from collections.abc import Sequence
from itertools import islice, product

from assistant.answer import Answer
from evals.metrics.exact_match import exact_match

_MOST = 64
"""Combinations of alternatives that are tried."""


def short_answer(answer: Answer) -> str:
    """Return the words in bold, in order; the whole text of an answer that has none."""
    bold = [sentence.text[start:end] for sentence in answer.sentences for start, end in sentence.spans]
    return " ".join(bold) or answer.text


def expected_answers(must: Sequence[Sequence[str]]) -> list[str]:
    """Return the answers that hold one alternative of each group; none for a case without groups."""
    return [" ".join(each) for each in islice(product(*must), _MOST)] if must else []


def is_expected(answer: Answer, expected: Sequence[str]) -> bool:
    """Tell whether an answer, or one stretch of it in bold, is one of the expected ones."""
    if not expected:
        return False
    bold = [sentence.text[start:end] for sentence in answer.sentences for start, end in sentence.spans]
    return any(exact_match(words, expected) for words in (short_answer(answer), *bold))
