"""Work out the numbers that Word prints before paragraphs without storing them."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from corpus.text.numerals import to_letters, to_roman

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BULLET = "•"


def attribute(element: Any, path: str, default: str = "") -> str:
    """Return the `w:val` of the element at a path below another, such as `pPr/pStyle`."""
    found = element.find("/".join(W + step for step in path.split("/"))) if element is not None else None
    return default if found is None else (found.get(W + "val") or "true")


def formatted(value: int, kind: str) -> str:
    """Return a number in one of Word's formats: `decimal`, `lowerLetter`, `upperRoman`, …"""
    if kind in ("lowerLetter", "upperLetter") and value > 0:
        letters = to_letters(value)
        return letters.upper() if kind == "upperLetter" else letters
    if kind in ("lowerRoman", "upperRoman") and 0 < value < 4000:
        numeral = to_roman(value)
        return numeral.upper() if kind == "upperRoman" else numeral
    if kind == "decimalZero":
        return f"{value:02d}"
    return "" if kind == "none" else str(value)


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    kind: str
    pattern: str
    """What is printed, with `%1` for the number of the first level."""


class AutomaticNumbers:
    """Count the automatic numbers of one document, paragraph by paragraph."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._abstract: dict[str, str] = {}
        self._overrides: dict[str, dict[int, int]] = {}
        self._counters: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[str] = set()
        self._style_numbers: dict[str, tuple[str, int]] = {}
        self._parents: dict[str, str] = {}
        if numbering is not None:
            self._read_numbering(numbering)
        if styles is not None:
            self._read_styles(styles)

    def printed(self, paragraph: Any) -> tuple[str, int]:
        """Return the number or bullet that Word prints before a paragraph, and its level from 0; empty when none."""
        found = self._number_of(paragraph)
        if found is None:
            return "", 0
        number, level = found
        abstract = self._abstract.get(number, "")
        levels = self._levels.get(abstract, {})
        shape = levels.get(level)
        if shape is None:
            return "", level
        if shape.kind == "bullet":
            return _BULLET, level
        counters = self._advance(number, abstract, level, levels)
        text = shape.pattern
        for depth, value in counters.items():
            text = text.replace(f"%{depth + 1}", formatted(value, levels[depth].kind if depth in levels else "decimal"))
        return text.strip(), level

    def _advance(self, number: str, abstract: str, level: int, levels: dict[int, _Level]) -> dict[int, int]:
        counters = self._counters[abstract]
        overrides = self._overrides.get(number, {})
        if number not in self._begun:
            self._begun.add(number)
            for depth in overrides:
                counters.pop(depth, None)
        for depth in range(level):
            if depth in levels:
                counters.setdefault(depth, levels[depth].start)
        start = overrides.get(level, levels[level].start)
        counters[level] = counters[level] + 1 if level in counters else start
        for depth in [depth for depth in counters if depth > level]:
            del counters[depth]
        return counters

    def _number_of(self, paragraph: Any) -> tuple[str, int] | None:
        direct = paragraph.find(f"{W}pPr/{W}numPr")
        style = attribute(paragraph, "pPr/pStyle")
        inherited = self._inherited(style)
        if direct is None:
            return inherited
        number = attribute(direct, "numId") or (inherited[0] if inherited else "")
        level = attribute(direct, "ilvl", str(inherited[1]) if inherited else "0")
        return None if number in ("", "0") else (number, int(level) if level.isdigit() else 0)

    def _inherited(self, style: str) -> tuple[str, int] | None:
        for _ in range(20):
            if style in self._style_numbers:
                found = self._style_numbers[style]
                return None if found[0] in ("", "0") else found
            style = self._parents.get(style, "")
            if not style:
                return None
        return None

    def _read_numbering(self, numbering: Any) -> None:
        for abstract in numbering.iter(W + "abstractNum"):
            levels = {int(lvl.get(W + "ilvl") or 0): _level(lvl) for lvl in abstract.iter(W + "lvl")}
            self._levels[abstract.get(W + "abstractNumId") or ""] = levels
            for lvl in abstract.iter(W + "lvl"):
                linked = attribute(lvl, "pStyle")
                if linked:
                    self._linked_style(linked, abstract.get(W + "abstractNumId") or "", int(lvl.get(W + "ilvl") or 0))
        for num in numbering.iter(W + "num"):
            number = num.get(W + "numId") or ""
            self._abstract[number] = attribute(num, "abstractNumId")
            self._overrides[number] = {
                int(override.get(W + "ilvl") or 0): int(attribute(override, "startOverride", "1"))
                for override in num.iter(W + "lvlOverride")
                if override.find(W + "startOverride") is not None
            }

    def _linked_style(self, style: str, abstract: str, level: int) -> None:
        self._parents.setdefault(f"\0level {style}", f"{abstract}:{level}")

    def _read_styles(self, styles: Any) -> None:
        for style in styles.iter(W + "style"):
            name = style.get(W + "styleId") or ""
            self._parents[name] = attribute(style, "basedOn")
            number = style.find(f"{W}pPr/{W}numPr")
            if number is None:
                continue
            level = attribute(number, "ilvl", "")
            linked = self._parents.get(f"\0level {name}", ":0").rpartition(":")[2]
            depth = level if level.isdigit() else linked
            self._style_numbers[name] = (attribute(number, "numId"), int(depth))


def _level(lvl: Any) -> _Level:
    start = attribute(lvl, "start", "1")
    return _Level(int(start) if start.isdigit() else 1, attribute(lvl, "numFmt", "decimal"), attribute(lvl, "lvlText"))
