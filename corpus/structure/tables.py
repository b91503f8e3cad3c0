"""Give the rows of a table their column headings, and take the number of a row apart from its words."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.block import Block

_NUMBER = re.compile(r"\d{1,4}\.?")
_NUMBER_HEADING = re.compile(r"(?:n|no|nr|nos|number|#|№|item|s/n|sl)\.?", re.I)
_FIGURE = re.compile(r"[\d\s.,%()+–—/$€-]+")


def with_columns(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with every row knowing the column headings of its table.

    A table ends where another begins; what stands between two of its rows (a page break, a running head, a heading
    that divides the table) does not end it.
    """
    headings: dict[int, tuple[str, ...]] = {}
    finished: list[Block] = []
    first_rows = _first_rows(blocks)
    for index, block in enumerate(blocks):
        if block.role != "row":
            finished.append(block)
            continue
        guessed = not block.heads_known and first_rows.get(block.table) == index
        if block.header or (guessed and _looks_like_headings(blocks, index)):
            headings[block.table] = _merged(headings.get(block.table, ()), block.cells) if block.header else block.cells
            finished.append(replace(block, header=True))
        else:
            finished.append(replace(block, columns=headings.get(block.table, ())))
    return finished


def _merged(above: tuple[str, ...], below: tuple[str, ...]) -> tuple[str, ...]:
    """Join two rows of headings, one above the other, column by column."""
    if len(above) != len(below):
        return below
    return tuple(f"{a} {b}".strip() if a != b else a for a, b in zip(above, below, strict=True))


def _first_rows(blocks: Sequence[Block]) -> dict[int, int]:
    first: dict[int, int] = {}
    for index, block in enumerate(blocks):
        if block.role == "row":
            first.setdefault(block.table, index)
    return first


def _looks_like_headings(blocks: Sequence[Block], index: int) -> bool:
    row = blocks[index]
    others = [
        b
        for b in blocks[index + 1 : index + 8]
        if b.role == "row" and b.table == row.table and len(b.cells) == len(row.cells)
    ]
    filled = [cell for cell in row.cells if cell.strip()]
    if (
        not others
        or len(filled) < 2
        or any(len(cell) > 60 or (cell.rstrip().endswith(".") and len(cell) > 8) for cell in filled)
    ):
        return False
    return not any(_FIGURE.fullmatch(cell) and not re.fullmatch(r"(?:19|20)\d\d", cell) for cell in filled)


def row_number(block: Block) -> tuple[str, tuple[str, ...]]:
    """Split the printed number off a row of a numbered table; an empty number when the table has none."""
    cells = block.cells
    if block.header or len(cells) < 2 or not _NUMBER.fullmatch(cells[0].strip()):
        return "", cells
    if block.columns and not _NUMBER_HEADING.fullmatch(block.columns[0].strip()) and block.columns[0].strip():
        return "", cells
    if not block.columns and not any(any(map(str.isalpha, cell)) for cell in cells[1:]):
        return "", cells
    return cells[0].strip().rstrip("."), cells[1:]
