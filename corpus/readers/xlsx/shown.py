"""Show the number in a cell as its format says: a date, a percentage, with thousands parted and decimals cut."""

import re
from datetime import datetime, timedelta
from typing import Any

from corpus.readers.ooxml import S

_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 14: "yyyy-mm-dd",
    15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss",
    22: "yyyy-mm-dd h:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 45: "mm:ss", 46: "h:mm:ss",
    47: "mm:ss", 48: "0.0E+0", 49: "@",
}  # fmt: skip
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|([$€£¥₤₽₹])')
_UNSEEN = re.compile(r"\[[^\]]*\]|_.|\*.")
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.I)
_PLACES = re.compile(r"[#0?][#0?,]*(?:\.([#0?]+))?")
_MOST_DAYS = 2_958_466
"""1 January 10000 as a day of Excel."""


class NumberFormats:
    """The number formats of a workbook, by the style of a cell."""

    def __init__(self, styles: Any, *, from_1904: bool) -> None:
        """Read the part of styles, which may be absent; `from_1904` tells which day is counted as the first."""
        written = (
            {} if styles is None else {n.get("numFmtId"): n.get("formatCode") or "" for n in styles.iter(S + "numFmt")}
        )
        used = styles.find(S + "cellXfs") if styles is not None else None
        self._codes = [
            written.get(xf.get("numFmtId"), _BUILT_IN.get(_whole(xf.get("numFmtId")), ""))
            for xf in (used if used is not None else ())
        ]
        self._first_day = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30)

    def shown(self, value: str, style: str) -> str:
        """Return a stored number as it is shown; what is no number is shown as it is stored."""
        try:
            number = float(value)
        except ValueError:
            return value
        rank = _whole(style)
        code = self._codes[rank] if rank < len(self._codes) else ""
        if _is_date(code):
            return self._dated(number, code)
        return _formatted(number, code)

    def _dated(self, days: float, code: str) -> str:
        bare = _LITERAL.sub("", code).casefold()
        if _ELAPSED.search(code) or not 0 <= days < _MOST_DAYS:
            return _clock(days) if 0 <= days < _MOST_DAYS else plain(days)
        moment = self._first_day + timedelta(seconds=round(days * 86_400))
        has_day, has_time = "y" in bare or "d" in bare or bare.strip() in ("mmm", "mmmm"), "h" in bare or "s" in bare
        if not has_day:
            return moment.strftime("%H:%M:%S" if "s" in bare else "%H:%M")
        day = moment.strftime("%Y-%m-%d") if "d" in bare else moment.strftime("%Y-%m" if "m" in bare else "%Y")
        return f"{day} {moment:%H:%M}" if has_time else day


def _whole(text: str | None) -> int:
    return int(text) if text and text.isdigit() else 0


def _is_date(code: str) -> bool:
    bare = _UNSEEN.sub("", _LITERAL.sub("", code.partition(";")[0]))
    return bool(_ELAPSED.search(code)) or (
        bool(re.search("[ymdhs]", bare, re.I)) and not re.search("[#0]", bare.split(".")[0])
    )


def _clock(days: float) -> str:
    seconds = round(days * 86_400)
    return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def plain(number: float) -> str:
    """Return a number as a cell without a format shows it: at most 11 digits."""
    if number == int(number) and abs(number) < 1e15:
        return str(int(number))
    return f"{number:.11g}"


def _formatted(number: float, code: str) -> str:
    positive, _, rest = code.partition(";")
    section = rest.partition(";")[0] if number < 0 and rest else positive
    places = _PLACES.search(_UNSEEN.sub("", _LITERAL.sub("", section)))
    if not places or "E" in section or "/" in _LITERAL.sub("", section) or section.casefold() == "general":
        return plain(number)
    percent = "%" in section
    scaled = abs(number) * 100 if percent else abs(number)
    decimals = len(places.group(1) or "")
    figure = f"{scaled:,.{decimals}f}" if "," in places.group(0) else f"{scaled:.{decimals}f}"
    sign = "-" if number < 0 and figure.strip("0.,") else ""
    before, after = _around(section)
    return f"{before}{sign}{figure}{'%' if percent else ''}{after}"


def _around(section: str) -> tuple[str, str]:
    """Return the literal words of a format before its figure and after it: `€`, ` kg`."""
    masked = _LITERAL.sub(lambda match: "\0" * len(match.group(0)), section)
    first = re.search("[#0?]", masked)
    at = first.start() if first else len(section)
    words = [(match.start(), _literal(section, match)) for match in _LITERAL.finditer(section)]
    return "".join(word for start, word in words if start < at), "".join(word for start, word in words if start > at)


def _literal(section: str, match: re.Match[str]) -> str:
    word = next((group for group in match.groups() if group), "")
    return f" {word}" if word and section[match.start() - 1 : match.start()] == " " else word
