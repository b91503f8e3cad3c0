"""The words of a sentence that could be the thing asked for, found by what they look like."""

import re
from collections.abc import Callable

from assistant.figures import figures_of
from assistant.question import Question
from assistant.rarity import Rarity
from assistant.words import is_year, words_of

Span = tuple[int, int]

_AMOUNT = re.compile(
    r"(?:US\s?)?(?:[$€£¥]|\b(?:USD|EUR|RMB|CNY|GBP|CHF|JPY))\s?\d(?:[\d,.]*\d)?(?:\s(?:million|billion))?",
    re.IGNORECASE,
)
_CAPITALISED = r"[^\W\d_a-zß-öø-ÿ][\w'’-]*"
_PERSON = re.compile(
    rf"(?P<title>\b(?:Mr|Ms|Mrs|Dr|Prof|Professor|Ambassador|Sir|H\.\s?E)\b\.?\s+)?"
    rf"(?P<name>\b{_CAPITALISED}(?:\s+(?:[“\"]\w+[”\"]|[A-Z]\.|(?:de|der|van|von|al|bin|kyzy|uulu)|{_CAPITALISED})){{1,3}})"
)
_NAME = re.compile(rf"\b{_CAPITALISED}(?:\s+(?:of|for|and|on|the|in|&)(?=\s+[^\W\d_a-z])|\s+{_CAPITALISED})*")
_RANK = re.compile(
    r"\b(?:position|rank\w*|place|how high|(?:what|which) (?:[\w-]+ ){0,2}(?:session|meeting|edition))\b", re.IGNORECASE
)
_PERIOD = re.compile(r"\b(?:1[89]|20)\d\d(?:\s?(?:-|–|to|until|and)\s?(?:(?:1[89]|20)?\d\d))?\b")


def answer_spans(question: Question, sentence: str, rarity: Rarity) -> list[Span] | None:
    """Return the character ranges of `sentence` that could be what is asked for, in order.

    None for a kind of question whose answers look like nothing in particular. What the question itself says is not
    an answer.
    """
    find = _FINDERS.get(question.kind)
    if find is None:
        return None
    asked = set(question.terms)
    return [
        (start, end)
        for start, end in find(sentence, question, rarity)
        if not {word.canonical for word in words_of(sentence[start:end]) if word.is_content} <= asked
    ]


def _numbers(sentence: str, question: Question, _rarity: Rarity) -> list[Span]:
    amounts = [match.span() for match in _AMOUNT.finditer(sentence)]
    figures = [
        (figure.start, figure.end)
        for figure in figures_of(sentence)
        if (figure.kind == "number" and not is_year(sentence[figure.start : figure.end]))
        or (figure.kind == "ordinal" and _RANK.search(question.text))
    ]
    return sorted([*amounts, *(span for span in figures if not _within(span, amounts))])


def _within(span: Span, others: list[Span]) -> bool:
    return any(start <= span[0] < end for start, end in others)


def _dates(sentence: str, _question: Question, _rarity: Rarity) -> list[Span]:
    dates = [(figure.start, figure.end) for figure in figures_of(sentence) if figure.kind == "date"]
    periods = [match.span() for match in _PERIOD.finditer(sentence)]
    return sorted({*dates, *(span for span in periods if not _within(span, dates))})


def _persons(sentence: str, _question: Question, rarity: Rarity) -> list[Span]:
    return [
        match.span()
        for match in _PERSON.finditer(sentence)
        if match["title"] or all(rarity.is_proper(word) for word in match["name"].split() if word[0].isupper())
    ]


def _who(sentence: str, question: Question, rarity: Rarity) -> list[Span]:
    """Return persons, and where there is none, organisations: who did it may be either."""
    return _persons(sentence, question, rarity) or _names(sentence, question, rarity)


def _names(sentence: str, _question: Question, _rarity: Rarity) -> list[Span]:
    return [match.span() for match in _NAME.finditer(sentence) if match.start() > 0 or " " in match.group()]


_FINDERS: dict[str, Callable[[str, Question, Rarity], list[Span]]] = {
    "number": _numbers,
    "date": _dates,
    "person": _who,
    "place": _names,
    "organisation": _names,
}
