"""Tell a page that is set in columns of running text from one with a table, and part its columns."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from corpus.readers.pdf.chars import Fragment, PageText

MIN_LINES = 14
"""Lines that each column has at least."""
_MIN_GUTTER = 6.0
_MIN_LETTERS = 24
"""Characters that the usual line of a column has at least."""
_FULL = 0.85
"""Share of the width of its column that a full line takes."""
_FLOWING = 0.6
"""Share of lines that go on from a full one, where columns are drawn line by line across the page."""


def zones_of(page: PageText, fragments: Sequence[Fragment]) -> list[list[Fragment]]:
    """Return the fragments of a page in zones to be read one after the other; one zone for a page without columns.

    What stands above the columns comes first, then the left column, the right one, and what stands below them.
    """
    gutter = _gutter(page, fragments)
    if gutter is None:
        return [list(fragments)]
    left, right = _sides(fragments, gutter)
    top = max(fragment.y for fragment in (*left, *right))
    beside = {id(fragment) for fragment in (*left, *right)}
    across = [fragment for fragment in fragments if id(fragment) not in beside]
    bottom = min(fragment.y for fragment in (*left, *right))
    if any(bottom < fragment.y < top for fragment in across):
        return [list(fragments)]
    above = [fragment for fragment in across if fragment.y >= top]
    below = [fragment for fragment in across if fragment.y <= bottom]
    return [zone for zone in (above, left, right, below) if zone]


def _sides(fragments: Sequence[Fragment], gutter: float) -> tuple[list[Fragment], list[Fragment]]:
    return [f for f in fragments if f.x1 <= gutter], [f for f in fragments if f.x0 >= gutter]


def _gutter(page: PageText, fragments: Sequence[Fragment]) -> float | None:
    """Return where a column ends and the next one begins, None where none does."""
    starts = sorted({round(fragment.x0) for fragment in fragments if fragment.x0 > 0.4 * page.width})
    for start in starts:
        if start > 0.65 * page.width:
            break
        right = [fragment for fragment in fragments if abs(fragment.x0 - start) < 3]
        left = [fragment for fragment in fragments if fragment.x1 < start - _MIN_GUTTER]
        crossing = sum(fragment.x0 < start - 3 and fragment.x1 >= start - _MIN_GUTTER for fragment in fragments)
        if len(right) >= MIN_LINES and len(left) >= MIN_LINES and crossing <= 0.12 * len(fragments):
            gutter = start - 3.0
            if _are_columns(fragments, gutter):
                return gutter
    return None


def _are_columns(fragments: Sequence[Fragment], gutter: float) -> bool:
    """Tell columns of running text from those of a table.

    A page draws a column whole before the next one, or line by line across both; a table it draws cell by cell.
    """
    left, right = _sides(fragments, gutter)
    if min(len(left), len(right)) < MIN_LINES:
        return False
    widths = [max(f.x1 for f in side) - min(f.x0 for f in side) for side in (left, right)]
    letters = [median(len(f.text) for f in side) for side in (left, right)]
    if max(widths) > 1.5 * min(widths) or min(letters) < _MIN_LETTERS:
        return False
    if min(f.y for f in left) > max(f.y for f in right) or min(f.y for f in right) > max(f.y for f in left):
        return False
    beside = [fragment.x0 >= gutter for fragment in fragments if fragment.x1 <= gutter or fragment.x0 >= gutter]
    switches = sum(a != b for a, b in pairwise(beside))
    whole, by_line = switches <= 2, switches >= 1.2 * min(len(left), len(right))
    return (whole or by_line) and min(_flowing(left, widths[0]), _flowing(right, widths[1])) >= _FLOWING


def _flowing(side: Sequence[Fragment], width: float) -> float:
    """Return the share of lines that stand right below a full one."""
    lines = sorted(side, key=lambda fragment: -fragment.y)
    return sum(above.x1 - above.x0 >= _FULL * width for above, _ in pairwise(lines)) / max(1, len(lines) - 1)
