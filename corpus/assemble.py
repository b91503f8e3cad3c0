"""Lay recovered paragraphs out as the normalised text, so that each is exactly `text[start:end]`."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from corpus.paragraph import Paragraph
from corpus.piece import Piece

_BLANKS = re.compile(r"[^\S\n\t]{2,}|[^\S\n\t ]")
_LINE_ENDS = re.compile(r"[\n\r\v\f\u2028\u2029]+")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\u2060\ufeff\ufffe\uffff]")
_JOINERS = re.compile("(?<![^\x00-\u024f\u2000-\u206f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\u024f\u2000-\u206f])")


def clean(text: str) -> str:
    """Return a text in NFC on one line, with single spaces and without characters that print nothing; tabs stay."""
    composed = unicodedata.normalize("NFC", text)
    composed = _CONTROLS.sub("", _LINE_ENDS.sub(" ", composed)).replace("\u00ad", "")
    if "\u200c" in composed or "\u200d" in composed:
        composed = _JOINERS.sub("", composed)
    spaced = _BLANKS.sub(" ", composed)
    return spaced.strip(" \n") if "\t" in spaced else spaced.strip()


def clean_prose(text: str) -> str:
    """Return a text as `clean` does, with tabs made spaces."""
    return clean(text.replace("\t", " "))


def assemble(pieces: Sequence[Piece], document: str) -> tuple[str, tuple[Paragraph, ...]]:
    """Return the normalised text and the paragraphs of a document.

    Paragraphs stand in reading order with an empty line between them, rows of one table on lines of their own, the
    printed number before its paragraph.
    """
    parts: list[str] = []
    paragraphs: list[Paragraph] = []
    ordinals: Counter[tuple[str, ...]] = Counter()
    length = 0
    for position, piece in enumerate(pieces):
        text = clean(piece.text) if piece.kind == "row" else clean_prose(piece.text)
        lead = _gap(pieces, position) + _printed(piece)
        start = length + len(lead)
        if piece.kind != "heading":
            ordinals[piece.section] += 1
        paragraphs.append(
            Paragraph(
                document=document,
                position=position,
                label=piece.label,
                ordinal=ordinals[piece.section] or 1,
                section=tuple(clean_prose(title) for title in piece.section),
                page=piece.page,
                start=start,
                end=start + len(text),
                text=text,
                kind=piece.kind,
                parent=piece.parent,
                columns=tuple(clean_prose(column) for column in piece.columns),
            )
        )
        parts += (lead, text)
        length = start + len(text)
    return "".join(parts), tuple(paragraphs)


def _gap(pieces: Sequence[Piece], position: int) -> str:
    if position == 0:
        return ""
    piece, before = pieces[position], pieces[position - 1]
    return "\n" if piece.table and piece.table == before.table else "\n\n"


def _printed(piece: Piece) -> str:
    if not piece.printed:
        return ""
    return clean_prose(piece.printed) + ("\t" if piece.kind == "row" else " ")
