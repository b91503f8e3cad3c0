"""Tell tables from running text on a page, and give each cell its column."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from corpus.readers.pdf.bands import Band, Cell
from corpus.readers.pdf.rules import Rule

Column = tuple[float, float]
MAX_GAP = 4.5
"""Rows of one table stand no further apart than this, in font sizes."""
SAME_EDGE = 7.0
_BRACKETED = re.compile(r"(?<=[\d)])\s(?=\()")
_ALIGNED = 3.0
_HEADING_GAP = 2.5
"""Font sizes within which a heading stands above those of the columns that it spans."""
_RULE_SPACE = 1.5
"""Points that a line keeps free on either side."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that stand under each other, and the columns they share."""

    rows: tuple[Band, ...]
    columns: tuple[Column, ...]


def regions_of(bands: Sequence[Band]) -> list[Table | Band]:
    """Return a page's running text and tables in reading order.

    A band of one cell between two rows is a row with one filled cell; after the last row it is text, unless it goes
    on in the last cell.
    """
    regions: list[Table | Band] = []
    rows: list[Band] = []
    waiting: list[Band] = []
    for band in _with_low_labels(bands):
        if len(band.cells) > 1 and (not rows or _goes_on(rows, waiting, band)):
            above = regions[-1] if regions and not rows else None
            if isinstance(above, Band) and _spans_columns(above, band):
                rows.append(above)
                regions.pop()
            rows += [*waiting, band]
            waiting = []
        elif len(band.cells) == 1 and rows and _may_wait(rows, waiting, band):
            waiting.append(band)
        else:
            regions += _finished(rows, waiting)
            rows, waiting = ([band], []) if len(band.cells) > 1 else ([], [])
            if len(band.cells) == 1:
                regions.append(band)
    return regions + _finished(rows, waiting)


def _with_low_labels(bands: Sequence[Band]) -> list[Band]:
    """Return bands with a label at the left put into the row whose taller cells it stands beside.

    Headings are often set to the foot of their cells: `Category` stands by the second line of `2025 planned`.
    """
    found: list[Band] = []
    for band in bands:
        before = found[-1] if found else None
        if before is not None and _stands_beside(before, band):
            found[-1] = Band([*before.cells, *band.cells])
        elif before is not None and _stands_beside(band, before):
            found[-1] = Band([*band.cells, *before.cells])
        else:
            found.append(band)
    return found


def _stands_beside(label: Band, row: Band) -> bool:
    """Tell whether one cell stands left of a row of several and no higher or lower than it."""
    inside = row.bottom - _ALIGNED < label.bottom and label.top < row.top + _ALIGNED
    return len(label.cells) == 1 and len(row.cells) > 1 and label.x1 < row.x0 and inside


def _spans_columns(above: Band, row: Band) -> bool:
    """Tell whether one cell above the first row of a table is a heading over its inner columns, set like that row."""
    if len(above.cells) != 1 or len(row.cells) < 3:
        return False
    line, below = above.cells[0].lines[-1], row.cells[-1].lines[0]
    near = 0 < _gap(above, row) < _HEADING_GAP and abs(line.size - below.size) < 0.5 and line.bold == below.bold
    return near and above.x0 > row.cells[0].x1 and above.x1 <= row.x1 + SAME_EDGE


def _finished(rows: list[Band], waiting: list[Band]) -> list[Table | Band]:
    """Close a table: what waits below it in an inner column belongs to it, what stands at its left edge does not."""
    if not rows:
        return [*waiting]
    columns = columns_of(rows)
    while waiting and len(columns) > 1 and waiting[0].x0 > columns[0][1]:
        rows.append(waiting.pop(0))
    return [_table(rows), *waiting]


def _table(rows: Sequence[Band]) -> Table:
    merged: list[Band] = []
    for band in rows:
        if merged and len(band.cells) == 1 and _in_last_cell(merged, band):
            merged[-1].cells[-1].lines += band.cells[0].lines
        else:
            merged.append(band)
    return Table(tuple(merged), tuple(columns_of(merged)))


def _gap(above: Band, below: Band) -> float:
    """Return the space between two bands in font sizes, counted in the column of the lower one."""
    over = [cell for cell in above.cells if any(_overlap(cell, (c.x0, c.x1)) > 0 for c in below.cells)]
    bottom = min((cell.bottom for cell in over), default=above.bottom)
    return (bottom - below.top) / below.cells[0].lines[0].size


def _goes_on(rows: Sequence[Band], waiting: Sequence[Band], band: Band) -> bool:
    above = waiting[-1] if waiting else rows[-1]
    if not -0.5 < _gap(above, band) < MAX_GAP:
        return False
    columns = columns_of(rows)
    crossing = [cell for cell in band.cells if sum(_overlap(cell, column) > 0 for column in columns) > 1]
    return len(crossing) < len(band.cells)


