"""Read a printed date into ISO 8601, as precise as it is printed."""

import re
from datetime import date as calendar_date

_MONTHS = (
    "january february march april may june july august september october november december".split(),
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(),
)
MONTH_OF = {name: number for names in _MONTHS for number, name in enumerate(names, start=1)}
MONTH_OF.update({name[:3]: number for number, name in enumerate(_MONTHS[0], start=1)} | {"sept": 9})

_MONTH = "|".join(sorted(MONTH_OF, key=len, reverse=True))
_YEAR = r"(?:19|20)\d\d"
_DAY_FIRST = (
    rf"(?<![\d.,/])(?P<day>\d{{1,2}})(?:st|nd|rd|th|er)?(?:\s*(?:[-–—/,]|to|and|au|al|et|y)\s*\d{{1,2}}(?:st|nd|rd|th)?)*"
    rf"(?:\s+(?:de\s+|(?:day\s+)?of\s+)?|-)(?P<month>{_MONTH})\b\.?,?(?:\s+(?:de\s+)?|-)(?P<year>{_YEAR})\b"
)
_OVER_MONTHS = (
    rf"(?<![\d.,/])(?P<day>\d{{1,2}})\s+(?P<month>{_MONTH})\.?\s*(?:[-–—]|to|and)\s*\d{{1,2}}\s+(?:{_MONTH})\.?,?\s+"
    rf"(?P<year>{_YEAR})\b"
)
_FORMS = tuple(
    re.compile(form, re.I)
    for form in (
        rf"\b(?P<year>{_YEAR})-(?P<number>\d\d)(?:-(?P<day>\d\d))?(?![\d/])",  # 2019-04-30, 2019-04
        rf"(?<![\w/])(?P<year>{_YEAR})(?P<sign>[/.])(?P<number>\d\d)(?P=sign)(?P<day>\d\d)(?![\d/])",  # 2019/04/30
        rf"(?<![\w/])(?P<day>\d\d?)(?P<sign>[/.])(?P<number>\d\d?)(?P=sign)(?P<year>{_YEAR})(?![\d/])",  # 30/04/2019
        _OVER_MONTHS,  # 28 September to 2 October 2015
        _DAY_FIRST,  # 30 April 2019, 30-Apr-2019, 3–7 May 2019, 18th day of November, 2005
        # April 30, 2019
        # June 4th to June 6th, 2019
        rf"\b(?P<month>{_MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s*(?:[-–—]|to|through|and)\s*(?:{_MONTH})\s+"
        rf"\d{{1,2}}(?:st|nd|rd|th)?,?\s+(?P<year>{_YEAR})\b",
        rf"\b(?P<month>{_MONTH})\.?,?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*[-–—]\s*\d{{1,2}})?,?\s+(?P<year>{_YEAR})\b",
        rf"\b(?P<year>{_YEAR}),?\s+(?P<month>{_MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b",  # 2018 November 09
        rf"\b(?P<month>{_MONTH})\.?,?\s+(?P<year>{_YEAR})\b",  # April 2019
    )
)


def find_date(text: str) -> str:
    """Return the first date of a short text, its first day where it is a span; empty when there is none.

    One in numbers alone, day and month first, is read where only one of them can be the month: `30/04/2019`.
    """
    return find_date_at(text)[0]


def find_date_at(text: str) -> tuple[str, int, int]:
    """Return the date that `find_date` returns, and the range of the text where it stands."""
    for form in _FORMS:
        if (match := form.search(text)) and (date := _iso(match)):
            return date, match.start(), match.end()
    return "", 0, 0


def _iso(match: re.Match[str]) -> str:
    parts = match.groupdict()
    day = int(parts.get("day") or 0)
    month = int(parts["number"]) if "number" in parts else MONTH_OF[parts["month"].lower()]
    if "number" in parts and match.start("day") < match.start("number") and parts.get("day"):
        if day <= 12 and month <= 12 and day != month:
            return ""
        day, month = (month, day) if month > 12 else (day, month)
    try:
        valid = calendar_date(int(parts["year"]), month, day or 1)
    except ValueError:
        return ""
    return valid.isoformat() if day else valid.isoformat()[:7]
