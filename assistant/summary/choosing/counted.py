"""Every number of a document with the words around it, so that what it counts can be read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.language.numbers import Number, numbers_of
from assistant.summary.outline import Outline, Unit
from assistant.summary.shorten import GAP

BEFORE, AFTER = 9, 11
"""Words shown before and after a number, at most."""
_NAMED = re.compile(
    r"\b(?:decision|resolution|recommendation|paragraph|para\.|annex|goals?|item|items|article|part|chapter|section|no\.|"
    r"agenda|phase|industry|table|note|version|page|SDGs?,?)\s*$",
    re.IGNORECASE,
)
_ONGOING = re.compile(r"[\w’'-]+-$")
_CURRENCY = re.compile(r"(?:US\s?)?[$€£¥]\s?$|\b(?:USD|EUR|RMB|CNY|GBP|CHF|JPY)\s?$")
_SMALL_WORD = re.compile(r"(?:one|first|second|third|zero)$", re.IGNORECASE)
_CLAUSE = re.compile(r"[;:]\s|\.\s")


@dataclass(frozen=True)
class Counted:
    """A number with what it counts."""

    unit: Unit
    number: str
    """As printed, with its currency or `per cent`."""
    value: tuple[str, str]
    """Value and unit, to be compared with others."""
    words: str
    """The words it stands among, `…` where the sentence goes on."""


def counted_of(outline: Outline) -> list[Counted]:
    """Return the numbers in reading order; years, dates and the numbers that things bear are left out."""
    return [found for unit in outline.units for found in counted_in(unit)]


def counted_in(unit: Unit) -> Iterator[Counted]:
    """Yield the numbers of one sentence."""
    text = unit.text.replace("\t", " ")
    for number in numbers_of(text):
        if _counts(text, number):
            start, end = _whole(text, number)
            yield Counted(unit, text[start:end], (number.value, number.unit), _around(text, start, end))


def _counts(text: str, number: Number) -> bool:
    if number.kind != "number" or _NAMED.search(text[: number.start]) or _ONGOING.search(text[: number.start]):
        return False
    printed = text[number.start : number.end]
    if _SMALL_WORD.fullmatch(printed):
        return False
    year = re.fullmatch(r"(?:1[5-9]|20|21)\d\d", printed) and not number.unit
    after = text[number.end : number.end + 2]
    if re.match(r"(?:[-–]\d+)?\s?pages?\b", text[number.end :]):
        return False
    return not year and bool(re.match(r"\W*(?:\w|$)|%", text[number.end :])) and not re.match(r"[.\d]\d", after)


def _whole(text: str, number: Number) -> tuple[int, int]:
    """Return the range of a number with its currency and its per cent."""
    before = _CURRENCY.search(text[: number.start])
    after = re.match(r"\s?%|\s(?:per cent|percent|million|billion)\b|\s(?:US )?dollars\b", text[number.end :])
    return (before.start() if before else number.start), number.end + (after.end() if after else 0)


def _around(text: str, start: int, end: int) -> str:
    """Return the clause around a number, cut to some words on either side."""
    left = max((match.end() for match in _CLAUSE.finditer(text, 0, start)), default=0)
    right = next((match.start() for match in _CLAUSE.finditer(text, end)), len(text))
    before, after = text[left:start].split(), text[end:right].split()
    lead = f"{GAP} " if left or len(before) > BEFORE else ""
    tail = f" {GAP}" if len(after) > AFTER else ""
    shown_before, shown_after = " ".join(before[-BEFORE:]), " ".join(after[:AFTER])
    glue = "" if text[end : end + 1] in ",.;:)%" else " "
    return f"{lead}{shown_before} {text[start:end]}{glue}{shown_after}{tail}".replace("  ", " ").strip()
