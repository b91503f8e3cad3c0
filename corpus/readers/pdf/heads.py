"""Tell which rows at the top of a table are the headings of its columns."""

import re
from collections.abc import Sequence

Row = tuple[str, ...]

_MOST = 4
_FIGURE = re.compile(r"[(+\-–—$€£≈<>]?\s?\d[\d\s.,:/%–-]*\)?\*{0,2}\s?\w{0,12}|[-–—.…]{1,3}|n\.?\s?/?a\.?")
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[-/–]\s?\d{2,4})?")
_LONGEST = 60
"""Characters of a heading at most."""


def head_rows(rows: Sequence[Row], sizes: Sequence[float], bold: Sequence[bool]) -> int:
    """Return how many rows at the top hold column headings: set smaller or bold, or words over columns of figures.

    `sizes` are the font sizes of the rows, `bold` says which rows are all bold.
    """
    body = sorted(sizes)[len(sizes) // 2] if len(sizes) > 3 else sizes[-1]
    count = 0
    while count < min(_MOST, len(sizes) - 1) and (sizes[count] < body - 1 or (bold[count] and not all(bold))):
        count += 1
    while count > 1 and rows[count - 2][0] and (_divides(rows[count - 1]) or _has_amounts(rows[count - 1])):
        count -= 1
    count = count or int(_over_figures(rows))
    return count + 1 if 0 < count < _MOST and _is_second(rows, count) else count


def _divides(row: Row) -> bool:
    """Tell whether a row names those below it, in its first cell alone: `Military contingents` below `Category`."""
    return bool(row[0]) and not any(row[1:])


def _has_amounts(row: Row) -> bool:
    """Tell whether a row holds figures of three digits or more, which number no column and are no year."""
    return any(is_figure(cell) and sum(map(str.isdigit, cell)) > 2 for cell in row)


def _is_second(rows: Sequence[Row], count: int) -> bool:
    """Tell whether a row goes on with the headings above it, which span it: it has more cells, all over figures."""
    filled, more = sum(map(bool, rows[count - 1])), sum(map(bool, rows[count]))
    return 2 <= filled < more and count + 1 < len(rows) and _over_figures(rows[count:])


def head_rows_ruled(rows: Sequence[Row], lines: Sequence[int]) -> int:
    """Return how many rows at the top a line sets apart from all the others, else 0; one more may set off a total.

    `lines` says below how many rows each line stands.
    """
    inner = [count for count in lines if 0 < count < len(rows)]
    if not inner or len(inner) > 2 or inner[0] > 3 or (len(inner) == 2 and inner[1] < len(rows) - 1):
        return 0
    return 0 if any(is_figure(cell) for row in rows[: inner[0]] for cell in row if cell) else inner[0]


def head_rows_spanned(rows: Sequence[Row], spans: Sequence[tuple[int, int]]) -> int:
    """Return how many rows at the top hold headings where the first has cells over several rows or columns, else 0.

    `spans` are the rows and columns that each cell of the first row covers.
    """
    wide = any(1 < columns < len(rows[0]) for _, columns in spans)
    high = max((height for height, _ in spans), default=1)
    if not wide or len(rows) < 3:
        return 0
    count = max(high, 2)
    second = [cell for cell in rows[1] if cell]
    if count >= len(rows) or (high < 2 and any(is_figure(cell) for cell in second)):
        return 1 if high < 2 else 0
    return min(count, _MOST)


def _over_figures(rows: Sequence[Row]) -> bool:
    """Tell whether the first row is words and a column below one of them is figures."""
    first, below = rows[0], rows[1:]
    filled = [cell for cell in first if cell]
    if len(filled) < max(2, len(first) - 1) or any(is_figure(cell) or len(cell) > _LONGEST for cell in filled):
        return False
    if first[0].endswith(":"):
        return False
    least = 2 if len(first) > 2 else 3
    for column in range(1, len(first)):
        cells = [row[column] for row in below if len(row) > column and row[column]]
        figures = sum(bool(_FIGURE.fullmatch(cell)) for cell in cells)
        if len(cells) >= least and figures >= 0.8 * len(cells):
            return True
    return False


def is_figure(cell: str) -> bool:
    """Tell whether a cell is a figure, a date in figures or a sign for none, and not a year, which may be a heading."""
    return bool(_FIGURE.fullmatch(cell)) and not _YEAR.fullmatch(cell)
