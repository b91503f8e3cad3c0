"""Tell where words begin and end on a line: by what its glyphs leave free of their advance widths, not by their ink."""

import re
from collections.abc import Sequence
from itertools import groupby, pairwise
from statistics import median
from unicodedata import combining

from corpus.readers.pdf.glyphs import DRAWN_SPACE, LIKELY_SPACE, NO_SPACE, Glyph
from corpus.text.direction import is_right_to_left

_GAP, _GAP_BESIDE_DRAWN = 0.16, 0.25
"""Empty space, in times the font size, that is a space: on a page that draws no spaces, and on one that does."""
_LIKELY_GAP, _LIKELY_GAP_BESIDE_DRAWN = 0.11, 0.2
"""The same where pdfium finds a space too."""
_DIGIT_GAP = 0.22
"""The same between the digits of a number."""
_THIN_GAP = 0.1
"""A thin space, as between the thousands of a number."""
_CLOSED_GAP = 0.04
"""A space that is drawn between two digits and moved back over by more than this is none."""
_TRACKED, _WIDELY_TRACKED = 0.055, 0.2
"""Empty space between all the letters of a line that is letter-spaced, and that of a heading set wide apart."""
_ENDS = frozenset(",;:)’”")
"""After these a word begins, and less than a usual space shows it."""
_THIN = "\u2009"
_THOUSANDS = re.compile(rf"(?<![\d{_THIN}])\d{{1,3}}(?:{_THIN}\d{{3}})+(?![\d{_THIN}])")
_INNER = frozenset("0123456789.,")


def spaces_after(glyphs: Sequence[Glyph], *, spaces_drawn: bool) -> list[str]:
    """Return what stands after each glyph of a line but the last: nothing or a space.

    `spaces_drawn` says that the page draws its spaces. Thin gaps between digits are spaces where they part thousands.
    """
    gaps = [_gap(before, after) for before, after in pairwise(glyphs)]
    if any(is_right_to_left(glyph.text) for glyph in glyphs):
        _measure_turns(glyphs, gaps)
    tracking = _tracking(glyphs, gaps)
    found = [
        _between(before, after, gap - tracking, spaces_drawn=spaces_drawn)
        for (before, after), gap in zip(pairwise(glyphs), gaps, strict=True)
    ]
    return _thousands(glyphs, found) if _THIN in found else found


def _gap(before: Glyph, after: Glyph) -> float:
    """Return the empty space between two glyphs in font sizes; 0 for the letters of one ligature."""
    size = max(before.size, after.size)
    if after.origin == before.origin and after.y == before.y:
        return 0.0
    if after.origin < before.origin:
        return (before.left - max(after.right, after.edge)) / size
    gap = (after.origin - before.edge) / size
    return gap if gap > -0.3 else (min(after.left, after.origin) - before.right) / size - 0.08


def _measure_turns(glyphs: Sequence[Glyph], gaps: list[float]) -> None:
    """Measure the gaps where writing from the right and from the left meet, whose words begin at their far ends."""
    runs = [list(run) for _, run in groupby(range(len(glyphs)), key=lambda index: is_right_to_left(glyphs[index].text))]
    for run, following in pairwise(runs):
        first, second = [glyphs[index] for index in run], [glyphs[index] for index in following]
        apart = max(min(g.left for g in second) - max(g.right for g in first),
                    min(g.left for g in first) - max(g.right for g in second))  # fmt: skip
        gaps[run[-1]] = max(0.0, apart) / max(first[-1].size, second[0].size)


def _tracking(glyphs: Sequence[Glyph], gaps: Sequence[float]) -> float:
    """Return the empty space that stands between all the letters of a letter-spaced line, 0 for any other."""
    inner = sorted(gap for gap, glyph in zip(gaps, glyphs, strict=False) if glyph.after in (NO_SPACE, LIKELY_SPACE))
    if len(inner) < 4:
        return 0.0
    usual = median(inner)
    if usual < _TRACKED or inner[len(inner) // 4] < 0.6 * usual:
        return 0.0
    letters = sum(glyph.text.isalpha() for glyph in glyphs)
    return usual if usual < _WIDELY_TRACKED or (letters >= 0.9 * len(glyphs) and len(glyphs) > 6) else 0.0


def _between(before: Glyph, after: Glyph, gap: float, *, spaces_drawn: bool) -> str:
    if gap <= _THIN_GAP and before.after != DRAWN_SPACE:
        return ""
    digits = before.text.isdigit(), after.text.isdigit()
    if before.after == DRAWN_SPACE:
        return "" if all(digits) and gap < _CLOSED_GAP else " "
    if combining(after.text[0]):
        return ""
    if is_right_to_left(before.text) != is_right_to_left(after.text):
        return " " if gap > _LIKELY_GAP else ""
    if any(digits) and before.text[-1] in _INNER and after.text[0] in _INNER:
        return " " if gap > _DIGIT_GAP else _THIN if all(digits) and gap > _THIN_GAP else ""
    if before.text in _ENDS and after.text.isalpha():
        return " " if gap > _LIKELY_GAP else ""
    usual, likely = (_GAP_BESIDE_DRAWN, _LIKELY_GAP_BESIDE_DRAWN) if spaces_drawn else (_GAP, _LIKELY_GAP)
    return " " if gap > (likely if before.after == LIKELY_SPACE else usual) else ""


def _thousands(glyphs: Sequence[Glyph], found: list[str]) -> list[str]:
    """Make a space of the thin gaps that part the thousands of a number, and nothing of the others."""
    text, places = "", {}
    for index, glyph in enumerate(glyphs):
        text += glyph.text
        if index < len(found) and found[index]:
            places[len(text)] = index
            text += found[index]
    kept = {place for match in _THOUSANDS.finditer(text) for place in range(match.start(), match.end())}
    for place, index in places.items():
        if found[index] == _THIN:
            found[index] = " " if place in kept else ""
    return found
