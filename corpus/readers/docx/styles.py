"""Find out which paragraphs of a Word document are headings, by their styles."""

import re
from dataclasses import dataclass
from typing import Any

from corpus.readers.docx.numbering import W, attribute

_UN_HEADINGS = {"_ h __m": 1.0, "_ h _ch": 2.0, "_ h_1": 3.0, "_ h_2/3": 4.0, "_ h_4": 5.0, "_ h_5/6": 6.0}
_HEADING = re.compile(r"heading (\d)")
_TITLE = re.compile(r"(?:title|subtitle|title_h.*|agenda_title.*)")


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of one document."""

    names: dict[str, tuple[str, str]]
    """Style id → its name in lower case and the style it is based on."""
    outline: dict[str, int]

    def of(self, node: Any) -> tuple[str, float]:
        """Return the name of a paragraph's style and its rank as a heading, 0 for none."""
        direct = attribute(node, "pPr/outlineLvl")
        style = attribute(node, "pPr/pStyle")
        first = self.names.get(style, ("", ""))[0]
        if direct.isdigit() and int(direct) < 9:
            return first, float(direct) + 1
        for _ in range(12):
            name, parent = self.names.get(style, ("", ""))
            if match := _HEADING.fullmatch(name):
                return first, float(match.group(1))
            if name in _UN_HEADINGS:
                return first, _UN_HEADINGS[name]
            if _TITLE.fullmatch(name):
                return first, 1.0
            if style in self.outline:
                return first, self.outline[style] + 1.0
            style = parent
            if not style:
                break
        return first, 0.0


def read_styles(part: Any) -> Styles:
    """Return the styles in a part that may be absent."""
    return Styles(_style_names(part), _outline(part))


def _style_names(styles: Any) -> dict[str, tuple[str, str]]:
    if styles is None:
        return {}
    return {
        style.get(W + "styleId") or "": (attribute(style, "name").lower(), attribute(style, "basedOn"))
        for style in styles.iter(W + "style")
    }


def _outline(styles: Any) -> dict[str, int]:
    if styles is None:
        return {}
    found = {style.get(W + "styleId") or "": attribute(style, "pPr/outlineLvl") for style in styles.iter(W + "style")}
    return {style: int(level) for style, level in found.items() if level.isdigit() and int(level) < 9}
