"""Read a printed date into ISO 8601, as precise as it is printed."""

import re

_MONTHS = (
    "january february march april may june july august september october november december".split(),
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(),
)
MONTH_OF = {name: number for names in _MONTHS for number, name in enumerate(names, start=1)}
MONTH_OF.update({name[:3]: number for number, name in enumerate(_MONTHS[0], start=1)} | {"sept": 9})

_MONTH = "|".join(sorted(MONTH_OF, key=len, reverse=True))
_ISO = re.compile(r"\b((?:19|20)\d\d)-(\d\d)(?:-(\d\d))?\b")
_DAY_FIRST = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th|er)?(?:\s*(?:[-–—/,]|to|and|au|al|et|y)\s*\d{{1,2}})*\s+(?:de\s+)?({_MONTH})\.?,?\s+(?:de\s+)?((?:19|20)\d\d)\b",
    re.I,
)
_OVER_MONTHS = re.compile(
    rf"\b(\d{{1,2}})\s+({_MONTH})\.?\s*(?:[-–—]|to|and)\s*\d{{1,2}}\s+(?:{_MONTH})\.?,?\s+((?:19|20)\d\d)\b", re.I
)
_MONTH_FIRST = re.compile(
    rf"\b({_MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?(?:\s*[-–—]\s*\d{{1,2}})?,?\s+((?:19|20)\d\d)\b", re.I
)
_MONTH_ONLY = re.compile(rf"\b({_MONTH})\.?\s+((?:19|20)\d\d)\b", re.I)


def find_date(text: str) -> str:
    """Return the first date of a short text, its first day where it is a span; empty when there is none."""
    if match := _ISO.search(text):
        return _valid(match.group(1), int(match.group(2)), match.group(3))
    if match := _OVER_MONTHS.search(text) or _DAY_FIRST.search(text):
        return _valid(match.group(3), MONTH_OF[match.group(2).lower()], match.group(1))
    if match := _MONTH_FIRST.search(text):
        return _valid(match.group(3), MONTH_OF[match.group(1).lower()], match.group(2))
    if match := _MONTH_ONLY.search(text):
        return f"{match.group(2)}-{MONTH_OF[match.group(1).lower()]:02d}"
    return ""


def _valid(year: str, month: int, day: str | None) -> str:
    if not 1 <= month <= 12:
        return ""
    if day is None:
        return f"{year}-{month:02d}"
    return f"{year}-{month:02d}-{int(day):02d}" if 1 <= int(day) <= 31 else ""