def _may_wait(rows: Sequence[Band], waiting: Sequence[Band], band: Band) -> bool:
    above = waiting[-1] if waiting else rows[-1]
    columns = columns_of(rows)
    lines = band.cells[0].lines
    near = 0 < _gap(above, band) < MAX_GAP and len(waiting) < 4 and len(lines) < 30
    aligned = any(
        abs(band.x0 - column[0]) < SAME_EDGE or (column[0] <= band.x0 and band.x1 <= column[1] + 2)
        for column in columns
    )
    return near and aligned and band.x1 <= max(row.x1 for row in rows) + 12


def _in_last_cell(rows: Sequence[Band], band: Band) -> bool:
    """Tell whether a band is another paragraph of the cell above it, not a row: it is nearer than rows are."""
    row = rows[-1]
    cell = row.cells[-1]
    if len(row.cells) < 2 or abs(band.x0 - cell.x0) > 14 or band.top >= cell.bottom:
        return False
    gaps = [_gap(a, b) for a, b in pairwise(rows) if len(b.cells) > 1]
    usual = median(gaps) if gaps else 1.7
    return (cell.bottom - band.top) / band.cells[0].lines[0].size < max(1.62, min(0.93 * usual, 1.9))


def columns_of(bands: Sequence[Band]) -> list[Column]:
    """Return the columns of a table, from left to right, as the intervals that its cells fill.

    Cells that overlap from side to side stand in one column; a cell across several columns is left out.
    """
    rows = [band for band in bands if len(band.cells) > 1]
    if len(rows) > 2 and len(rows[0].cells) < len(rows[1].cells):
        rows = rows[1:]  # headings that span the columns below stand between these, and are none
    cells = sorted(((cell.x0, cell.x1) for band in rows for cell in band.cells), key=lambda c: c[1] - c[0])
    columns: list[Column] = []
    for x0, x1 in cells:
        touched = [column for column in columns if min(column[1], x1) - max(column[0], x0) > 0]
        if not touched:
            columns.append((x0, x1))
        elif len(touched) == 1:
            columns[columns.index(touched[0])] = (min(touched[0][0], x0), max(touched[0][1], x1))
    return sorted(columns)


def ruled_columns(table: Table, rules: Sequence[Rule]) -> tuple[Column, ...]:
    """Return the columns between lines that go down most of a table, none where they do not part all of its cells."""
    top, bottom = max(row.top for row in table.rows), min(row.bottom for row in table.rows)
    through = sorted(rule.at for rule in rules if min(rule.end, top) - max(rule.start, bottom) > 0.6 * (top - bottom))
    left, right = min(row.x0 for row in table.rows), max(row.x1 for row in table.rows)
    inner = [at for at in through if left < at < right]
    if not inner:
        return ()
    edges = [min(left, *through) - _RULE_SPACE, *inner, max(right, *through) + _RULE_SPACE]
    columns = tuple((a + _RULE_SPACE, b - _RULE_SPACE) for a, b in pairwise(edges) if b - a > 2 * _RULE_SPACE)
    alone = [row for row in table.rows if len({_place(cell, columns) for cell in row.cells}) == len(row.cells)]
    return columns if len(alone) == len(table.rows) else ()


def _place(cell: Cell, columns: Sequence[Column]) -> int:
    shares = [_overlap(cell, column) for column in columns]
    return shares.index(max(shares))


def _overlap(cell: Cell, column: Column) -> float:
    return min(column[1], cell.x1) - max(column[0], cell.x0)


def cells_of(band: Band, columns: Sequence[Column], texts: Sequence[str]) -> tuple[str, ...]:
    """Return the texts of a band in the columns of its table, empty where it has none.

    A figure in brackets may stand so near the one to its left that they were read as one cell.
    """
    row = [""] * len(columns)
    for cell, text in zip(band.cells, texts, strict=True):
        shares = [_overlap(cell, column) for column in columns]
        places = [index for index, share in enumerate(shares) if share > 0] or [shares.index(max(shares))]
        parts = _BRACKETED.split(text)
        if len(parts) != len(places):
            parts = [text]
        for place, part in zip(places, parts, strict=False):
            row[place] = f"{row[place]} {part}".strip()
    return tuple(row)


def same_columns(first: Sequence[Column], second: Sequence[Column]) -> bool:
    """Tell whether two tables have their columns in the same places."""
    return len(first) == len(second) and all(
        abs(a[0] - b[0]) < 18 or abs(a[1] - b[1]) < 18 for a, b in zip(first, second, strict=True)
    )
