"""Tie each footnote to the paragraph that calls it."""

import re
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.piece import Piece

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
SUPERSCRIPT_RUN = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
RAISED_MARK = re.compile(r"\s*([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})\s?(?=\S)")
"""A raised number with which a footnote begins."""
_AFTER_UNIT = re.compile(r"(?:^|[\s\d(/])(?:m|km|cm|mm|ft|dm|ha|R|CO|s)$")


def tie_notes(pieces: Sequence["Piece"]) -> None:
    """Set the parent of each footnote: the nearest paragraph that calls its mark, before it if there is one."""
    callers: dict[str, list[int]] = {}
    for position, piece in enumerate(pieces):
        for mark in piece.calls:
            callers.setdefault(mark, []).append(position)
    for position, piece in enumerate(pieces):
        if piece.kind != "footnote":
            continue
        piece.label = f"note {piece.note}" if piece.note else ""
        calling = callers.get(piece.note, [])
        before = [caller for caller in calling if caller < position]
        if before or calling:
            piece.parent = before[-1] if before else calling[0]
            piece.section = pieces[piece.parent].section


def take_calls(text: str, known: frozenset[str]) -> tuple[str, tuple[str, ...]]:
    """Take the marks of known footnotes out of a text: the text without them, and the marks.

    A raised figure after a unit (`m²`) stays, and so does one that calls no footnote.
    """
    calls: list[str] = []

    def taken(match: re.Match[str]) -> str:
        mark = match.group(0).translate(SUPERSCRIPTS)
        if mark not in known or _AFTER_UNIT.search(text[max(0, match.start() - 4) : match.start()]):
            return match.group(0)
        calls.append(mark)
        return ""

    stripped = SUPERSCRIPT_RUN.sub(taken, text)
    return stripped, tuple(calls)


RAISED_LETTER = "[ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ]"
_RAISED_CALL = re.compile(
    rf"(?<=[^\W⁰¹²³⁴⁵⁶⁷⁸⁹]|[.,;:)\]”\"’%–—])(\*{{1,4}}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,3}}|{RAISED_LETTER}(?:,\s?{RAISED_LETTER})*)(?=[\s,.;:)\]”\"’]|$)"
)
_UNIT_BEFORE = re.compile(r"(?:^|[\s\d(/])(?:m|km|cm|mm|ft|ha|dm|10)$")


def plain_mark(mark: str) -> str:
    """Return a raised mark as it stands before its footnote: `¹` is `1`, `ᵃ` is `a`."""
    return unicodedata.normalize("NFKC", mark)


def take_raised(text: str) -> tuple[str, tuple[str, ...]]:
    """Take every raised mark out of a text whose format knows what is raised: the text without them, and the marks."""
    marks: list[str] = []

    def taken(match: re.Match[str]) -> str:
        if _UNIT_BEFORE.search(text[max(0, match.start() - 4) : match.start()]):
            return match.group(0)
        marks.extend(re.split(r",\s?", plain_mark(match.group(1))))
        return ""

    return _RAISED_CALL.sub(taken, text), tuple(marks)
