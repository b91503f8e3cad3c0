"""Suggest cases from a document: its numbers, dates, decisions and officers, for a person to accept one by one.

The questions are made by rule and read like it; whoever accepts one is asked to put it as people would. Nothing is a
case before a person has said so.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.language.dates import dates_of
from assistant.language.numbers import Number, numbers_of
from corpus.paragraph import Paragraph
from corpus.text.sentences import sentence_spans
from evals.words import contains

_LEAN = re.compile(r"^(?:it|they|he|she|this|these|those|that|there|such|both|its|their|his|her)\b", re.IGNORECASE)
_LONGEST, _SHORTEST = 45, 5
"""Words of a sentence that a question is made of."""
_QUOTED = 12
_COUNTED = re.compile(
    r"^(?:In (?:all|total),|Altogether,|A total of|Some|About|Over|More than|At least)?\s*(?P<number>\S+) "
    r"(?P<rest>(?!per\b|years?\b|of\b|and\b|to\b)[a-z][^,;:]*\b\w+(?:ed|were|was|came|took|have|had)\b[^;:]*)$"
)
_HELD = re.compile(
    r"^(?P<subject>(?:The|An?|[A-Z])[^,;:()]{3,90}?) (?P<verb>was|were|is|are|will be) (?P<rest>\w+[^;:]*?) "
    r"(?:on|in|from|by|until|since) $"
)
_DECIDED = {
    "decided": "decide", "endorsed": "endorse", "adopted": "adopt", "approved": "approve", "agreed": "agree",
    "recommended": "recommend", "requested": "request", "resolved": "resolve", "elected": "elect",
    "invited": "invite", "welcomed": "welcome", "concluded": "conclude", "urged": "urge",
}  # fmt: skip
_REFERS = re.compile(
    r"(?:\bthe|\bNos?\.|\b(?:recommendation|paragraph|article|section|decision|resolution|table|figure|annex|chapter|"
    r"page|agenda item|item|phase|goal|target|part|volume|issue)s?)\s$",
    re.IGNORECASE,
)
"""Before a number that is a name or no count."""
_DECISION = re.compile(
    rf"^(?!(?:What|Where|When|By|If|As|In|At|On|While|After|Once)\b)(?P<body>(?:The |[A-Z])[^,;:()]{{2,70}}?)"
    rf"(?<! was)(?<! were)(?<! be)(?<! been)(?<! is)(?<! are) (?:also |further |then )?(?P<verb>{'|'.join(_DECIDED)})\b"
    r"(?: on| to| that| the)?:?(?P<what>.*)$"
)
_OFFICE = (
    r"(?:Chair\w*|Vice-Chair\w*|Director|Secretary|President|Minister|Head|Officer|Coordinator|Rapporteur|"
    r"Representative|Manager|Commissioner|Ambassador|Governor|Adviser|Specialist)"
)
_OFFICER = re.compile(
    r"(?:(?:Mr|Ms|Mrs|Dr|Prof)\.? |H\.E\. )?(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'.-]*){1,3}),? "
    rf"(?:\(|the )?(?P<office>(?:[A-Z][\w-]+ ){{0,3}}{_OFFICE}"
    r"(?: (?:of|for|to)(?: (?:of|for|to|and|the|[A-Z][\w’'&-]*))+))"
)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A case that could be."""

    kind: str
    question: str
    must: tuple[str, ...]
    """Words that an answer would have to hold, each of them."""
    quote: str
    document: str
    address: str


def suggest(document: str, paragraphs: Sequence[Paragraph]) -> Iterator[Suggestion]:
    """Yield suggestions in the order of the document, each question once."""
    known: set[str] = set()
    for paragraph in paragraphs:
        for suggestion in _of_paragraph(document, paragraph, paragraphs):
            if suggestion.question.casefold() not in known:
                known.add(suggestion.question.casefold())
                yield suggestion


def _of_paragraph(document: str, paragraph: Paragraph, others: Sequence[Paragraph]) -> Iterator[Suggestion]:
    if paragraph.kind in ("heading", "row"):
        return
    for start, end in sentence_spans(paragraph.text):
        sentence = paragraph.text[start:end].strip()
        shortest = 2 if sentence.endswith(":") else _SHORTEST
        if not shortest <= len(sentence.split()) <= _LONGEST:
            continue
        for kind, question, must, around in _of_sentence(sentence, paragraph, others):
            quote = _distinctive(around, sentence, others)
            yield Suggestion(kind, question, must, quote, document, paragraph.address)


