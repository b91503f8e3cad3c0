"""Make blocks of the filled cells of a sheet: each row with its range as its address, `Sheet Rain, A2:C2`."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from corpus.block import Block
from corpus.errors import SourceLimit
from corpus.readers.table_grid import Cell, TableGrid, row_block

MAX_ROWS = 100_000
"""Filled rows of one file; each becomes a paragraph."""

Row = Mapping[int, str]
"""Column, counted from 1, → text of a filled cell."""


@dataclass(frozen=True, slots=True)
class Merge:
    """Cells that are shown as one, from its first to its last row and column."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Sheet:
    """The filled cells of a sheet, its merged cells, and the rows that it says are heads."""

    name: str
    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    """Number of the row, counted from 1 → its filled cells; in order."""
    merges: list[Merge] = field(default_factory=list)
    heads: set[int] = field(default_factory=set)


def sheet_blocks(sheet: Sheet, first_table: int) -> Iterator[Block]:
    """Yield the rows of a sheet: an empty row ends a table, a single cell above a table or alone is a text."""
    for offset, region in enumerate(_regions(sheet)):
        yield from _region_blocks(sheet, region, first_table + offset)


def check_rows(count: int, name: str) -> None:
    """Raise `SourceLimit` for a file of more filled rows than are read."""
    if count > MAX_ROWS:
        raise SourceLimit(f"'{name}' has more than {MAX_ROWS:,} filled rows; split it and add the parts")


def column_name(column: int) -> str:
    """Return the letters of a column: 1 → `A`, 28 → `AB`."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _regions(sheet: Sheet) -> Iterator[list[int]]:
    """Yield the numbers of rows that stand together, with no empty row between them."""
    covered = _covered_rows(sheet.merges)
    region: list[int] = []
    for number, row in sheet.rows.items():
        if not row:
            continue
        if region and not _joined(region[-1], number, covered):
            yield region
            region = []
        region.append(number)
    if region:
        yield region


def _covered_rows(merges: Sequence[Merge]) -> Collection[int]:
    return {row for merge in merges if merge.bottom - merge.top < 100 for row in range(merge.top + 1, merge.bottom + 1)}


def _joined(above: int, below: int, covered: Collection[int]) -> bool:
    return below - above < 100 and all(between in covered for between in range(above + 1, below))


def _region_blocks(sheet: Sheet, region: list[int], table: int) -> Iterator[Block]:
    while region and len(sheet.rows[region[0]]) == 1 and region[0] not in sheet.heads:
        if len(region) > 1 and not _is_title(sheet, region):
            break
        yield _alone(sheet, region[0])
        region = region[1:]
    if not region:
        return
    left = min(min(sheet.rows[number]) for number in region)
    right = max(max(sheet.rows[number]) for number in region)
    if left == right:
        yield from (_alone(sheet, number) for number in region)
        return
    grid = TableGrid()
    starts = {(merge.top, merge.left): merge for merge in sheet.merges}
    for number in region:
        cells = list(_cells(sheet.rows[number], number, left, right, starts, grid))
        texts, spans = grid.row(cells)
        width = right - left + 1
        block = row_block(texts[:width], spans[:width], table, header=number in sheet.heads)
        yield replace(block, place=_place(sheet, number, left, right))


def _is_title(sheet: Sheet, region: Sequence[int]) -> bool:
    """Tell whether the one cell of the first row stands above a table, or above another such cell, at its left."""
    first, second = sheet.rows[region[0]], sheet.rows[region[1]]
    return min(first) <= min(second)


def _cells(
    row: Row, number: int, left: int, right: int, starts: Mapping[tuple[int, int], Merge], grid: TableGrid
) -> Iterator[Cell]:
    """Yield the cells of a row that no cell above or to the left covers."""
    column = left
    above = grid.covered
    while column <= right:
        if covering := above.get(column - left):
            column += covering
            continue
        merge = starts.get((number, column))
        across = min(merge.right, right) - column + 1 if merge else 1
        down = min(merge.bottom - number + 1, 10_000) if merge else 1
        yield Cell(row.get(column, ""), across, down)
        column += across


def _alone(sheet: Sheet, number: int) -> Block:
    ((column, text),) = sheet.rows[number].items()
    return Block(text, place=_place(sheet, number, column, column))


def _place(sheet: Sheet, row: int, left: int, right: int) -> str:
    first = f"{column_name(left)}{row}"
    return f"Sheet {sheet.name}, {first}" + (f":{column_name(right)}{row}" if right > left else "")
