"""Give the rows of a table their column headings, and take the number of a row apart from its words."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.block import Block
from corpus.structure.label_tables import is_label_table, labelled

_NUMBER = re.compile(r"\d{1,4}\.?")
_NUMBER_HEADING = re.compile(r"(?:n|no|nr|nos|number|#|№|item|s/n|sl)\.?", re.I)
_FIGURE = re.compile(r"[\d\s.,%()+–—/$€-]+")
_SYMBOL = re.compile(r"\d[\d(]|[A-Z]{1,4}/")
"""How the number or symbol of a document begins."""
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:(?:19|20)?\d\d))?")
_MAX_HEAD = 60
_LOOKED_AT = 8
"""Rows of a table that are looked at to know its heads."""


def with_columns(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with every row knowing the column headings of its table, or told as `label: value`.

    A table ends where another begins; what stands between two of its rows (a page break, a running head, a heading
    that divides the table) does not end it.
    """
    tables: dict[int, list[int]] = {}
    for index, block in enumerate(blocks):
        if block.role == "row":
            tables.setdefault(block.table, []).append(index)
    finished = list(blocks)
    for places in tables.values():
        rows = [blocks[place] for place in places]
        for place, row in zip(places, _labelled(rows) or _headed(rows), strict=True):
            finished[place] = row
    return finished


def _labelled(rows: Sequence[Block]) -> list[Block]:
    """Return the rows of a table of labels and values, each told as `label: value`; nothing for any other table."""
    return [labelled(row) for row in rows] if is_label_table(rows) else []


def _headed(rows: Sequence[Block]) -> list[Block]:
    """Return rows with the headings above them, which may stand in several rows."""
    heads: tuple[str, ...] = ()
    above = False
    finished: list[Block] = []
    begun = next((rank for rank, row in enumerate(rows) if sum(map(bool, row.cells)) > 1), -1)
    for rank, row in enumerate(rows):
        is_guessed = rank == begun and not row.heads_known and _looks_like_headings(rows, rank)
        is_head = row.header or is_guessed
        goes_on = (
            above
            and not row.header
            and not row.heads_known
            and _continues_heads(finished[-1], row, rows[rank + 1 : rank + _LOOKED_AT])
        )
        if is_head or goes_on:
            heads = _merged(heads, row) if above else _spread(row)
            row = replace(row, header=True)
        elif heads and not _divides(row):
            row = replace(row, columns=heads)
        above = is_head or goes_on
        finished.append(row)
    return finished


def _divides(row: Block) -> bool:
    """Tell whether a row is one cell across the whole table, which names the rows below it."""
    return bool(row.spans) and row.spans[0] == len(row.cells)


def _spread(row: Block) -> tuple[str, ...]:
    """Return the cells of a row of headings, each repeated over the columns that it spans."""
    cells = list(row.cells)
    for column, span in enumerate(row.spans):
        if span == 0 and column:
            cells[column] = cells[column - 1]
    return tuple(cells)


def _merged(above: tuple[str, ...], row: Block) -> tuple[str, ...]:
    """Join a row of headings with those above it, column by column; a blank takes what stands to its left above."""
    below = _spread(row)
    if len(above) != len(below):
        return below
    filled = list(above)
    for column in range(1, len(filled)):
        if not filled[column].strip() and below[column].strip():
            filled[column] = filled[column - 1]
    return tuple(f"{a} {b}".strip() if a != b else a for a, b in zip(filled, below, strict=True))


def _continues_heads(above: Block, row: Block, body: Sequence[Block]) -> bool:
    """Tell whether a row below headings goes on with them: `In`, `Out` below `2019`, a blank below any other head."""
    width = len(above.cells)
    body = [other for other in body if len(other.cells) == width]
    if len(row.cells) != width or not body or not _all_head_like(row.cells):
        return False
    spans = above.spans or _spilled(above.cells)
    fresh = [
        column for column in range(width) if row.cells[column].strip() and row.cells[column] != above.cells[column]
    ]
    parted = [column for column in fresh if spans[column] != 1]
    return len(parted) > 1 and (len(parted) == len(fresh) or _figures_below(parted, body))


def _spilled(cells: Sequence[str]) -> tuple[int, ...]:
    """Return how many columns each head seems to span where no format says it: blanks go to the head left of them."""
    spans = [1] * len(cells)
    owner = 0
    for column in range(1, len(cells)):
        if cells[column].strip():
            owner = column
        elif cells[owner].strip():
            spans[owner], spans[column] = spans[owner] + 1, 0
    return tuple(spans)


def _figures_below(columns: Sequence[int], body: Sequence[Block]) -> bool:
    cells = [row.cells[column].strip() for row in body for column in columns]
    return sum(bool(_FIGURE.fullmatch(cell)) for cell in cells) > 0.8 * len(cells)


def _looks_like_headings(rows: Sequence[Block], rank: int) -> bool:
    row = rows[rank]
    others = [other for other in rows[rank + 1 : rank + _LOOKED_AT] if len(other.cells) == len(row.cells)]
    filled = [cell for cell in row.cells if cell.strip()]
    return bool(others) and len(filled) > 1 and _all_head_like(filled) and not _is_numbered_alike(row, others)


def _is_numbered_alike(row: Block, others: Sequence[Block]) -> bool:
    """Tell whether a cell is a number or symbol as those below it are: `2297 (XXII)` above `69/313` and `79/201`."""
    for column, cell in enumerate(row.cells):
        below = [other.cells[column] for other in others if other.cells[column].strip()]
        if below and all(_SYMBOL.match(each) and not _YEAR.match(each) for each in (cell.strip(), *below)):
            return True
    return False


def _all_head_like(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell.strip()]
    if any(len(cell) > _MAX_HEAD or (cell.rstrip().endswith(".") and len(cell) > 8) for cell in filled):
        return False
    return not any(_FIGURE.fullmatch(cell) and not _YEAR.fullmatch(cell.strip()) for cell in filled)


def row_number(block: Block) -> tuple[str, tuple[str, ...]]:
    """Split the printed number off a row of a numbered table; an empty number when the table has none."""
    cells = block.cells
    if block.header or block.place or len(cells) < 2 or not _NUMBER.fullmatch(cells[0].strip()):
        return "", cells
    head = block.columns[0].strip() if block.columns else ""
    if head and not _NUMBER_HEADING.fullmatch(head):
        return "", cells
    if not head and not any(any(map(str.isalpha, cell)) for cell in cells[1:]):
        return "", cells
    return cells[0].strip().rstrip("."), cells[1:]