Found = tuple[str, str, tuple[str, ...], str]
"""Kind, question, what an answer must hold, and words of the sentence to quote."""


def _of_sentence(sentence: str, paragraph: Paragraph, others: Sequence[Paragraph]) -> Iterator[Found]:
    for officer in _OFFICER.finditer(sentence):
        yield "person", f"Who is the {officer['office'].strip()}?", (officer["name"],), officer.group()
    bare = sentence.rstrip(".;: ")
    if decision := _DECISION.match(bare):
        yield from _of_decision(decision, paragraph, others)
    if _LEAN.match(sentence):
        return
    for date in dates_of(sentence):
        stated = sentence[date.start : date.end].rstrip(". ")
        yield "date", _when(bare, date.start, date.end), (stated,), _around(sentence, date.start, date.end)
    for number in numbers_of(sentence):
        if number.kind == "number" and not _is_year(sentence, number) and not _REFERS.search(sentence[: number.start]):
            stated = sentence[number.start : number.end]
            question = _how_many(bare, number)
            yield "number", question, (stated,), _around(sentence, number.start, number.end)


def _of_decision(decision: re.Match[str], paragraph: Paragraph, others: Sequence[Paragraph]) -> Iterator[Found]:
    question = f"What did {_inside(decision['body'])} {_DECIDED[decision['verb']]}?"
    items = [other for other in others if other.parent == paragraph.position and other.kind == "item"]
    if items:
        yield "list", question, tuple(_opening(item.text) for item in items), decision.group()
    elif len(decision["what"].split()) > 1:
        yield "decision", question, (_opening(decision["what"]),), decision.group()


def _when(sentence: str, start: int, end: int) -> str:
    """Ask for a date: by turning the sentence round where it is said of something, else by leaving it out."""
    held = _HELD.match(sentence[:start])
    if held:
        return f"When {held['verb']} {_inside(held['subject'])} {held['rest'].strip()}?"
    if not sentence[0].isupper() and end >= len(sentence):
        return f"When was {sentence[:start].rstrip(' ,(')}?"
    return _tidy(f"{sentence[:start]}what date{sentence[end:]}?")


def _how_many(sentence: str, number: Number) -> str:
    """Ask for a number: with the words after it where the sentence opens with it, else by leaving it out."""
    counted = _COUNTED.match(sentence)
    if counted and counted.start("number") == number.start and not number.unit:
        return f"How many {counted['rest'].strip()}?"
    before = re.sub(r"(?:[$€£¥]|US\$|\b[A-Z]{3}\s)$", "", sentence[: number.start])
    after = re.sub(r"^\s?%", " per cent", sentence[number.end :]).partition(":")[0]
    how = "how much" if number.unit and number.unit != "%" else "how many"
    return _tidy(f"{before}{how}{after}?")


def _is_year(sentence: str, number: Number) -> bool:
    return bool(re.fullmatch(r"(?:1[89]|20)\d\d", sentence[number.start : number.end])) and not number.unit


def _around(sentence: str, start: int, end: int) -> str:
    """Return some words of the sentence before and after a place in it, unaltered."""
    words = [match.span() for match in re.finditer(r"\S+", sentence)]
    first = next(rank for rank, (_, stop) in enumerate(words) if stop > start)
    last = next((rank for rank, (_, stop) in enumerate(words) if stop >= end), len(words) - 1)
    spare = max(0, _QUOTED - (last - first + 1))
    first, last = max(0, first - spare // 2), min(len(words) - 1, last + spare - spare // 2)
    return sentence[words[first][0] : words[last][1]]


def _distinctive(quote: str, sentence: str, others: Sequence[Paragraph]) -> str:
    """Return the quote if one paragraph alone holds it, else the whole sentence."""
    return quote if sum(contains(other.text, quote) for other in others) == 1 else sentence


def _opening(text: str) -> str:
    """Return the first words, which a person will shorten to what matters."""
    return " ".join(text.split()[:6]).strip(" ,;:.")


def _inside(subject: str) -> str:
    """Return a subject as it stands inside a sentence."""
    return re.sub(r"^(?:The|An?)\b", lambda match: match.group().lower(), subject.strip())


def _tidy(question: str) -> str:
    words = re.sub(r"\s+([?,])", r"\1", " ".join(question.split()))
    return words[:1].upper() + words[1:]
