"""From blocks to paragraphs: one pass, the same for every format."""

from collections.abc import Sequence

from corpus.block import Block
from corpus.paragraph import ParagraphKind
from corpus.piece import Piece
from corpus.structure.cover import ends_cover, is_running
from corpus.structure.lists import add_row, bullet_parent
from corpus.structure.ranks import is_missing_part, nested_rank, sibling_rank
from corpus.structure.tables import with_columns
from corpus.structure.walk import Walk
from corpus.text.headings import (
    MAX_HEADING_WORDS,
    RANK_BOLD_CAPS,
    RANK_DECISION,
    RANK_PART,
    RANK_PLAIN,
    Heading,
    ends_sentence,
    heading_rank,
    is_caption,
    part_name,
)
from corpus.text.joining import join_broken
from corpus.text.markers import PrintedNumber, split_marker
from corpus.text.notes import tie_notes


def recover(blocks: Sequence[Block]) -> list[Piece]:
    """Return the paragraphs of a document in reading order, with labels, sections, parents and columns."""
    whole = with_columns(join_broken(blocks))
    decisions = {part_name(block.text)[0] for block in whole if part_name(block.text[:400])[1] == RANK_DECISION}
    walk = Walk(whole, [_marked(block) for block in whole], decisions=len(decisions))
    for index, block in enumerate(whole):
        _step(walk, index, block)
    tie_notes(walk.pieces)
    return walk.pieces


def _marked(block: Block) -> tuple[PrintedNumber | None, str]:
    if block.role in ("row", "note", "caption"):
        return None, block.text
    text = f"{block.mark} {block.text}" if block.mark else block.text
    marker, body = split_marker(text)
    if marker is not None and marker.readings[0][0] == "bullet":
        inner, rest = split_marker(body)
        if inner is not None and inner.readings[0][0] in ("letter", "roman", "decimal", "paren", "multi"):
            return PrintedNumber(f"{marker.printed} {inner.printed}", inner.readings, inner.bare), rest
    return marker, body


def _step(walk: Walk, index: int, block: Block) -> None:
    marker, body = walk.markers[index]
    if block.role == "row":
        add_row(walk, block)
    elif block.role == "note":
        walk.add(Piece(block.text, printed=block.note, kind="footnote", note=block.note, page=block.page))
    elif block.role == "text" and block.place:
        walk.add(Piece(block.text, label=block.place, page=block.page))
    elif block.role == "caption" or (block.role == "text" and is_caption(block.text)):
        walk.add(Piece(block.text, kind="caption", page=block.page, calls=block.calls))
        walk.caption = len(walk.pieces) - 1
    else:
        following = walk.blocks[index + 1] if index + 1 < len(walk.blocks) else None
        rank = heading_rank(block, marker, body, following, _beside_sibling(walk, index))
        if rank is None and _is_part_title(walk, block, marker):
            rank = RANK_PLAIN
        if rank is not None:
            _add_heading(walk, index, block, marker, body, rank)
        else:
            _add_text(walk, index, block, marker, body)


def _is_part_title(walk: Walk, block: Block, marker: PrintedNumber | None) -> bool:
    """Tell whether a short line right below `Annex II` is the title of the annex."""
    if (
        marker is not None
        or block.role != "text"
        or not walk.pieces
        or not walk.path.open
        or not walk.path.open[-1].part
    ):
        return False
    words = len(block.text.split(None, MAX_HEADING_WORDS))
    return (
        walk.pieces[-1].kind == "heading"
        and words < MAX_HEADING_WORDS
        and block.text[:1].isalpha()
        and not ends_sentence(block.text)
    )


def _beside_sibling(walk: Walk, index: int) -> bool:
    """Tell whether the block before carries the number before, so that both are entries of one list."""
    marker = walk.markers[index][0]
    if marker is None or index == 0:
        return False
    before = walk.markers[index - 1][0]
    after = walk.markers[index + 1][0] if index + 1 < len(walk.markers) else None
    return any(
        other is not None and style == marker.readings[0][0] and value == marker.readings[0][1] + step
        for other, step in ((before, -1), (after, 1))
        for style, value in (other.readings if other is not None else ())
    )


