"""Find how many columns and rows the cells of a Word table span."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from corpus.readers.docx.numbering import W, attribute
from corpus.readers.table_grid import MAX_SPAN, Cell

Row = tuple[Any, list[Any]]
"""The properties of a row, and its cells."""


@dataclass(slots=True)
class MergedCells:
    """The cells of one table that are merged downwards, by row and column."""

    down: dict[tuple[int, int], int] = field(default_factory=dict)
    """The first cell of each, with how many rows it spans."""
    covered: set[tuple[int, int]] = field(default_factory=set)


def merged_cells(rows: Sequence[Row]) -> MergedCells:
    """Return which cells of a table are merged downwards."""
    merged = MergedCells()
    begun: dict[int, tuple[int, int]] = {}
    for rank, (properties, cells) in enumerate(rows):
        column = columns_before(properties)
        reached: dict[int, tuple[int, int]] = {}
        for cell in cells:
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            if merge is not None and merge.get(W + "val") == "restart":
                reached[column] = rank, column
            elif merge is not None and column in begun:
                reached[column] = begun[column]
                merged.down[begun[column]] = rank - begun[column][0] + 1
                merged.covered.add((rank, column))
            column += across(cell)
        begun = reached
    return merged


def spanned(rank: int, row: Row, texts: Sequence[str], merged: MergedCells) -> Iterator[Cell]:
    """Yield the cells of a row that none above covers, each with its text and what it spans."""
    properties, cells = row
    column = columns_before(properties)
    yield from [Cell("")] * column
    for cell, text in zip(cells, texts, strict=True):
        if (rank, column) not in merged.covered:
            yield Cell(text, across(cell), merged.down.get((rank, column), 1))
        column += across(cell)


def covered_texts(rank: int, row: Row, texts: Sequence[str], merged: MergedCells) -> Iterator[str]:
    """Yield the texts of cells that lie below a merged one, which Word keeps and does not show."""
    properties, cells = row
    column = columns_before(properties)
    for cell, text in zip(cells, texts, strict=True):
        if text and (rank, column) in merged.covered:
            yield text
        column += across(cell)


def across(cell: Any) -> int:
    """Return how many columns a cell spans."""
    span = attribute(cell, "tcPr/gridSpan")
    return max(1, min(int(span), MAX_SPAN)) if span.isdigit() else 1


def columns_before(properties: Any) -> int:
    """Return how many columns a row leaves free before its first cell."""
    before = attribute(properties, "gridBefore")
    return min(int(before), MAX_SPAN) if before.isdigit() else 0
