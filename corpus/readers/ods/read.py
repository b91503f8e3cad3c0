"""Read OpenDocument spreadsheets: the rows of each sheet by its heads and cells; what is hidden is listed."""

from collections.abc import Iterator
from typing import Any

from corpus.block import Block, SourceContent
from corpus.errors import UnreadableSource
from corpus.paragraph import Exclusion
from corpus.readers.archive import Archive
from corpus.readers.opendocument import OFFICE, STYLE, TABLE, TEXT
from corpus.readers.sheet import Merge, Sheet, check_rows, sheet_blocks
from corpus.readers.table_grid import MAX_COLUMNS

_MOST_REPEATED = 100
"""Times that a row of words is told where the format says that it is repeated."""


def read(source: bytes, name: str) -> SourceContent:
    """Return the rows of a spreadsheet, each with its sheet and cells as its address."""
    archive = Archive(source, name)
    content = archive.xml("content.xml")
    book = content.find(f"{OFFICE}body/{OFFICE}spreadsheet") if content is not None else None
    if book is None:
        raise UnreadableSource(
            f"'{name}' lacks the part that holds its sheets (content.xml), or is locked; save it again"
        )
    unseen = _hidden_styles(content)
    blocks: list[Block] = []
    visible: list[str] = []
    exclusions: list[Exclusion] = []
    tables = list(book.iterchildren(TABLE + "table"))
    filled = 0
    for table in tables:
        title = " ".join((table.get(TABLE + "name") or "").split())
        sheet = _sheet(table, title, exclusions)
        filled += len(sheet.rows)
        check_rows(filled, name)
        texts = [text for row in sheet.rows.values() for text in row.values()]
        if table.get(TABLE + "style-name") in unseen:
            exclusions += [Exclusion(" ".join(texts), f"hidden sheet (sheet {title})")] if texts else []
            continue
        if texts and len(tables) > 1:
            blocks.append(Block(title, role="heading", level=2))
            visible.append(title)
        visible += texts
        blocks += sheet_blocks(sheet, len(blocks) + 1)
    return SourceContent(tuple(blocks), tuple(visible), tuple(exclusions))


def _hidden_styles(content: Any) -> set[str]:
    """Return the names of the styles whose sheets are not shown."""
    return {
        str(style.get(STYLE + "name"))
        for style in content.iter(STYLE + "style")
        if any(part.get(TABLE + "display") == "false" for part in style.iter(STYLE + "table-properties"))
    }


def _sheet(table: Any, title: str, exclusions: list[Exclusion]) -> Sheet:
    sheet = Sheet(title)
    number = 1
    for row in table.iter(TABLE + "table-row"):
        times = _count(row, "number-rows-repeated")
        cells = dict(_cells(row, number, sheet.merges, title, exclusions))
        hidden = row.get(TABLE + "visibility") in ("collapse", "filter")
        if cells and hidden:
            exclusions.append(Exclusion(" ".join(cells.values()), f"hidden row (sheet {title})"))
        elif cells:
            sheet.rows |= {number + step: dict(cells) for step in range(min(times, _MOST_REPEATED))}
        number += times
    return sheet


def _cells(
    row: Any, number: int, merges: list[Merge], title: str, exclusions: list[Exclusion]
) -> Iterator[tuple[int, str]]:
    column = 1
    for cell in row:
        times = _count(cell, "number-columns-repeated")
        if cell.tag == TABLE + "table-cell" and column <= MAX_COLUMNS:
            across, down = _count(cell, "number-columns-spanned"), _count(cell, "number-rows-spanned")
            if across > 1 or down > 1:
                merges.append(Merge(number, column, number + down - 1, column + across - 1))
            for note in cell.iter(OFFICE + "annotation"):
                text = " ".join(" ".join(note.itertext()).split())
                exclusions += [Exclusion(text, f"comment (sheet {title})")] if text else []
            if text := _text(cell):
                yield from ((column + step, text) for step in range(min(times, MAX_COLUMNS - column + 1)))
        column += times


def _text(cell: Any) -> str:
    """Return what a cell shows: its paragraphs, without those of a comment."""
    return " ".join(" ".join("".join(part.itertext()) for part in cell.iterchildren(TEXT + "p")).split())


def _count(element: Any, name: str) -> int:
    value = element.get(TABLE + name) or "1"
    return min(int(value), 20_000_000) if value.isdigit() and len(value) < 10 else 1
