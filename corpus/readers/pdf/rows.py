"""Make rows of the tables of a PDF, also of a table that goes on over pages."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.block import Block
from corpus.paragraph import Exclusion
from corpus.readers.pdf.bands import Cell, PdfLine
from corpus.readers.pdf.beside import lists_of
from corpus.readers.pdf.build import Build, cell_text
from corpus.readers.pdf.chars import PageText
from corpus.readers.pdf.grids import Grid
from corpus.readers.pdf.heads import head_rows, head_rows_ruled, head_rows_spanned
from corpus.readers.pdf.layout import line_of
from corpus.readers.pdf.paragraphs import CLOSED, Typography
from corpus.readers.pdf.spanning import spread
from corpus.readers.pdf.tables import Column, Table, cells_of, ruled_columns, same_columns
from corpus.text.markers import BULLETS
from corpus.text.notes import take_raised

_REPEATED = 80
"""Characters of a cell over several rows, above which it stands in the first of them only."""


def read_table(build: Build, table: Table, page: PageText) -> None:
    """Add the rows of a table that is told by the places of its cells."""
    table = replace(table, columns=ruled_columns(table, page.rules.down) or table.columns)
    rows = [cells_of(band, table.columns, [cell_text(build, cell) for cell in band.cells]) for band in table.rows]
    lines = [[line for cell in row.cells for line in cell.lines] for row in table.rows]
    heads = head_rows(rows, [max(line.size for line in row) for row in lines], [_all_bold(row) for row in lines])
    heads = heads or head_rows_ruled(rows, _rows_above_rules(table, page))
    if not heads and (lists := lists_of(rows)):
        _add_rows(build, tuple(table.columns[:2]), lists, 0, page)
        return
    for index in range(heads - 1):
        rows[index] = spread(table.rows[index], table.columns, rows[index], rows[heads - 1])
    _add_rows(build, table.columns, rows, heads, page)


def _rows_above_rules(table: Table, page: PageText) -> list[int]:
    """Return below how many rows the lines stand that go through most of the table."""
    left, right = min(row.x0 for row in table.rows), max(row.x1 for row in table.rows)
    lines = [rule.at for rule in page.rules.across if min(rule.end, right) - max(rule.start, left) > (right - left) / 2]
    return sorted({sum(row.bottom > at for row in table.rows) for at in lines})


def read_grid(build: Build, grid: Grid, page: PageText) -> None:
    """Add the rows of a ruled table; what stands in a cell over several rows or columns stands in each of them."""
    width, height = len(grid.edges) - 1, len(grid.heights) - 1
    rows = [[""] * width for _ in range(height)]
    lines: list[list[PdfLine]] = [[] for _ in range(height)]
    for cell in grid.cells:
        if not cell.fragments:
            continue
        band = Cell([line_of(fragment) for fragment in cell.fragments])
        lines[cell.row] += band.lines
        text = cell_text(build, band)
        across = range(cell.column, cell.column + (1 if cell.columns == width else cell.columns))
        for row in range(cell.row, cell.row + (cell.rows if len(text) <= _REPEATED else 1)):
            for column in across:
                rows[row][column] = text
    kept = [index for index in range(height) if any(rows[index])]
    table = [tuple(rows[index]) for index in kept]
    spans = [(cell.rows, cell.columns) for cell in grid.cells if cell.row == 0]
    sizes = [max((line.size for line in lines[index]), default=0.0) for index in kept]
    heads = head_rows_spanned(table, spans) if kept[0] == 0 else 0
    heads = heads or head_rows(table, sizes, [_all_bold(lines[index]) for index in kept])
    _add_rows(build, tuple(pairwise(grid.edges)), table, heads, page)


def _all_bold(lines: Sequence[PdfLine]) -> bool:
    return bool(lines) and all(line.bold for line in lines)


def _add_rows(
    build: Build, columns: tuple[Column, ...], rows: Sequence[tuple[str, ...]], heads: int, page: PageText
) -> None:
    """Add the rows of a table, of which `heads` are column headings, those of the page before it continued."""
    goes_on = bool(
        build.last is not None
        and build.blocks
        and build.blocks[-1].table == build.table
        and build.row_page < page.number
        and same_columns(build.last, columns)
    )
    if not goes_on:
        build.table += 1
        build.heading_rows = []
    build.last = columns
    repeated = 0
    while goes_on and repeated < len(rows) and rows[repeated] in build.heading_rows:
        text = " ".join(cell for cell in rows[repeated] if cell)
        build.exclusions.append(Exclusion(text, "repeated column headings", page.number))
        repeated += 1
    heads = 0 if goes_on and build.heading_rows and not repeated else heads
    for index, cells in enumerate(rows[repeated:], start=repeated):
        if index < heads:
            build.heading_rows.append(cells)
        _add_row(build, cells, page.number, header=index < heads, joins=goes_on and index == max(repeated, heads))
    build.row_page = page.number


def is_masthead(table: Table, usual: Typography) -> bool:
    """Tell whether texts side by side are the head of a first page: the name of a body, a symbol, a date."""
    lines = [line for row in table.rows for cell in row.cells for line in cell.lines]
    return lines[0].page == 1 and len(table.rows) <= 3 and max(line.size for line in lines) > usual.body + 2


def _add_row(build: Build, cells: tuple[str, ...], page: int, *, header: bool, joins: bool) -> None:
    shown, calls = _rid_of_calls(cells)
    before = build.blocks[-1] if build.blocks else None
    if joins and before is not None and before.role == "row" and _continues_row(before.cells, shown):
        whole = tuple(f"{a} {b}".strip() for a, b in zip(before.cells, shown, strict=True))
        build.blocks[-1] = replace(before, cells=whole, text="\t".join(whole), calls=before.calls + calls)
        return
    filled = [cell for cell in shown if cell]
    if len(filled) == 1 and filled[0][0] in BULLETS:
        build.blocks.append(Block(filled[0], role="item", page=page, calls=calls))
        return
    build.blocks.append(
        Block(
            "\t".join(shown),
            role="row",
            cells=shown,
            table=build.table,
            page=page,
            calls=calls,
            header=header,
            heads_known=True,
        )
    )


def _continues_row(before: Sequence[str], after: Sequence[str]) -> bool:
    """Tell whether the first row of a page goes on with the last row of the page before it."""
    if len(before) != len(after):
        return False
    pairs = [(a, b) for a, b in zip(before, after, strict=True) if b]
    cut = [(a, b) for a, b in pairs if a and not CLOSED.search(a) and (b[0].islower() or b[0].isdigit() or len(a) > 60)]
    return (
        bool(pairs)
        and all(a for a, _ in pairs)
        and len(cut) > 0
        and (not after[0] or bool(after[0][0].islower()) or len(cut) == len(pairs))
    )


def _rid_of_calls(cells: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    taken = [take_raised(cell) for cell in cells]
    return tuple(text for text, _ in taken), tuple(mark for _, marks in taken for mark in marks)
