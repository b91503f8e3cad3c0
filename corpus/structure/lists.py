"""Place what hangs from something else: bullets of a list, rows of a table."""

from corpus.block import Block
from corpus.piece import Piece
from corpus.structure.tables import row_number
from corpus.structure.walk import Walk


def bullet_parent(walk: Walk, depth: float, position: int) -> int | None:
    """Return what a bullet hangs from: the bullet it is nested in, else the lead-in, else the numbered paragraph."""
    sibling = next((earlier for other, earlier in walk.bullets if other == depth), None)
    walk.bullets = [(d, p) for d, p in walk.bullets if d < depth]
    outer = walk.bullets[-1][1] if walk.bullets else None
    walk.bullets.append((depth, position))
    if sibling is not None:
        return walk.pieces[sibling].parent
    if outer is not None:
        return outer
    if walk.lead_in is not None:
        return walk.lead_in
    for earlier in range(position - 1, -1, -1):
        piece = walk.pieces[earlier]
        if piece.kind == "item" and not piece.label and piece.parent is not None:
            return piece.parent
        if piece.kind in ("heading", "row"):
            return None
        if piece.kind == "paragraph" or piece.label:
            return earlier
    return None


def add_row(walk: Walk, block: Block) -> None:
    """Add a row with its columns; one without a first cell hangs from the full row above it."""
    number, cells = row_number(block)
    label = block.place
    if number:
        label = f"{walk.numbering.prefix}, {number}" if walk.numbering.prefix else number
    numbered = bool(number) and len(block.columns) == len(block.cells)
    columns = block.columns[1:] if numbered else block.columns
    columns = columns if len(columns) == len(cells) else ()
    piece = Piece(
        "\t".join(cells), number, "row", label, page=block.page, columns=columns, calls=block.calls, table=block.table
    )
    piece.parent = walk.caption
    position = walk.add(piece)
    if (
        cells
        and not cells[0].strip()
        and walk.last_full_row is not None
        and walk.pieces[walk.last_full_row].table == block.table
    ):
        piece.parent = walk.last_full_row
    elif not block.header and len(cells) > 1:
        walk.last_full_row = position
    walk.lead_in = None
