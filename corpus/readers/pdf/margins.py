"""Set aside what is on a page but not in its text: stamps in the margin, slanted watermarks, numbers of lines."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from corpus.paragraph import Exclusion
from corpus.readers.pdf.chars import Fragment, PageText

_MARGIN = 0.1
"""Share of a page's height that text turned against the rest has at the edge."""
_WATERMARK_WORDS = 12
"""Slanted text of fewer words than these is a watermark or a stamp."""
_LEAST_LINES = 6
"""Numbered lines that a page has at least."""
_ALIGNED = 3.0
_RUNNING_WIDTH = 0.75
"""Share of the widest line that most of the lines fill where they are running text."""


def set_aside(pages: Sequence[PageText]) -> list[Exclusion]:
    """Take stamps, watermarks and line numbers off the pages, and return them as exclusions."""
    exclusions: list[Exclusion] = []
    seen = Counter(_words(view) for page in pages for view in page.slanted)
    for page in pages:
        kept = []
        for view in page.slanted:
            if seen[_words(view)] > 1 or len(_words(view).split()) < _WATERMARK_WORDS:
                exclusions += _excluded(view.fragments, "slanted text", page)
            else:
                kept.append(view)
        page.slanted = kept
        for view in page.turned:
            stamps = _stamps(view)
            exclusions += _excluded(_taken(view, stamps), "turned text in the margin", page)
        exclusions += _excluded(_taken(page, _line_numbers(page.fragments)), "line number", page)
    return exclusions


def _words(view: PageText) -> str:
    return " ".join(fragment.text for fragment in view.fragments)


def _excluded(fragments: Iterable[Fragment], reason: str, page: PageText) -> list[Exclusion]:
    return [Exclusion(fragment.text, reason, page.number) for fragment in fragments]


def _taken(page: PageText, fragments: Iterable[Fragment]) -> list[Fragment]:
    taken = {id(fragment) for fragment in fragments}
    found = [fragment for fragment in page.fragments if id(fragment) in taken]
    page.fragments = [fragment for fragment in page.fragments if id(fragment) not in taken]
    return found


def _stamps(view: PageText) -> list[Fragment]:
    """Return the lines at the edge of a page that other lines of the same direction do not stand beside."""
    edge = [f for f in view.fragments if not _MARGIN * view.height < f.y < (1 - _MARGIN) * view.height]
    at_edge = {id(fragment) for fragment in edge}
    inner = [fragment.y for fragment in view.fragments if id(fragment) not in at_edge]
    return [fragment for fragment in edge if not any(abs(fragment.y - y) < 3 * fragment.size for y in inner)]


def _line_numbers(fragments: Sequence[Fragment]) -> list[Fragment]:
    """Return the numbers at the left of lines of running text that count these lines.

    They stand in one column left of everything else, rise by the same step and stand at equal distances.
    """
    numbers = [f for f in fragments if f.text.isdecimal() and len(f.text) <= 4]
    if len(numbers) < _LEAST_LINES:
        return []
    left = min(numbers, key=lambda number: number.x0)
    column = [n for n in numbers if abs(n.x1 - left.x1) < _ALIGNED or abs(n.x0 - left.x0) < _ALIGNED]
    column.sort(key=lambda number: -number.y)
    if len(column) < _LEAST_LINES or not _count_evenly(column):
        return []
    ids = {id(number) for number in column}
    text = [fragment for fragment in fragments if id(fragment) not in ids]
    edge = max(number.x1 for number in column)
    low, high = column[-1].y - 1, column[0].y + 1
    beside = [fragment for fragment in text if low <= fragment.y <= high]
    return column if all(fragment.x0 > edge for fragment in beside) and _is_running(beside) else []


def _count_evenly(column: Sequence[Fragment]) -> bool:
    steps = {int(below.text) - int(above.text) for above, below in pairwise(column)}
    gaps = sorted(above.y - below.y for above, below in pairwise(column))
    usual = gaps[len(gaps) // 2]
    even = sum(abs(gap - usual) < 0.2 * usual for gap in gaps)
    return len(steps) == 1 and steps <= {1, 2, 5, 10} and usual > 0 and even >= 0.8 * len(gaps)


def _is_running(beside: Sequence[Fragment]) -> bool:
    """Tell whether lines are running text and not the cells of a table: few stand side by side, most are full."""
    if not beside:
        return False
    rows = Counter(round(fragment.y) for fragment in beside)
    widest = max(fragment.x1 for fragment in beside) - min(fragment.x0 for fragment in beside)
    full = sum(fragment.x1 - fragment.x0 >= _RUNNING_WIDTH * widest for fragment in beside)
    alone = sum(count == 1 for count in rows.values())
    return alone >= 0.7 * len(rows) and full >= 0.4 * len(rows)
