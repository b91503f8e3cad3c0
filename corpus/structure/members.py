"""Bring what a source carries within itself, such as the attachments of a message, into one document."""

from collections.abc import Iterator

from corpus.block import SourceContent
from corpus.paragraph import Exclusion
from corpus.piece import Piece
from corpus.structure.structure import recover


def recover_whole(reading: SourceContent) -> list[Piece]:
    """Return the paragraphs of a source, then those of each member under a heading of its own.

    A member is numbered for itself: its paragraph 13(c) is `Attachment 1, 13(c)`.
    """
    pieces = recover(reading.blocks)
    tables = max((piece.table for piece in pieces), default=0)
    for member in reading.members:
        pieces.append(Piece(member.heading, kind="heading"))
        first = len(pieces)
        for piece in recover_whole(member.reading):
            piece.section = (member.heading, *piece.section)
            piece.label = f"{member.address}, {piece.label}" if piece.label else ""
            piece.parent = None if piece.parent is None else piece.parent + first
            piece.table += tables if piece.table > 0 else 0
            piece.cover = False
            pieces.append(piece)
        tables = max([tables, *(piece.table for piece in pieces[first:])])
    return pieces


def visible_of(reading: SourceContent) -> Iterator[str]:
    """Yield the visible text of a source and of its members."""
    yield from reading.visible
    for member in reading.members:
        yield member.heading
        yield from visible_of(member.reading)


def exclusions_of(reading: SourceContent) -> tuple[Exclusion, ...]:
    """Return what is left out of a source and of its members, in reading order."""
    inner = (exclusion for member in reading.members for exclusion in exclusions_of(member.reading))
    return (*reading.exclusions, *inner)
