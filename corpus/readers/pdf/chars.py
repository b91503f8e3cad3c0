"""Read the characters of a PDF page with their places, and make of them pieces of lines.

Coordinates are in points from the lower left corner of the page as it is shown.
"""

import ctypes
import math
import re
from dataclasses import dataclass, field
from typing import Any

from corpus.text.numerals import raised

GAP_CELL = 1.0
"""Empty space, in times the font size, that parts two pieces of one line."""
GAP_SPACE = 1.6
"""The same where a space is drawn in it, as in a line set to the full width."""
_SPACED_PAGE = 0.06
"""Share of a page's characters that are spaces where it draws its spaces."""
_LEAST_GAP_SPACED, _LEAST_GAP = 0.21, 0.17
"""Empty space, in times the font size, that is a space: on a page that draws its spaces, and on one that does not."""
_KERNED_GAP_SPACED, _KERNED_GAP = 0.20, 0.12
"""The same where pdfium takes the gap for a space, as beside a kerned pair."""
_BOLD = re.compile(r"bold|black|heavy|semibold|demi|[-,]bd\b", re.I)
_LINE_END_HYPHENS = "\x02\ufffe"


@dataclass(slots=True)
class Fragment:
    """Text that stands together on one line, in the order in which the page draws it."""

    text: str
    x0: float
    x1: float
    y: float
    """Baseline."""
    size: float
    bold: bool
    page: int = 0
    space: bool = False
    """A space is drawn after it."""


@dataclass(slots=True)
class PageText:
    """What one page holds."""

    number: int
    width: float
    height: float
    fragments: list[Fragment] = field(default_factory=list)
    raw: str = ""
    """All its characters in the order of the file, for the audit."""


class _Glyphs:
    """Read glyph after glyph through the library's C interface."""

    def __init__(self, text_page: Any) -> None:
        import pypdfium2.raw as raw

        self.raw = raw
        self.handle = text_page
        self.count = max(0, raw.FPDFText_CountChars(text_page))
        self._fonts: dict[Any, bool] = {}
        self._box = [ctypes.c_double() for _ in range(4)]
        self._origin = [ctypes.c_double() for _ in range(2)]
        self._matrix = raw.FS_MATRIX()
        self._bold_object: dict[int, bool] = {}

    def character(self, index: int) -> str:
        code = self.raw.FPDFText_GetUnicode(self.handle, index)
        return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""

    def generated(self, index: int) -> bool:
        return bool(self.raw.FPDFText_IsGenerated(self.handle, index) == 1)

    def place(self, index: int) -> tuple[float, float, float, float, float]:
        """Return left, right, baseline, x of the origin, and font size as it is shown, not as the file scales it."""
        left, right, bottom, top = self._box
        self.raw.FPDFText_GetCharBox(self.handle, index, left, right, bottom, top)
        self.raw.FPDFText_GetCharOrigin(self.handle, index, *self._origin)
        size = self.raw.FPDFText_GetFontSize(self.handle, index)
        if self.raw.FPDFText_GetMatrix(self.handle, index, self._matrix):
            size *= math.hypot(self._matrix.c, self._matrix.d)
        return left.value, right.value, self._origin[1].value, self._origin[0].value, size

    def advance_edge(self, index: int) -> float:
        """Return where the glyph's advance ends, which its ink may overhang."""
        box = self.raw.FS_RECTF()
        return float(box.right) if self.raw.FPDFText_GetLooseCharBox(self.handle, index, box) else -1.0

    def vertical_box(self, index: int) -> tuple[float, float]:
        left, right, bottom, top = self._box
        self.raw.FPDFText_GetCharBox(self.handle, index, left, right, bottom, top)
        return bottom.value, top.value

    def bold(self, index: int) -> bool:
        text_object = self.raw.FPDFText_GetTextObject(self.handle, index)
        if not text_object:
            return False
        key = ctypes.addressof(text_object.contents)
        if key not in self._bold_object:
            self._bold_object[key] = self._bold_font(text_object)
        return self._bold_object[key]

    def _bold_font(self, text_object: Any) -> bool:
        font = self.raw.FPDFTextObj_GetFont(text_object)
        if not font:
            return False
        key = ctypes.addressof(font.contents)
        if key not in self._fonts:
            name = ctypes.create_string_buffer(256)
            self.raw.FPDFFont_GetBaseFontName(font, name, 256)
            weight = self.raw.FPDFFont_GetWeight(font)
            self._fonts[key] = bool(_BOLD.search(name.value.decode("latin-1"))) or weight >= 600
        return self._fonts[key]


def read_page(page: Any, number: int) -> PageText:
    """Return the fragments of a page (numbered from 1) in the order of its content."""
    width, height = page.get_size()
    result = PageText(number, width, height)
    text_page = page.get_textpage()
    try:
        _gather(_Glyphs(text_page), result, _turn(page))
        result.raw = text_page.get_text_range()
    finally:
        text_page.close()
    return result


def _turn(page: Any) -> int:
    return int(page.get_rotation()) % 360


