"""Find the period that a document covers, which is not its own date: `for the quarter ended 31 March 2019`."""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date as calendar_date

from corpus.metadata.found import NOTHING, Found
from corpus.metadata.front_page import FrontPage
from corpus.text.dates import MONTH_OF, find_date, find_date_at

_YEAR = r"(?:19|20)\d\d"
_YEARS = rf"(?P<first>{_YEAR})(?:\s?(?:[-–—/]|to|and)\s?(?P<last>{_YEAR}|\d\d))?(?![\d/-])"
_DAYS = (
    r"(?P<from>[^.;:()]{3,40}?\d{4}|[^.;:()]{3,20}?)\s(?:to|until|through|and|[-–—])\s"
    rf"(?P<to>{_YEAR}-\d\d-\d\d|[^.;:()]{{3,30}}?{_YEAR})"
)
_LENGTHS = {"week": 0, "month": 1, "quarter": 3, "half": 6, "half-year": 6, "six months": 6, "three months": 3}
_LENGTHS |= {"nine months": 9, "biennium": 24}
_UNIT = rf"(?P<unit>{'|'.join(sorted(_LENGTHS, key=len, reverse=True))}|(?:(?:fiscal|financial) )?year)"
_ENDED = re.compile(
    rf"\b{_UNIT},? (?:that )?end(?:ed|ing),?(?: on| at)?(?: the)? (?P<to>[^.;:()]{{3,18}}?{_YEAR})", re.I
)
"""`for the quarter ended 31 March 2019`, `Statements for the biennium ended 31 December 2011`."""
_SPAN = re.compile(
    r"\b(?:period|covers?|covering|during|activities|transactions|reporting period|quarter|year|report)\b[,:]?"
    rf"(?: (?:covered|of review|under review|of|from|between|the period|is|was|runs|report|for)){{0,3}}[:,]? {_DAYS}",
    re.I,
)
"""`covers the period from 1 January to 30 June 2019`, `Reporting period: 16 March 2018 – 15 March 2019`."""
_COVERS = re.compile(rf"\bcover(?:s|ing|ed)\b[^.]{{0,140}}?\bfrom {_DAYS}", re.I)
"""`The present report covers developments in the harbour from 5 December 2024 to 4 April 2025.`"""
_BETWEEN = re.compile(rf"^(?:Between|From|In the period(?: from)?) {_DAYS},", re.I)
"""How a report may begin: `Between 6 January 2021 and 4 May 2021, the committee processed …`."""
_QUARTER = re.compile(
    r"\b(?:Q(?P<number>[1-4])|(?P<ordinal>first|second|third|fourth) quarter)(?: of| of the year|,|-)? ?"
    rf"(?P<first>{_YEAR})\b|"
    rf"\b(?P<year>{_YEAR})[ -]?Q(?P<after>[1-4])\b",
    re.I,
)
"""`Report for the third quarter of 2021`, `Q3 2021`."""
_KIND = (
    r"(?:reports?|reviews?|accounts|statements?|budgets?|results?|returns?|overview|performance|summary|bulletin|"
    r"highlights|retrospective)"
)
_FOR_YEARS = re.compile(
    rf"\b{_KIND}\b[^.;]{{0,60}}?\bfor (?:the )?(?:period |years? |fiscal year |financial year |biennium |FY ?)?"
    rf"{_YEARS}|"
    rf"\b(?:annual|quadrennial|biennial|yearly) {_KIND}(?: on [^,;:]{{3,60}}| of the [^,;:]{{3,60}})?[,:( –-]{{1,3}}"
    rf"(?:of )?(?P<first2>{_YEAR})(?:[-–/](?P<last2>{_YEAR}|\d\d))?(?![\d/-])",
    re.I,
)
"""`Quadrennial reports for the period 2020–2023`, `Annual report of the Oversight Advisory Committee, 2024`."""
_YEAR_FIRST = re.compile(
    rf"^(?P<first>{_YEAR})(?:[-–/](?P<last>{_YEAR}|\d\d))? (?:[\w'’]+ ){{0,4}}?"
    rf"(?:annual {_KIND}|year in review|year end {_KIND}|budget)\b|"
    rf"\byear in review\W+(?:for )?(?P<first2>{_YEAR})\b|\byear in review\b.* for (?P<first3>{_YEAR})$",
    re.I,
)
"""`2018 Executive Council Year in Review`, `2022 annual report`."""
_MOST_YEARS, _SENTENCE = 50, 400
_ORDINALS = ("first", "second", "third", "fourth")


