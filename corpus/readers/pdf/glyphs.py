"""Read the glyphs of a PDF page through pdfium: what each says, where it stands, and how its text is turned."""

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

NO_SPACE, LIKELY_SPACE, LINE_END, DRAWN_SPACE = range(4)
"""What follows a glyph: nothing, a space or a line end that pdfium finds in the places, a space that the page draws."""
_BOLD = re.compile(r"bold|black|heavy|semibold|demi|[-,]bd\b", re.I)
_LINE_END_HYPHENS = "\x02\ufffe"
_LIGATURES = {
    **dict(
        zip("\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06", ("ff", "fi", "fl", "ffi", "ffl", "ft", "st"), strict=True)
    ),
    "\uf001": "fi",
    "\uf002": "fl",
}
"""Ligatures as Unicode has them, and in the private codes of TrueType fonts."""
_UNNAMED_LIGATURES = {
    **dict(zip("\x0b\x0c\x0d\x0e\x0f", ("ff", "fi", "fl", "ffi", "ffl"), strict=True)),
    **dict(zip("\x1b\x1c\x1d\x1e\x1f", ("ff", "fi", "fl", "ffi", "ffl"), strict=True)),
}
"""Ligatures at their places in TeX's encodings OT1 and T1, which come out where a font does not name its glyphs."""
_RIGHT_ANGLE_SLACK = 3
"""By how many degrees text may be askew, as on a scanned page, and be read with the text that is not."""
_LAM, _ALEFS = "\u0644", "\u0622\u0623\u0625\u0627"
"""Arabic letters that form one glyph in this order, which pdfium turns round with the line."""
_LEAST_COSINE = 0.3
"""Of twice the angle of slanted text: near 45 degrees, the box around a glyph does not tell its width."""
_LIGATURE_SHARE = 0.05
"""Share of a page's glyphs that are ligatures at most; above it, a font does not say what its glyphs are."""


@dataclass(slots=True)
class Glyph:
    """One glyph; places are in points from the lower left corner of the page turned so that its text is upright."""

    text: str
    origin: float
    """Where it begins on the baseline."""
    edge: float
    """Where its advance ends and the next glyph would begin."""
    left: float
    right: float
    """Where its ink begins and ends."""
    y: float
    """Baseline."""
    size: float
    """Font size as it is shown, not as the file scales it."""
    bold: bool
    after: int = NO_SPACE


@dataclass(slots=True)
class _Style:
    """What the glyphs of one text object have in common."""

    size: float
    bold: bool
    angle: int
    """In whole degrees, a right angle where it is nearly one."""
    exact: float
    """In radians, 0 where the text stands at a right angle."""
    font: Any


