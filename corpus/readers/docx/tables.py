"""Read the tables of a Word document: merged heads and labels, empty cells in their columns, tables in cells."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from corpus.block import Block
from corpus.paragraph import Exclusion
from corpus.readers.docx.content import boxed_in, content_of, drawn_in
from corpus.readers.docx.numbering import W
from corpus.readers.docx.runs import read_runs
from corpus.readers.docx.source import DocxSource, called_notes, calls_of
from corpus.readers.docx.spans import covered_texts, merged_cells, spanned
from corpus.readers.table_grid import TableGrid, row_block
from corpus.text.markers import BULLETS
from corpus.text.notes import take_raised

BlocksOf = Callable[[Iterable[Any], DocxSource], Iterator[Block]]
"""What reads paragraphs and tables that lie in a cell."""


def table_blocks(table: Any, known: DocxSource, blocks_of: BlocksOf) -> Iterator[Block]:
    """Yield the rows of a table, each followed by the notes that it calls; one of a single column is no table."""
    rows = list(_rows(table))
    known.table += 1
    number = known.table
    columns = max((len(cells) for _, cells in rows), default=0)
    if columns <= 1:
        for _, cells in rows:
            for cell in cells:
                yield from blocks_of(cell, known)
        return
    merged = merged_cells(rows)
    grid = TableGrid()
    for rank, row in enumerate(rows):
        read_cells, calls, after = _read_cells(row[1], known, blocks_of)
        texts, spans = grid.row(spanned(rank, row, read_cells, merged))
        known.exclusions += (Exclusion(text, "covered cell") for text in covered_texts(rank, row, read_cells, merged))
        filled = [text for text in texts if text]
        if len(filled) == 1 and filled[0][0] in BULLETS:
            yield Block(filled[0], role="item", calls=calls)
        elif filled:
            yield replace(row_block(texts, spans, number, header=_is_header(row[0])), calls=calls)
        yield from after


def _rows(table: Any) -> Iterator[tuple[Any, list[Any]]]:
    for row in table.iter(W + "tr"):
        if next(ancestor for ancestor in row.iterancestors() if ancestor.tag == W + "tbl") is table:
            cells = [
                cell for cell in row.iter(W + "tc") if next(a for a in cell.iterancestors() if a.tag == W + "tr") is row
            ]
            yield row.find(W + "trPr"), cells


def _is_header(properties: Any) -> bool:
    return properties is not None and properties.find(W + "tblHeader") is not None


def _read_cells(
    cells: list[Any], known: DocxSource, blocks_of: BlocksOf
) -> tuple[list[str], tuple[str, ...], list[Block]]:
    """Return the texts of cells, the marks of the notes that they call, and what follows the row.

    What follows are those notes, and the tables, charts and diagrams that lie in a cell.
    """
    shown: list[str] = []
    calls: tuple[str, ...] = ()
    after: list[Block] = []
    for cell in cells:
        texts = []
        for node in content_of(cell):
            if node.tag != W + "p":
                after += blocks_of([node], known)
                continue
            for paragraph in (node, *boxed_in(node)):
                runs = read_runs(paragraph, known.note_marks)
                mark, _ = known.numbers.printed(paragraph) if runs.text.strip() else ("", 0)
                text, stars = take_raised(runs.text.strip())
                calls += calls_of(runs, known) + stars
                after += called_notes(runs, known)
                texts.append(f"{mark} {text}".strip())
            after += drawn_in(node, known)
        shown.append(" ".join(" ".join(texts).split()))
    return shown, calls, after
