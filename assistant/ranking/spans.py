"""The words of a sentence that could be the thing asked for, found by what they look like."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.evidence.evidence import Candidate
from assistant.evidence.rarity import Rarity
from assistant.language.numbers import numbers_of
from assistant.question.question import Question
from corpus.text.words import is_year, tokenize

Span = tuple[int, int]

_AMOUNT = re.compile(
    r"(?:US\s?)?(?:[$€£¥]|\b(?:USD|EUR|RMB|CNY|GBP|CHF|JPY))\s?\d(?:[\d,.]*\d)?(?:\s(?:million|billion))?",
    re.IGNORECASE,
)
_CAPITALISED = r"[^\W\d_a-zß-öø-ÿ][\w'’-]*"
_FURTHER = rf"(?:\s+(?:[“\"]\w+[”\"]|[A-Z]\.|(?:de|der|van|von|al|bin|kyzy|uulu)\b|{_CAPITALISED}))"
_PERSON = re.compile(
    rf"(?P<title>\b(?:Mr|Ms|Mrs|Dr|Prof|Professor|Ambassador|Sir|H\.\s?E)\b\.?\s+)?"
    rf"(?P<name>\b{_CAPITALISED}(?(title){_FURTHER}{{0,3}}|{_FURTHER}{{1,3}}))"
)
_NAME = re.compile(rf"\b{_CAPITALISED}(?:\s+(?:of|for|and|on|the|in|&)(?=\s+[^\W\d_a-z])|\s+{_CAPITALISED})*")
_RANK = re.compile(
    r"\b(?:position|rank\w*|place|how high|(?:what|which) (?:[\w-]+ ){0,2}(?:session|meeting|edition))\b", re.IGNORECASE
)
_ACRONYM = re.compile(r"\b(?:[A-Z][a-z]?){2,}\b")
_PERIOD = re.compile(r"\b(?:1[89]|20)\d\d(?:\s?(?:-|–|to|until|and)\s?(?:(?:1[89]|20)?\d\d))?\b")


@dataclass(frozen=True, slots=True)
class AnswerSpans:
    """Where a candidate holds what could be the thing asked for, worked out once for all that follows."""

    quote: tuple[Span, ...] | None
    """Character ranges of its words; None for a kind of question whose answers look like nothing in particular."""
    lead: tuple[Span, ...] = ()
    """Those of its lead-in, looked at where its own words hold none."""


def spans_of(question: Question, candidate: Candidate, rarity: Rarity) -> AnswerSpans:
    """Return the answer spans of a candidate."""
    quote = answer_spans(question, candidate.quote, rarity)
    if quote is None:
        return AnswerSpans(None)
    lead = [] if quote or not candidate.lead else answer_spans(question, candidate.lead, rarity)
    return AnswerSpans(tuple(quote), tuple(lead or ()))


def answer_spans(question: Question, sentence: str, rarity: Rarity) -> list[Span] | None:
    """Return the character ranges of `sentence` that could be what is asked for, in order.

    None for a kind of question whose answers look like nothing in particular. What the question itself says is not
    an answer.
    """
    if question.kind == "definition":
        acronyms = _ACRONYM.findall(question.text)
        return [span for acronym in acronyms for span in spelt_out(sentence, acronym)] if acronyms else None
    find = _FINDERS.get(question.kind)
    if find is None:
        return None
    asked = set(question.terms)
    return [
        (start, end)
        for start, end in find(sentence, question, rarity)
        if not {word.stem for word in tokenize(sentence[start:end]) if word.is_content} <= asked
    ]


def _numbers(sentence: str, question: Question, _rarity: Rarity) -> list[Span]:
    amounts = [match.span() for match in _AMOUNT.finditer(sentence)]
    numbers = [
        (number.start, number.end)
        for number in numbers_of(sentence)
        if (number.kind == "number" and not is_year(sentence[number.start : number.end]))
        or (number.kind == "ordinal" and _RANK.search(question.text))
    ]
    return sorted([*amounts, *(span for span in numbers if not _within(span, amounts))])


def _within(span: Span, others: list[Span]) -> bool:
    return any(start <= span[0] < end for start, end in others)


def _dates(sentence: str, _question: Question, _rarity: Rarity) -> list[Span]:
    dates = [(number.start, number.end) for number in numbers_of(sentence) if number.kind == "date"]
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


def spelt_out(sentence: str, acronym: str) -> list[Span]:
    """Return the words for which an acronym is said to stand: `Rivers and Lakes Board (RLB)`, `RLB (Rivers …)`."""
    found = []
    for match in re.finditer(
        rf"((?:[\w'’&-]+\s+){{2,12}})\((?:[\w ]+ )?{acronym}\b|\b{acronym}\s+\(([^()]{{6,120}})\)", sentence
    ):
        words = list(re.finditer(r"[\w'’&-]+", match[1] or match[2]))[-len(acronym) - 4 :]
        at = match.start(1 if match[1] else 2)
        opening = [word for word in words if word.group()[0].lower() == acronym[0].lower()]
        if opening and len(words) > 1:
            found.append((at + opening[0].start(), at + words[-1].end()))
    return found


_FINDERS: dict[str, Callable[[str, Question, Rarity], list[Span]]] = {
    "number": _numbers,
    "date": _dates,
    "person": _who,
    "place": _names,
    "organisation": _names,
}