class Glyphs:
    """The glyphs of one page, read through the library's C interface."""

    def __init__(self, page: Any, text_page: Any) -> None:
        import pypdfium2.raw as raw

        self.raw = raw
        self.handle = text_page
        self.count = max(0, raw.FPDFText_CountChars(text_page))
        left, bottom, right, top = page.get_bbox()
        self.corner, self.extent = (left, bottom), (right - left, top - bottom)
        self.unnamed = 0.0
        """Share of the glyphs read of which their font does not say what they are."""
        self._fonts: dict[int, bool] = {}
        self._styles: dict[int, _Style] = {}
        self._box = [ctypes.c_double() for _ in range(4)]
        self._origin = [ctypes.c_double() for _ in range(2)]
        self._loose = raw.FS_RECTF()
        self._matrix = raw.FS_MATRIX()

    def by_angle(self) -> dict[int, list[Glyph]]:
        """Return the glyphs by the angle of their text in degrees, each list in the order of the page's content."""
        found: dict[int, list[Glyph]] = {}
        last: Glyph | None = None
        unnamed: list[Glyph] = []
        for angle, item in self._read():
            if isinstance(item, Glyph):
                if last is not None and item.text == _LAM and last.text in _ALEFS and item.origin == last.origin:
                    item.text, last.text = last.text, item.text
                found.setdefault(angle, []).append(item)
                last = item
                if item.text < " " or "\ue000" <= item.text[0] <= "\uf8ff":
                    unnamed.append(item)
            elif last is not None and last.after < item:
                last.after = item
        self.unnamed = len(unnamed) / max(1, sum(map(len, found.values())))
        if self.unnamed <= _LIGATURE_SHARE:
            for glyph in unnamed:
                glyph.text = _UNNAMED_LIGATURES.get(glyph.text, glyph.text)
        return found

    def _read(self) -> Iterator[tuple[int, Glyph | int]]:
        """Yield glyphs with the angle of their text, and what stands between them."""
        raw, handle, high = self.raw, self.handle, 0xD800
        for index in range(self.count):
            code = raw.FPDFText_GetUnicode(handle, index)
            if 0xD800 <= code < 0xDC00:
                high = code
                continue
            if 0xDC00 <= code < 0xE000:
                code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00
            if not 0 < code < 0x110000:
                continue
            character = chr(code)
            blank = character.isspace()
            if blank and raw.FPDFText_IsGenerated(handle, index) == 1:
                yield 0, LIKELY_SPACE if character == " " else LINE_END
            elif blank and character not in _UNNAMED_LIGATURES:
                yield 0, DRAWN_SPACE
            else:
                glyph, angle = self._glyph(index, character)
                inked = not blank or glyph.right - glyph.left > 0.1
                yield (angle, glyph) if inked else (0, DRAWN_SPACE)

    def _glyph(self, index: int, character: str) -> tuple[Glyph, int]:
        raw, handle, (x, low) = self.raw, self.handle, self.corner
        left, right, bottom, top = self._box
        origin, y = self._origin
        raw.FPDFText_GetCharBox(handle, index, left, right, bottom, top)
        raw.FPDFText_GetCharOrigin(handle, index, origin, y)
        loose = self._loose
        edge = loose.right if raw.FPDFText_GetLooseCharBox(handle, index, loose) else -math.inf
        style = self._style(index)
        shown = "-" if character in _LINE_END_HYPHENS else _LIGATURES.get(character, character)
        glyph = Glyph(
            shown, origin.value - x, edge - x, left.value - x, right.value - x, y.value - low, style.size, style.bold
        )
        if style.angle or style.exact:
            self._turn(glyph, style, code=ord(character), vertical=(bottom.value - low, top.value - low))
        if not glyph.origin < glyph.edge < glyph.origin + 4 * style.size:
            glyph.edge = glyph.right
        return glyph, style.angle

    def _turn(self, glyph: Glyph, style: _Style, code: int, vertical: tuple[float, float]) -> None:
        """Move a glyph of turned text to the frame in which its text is upright."""
        width, height = self.extent
        loose = (self._loose.bottom - self.corner[1], self._loose.top - self.corner[1])
        x, y, left, right, (bottom, top) = glyph.origin, glyph.y, glyph.left, glyph.right, vertical
        if style.angle == 90:
            glyph.origin, glyph.y, glyph.left, glyph.right, glyph.edge = y, width - x, bottom, top, max(loose)
        elif style.angle == 180:
            glyph.origin, glyph.y, glyph.left, glyph.right = width - x, height - y, width - right, width - left
            glyph.edge = width + self.corner[0] - self._loose.left
        elif style.angle == 270:
            glyph.origin, glyph.y, glyph.left, glyph.right = height - y, x, height - top, height - bottom
            glyph.edge = height - min(loose)
        if style.exact:
            self._straighten(glyph, style, code)

    def _straighten(self, glyph: Glyph, style: _Style, code: int) -> None:
        """Turn a glyph of slanted text about the middle of the page to the right angle that is named for it."""
        width, height = self.extent if style.angle % 180 != 90 else self.extent[::-1]
        turn = style.exact - (math.radians(style.angle) if style.angle % 90 == 0 else 0.0)
        dx, dy = glyph.origin - width / 2, glyph.y - height / 2
        x = width / 2 + dx * math.cos(turn) + dy * math.sin(turn)
        glyph.y = height / 2 + dy * math.cos(turn) - dx * math.sin(turn)
        glyph.origin, glyph.left = x, x
        glyph.right = glyph.edge = x + self._advance(style, code)

    def _advance(self, style: _Style, code: int) -> float:
        """Return the advance of the glyph read last: from the box around its slanted one, or else from its font."""
        double, loose = math.cos(2 * style.exact), self._loose
        if abs(double) > _LEAST_COSINE:
            wide, high = loose.right - loose.left, abs(loose.top - loose.bottom)
            return float(wide * abs(math.cos(style.exact)) - high * abs(math.sin(style.exact))) / double
        width = ctypes.c_float()
        known = style.font and self.raw.FPDFFont_GetGlyphWidth(style.font, code, style.size, width)
        return float(width.value) if known else 0.5 * style.size

    def _style(self, index: int) -> _Style:
        text_object = self.raw.FPDFText_GetTextObject(self.handle, index)
        key = ctypes.addressof(text_object.contents) if text_object else -index - 1
        style = self._styles.get(key)
        if style is None:
            font = self.raw.FPDFTextObj_GetFont(text_object) if text_object else None
            size, angle, exact = self.raw.FPDFText_GetFontSize(self.handle, index), 0, 0.0
            if self.raw.FPDFText_GetMatrix(self.handle, index, self._matrix):
                size *= math.hypot(self._matrix.c, self._matrix.d)
                exact = math.atan2(self._matrix.b, self._matrix.a)
                angle = _whole_angle(math.degrees(exact))
                exact = exact if abs(math.sin(2 * exact)) > 0.002 else 0.0
            style = _Style(size if size > 1.5 else 10.0, self._is_bold(font), angle, exact, font)
            self._styles[key] = style
        return style

    def _is_bold(self, font: Any) -> bool:
        if not font:
            return False
        key = ctypes.addressof(font.contents)
        if key not in self._fonts:
            name = ctypes.create_string_buffer(256)
            self.raw.FPDFFont_GetBaseFontName(font, name, 256)
            weight = self.raw.FPDFFont_GetWeight(font)
            self._fonts[key] = bool(_BOLD.search(name.value.decode("latin-1"))) or weight >= 600
        return self._fonts[key]


def _whole_angle(degrees: float) -> int:
    """Return an angle in whole degrees from 0 to 359, a right angle where it is nearly one."""
    nearest = round(degrees / 90) * 90
    return (nearest if abs(degrees - nearest) <= _RIGHT_ANGLE_SLACK else round(degrees)) % 360
