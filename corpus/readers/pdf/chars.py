"""Put the glyphs of a PDF page together to pieces of lines, in the order in which the page draws them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from corpus.readers.pdf.glyphs import DRAWN_SPACE, LINE_END, Glyph, Glyphs
from corpus.readers.pdf.rules import Rule, Rules, rules_of
from corpus.readers.pdf.spaces import spaces_after
from corpus.text.direction import is_right_to_left
from corpus.text.numerals import raised

GAP_CELL = 1.0
"""Empty space, in times the font size, that parts two pieces of one line."""
GAP_SPACE = 1.6
"""The same where a space is drawn in it, as in a line set to the full width."""
_GAP_BOTH_WAYS = 15.0
"""The same on a line in which writing from the right and from the left meet: a word begins at its far end."""
_SPACED_PAGE = 0.06
"""Share of a page's characters that are spaces where it draws its spaces."""
_RULED_GAP = 0.4
"""Empty space, in times the font size, from which a line between two glyphs parts them."""
_LONGEST_MARK = 5
"""Raised letters and figures that may be a mark; what is longer is text of its own beside larger text."""
_DROP_CAP = 1.4
"""How much larger than the text beside it an initial is that is set over several lines."""


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
    """What one page holds that reads in one direction; places are in points from the lower left of the upright page."""

    number: int
    width: float
    height: float
    fragments: list[Fragment] = field(default_factory=list)
    rules: Rules = field(default_factory=Rules)
    """The lines that are drawn on it."""
    raw: str = ""
    """All its characters in the order of the file, for the audit."""
    values: list[str] = field(default_factory=list)
    """Values of form fields that are not drawn, each with the name of its field."""
    comments: list[str] = field(default_factory=list)
    """Text that only annotations hold."""
    unnamed: float = 0.0
    """Share of its glyphs of which their font does not say what they are."""
    turned: list["PageText"] = field(default_factory=list)
    """Its text at other right angles, each as a page on which that text is upright."""
    slanted: list["PageText"] = field(default_factory=list)
    """Its text at other angles, each likewise."""


def read_page(page: Any, number: int) -> PageText:
    """Return the text of a page (numbered from 1); most of it reads upright, however the page is turned."""
    text_page = page.get_textpage()
    try:
        glyphs = Glyphs(page, text_page)
        by_angle = glyphs.by_angle()
        raw = text_page.get_text_range()
    finally:
        text_page.close()
    main = max(by_angle, key=lambda angle: len(by_angle[angle]), default=0)
    rules = rules_of(page, main, glyphs.corner, glyphs.extent) if main % 90 == 0 else Rules()
    result = _view(by_angle.pop(main, []), main, glyphs.extent, number, rules)
    result.raw, result.unnamed = raw, glyphs.unnamed
    for angle, turned in by_angle.items():
        views = result.slanted if angle % 90 else result.turned
        views.append(_view(turned, angle, glyphs.extent, number))
    return result


def _view(
    glyphs: list[Glyph], angle: int, extent: tuple[float, float], number: int, rules: Rules | None = None
) -> PageText:
    width, height = extent if angle % 180 == 0 else extent[::-1]
    from_right = sum(glyph.text > "\u0590" and is_right_to_left(glyph.text) for glyph in glyphs)
    if 2 * from_right > sum(glyph.text.isalpha() for glyph in glyphs):
        glyphs = [_mirrored(glyph, width) for glyph in glyphs]
        rules = None
    drawn = sum(glyph.after == DRAWN_SPACE for glyph in glyphs)
    spaces_drawn = drawn > _SPACED_PAGE * max(1, len(glyphs) + drawn)
    rules = rules or Rules()
    fragments = _downwards(list(fragments_of(glyphs, number, rules.down, spaces_drawn=spaces_drawn)))
    return PageText(number, width, height, fragments, rules)


def _downwards(fragments: list[Fragment]) -> list[Fragment]:
    """Return fragments from top to bottom where they come upwards line by line, as those of turned text do."""
    steps = [below.y - above.y for above, below in pairwise(fragments) if abs(below.y - above.y) > 0.5 * below.size]
    upwards = sum(step > 0 for step in steps)
    return sorted(fragments, key=lambda each: (-each.y, each.x0)) if upwards > 0.6 * len(steps) else fragments


def _mirrored(glyph: Glyph, width: float) -> Glyph:
    """Return a glyph as in a mirror, in which lines of Arabic or Hebrew begin at the left."""
    begin, end = width - glyph.edge, width - glyph.origin
    return replace(glyph, origin=begin, edge=end, left=width - glyph.right, right=width - glyph.left)


def fragments_of(
    glyphs: Iterable[Glyph], page: int, rules: Sequence[Rule] = (), *, spaces_drawn: bool
) -> Iterable[Fragment]:
    """Yield the pieces of lines that glyphs form, in their order; `spaces_drawn` as in `spaces_after`.

    `rules` are lines from top to bottom, which part what stands left and right of them.
    """
    line: _Line | None = None
    for glyph in glyphs:
        if line is None or not line.takes(glyph):
            if line is not None:
                yield from line.fragments(page, spaces_drawn=spaces_drawn)
            line = _Line(glyph, rules)
        line.add(glyph)
    if line is not None:
        yield from line.fragments(page, spaces_drawn=spaces_drawn)


