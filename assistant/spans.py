"""The words of a sentence that are the thing asked for."""

import re

from assistant.figures import figures_of
from assistant.question import Question
from assistant.words import words_of

_AMOUNT = re.compile(
    r"(?:US\s?)?(?:[$€£¥]|\b(?:USD|EUR|RMB|CNY|GBP|CHF|JPY))\s?\d[\d,.]*\d?(?:\s(?:million|billion))?", re.IGNORECASE
)
_PERSON = re.compile(
    r"(?:\b(?:Mr|Ms|Mrs|Dr|Prof|H\.E)\.?\s+)?\b[A-ZÀ-Þ][\w'’-]+(?:\s+(?:[“\"][A-Z]\w+[”\"]|[a-z]{2,3}|[A-Z]\.|[A-ZÀ-Þ][\w'’-]+)){1,3}"
)
_ORGANISED = re.compile(
    r"\b(?:[A-Z][\w&'’.-]+|[A-Z]{2,})(?:\s+(?:of|for|and|on|the|&|in)(?=\s+[A-Z])|\s+[A-Z][\w&'’.-]*)*"
)
_PERIOD = re.compile(r"\b(?:1[89]|20)\d\d\s?(?:-|–|to|until|and)\s?(?:(?:1[89]|20)?\d\d)\b|\b(?:19|20)\d\d\b")


def answer_spans(question: Question, sentence: str) -> list[tuple[int, int]]:
    """Return the character ranges of `sentence` that could be what is asked for, in order.

    For a number, a date, a person, a place or an organisation; empty for other kinds, and when nothing fits. What the
    question itself says is not an answer.
    """
    asked = set(question.terms)
    found = {
        "number": _numbers,
        "date": _dates,
        "person": _persons,
        "place": _names,
        "organisation": _names,
    }.get(question.kind)
    if found is None:
        return []
    return [
        span
        for span in found(sentence)
        if not {word.canonical for word in words_of(sentence[slice(*span)]) if word.is_content} <= asked
    ]


def _numbers(sentence: str) -> list[tuple[int, int]]:
    amounts = [match.span() for match in _AMOUNT.finditer(sentence)]
    figures = [
        (figure.start, figure.end)
        for figure in figures_of(sentence)
        if figure.kind in ("number", "ordinal")
        and not (
            len(figure.value) == 4
            and figure.value[:2] in ("19", "20")
            and sentence[figure.start : figure.end].isdigit()
        )
    ]
    inside = [span for span in figures if not any(start <= span[0] < end for start, end in amounts)]
    return sorted([*amounts, *inside])


def _dates(sentence: str) -> list[tuple[int, int]]:
    dates = [(figure.start, figure.end) for figure in figures_of(sentence) if figure.kind == "date"]
    periods = [match.span() for match in _PERIOD.finditer(sentence)]
    outside = [span for span in periods if not any(start <= span[0] < end for start, end in dates)]
    return sorted({*dates, *outside})


def _persons(sentence: str) -> list[tuple[int, int]]:
    return [match.span() for match in _PERSON.finditer(sentence)]


def _names(sentence: str) -> list[tuple[int, int]]:
    return [match.span() for match in _ORGANISED.finditer(sentence) if match.group() not in ("The", "In", "A", "It")]