def _add_heading(walk: Walk, index: int, block: Block, marker: PrintedNumber | None, body: str, rank: float) -> None:
    name, part_rank = part_name(block.text)
    if part_rank == RANK_DECISION and walk.decisions < 2:
        name = ""
    rank = sibling_rank(walk, marker, rank)
    if name or rank in (RANK_PART, RANK_DECISION):
        marker, body = None, block.text
    printed = marker.printed if marker else ""
    number = marker.bare if marker and not printed.startswith(("-", "•")) else ""
    is_cover = walk.in_cover and not name and marker is None and not ends_cover(walk, index, block)
    is_title = block.role == "heading" and block.level == 1 and not walk.title_taken and is_cover
    if not is_cover:
        walk.in_cover = False
        title = f"{printed} {body}".strip() if printed else body
        rank = nested_rank(walk, block, rank)
        walk.path.enter(Heading(rank, " ".join(title.split()), number, name, marker.readings if marker else ()))
    if not name and rank == RANK_BOLD_CAPS and is_missing_part(walk):
        walk.path.open = walk.path.open[-1:]
        walk.numbering.enter_part("")
    if name:
        walk.numbering.enter_part(walk.path.part)
    elif not is_cover:
        walk.numbering.enter_section(_decimal_heading(walk, marker))
    walk.lead_in, walk.caption, walk.bullets = None, None, []
    label = ""
    if number and marker is not None:
        label = walk.path.number if marker.readings[0][0] in ("upper", "upper-roman") else number
        label = f"{walk.numbering.prefix}, {label}" if walk.numbering.prefix else label
    kind: ParagraphKind = (
        "heading" if not is_cover or is_title or block.role == "heading" or block.bold else "paragraph"
    )
    walk.title_taken = walk.title_taken or is_title
    piece = Piece(body, printed, kind, label, page=block.page, cover=is_cover, rank=block.level, calls=block.calls)
    position = walk.add(piece)
    if walk.path.open and not is_cover:
        walk.pieces[position].section = walk.path.titles[:-1]


def _decimal_heading(walk: Walk, marker: PrintedNumber | None) -> str:
    if marker is not None and marker.readings[0][0] in ("decimal", "multi"):
        return marker.bare
    numbered = [step.number for step in walk.path.open if step.number]
    return numbered[-1] if numbered and numbered[-1][0].isdigit() else ""


def _add_text(walk: Walk, index: int, block: Block, marker: PrintedNumber | None, body: str) -> None:
    if walk.in_cover and (marker is not None or is_running(body)):
        walk.in_cover = False
    piece = Piece(body, page=block.page, calls=block.calls, cover=walk.in_cover)
    walk.caption = None
    position = len(walk.pieces)
    if marker is not None and marker.readings[0][0] == "bullet":
        piece.kind, piece.printed, piece.parent = "item", marker.printed, bullet_parent(walk, block.level, position)
    elif marker is not None:
        following = [
            m for m, _ in walk.markers[index + 1 : index + 12] if m is not None and m.readings[0][0] != "bullet"
        ]
        place = walk.numbering.place(marker, position, walk.lead_in, following)
        piece.label, piece.parent, piece.printed = place.label, place.parent, marker.printed
        piece.kind = (
            "paragraph" if marker.readings[0][0] in ("decimal", "multi", "qa") and place.parent is None else "item"
        )
        walk.bullets = []
    elif block.role == "item":
        piece.kind, piece.parent = "item", bullet_parent(walk, block.level, position)
    else:
        walk.bullets = []
    walk.add(piece)
    if body.rstrip().endswith(":"):
        walk.lead_in = position
    elif piece.parent is None or piece.parent != walk.lead_in:
        walk.lead_in = None if piece.kind == "paragraph" else walk.lead_in
