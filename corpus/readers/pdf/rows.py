"""Make rows of the tables of a PDF, also of a table that goes on over pages."""

from collections.abc import Sequence
from dataclasses import replace

from corpus.block import Block
from corpus.paragraph import Exclusion
from corpus.readers.pdf.build import Build, cell_text
from corpus.readers.pdf.chars import PageText
from corpus.readers.pdf.paragraphs import CLOSED, Typography
from corpus.readers.pdf.tables import Table, cells_of, same_columns
from corpus.text.markers import BULLETS
from corpus.text.notes import take_raised


def read_table(build: Build, table: Table, page: PageText) -> None:
    """Add the rows of a table, those of the page before it continued where it goes on."""
    rows = [cells_of(band, table.columns, [cell_text(build, cell) for cell in band.cells]) for band in table.rows]
    goes_on = bool(
        build.last is not None
        and build.blocks
        and build.blocks[-1].table == build.table
        and same_columns(build.last, table.columns)
    )
    if not goes_on:
        build.table += 1
        build.heading_rows = []
    build.last = table.columns
    small, before_page = _heading_rows(table), build.row_page
    for index, cells in enumerate(rows):
        if goes_on and index < small and cells in build.heading_rows:
            build.exclusions.append(
                Exclusion(" ".join(cell for cell in cells if cell), "repeated column headings", page.number)
            )
            continue
        if index < small:
            build.heading_rows.append(cells)
        _add_row(
            build,
            cells,
            page.number,
            header=index < small,
            joins=goes_on and index == small and before_page < page.number,
        )
    build.row_page = page.number


def is_masthead(table: Table, usual: Typography) -> bool:
    """Tell whether texts side by side are the head of a first page: the name of a body, a symbol, a date."""
    lines = [line for row in table.rows for cell in row.cells for line in cell.lines]
    return lines[0].page == 1 and len(table.rows) <= 3 and max(line.size for line in lines) > usual.body + 2


def _heading_rows(table: Table) -> int:
    """Return how many rows at the top hold column headings: those set smaller, or bold, with other rows below."""
    sizes = [max(line.size for cell in row.cells for line in cell.lines) for row in table.rows]
    bold = [all(line.bold for cell in row.cells for line in cell.lines) for row in table.rows]
    body = max(sizes[-1], sorted(sizes)[len(sizes) // 2])
    count = 0
    while count < len(sizes) - 1 and (sizes[count] < body - 1 or (bold[count] and not all(bold))) and count < 4:
        count += 1
    return count


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
        Block("\t".join(shown), role="row", cells=shown, table=build.table, page=page, calls=calls, header=header)
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