def find_period(page: FrontPage, title: str) -> Found:
    """Return the period covered as ISO 8601, with where it stands.

    A year, `2020/2023`, `2019-01-01/2019-03-31`, or with months; nothing where none is stated.
    """
    places: Sequence[tuple[str, Sequence[str]]] = (
        ("title", [title]),
        ("cover", page.lines[:25]),
        ("first lines", page.opening),
    )
    for origin, texts in places:
        for text in texts:
            if period := _period_in(text, whole=origin != "first lines"):
                return Found(period, origin)
    return NOTHING


def years_of(period: str) -> frozenset[str]:
    """Return the years that a period touches: those of `2020/2023` are four."""
    ends = [int(end[:4]) for end in period.split("/") if end[:4].isdigit()]
    return frozenset(map(str, range(ends[0], min(ends[-1], ends[0] + _MOST_YEARS) + 1))) if ends else frozenset()


def _period_in(text: str, *, whole: bool) -> str:
    """Return the first period that a text states; where it is running text, only one in full words counts."""
    if match := _ENDED.search(text):
        return _ended(match["unit"].lower(), find_date(match["to"]))
    spans = [_SPAN.search(text) if whole or text.lower().startswith(("this report", "the present report")) else None]
    for match in (*spans, _BETWEEN.match(text), _COVERS.search(text[:_SENTENCE])):
        if match and (period := _span(match["from"], match["to"])):
            return period
    if not whole:
        return ""
    if match := _QUARTER.search(text):
        return _quarter(match)
    years = _FOR_YEARS.search(text) or _YEAR_FIRST.search(text)
    return _years(years) if years else ""


def _ended(unit: str, end: str) -> str:
    """Return the period of a length that ends on a day: a quarter ended 2019-03-31 began on 2019-01-01."""
    if len(end) == 7:
        end = f"{end}-{monthrange(int(end[:4]), int(end[5:]))[1]}"
    if len(end) != 10:
        return ""
    months = _LENGTHS.get(unit, 12)
    last = calendar_date.fromisoformat(end)
    if not months or last.day != monthrange(last.year, last.month)[1]:
        return ""
    before = last.year * 12 + last.month - months
    return f"{before // 12}-{before % 12 + 1:02d}-01/{end}"


def _span(first: str, last: str) -> str:
    """Return a span of days or months; a year, or a month too, stands once where both share it."""
    end, _, _ = find_date_at(last)
    if not end:
        return ""
    if not re.search(_YEAR, first):
        lacks_month = not any(re.search(rf"\b{month}\b", first, re.I) for month in MONTH_OF)
        first = f"{first.strip()} {end[:4]}" if not lacks_month else ""
    start = find_date(first)
    return f"{start}/{end}" if len(start) == len(end) and start < end else ""


def _quarter(match: re.Match[str]) -> str:
    number = match["number"] or match["after"]
    which = int(number) if number else _ORDINALS.index(match["ordinal"].lower()) + 1
    year, month = match["first"] or match["year"], which * 3
    return f"{year}-{month - 2:02d}-01/{year}-{month:02d}-{monthrange(int(year), month)[1]}"


def _years(match: re.Match[str]) -> str:
    groups = match.groupdict()
    first = groups.get("first") or groups.get("first2") or groups.get("first3") or ""
    last = groups.get("last") or groups.get("last2") or ""
    last = first[:2] + last if len(last) == 2 else last
    return f"{first}/{last}" if last and last > first else first