class _Line:
    """Glyphs that stand together on one line, one after another."""

    def __init__(self, first: Glyph, rules: Sequence[Rule]) -> None:
        self.rules = rules
        self.glyphs: list[Glyph] = []
        self.raised: list[bool] = []
        self.x0, self.x1, self.y, self.size = first.left, first.left, first.y, first.size
        self.rtl = False

    def takes(self, glyph: Glyph) -> bool:
        """Tell whether a glyph goes on in this line: on the baseline or raised above it, with no wide gap."""
        last = self.glyphs[-1]
        if glyph.origin == last.origin and glyph.y == last.y:
            return True
        if self.is_ruled_off(glyph, last):
            return False
        bigger = max(glyph.size, self.size)
        rise = glyph.y - self.y
        on_line = abs(rise) <= 0.12 * bigger or (
            glyph.size < 0.85 * self.size and -0.25 * bigger < rise < 0.65 * bigger
        )
        if not on_line and self.size < 0.85 * glyph.size and self._only_raised():
            on_line = -0.65 * bigger < rise < 0.25 * bigger
        return on_line and self._is_near(glyph, last, bigger)

    def _is_near(self, glyph: Glyph, last: Glyph, size: float) -> bool:
        if self.rtl or (glyph.text > "\u0590" and is_right_to_left(glyph.text)):
            gap = max(glyph.left - self.x1, self.x0 - glyph.right)
            return last.after != LINE_END and gap <= _GAP_BOTH_WAYS * size
        gap = min(glyph.left, glyph.origin) - self.x1
        return -0.6 * size < gap <= (GAP_SPACE if last.after == DRAWN_SPACE else GAP_CELL) * size

    def is_ruled_off(self, glyph: Glyph, last: Glyph) -> bool:
        """Tell whether a rule between two columns stands before a glyph."""
        if glyph.left - last.right < _RULED_GAP * glyph.size:
            return False
        return any(
            last.right - 1 <= rule.at <= glyph.left + 1 and rule.start <= glyph.y <= rule.end for rule in self.rules
        )

    def _only_raised(self) -> bool:
        return len(self.glyphs) <= 3

    def add(self, glyph: Glyph) -> None:
        """Take a glyph in; the first larger one below a few small ones makes those raised."""
        if (
            self.glyphs
            and self.size < 0.85 * glyph.size
            and self._only_raised()
            and glyph.y < self.y - 0.1 * glyph.size
        ):
            self.raised = [True] * len(self.glyphs)
            self.y, self.size = glyph.y, glyph.size
        self.raised.append(glyph.size < 0.85 * self.size and glyph.y > self.y + 0.12 * self.size)
        self.glyphs.append(glyph)
        self.x0, self.x1 = min(self.x0, glyph.left), max(self.x1, glyph.right)
        self.rtl = self.rtl or (glyph.text > "\u0590" and is_right_to_left(glyph.text))

    def fragments(self, page: int, *, spaces_drawn: bool) -> Iterable[Fragment]:
        """Yield the finished line: one piece, or more where small text stands high beside large text."""
        spaces = [*spaces_after(self.glyphs, spaces_drawn=spaces_drawn), ""]
        start = 0
        for first, end in [*_small_texts(self.glyphs, self.raised), (len(self.glyphs), len(self.glyphs))]:
            if first - start == 1 and _is_drop_cap(self.glyphs[start], self.glyphs[first:end]):
                yield self._fragment(range(start, end), range(first, end), page, spaces)
            else:
                for piece in (range(start, first), range(first, end)):
                    if piece:
                        yield self._fragment(piece, piece, page, spaces)
            start = end

    def _fragment(self, piece: range, body: range, page: int, spaces: Sequence[str]) -> Fragment:
        """Return a piece of the line, whose height and size those of `body` are."""
        glyphs = [self.glyphs[index] for index in piece]
        small = all(self.raised[index] for index in body)
        level = self.glyphs[body[0]] if small or body[0] != 0 else Glyph("", 0, 0, 0, 0, self.y, self.size, False)
        text, mark = "", ""
        for index in piece:
            glyph = self.glyphs[index]
            if self.raised[index] and not small:
                mark += glyph.text
            else:
                text, mark = text + _shown(mark) + glyph.text, ""
            if spaces[index] and index != piece[-1]:
                text, mark = f"{text}{_shown(mark)} ", ""
        letters = [glyph for glyph in glyphs if glyph.text.isalnum()]
        bold = len(letters) > 0 and sum(glyph.bold for glyph in letters) >= 0.9 * len(letters)
        x0, x1 = min(glyph.left for glyph in glyphs), max(glyph.right for glyph in glyphs)
        drawn = glyphs[-1].after == DRAWN_SPACE
        return Fragment(text + _shown(mark), x0, x1, level.y, level.size, bold, page, drawn)


def _shown(mark: str) -> str:
    """Return a mark in raised characters; one in brackets, as in `since 2012.[5][6]`, is told by these."""
    return mark if "[" in mark else raised(mark)


def _small_texts(glyphs: Sequence[Glyph], is_raised: Sequence[bool]) -> list[tuple[int, int]]:
    """Return where raised glyphs begin and end that are no marks but text of their own, being too many for marks."""
    found: list[tuple[int, int]] = []
    for match in re.finditer("1+", "".join("01"[high] for high in is_raised)):
        text = "".join(glyph.text for glyph in glyphs[match.start() : match.end()])
        if len(text) > _LONGEST_MARK and any(map(str.isalpha, text)):
            found.append(match.span())
    return found


def _is_drop_cap(initial: Glyph, text: Sequence[Glyph]) -> bool:
    return bool(text) and initial.text.isalpha() and initial.size > _DROP_CAP * text[0].size
