"""Check the numbers, dates, ordinals and symbols of a sentence against its source."""

import re
from collections.abc import Iterator

from assistant.language.dates import agrees, parts_of
from assistant.language.numbers import Figure
from assistant.language.words import canonical, is_year
from assistant.verification.problem import Problem
from assistant.verification.reading import Reading

_UNIT_WORDS = {
    "%": re.compile(r"%|per\s?cent", re.IGNORECASE),
    "USD": re.compile(r"\$|\bUSD\b|dollar", re.IGNORECASE),
    "EUR": re.compile(r"€|\bEUR\b|euro", re.IGNORECASE),
}
_INSERTED = re.compile(r"\[[^\[\]]{0,200}\]")
_ANYBODY = frozenset(canonical(word) for word in "people persons individuals others".split())
"""Whom a number may count under any other name: `24 others were injured`."""
_NUMBERED = frozenset("resolution decision article paragraph annex rule regulation document report item".split())
_RUN = 5
"""Words after a number among which the thing counted is looked for."""


def figure_problems(stated: Reading, source: Reading, around: Reading) -> Iterator[Problem]:
    """Yield the figures that the source lacks; dates, and what stands in square brackets, may come from around it."""
    inserted = {at for match in _INSERTED.finditer(stated.text) for at in range(*match.span())}
    for figure in stated.figures:
        words = stated.text[figure.start : figure.end]
        if figure.start in inserted:
            if words.isdecimal() or _is_found(figure, around, around):
                continue
        elif _is_found(figure, around if figure.kind == "date" or _refers(figure, stated) else source, around):
            continue
        yield Problem("date" if figure.kind == "date" or _is_year(figure) else "number", words)
    yield from _dated_otherwise(stated, source, around)
    yield from _counted_otherwise(stated, source)


def _refers(figure: Figure, stated: Reading) -> bool:
    """Tell whether a figure is part of a name: `resolution 2781`, `Fourth Session`, `COVID-19`."""
    if figure.kind == "symbol":
        return True
    before = stated.text[: figure.start].split()[-1:]
    if figure.kind == "number":
        return bool(before) and before[0].lower() in _NUMBERED
    return figure.kind == "ordinal" and stated.text[figure.start].isupper()


def _dated_otherwise(stated: Reading, source: Reading, around: Reading) -> Iterator[Problem]:
    """Yield the dates that only the surroundings hold, said in the place of a date that the source gives."""
    mine, theirs = ([figure for figure in each.figures if figure.kind == "date"] for each in (stated, source))
    unsaid = [date for date in theirs if not any(agrees(date.value, other.value) for other in mine)]
    for date in mine:
        inserted = stated.text[: date.start].count("[") > stated.text[: date.start].count("]")
        if inserted or any(_supports(other, date, around) for other in theirs):
            continue
        instead = next((other for other in unsaid if _shape(other) == _shape(date)), None)
        if instead and _is_found(date, around, around):
            yield Problem("date", stated.text[date.start : date.end], source.text[instead.start : instead.end])


def _shape(date: Figure) -> tuple[bool, bool]:
    """Return whether a date gives a month, and a day."""
    _, month, day = parts_of(date.value)
    return bool(month), bool(day)


def _is_year(figure: Figure) -> bool:
    return figure.kind == "number" and is_year(figure.value) and not figure.unit


def _is_found(figure: Figure, cited: Reading, around: Reading) -> bool:
    if (figure.kind, figure.value, figure.unit) in cited.values:
        return True
    if figure.kind == "date":
        return any(_supports(other, figure, around) for other in cited.figures)
    if figure.kind == "symbol":
        return any(_is_part(figure.value, other.value) for other in cited.figures)
    value = figure.value
    if figure.kind == "ordinal":
        value = re.sub(r"\D+$", "", value)
    return any(_same(figure, value, other, around) for other in cited.figures)


def _same(figure: Figure, value: str, other: Figure, around: Reading) -> bool:
    """Tell whether a number or an ordinal is another figure, or the year of a date."""
    if other.kind == "date":
        return figure.kind == "number" and value == parts_of(other.value)[0]
    if other.kind == "symbol":
        return figure.kind == "number" and value in re.split(r"[^\d.]+", other.value)
    if figure.kind == "number" and other.kind == "ordinal":
        return False
    if re.sub(r"(?:st|nd|rd|th)$", "", other.value) != value:
        return False
    if not figure.unit or figure.unit == other.unit:
        return True
    named = _UNIT_WORDS.get(figure.unit)
    return not other.unit and (named is None or named.search(around.text) is not None)


def _is_part(symbol: str, other: str) -> bool:
    """Tell whether a symbol is another, or how it ends: `79/10` of `escap/res/79/10`."""
    return symbol == other or other.endswith(("/" + symbol, "-" + symbol)) or symbol.endswith("/" + other)


def _supports(other: Figure, figure: Figure, around: Reading) -> bool:
    """Tell whether a cited date says the stated one; a year it leaves out may stand elsewhere."""
    if other.kind == "number":
        return figure.value == other.value
    if other.kind != "date" or not agrees(figure.value, other.value):
        return False
    (year, month, day), (other_year, other_month, other_day) = parts_of(figure.value), parts_of(other.value)
    if (month and not other_month) or (day and not other_day):
        return False
    return (
        not year
        or bool(other_year)
        or year in around.held
        or any(parts_of(date.value)[0] == year for date in around.figures if date.kind == "date")
    )


def _counted_otherwise(stated: Reading, source: Reading) -> Iterator[Problem]:
    """Yield the numbers that the source gives for something else: "13 participants" of "70 participants, 13 States"."""
    theirs = list(_counts(source))
    for value, words, run in _counts(stated):
        if run[-1] in _ANYBODY:
            continue
        same_thing = [count for count in theirs if count[2][-1] == run[-1]]
        same_value = [count for count in theirs if count[0] == value]
        if (
            same_thing
            and same_value
            and all(count[0] != value for count in same_thing)
            and all(set(run).isdisjoint(count[2]) for count in same_value)
        ):
            yield Problem("number", words, same_thing[0][1])


def _counts(reading: Reading) -> Iterator[tuple[str, str, list[str]]]:
    """Yield each number with what it counts: its value, its words, the canonical words up to a small word or a stop."""
    places = reading.places
    for rank, place in enumerate(places):
        if not place.word.canonical.isdigit():
            continue
        run: list[str] = []
        for after in places[rank + 1 : rank + 1 + _RUN]:
            if after.clause != place.clause or not after.word.is_content or after.word.is_figure:
                break
            run.append(after.word.canonical)
            end = after.word.end
        if run:
            yield place.word.canonical, reading.text[place.word.start : end], run
