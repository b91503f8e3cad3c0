"""Dates as values: "3 November 2020", "November 3, 2020" and "2020-11-03" are the same day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_NAMES = (
    "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|"
    "november nov|december dec"
)
MONTHS = {name: number for number, names in enumerate(_NAMES.split("|"), start=1) for name in names.split()}
"""Number of each month by its name and its short forms, in lower case."""
MONTH_NAMES = tuple(names.split()[0] for names in _NAMES.split("|"))
"""Their whole names, in lower case, from January on."""
PRINTED_MONTHS = "|".join(map(str.capitalize, MONTH_NAMES))
"""Their whole names as they are printed, as alternatives of a pattern."""
_MONTH = "(?:" + "|".join(sorted(set(MONTHS) - {"may"}, key=len, reverse=True)) + r"|(?-i:May|MAY))\b\.?"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!\w|[.,]\d)"
_DAYS = rf"{_DAY}(?:\s?(?:[-–—/&,]|to|and|until|through)\s?(?:and\s)?{_DAY}){{0,6}}"
_YEAR = r"(?:1[5-9]|20|21)\d\d\b"
_DATE = re.compile(
    r"(?<!\w)(?=[\djfmasond])(?:"  # most characters begin no date
    rf"(?P<iso>(?<![\w-])\d{{4}}-\d\d-\d\d(?![\w-]))"
    rf"|(?<![\w.])(?<!\d,)(?P<days>{_DAYS})(?:\sof)?\s(?P<month>{_MONTH})(?:,?\s(?P<year>{_YEAR}))?"
    rf"|\b(?P<month2>{_MONTH})\s(?P<days2>(?!{_YEAR}){_DAYS})(?:,?\s(?P<year2>{_YEAR}))?"
    rf"|\b(?P<month3>{_MONTH}),?\s(?:of\s)?(?P<year3>{_YEAR}))",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_BETWEEN = re.compile(r"\s?(?:[-–—]|to|and|until|through)\s?")


@dataclass(frozen=True, slots=True)
class Date:
    """One stretch of a text that names days of one month, or a month."""

    year: str
    """Empty where it is left out."""
    month: int
    days: tuple[int, ...]
    """The days named, for a span its first and last; empty for a whole month."""
    start: int
    end: int

    @property
    def values(self) -> tuple[str, ...]:
        """Return `2020-11-03` for each day, `--11-03` without a year, `2020-11` for a month."""
        month = f"{self.year or '-'}-{self.month:02}"
        return tuple(f"{month}-{day:02}" for day in self.days) or (month,)


def dates_of(text: str) -> list[Date]:
    """Return the dates of a text in order; "30 May to 2 June 2020" gives its year to both."""
    found = list(_dates(text))
    for rank, (first, last) in enumerate(pairwise(found)):
        if not first.year and last.year and _BETWEEN.fullmatch(text, first.end, last.start):
            year = int(last.year) - (first.month > last.month)
            found[rank] = Date(str(year), first.month, first.days, first.start, first.end)
    return found


def _dates(text: str) -> Iterator[Date]:
    for match in _DATE.finditer(text):
        if match["iso"]:
            year, month, day = match["iso"].split("-")
            if 1 <= int(month) <= 12 and 1 <= int(day) <= 31:
                yield Date(year, int(month), (int(day),), *match.span())
            continue
        month = match["month"] or match["month2"] or match["month3"]
        days = match["days"] or match["days2"] or ""
        year = match["year"] or match["year2"] or match["year3"] or ""
        number = MONTHS[month.lower().rstrip(".")]
        yield Date(year, number, tuple(int(day) for day in _DIGITS.findall(days)), *match.span())


def agrees(date: str, other: str) -> bool:
    """Tell whether two dates can be the same day: what one leaves out, the other may say."""
    return date == other or all(
        ours == theirs or not ours or not theirs for ours, theirs in zip(parts_of(date), parts_of(other), strict=True)
    )


def parts_of(date: str) -> tuple[str, str, str]:
    """Return year, month and day of a date value, empty where it leaves one out."""
    if date.startswith("-"):
        return "", date[2:4], date[5:7]
    year, _, rest = date.partition("-")
    month, _, day = rest.partition("-")
    return year, month, day
