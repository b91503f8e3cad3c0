"""Check the numbers, dates, ordinals and symbols of a sentence against its source."""

import re
from collections.abc import Iterator

from assistant.language.dates import agrees, parts_of
from assistant.language.numbers import Number
from assistant.verification.problem import Problem
from assistant.verification.tokenized import TokenizedText
from corpus.text.words import is_year

_UNIT_WORDS = {
    "%": re.compile(r"%|per\s?cent", re.IGNORECASE),
    "USD": re.compile(r"\$|\bUSD\b|dollar", re.IGNORECASE),
    "EUR": re.compile(r"€|\bEUR\b|euro", re.IGNORECASE),
}
_INSERTED = re.compile(r"\[[^\[\]]{0,200}\]")
_NUMBERED = frozenset("resolution decision article paragraph annex rule regulation document report item".split())


def number_problems(stated: TokenizedText, source: TokenizedText, around: TokenizedText) -> Iterator[Problem]:
    """Yield the numbers that the source lacks; dates, and what stands in square brackets, may come from around it."""
    inserted = {at for match in _INSERTED.finditer(stated.text) for at in range(*match.span())}
    for number in stated.numbers:
        words = stated.text[number.start : number.end]
        if number.start in inserted:
            if words.isdecimal() or _is_found(number, around, around):
                continue
        elif _is_found(number, around if number.kind == "date" or _refers(number, stated) else source, around):
            continue
        yield Problem("date" if number.kind == "date" or _is_year(number) else "number", words)
    yield from _dated_otherwise(stated, source, around)


def _refers(number: Number, stated: TokenizedText) -> bool:
    """Tell whether a number is part of a name: `resolution 2781`, `Fourth Session`, `COVID-19`."""
    if number.kind == "symbol":
        return True
    before = stated.text[: number.start].split()[-1:]
    if number.kind == "number":
        return bool(before) and before[0].lower() in _NUMBERED
    return number.kind == "ordinal" and stated.text[number.start].isupper()


def _dated_otherwise(stated: TokenizedText, source: TokenizedText, around: TokenizedText) -> Iterator[Problem]:
    """Yield the dates that only the surroundings hold, said in the place of a date that the source gives."""
    mine, theirs = ([number for number in each.numbers if number.kind == "date"] for each in (stated, source))
    unsaid = [date for date in theirs if not any(agrees(date.value, other.value) for other in mine)]
    for date in mine:
        inserted = stated.text[: date.start].count("[") > stated.text[: date.start].count("]")
        if inserted or any(_supports(other, date, around) for other in theirs):
            continue
        if unsaid and _is_found(date, around, around):
            yield Problem("date", stated.text[date.start : date.end], source.text[unsaid[0].start : unsaid[0].end])


def _is_year(number: Number) -> bool:
    return number.kind == "number" and is_year(number.value) and not number.unit


def _is_found(number: Number, cited: TokenizedText, around: TokenizedText) -> bool:
    if (number.kind, number.value, number.unit) in cited.values:
        return True
    if number.kind == "date":
        return any(_supports(other, number, around) for other in cited.numbers)
    if number.kind == "symbol":
        return any(_is_part(number.value, other.value) for other in cited.numbers)
    value = number.value
    if number.kind == "ordinal":
        value = re.sub(r"\D+$", "", value)
    return any(_same(number, value, other, around) for other in cited.numbers)


def _same(number: Number, value: str, other: Number, around: TokenizedText) -> bool:
    """Tell whether a number or an ordinal is another number, or the year of a date."""
    if other.kind == "date":
        return number.kind == "number" and value == parts_of(other.value)[0]
    if other.kind == "symbol":
        return number.kind == "number" and value in re.split(r"[^\d.]+", other.value)
    if number.kind == "number" and other.kind == "ordinal":
        return False
    if re.sub(r"(?:st|nd|rd|th)$", "", other.value) != value:
        return False
    if not number.unit or number.unit == other.unit:
        return True
    named = _UNIT_WORDS.get(number.unit)
    return not other.unit and (named is None or named.search(around.text) is not None)


def _is_part(symbol: str, other: str) -> bool:
    """Tell whether a symbol is another, or how it ends: `79/10` of `escap/res/79/10`."""
    return symbol == other or other.endswith(("/" + symbol, "-" + symbol)) or symbol.endswith("/" + other)


def _supports(other: Number, number: Number, around: TokenizedText) -> bool:
    """Tell whether a cited date says the stated one; a year it leaves out may stand elsewhere."""
    if other.kind == "number":
        return number.value == other.value
    if other.kind != "date" or not agrees(number.value, other.value):
        return False
    (year, month, day), (other_year, other_month, other_day) = parts_of(number.value), parts_of(other.value)
    if (month and not other_month) or (day and not other_day):
        return False
    return (
        not year
        or bool(other_year)
        or year in around.stems
        or any(parts_of(date.value)[0] == year for date in around.numbers if date.kind == "date")
    )