def _turned(x: float, y: float, turn: int, page: PageText) -> tuple[float, float]:
    """Return a place on the page as it is shown, for a page that is turned by 90, 180 or 270 degrees."""
    if turn == 90:
        return y, page.height - x
    if turn == 180:
        return page.width - x, page.height - y
    if turn == 270:
        return page.width - y, x
    return x, y


def _gather(glyphs: _Glyphs, page: PageText, turn: int) -> None:
    current: _Growing | None = None
    last = 0
    characters = [glyphs.character(index) for index in range(glyphs.count)]
    real = sum(1 for index, c in enumerate(characters) if c == " " and not glyphs.generated(index))
    draws_spaces = real > _SPACED_PAGE * max(1, glyphs.count)
    usual_gap, kerned_gap = (_LEAST_GAP_SPACED, _KERNED_GAP_SPACED) if draws_spaces else (_LEAST_GAP, _KERNED_GAP)
    least_gap = usual_gap
    for index, character in enumerate(characters):
        if not character or glyphs.generated(index):
            least_gap = kerned_gap if character == " " else usual_gap
            continue
        shown = "-" if character in _LINE_END_HYPHENS else character
        if character.isspace():
            if current is not None:
                current.space = True
            continue
        left, right, y, origin, size = glyphs.place(index)
        if turn:
            bottom, top = glyphs.vertical_box(index)
            (origin, y), (a, _), (b, _) = (
                _turned(origin, y, turn, page),
                _turned(left, bottom, turn, page),
                _turned(right, top, turn, page),
            )
            left, right = min(a, b), max(a, b)
        size = size if size > 1.5 else 10.0
        if current is None or not current.takes(left, origin, y, size):
            if current is not None:
                page.fragments.append(current.fragment(page.number))
            current = _Growing(left, y, size)
        elif not current.space and not turn and 0.05 * size < origin - current.x1 < 0.45 * size:
            current.x1 = _edge(glyphs, last, current.x1)
        current.add(shown, left, right, origin, y, size, glyphs.bold(index), least_gap)
        last, least_gap = index, usual_gap
    if current is not None:
        page.fragments.append(current.fragment(page.number))


def _edge(glyphs: _Glyphs, index: int, ink: float) -> float:
    """Return the right edge of a glyph for judging the gap after it: its advance, unless that is out of proportion."""
    advance = glyphs.advance_edge(index)
    return min(ink, advance) if advance > 0 and ink - advance < 4 else ink


class _Growing:
    """A fragment that is being put together."""

    def __init__(self, left: float, y: float, size: float) -> None:
        self.x0, self.x1, self.y, self.size = left, left, y, size
        self.parts: list[str] = []
        self.raised: list[str] = []
        self.space = False
        self.letters = self.bold_letters = 0
        self.last_origin = left

    def takes(self, left: float, origin: float, y: float, size: float) -> bool:
        """Tell whether a glyph goes on in this fragment: on the baseline or raised above it, with no wide gap."""
        bigger = max(size, self.size)
        rise = y - self.y
        on_line = abs(rise) <= 0.12 * bigger or (size < 0.85 * self.size and -0.25 * bigger < rise < 0.65 * bigger)
        if not on_line and self.size < 0.85 * size and self._only_raised():
            on_line = -0.65 * bigger < rise < 0.25 * bigger
        gap = min(left, origin) - self.x1
        return on_line and -0.6 * bigger < gap <= (GAP_SPACE if self.space else GAP_CELL) * bigger

    def _only_raised(self) -> bool:
        return sum(map(len, self.parts)) + len(self.raised) <= 3

    def add(
        self, shown: str, left: float, right: float, origin: float, y: float, size: float, bold: bool, least_gap: float
    ) -> None:
        if not self.parts and not self.raised:
            self.y, self.size = y, size
        elif self.size < 0.85 * size and self._only_raised() and y < self.y - 0.1 * size:
            self.raised, self.parts = self.raised + self.parts, []
            self._end_raised()
            self.y, self.size = y, size
        is_raised = size < 0.85 * self.size and y > self.y + 0.12 * self.size
        wide = origin - self.x1 > least_gap * max(size, self.size)
        if not is_raised:
            self._end_raised()
        if self.space or (wide and (self.parts or self.raised)):
            self._end_raised()
            if self.parts:
                self.parts.append(" ")
        (self.raised if is_raised else self.parts).append(shown)
        self.space = False
        self.x0, self.x1 = min(self.x0, left), max(self.x1, right)
        self.letters += shown.isalnum()
        self.bold_letters += shown.isalnum() and bold

    def _end_raised(self) -> None:
        if self.raised:
            self.parts.append(raised("".join(self.raised)))
            self.raised = []

    def fragment(self, page: int) -> Fragment:
        """Return the finished fragment."""
        self._end_raised()
        text = "".join(self.parts)
        bold = self.letters > 0 and self.bold_letters >= 0.9 * self.letters
        return Fragment(text, self.x0, self.x1, self.y, self.size, bold, page, self.space)
