"""Read the tables of a slide."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from corpus.block import Block
from corpus.readers.drawing import text_of
from corpus.readers.ooxml import A
from corpus.readers.table_grid import Cell, TableGrid, row_block


def table_rows(table: Any, number: int, page: int) -> Iterator[Block]:
    """Yield the rows of a table; the first holds the column headings where the table says so."""
    properties = table.find(A + "tblPr")
    has_header = properties is not None and properties.get("firstRow") in ("1", "true")
    grid = TableGrid()
    for index, row in enumerate(table.iter(A + "tr")):
        texts, spans = grid.row(_cells(row))
        if len(texts) == 1 and texts[0]:
            yield Block(texts[0], page=page)
        elif any(texts):
            yield replace(row_block(texts, spans, number, header=has_header and index == 0), page=page)


def _cells(row: Any) -> Iterator[Cell]:
    """Yield the cells of a row that no other covers."""
    for cell in row.iter(A + "tc"):
        if cell.get("hMerge") in ("1", "true") or cell.get("vMerge") in ("1", "true"):
            continue
        across, down = (cell.get(name) or "1" for name in ("gridSpan", "rowSpan"))
        spans = (int(span) if span.isdigit() else 1 for span in (across, down))
        yield Cell(" ".join(text_of(cell).split()), *spans)
