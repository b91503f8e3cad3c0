"""What a reader looks at to see which document this is: its cover, its first and last lines, the name of its file."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from corpus.assemble import clean_prose
from corpus.block import SourceContent
from corpus.piece import Piece
from corpus.text.headings import OPENING_HEADINGS

MAX_COVER = 40
MAX_LINE = 400
"""Characters that a line with a fact on it has at most."""
_LONGEST_LINE = 34
_RUNNING = 12
"""Words from which a paragraph may be the first of the text."""
_EARLY = 60
_OPENING = 4
_ENDS = 6


@dataclass(frozen=True, slots=True)
class FrontPage:
    """The parts of a document that say which one it is, as lines of plain prose."""

    pieces: tuple[Piece, ...]
    """What stands before the first running text, footnotes aside."""
    lines: tuple[str, ...]
    """Its short lines, but for the items of lists."""
    items: tuple[str, ...]
    """Its items of lists: `- Meeting date: 2026-07-31`."""
    early: tuple[str, ...]
    """The short lines of the first pages, headings and items too, whatever text stands between them."""
    heads: tuple[str, ...]
    """Running heads and feet."""
    opening: tuple[str, ...]
    """The first paragraphs of running text, cut where a fact would no longer be looked for."""
    ends: tuple[str, ...]
    """The last lines, the last one first."""
    file: str
    """The name of the file without its suffix."""


def front_page(pieces: Sequence[Piece], reading: SourceContent, name: str) -> FrontPage:
    """Gather what says which document this is; `name` is that of the file."""
    cover = _cover(pieces)
    running = [piece.text for piece in pieces[:60] if piece.kind in ("paragraph", "item") and _is_running(piece.text)]
    heads = [clean_prose(e.text[:MAX_LINE]) for e in reading.exclusions[:60] if e.reason.startswith("running")]
    return FrontPage(
        pieces=tuple(cover),
        lines=tuple(line for piece in cover if piece.kind != "item" for line in lines_of(piece)),
        items=tuple(line for piece in cover if piece.kind == "item" for line in lines_of(piece)),
        early=tuple(line for piece in pieces[:-_ENDS][:_EARLY] if piece.kind != "row" for line in lines_of(piece)),
        heads=tuple(heads),
        opening=tuple(clean_prose(text[: 2 * MAX_LINE]) for text in running[:_OPENING]),
        ends=tuple(_ends(pieces)),
        file=re.sub(r"\.[A-Za-z]{2}$", "", PurePath(name.replace("\\", "/")).stem),
    )


def lines_of(piece: Piece) -> list[str]:
    """Return the short lines of a piece: the cells of a row one by one."""
    parts = [clean_prose(part) for part in re.split(r"[\t\n]", piece.text[: 8 * MAX_LINE]) if part.strip()]
    return [part for part in parts if len(part) <= MAX_LINE and len(part.split()) <= _LONGEST_LINE]


def is_section(text: str) -> bool:
    """Tell whether a heading begins a section of any document: `Introduction`, `Attendance`."""
    return text.rstrip(": ").lower() in OPENING_HEADINGS or _SECTION.fullmatch(text.strip(" *:#")) is not None


_SECTION = re.compile(
    r"(?:(?:council|meeting|board|committee|voting)? ?members? )?(?:present|in attendance|attending|absent)|"
    r"(?:meeting )?(?:attendance|attendees|participants|roles|details|information|info|logistics|links?|notes)|"
    r"(?:regrets|apologies|invitees|observers|guests|roll[- ]?call|agenda|minutes|announcements?(?: or .{3,30})?|"
    r"links?|action items|actions|decisions|next meeting|check-?in|check-?out|recordings?|scribes?|facilitator|chairs?|"
    r"quick links|status|updates?|old business|new business|any other business|housekeeping|welcome)",
    re.I,
)
"""Headings of sections, which are no titles: `Meeting roles`, `Members in attendance`, `Action items`."""


_NOTICE = re.compile(r"(?:disclaimer|notice|important|note)\s?:\s.{200}", re.I | re.S)
"""A notice of many words above the title: `DISCLAIMER: This report is provided “as is” …`."""


def _cover(pieces: Sequence[Piece]) -> list[Piece]:
    cover: list[Piece] = []
    for piece in pieces[: MAX_COVER * 2]:
        if _NOTICE.match(piece.text) and piece.kind == "paragraph":
            continue
        if (piece.label and piece.kind != "row") or (
            len(piece.text.split(None, 41)) > 40
            and piece.kind not in ("footnote", "row")
            and not _is_list_of_names(piece.text)
            and not (piece.cover and piece.kind == "heading")
        ):
            break
        if piece.kind != "footnote":
            cover.append(piece)
        if len(cover) >= MAX_COVER:
            break
    return cover


def _is_list_of_names(text: str) -> bool:
    """Tell whether a text lists names, such as those a draft is submitted by, and says nothing of them."""
    names = [name.strip() for name in text[: 2 * MAX_LINE].split(",")]
    return len(names) >= 8 and all(name[:1].isupper() and len(name.split()) <= 10 for name in names[:-2])


def _is_running(text: str) -> bool:
    return len(text.split(None, _RUNNING)) >= _RUNNING


def _ends(pieces: Sequence[Piece]) -> list[str]:
    """Return the last lines that are no items, rows or notes."""
    kept = [piece for piece in pieces[-3 * _ENDS :] if piece.kind in ("paragraph", "heading") and not piece.label]
    return [line for piece in reversed(kept[-_ENDS:]) for line in reversed(lines_of(piece))]
