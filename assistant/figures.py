"""Numbers, dates and amounts as values, so that "15,000", "15000" and "fifteen thousand" are the same."""

import re
from dataclasses import dataclass
from typing import Literal

from assistant.words import canonical

_MONTH_NAMES = (
    "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|"
    "november nov|december dec"
)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES.split("|"), start=1) for name in names.split()}
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d.,]*\d)"
_DAYS = rf"(?P<day>{_DAY})(?:\s*(?:-|–|to|and|/)\s*(?P<last>{_DAY}))?"
_YEAR = r"(?P<year>(?:1[5-9]|20|21)\d\d)\b"
_DATE = re.compile(
    rf"\b(?:(?P<iso>\d{{4}}-\d\d-\d\d)\b"
    rf"|{_DAYS}(?:\s+of)?\s+(?P<month>{_MONTH})(?:,?\s+{_YEAR})?"
    rf"|(?P<month2>{_MONTH})\s+{_DAYS.replace('?P<day>', '?P<day2>').replace('?P<last>', '?P<last2>')}"
    rf"(?:,?\s+{_YEAR.replace('?P<year>', '?P<year2>')})?"
    rf"|(?P<month3>{_MONTH}),?\s+{_YEAR.replace('?P<year>', '?P<year3>')})",
    re.IGNORECASE,
)
_SCALE = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 10**12}
_NUMBER_WORD = (
    r"(?:zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|"
    r"seven|eight|nine))?"
)
_ORDINAL = (
    r"\b(?:\d+(?:st|nd|rd|th)|(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ])?(?:first|second|third|"
    r"fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth)|"
    r"(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ieth)\b"
)
_NUMBER = re.compile(
    rf"(?P<symbol>\b(?=[\w/.-]*\d)[A-Za-z]*\d*[A-Za-z]+(?:[/.-][A-Za-z0-9]+)*[/-][\w/.-]*\w)"
    rf"|(?P<ordinal>{_ORDINAL})"
    rf"|(?P<digits>(?<![\w.])\d(?:[\d,]*\d)?(?:\.\d+)?(?:[/:]\d+)*)(?P<scale>\s+(?:hundred|thousand|million|billion|trillion))?"
    rf"|\b(?P<words>{_NUMBER_WORD}|(?:a|one)(?=\s+(?:hundred|thousand|million|billion)\b))"
    rf"(?P<scale2>\s+(?:hundred|thousand|million|billion|trillion))?\b",
    re.IGNORECASE,
)

FigureKind = Literal["number", "date", "ordinal", "symbol"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A value in a text, and where it stands."""

    kind: FigureKind
    value: str
    """`15000`, `22`, `2020-11-03`, `--05-10` for a day without a year, `2020-11` for a month, `4th`, `a/78/5`."""
    start: int
    end: int


def figures_of(text: str) -> list[Figure]:
    """Return the dates, numbers, ordinals and symbols of a text in order; a span of days gives two dates."""
    found: list[Figure] = []
    taken: list[tuple[int, int]] = []
    for match in _DATE.finditer(text):
        found += [Figure("date", value, match.start(), match.end()) for value in _dates(match)]
        taken.append(match.span())
    for match in _NUMBER.finditer(text):
        if not any(start <= match.start() < end for start, end in taken):
            found.append(_number(match))
    return sorted(found, key=lambda figure: (figure.start, figure.value))


def _dates(match: re.Match[str]) -> list[str]:
    if match["iso"]:
        return [match["iso"]]
    month = _MONTHS[(match["month"] or match["month2"] or match["month3"]).lower().rstrip(".")]
    year = match["year"] or match["year2"] or match["year3"] or "-"
    if match["month3"]:
        return [f"{year}-{month:02}"]
    days = [match["day"] or match["day2"], match["last"] or match["last2"]]
    return [f"{year}-{month:02}-{int(re.sub('[a-z]', '', day.lower())):02}" for day in days if day]


def _number(match: re.Match[str]) -> Figure:
    if match["symbol"]:
        return Figure("symbol", match["symbol"].lower(), *match.span())
    if match["ordinal"]:
        return Figure("ordinal", canonical(match["ordinal"]), *match.span())
    scale = _SCALE.get((match["scale"] or match["scale2"] or "").strip().lower(), 1)
    if match["words"]:
        word = match["words"].lower()
        plain = "1" if word in {"a", "one"} else canonical(word)
        return Figure("number", _plain(str(int(plain) * scale)), *match.span())
    digits = match["digits"].replace(",", "").rstrip(".")
    if "/" in digits or ":" in digits:
        return Figure("symbol", digits, *match.span())
    return Figure("number", _plain(str(float(digits) * scale) if scale > 1 else digits), *match.span())


def _plain(digits: str) -> str:
    """Drop what does not change a value: `22.0` → `22`, `007` → `7`."""
    whole, _, fraction = digits.partition(".")
    fraction = fraction.rstrip("0")
    return (whole.lstrip("0") or "0") + (f".{fraction}" if fraction else "")


def agrees(date: str, other: str) -> bool:
    """Tell whether two dates can be the same day: what one leaves out, the other may say."""
    if date == other:
        return True
    return all(
        ours == theirs or not ours or not theirs for ours, theirs in zip(_parts(date), _parts(other), strict=True)
    )


def _parts(date: str) -> tuple[str, str, str]:
    if date.startswith("-"):
        return "", date[2:4], date[5:7]
    year, _, rest = date.partition("-")
    month, _, day = rest.partition("-")
    return year, month, day
