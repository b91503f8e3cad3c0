"""Work out the bullet or number that PowerPoint prints before a paragraph of a slide."""

from collections.abc import Sequence
from typing import Any

from corpus.readers.ooxml import A, PackagePart
from corpus.readers.pptx.parts import P
from corpus.text.numerals import to_letters, to_roman

_BULLET = "•"
_SHAPES = (("ParenBoth", "({})"), ("ParenR", "{})"), ("Period", "{}."), ("Plain", "{}"))
TITLES = ("title", "ctrTitle")


def placeholder_of(shape: Any) -> tuple[str, str] | None:
    """Return the kind and the index of the placeholder that a shape fills, None for a shape of its own."""
    found = shape.find(f"./*/{P}nvPr/{P}ph")
    return None if found is None else (found.get("type") or "obj", found.get("idx") or "0")


class Bullets:
    """Count the automatic numbers of one text frame, paragraph by paragraph."""

    def __init__(self, shape: Any, layout: PackagePart | None, master: PackagePart | None) -> None:
        self._styles = _styles(shape, layout, master)
        self._counted: dict[int, tuple[str, int]] = {}

    def printed(self, paragraph: Any) -> tuple[str, int]:
        """Return what is printed before a paragraph that has text, and its level from 0."""
        properties = paragraph.find(A + "pPr")
        written = properties.get("lvl") if properties is not None else None
        level = min(int(written), 8) if written and written.isdigit() else 0
        for deeper in [depth for depth in self._counted if depth > level]:
            del self._counted[deeper]
        shown = self._bullet(properties, level)
        if shown is None or shown.tag != A + "buAutoNum":
            self._counted.pop(level, None)
            return (_BULLET if shown is not None and shown.tag in (A + "buChar", A + "buBlip") else ""), level
        kind, start = shown.get("type") or "arabicPeriod", shown.get("startAt") or "1"
        before = self._counted.get(level)
        first = int(start) if start.isdigit() else 1
        value = before[1] + 1 if before and before[0] == kind else first
        self._counted[level] = kind, value
        return _number(kind, value), level

    def _bullet(self, properties: Any, level: int) -> Any:
        places = [properties, *(style.find(f"{A}lvl{level + 1}pPr") for style in self._styles)]
        for place in places:
            for child in place if place is not None else ():
                if child.tag in (A + "buNone", A + "buChar", A + "buBlip", A + "buAutoNum"):
                    return child
        return None


def _number(kind: str, value: int) -> str:
    ending, pattern = next((entry for entry in _SHAPES if kind.endswith(entry[0])), ("", "{}."))
    family = kind.removesuffix(ending)
    if family in ("alphaLc", "alphaUc"):
        letters = to_letters(value)
        return pattern.format(letters.upper() if family == "alphaUc" else letters)
    if family in ("romanLc", "romanUc"):
        numeral = to_roman(value)
        return pattern.format(numeral.upper() if family == "romanUc" else numeral)
    return pattern.format(value)


def _styles(shape: Any, layout: PackagePart | None, master: PackagePart | None) -> Sequence[Any]:
    """Return the list styles that hold for a shape, the nearest first: its own, its layout's, its master's."""
    kind = placeholder_of(shape)
    found = [shape.find(f"{P}txBody/{A}lstStyle")]
    if kind is not None:
        found += [_inherited(layout, kind), _inherited(master, kind)]
        style = "titleStyle" if kind[0] in TITLES else "bodyStyle"
        found.append(master.root.find(f"{P}txStyles/{P}{style}") if master is not None else None)
    return [style for style in found if style is not None]


def _inherited(part: PackagePart | None, kind: tuple[str, str]) -> Any:
    """Return the list style of the placeholder of the same index, else of the same kind."""
    if part is None:
        return None
    same = [(place, shape) for shape in part.root.iter(P + "sp") if (place := placeholder_of(shape)) is not None]
    by_index = [shape for place, shape in same if place[1] == kind[1] and kind[1] != "0"]
    by_kind = [shape for place, shape in same if place[0] == kind[0] or {place[0], kind[0]} == {"obj", "body"}]
    for shape in by_index or by_kind:
        return shape.find(f"{P}txBody/{A}lstStyle")
    return None
