"""Find the title of a document."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from html import unescape

from corpus.assemble import clean_prose
from corpus.metadata.file_name import title_in_name
from corpus.metadata.found import NOTHING, Found
from corpus.metadata.front_page import FrontPage, is_section
from corpus.metadata.kind import AGENDA_ITEM
from corpus.metadata.symbol import is_symbol
from corpus.metadata.title import (
    BY_LINE,
    is_kind_only,
    is_numbered,
    is_of_body,
    is_office,
    is_telling,
    is_unusable,
    may_be_title,
    names_document,
    says_what,
    strength,
)
from corpus.piece import Piece
from corpus.readers.properties import Properties
from corpus.text.dates import find_date

_PARTS = re.compile(r"\s+[-–—|:·]\s+|\s*[|»]\s*|:\s+")
_SUFFIX = re.compile(r"\.(?:docx?|pdf|wpf?d?|rtf|odt|pages|indd|html?)$", re.I)
_SUBJECT = re.compile(r"(?:subject|title|topic)\s?:\s*(\S+(?:\s\S+){2,40})", re.I)
"""`Subject: Repair of the north pier`; a single word after the label is a theme."""
_MEMORANDUM = re.compile(r"(?:memorandum|from|to)\b(?: for\b|\s?:)|memorandum$", re.I)
"""`MEMORANDUM FOR HEADS OF AGENCIES`, `From: The harbour master`: the subject is the title."""
_OPEN_END = re.compile(r"\b(?:of|the|and|for|on|to|at|in)$|\w-$", re.I)
_SALUTATION = re.compile(r"(?:dear|sirs?|madam|excellency)\b.{0,60}$", re.I)
_FIRST_PIECES = 40
_BY_WHOM, _OF_THE_AGENDA = 1.5, 3.0
"""What it counts that who a document is by stands below a line, or an item of the agenda above it."""
_OFTEN = 3
"""Times that a line stands in a document from which it is furniture of its pages."""
_FEW_WORDS = 3
_SHORTEST = 3
"""Letters of a title at least."""


def find_title(page: FrontPage, pieces: Sequence[Piece], properties: Properties, body: str) -> Found:
    """Return the title on one line with where it stands; nothing where the document shows none.

    In turn: what the author states in front matter, a line that the properties of the file confirm, the one outermost
    heading where the format says what is a heading, the line of the cover that looks most like a title, and the words
    of the file's name.
    """
    pieces = _said_once(pieces)
    page = replace(page, pieces=tuple(_said_once(page.pieces, pieces)))
    stated = clean_prose(unescape(properties.title)) if properties.certain else ""
    if stated and not (is_section(stated) or is_unusable(stated)):
        return Found(stated, properties.origin)
    confirmed = _confirmed(properties.title, pieces[:_FIRST_PIECES])
    ranked = _by_rank(pieces, page)
    if ranked and is_of_body(ranked, body) and names_document(below := _by_strength(page, body)):
        ranked = below
    text = confirmed or ranked or _by_strength(page, body)
    if text or stated:
        return Found(text or stated, "cover" if text else properties.origin)
    return Found(named, "file name") if (named := title_in_name(page.file)) else NOTHING


def _confirmed(recorded: str, pieces: Sequence[Piece]) -> str:
    """Return the line of the document that a title among the properties of its file repeats, whole or a part of it."""
    whole = _SUFFIX.sub("", recorded)
    parts = {_plain(part) for part in (whole, *_PARTS.split(whole)) if len(part.split()) >= 3}
    for piece in pieces:
        text = clean_prose(piece.text[:600])
        if piece.kind in ("heading", "paragraph") and _plain(text) in parts and not is_unusable(text):
            return text
    return ""


def _by_rank(pieces: Sequence[Piece], page: FrontPage) -> str:
    """Return the outermost heading, where the format ranks headings and nothing else that may be a title is above it.

    Where several headings are outermost they are sections, unless the first is of the first rank, names a document, or
    begins the text with its day.
    """
    ranked = ranked_headings(pieces)
    outermost = [piece for piece in ranked if piece.rank == min(piece.rank for piece in ranked)]
    if not outermost or outermost[0] not in (*page.pieces, *(pieces[:_FIRST_PIECES] if outermost[0].rank == 1 else ())):
        return ""
    first, text = outermost[0], clean_prose(outermost[0].text)
    above = pieces[: list(pieces).index(first)]
    if any(may_be_title(piece) for piece in above if piece not in ranked):
        return ""
    opens = first is pieces[0] and bool(find_date(text))
    alone = len(outermost) == 1 or first.rank == 1 or says_what(text) or opens
    usable = alone and not (is_section(text) or is_unusable(text) or is_symbol(text))
    if is_kind_only(text):
        return _below(first, pieces) or text
    return text if usable else ""


def _below(kind: Piece, pieces: Sequence[Piece]) -> str:
    """Return the heading right below one that only says what a document is: `Press release`, and then its title."""
    after = next(iter(pieces[list(pieces).index(kind) + 1 :]), None)
    text = clean_prose(after.text) if after is not None and after.kind == "heading" else ""
    return "" if is_section(text) or is_unusable(text) else text


def ranked_headings(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the headings whose rank the format states; the size of a font is none."""
    return [
        piece for piece in pieces if piece.kind == "heading" and piece.rank == int(piece.rank) > 0 and not piece.page
    ]


def _by_strength(page: FrontPage, body: str) -> str:
    """Return the line of the cover that looks most like a title; one with who the document is by below it more so."""
    cover = _without_letterhead(_before_sections(page.pieces))
    texts = [clean_prose(piece.text) for piece in cover]
    candidates: list[tuple[float, int, str]] = []
    for piece, text, before, after in zip(cover, texts, ["", *texts], [*texts[1:], ""], strict=False):
        by_whom = BY_LINE.match(after) is not None and not after.lower().startswith("draft")
        goes_on = _OPEN_END.search(before) or is_symbol(text) or (is_office(text) and not by_whom)
        if may_be_title(piece, body) and not goes_on and (says_what(text) or not ranked_headings([piece])):
            weight = strength(piece) + by_whom * _BY_WHOM - bool(AGENDA_ITEM.match(before)) * _OF_THE_AGENDA
            candidates.append((weight, -len(candidates), text))
    subject = next((match[1].strip() for text in texts if (match := _SUBJECT.fullmatch(text))), "")
    is_memorandum = any(map(_MEMORANDUM.match, texts)) and not any(map(is_numbered, texts))
    others = [text for *_, text in candidates if not _SUBJECT.fullmatch(text)]
    if subject and (is_memorandum or not any(map(is_telling, others))):
        return subject
    return _whole(max(candidates)[2], texts).rstrip(":") if candidates else _fallback(cover, body)


def _whole(title: str, lines: Sequence[str]) -> str:
    """Return a title with the lines below it that it runs on over, as one that ends in `of` or all in capitals does."""
    for more in lines[lines.index(title) + 1 :]:
        in_capitals = title.isupper() and more.isupper() and min(len(title.split()), len(more.split())) >= _FEW_WORDS
        if not more or ":" in more or not (_OPEN_END.search(title) or in_capitals):
            break
        title = f"{title}{'' if title.endswith('-') else ' '}{more}"
    return title


def _said_once(pieces: Sequence[Piece], among: Sequence[Piece] | None = None) -> list[Piece]:
    """Return the pieces whose words do not stand on page after page, as a notice on how the pages were read does."""
    counts = Counter(piece.text for piece in (pieces if among is None else among))
    return [piece for piece in pieces if counts[piece.text] < _OFTEN]


def _before_sections(cover: Sequence[Piece]) -> Sequence[Piece]:
    """Return the cover up to its first section, where something stands above it."""
    texts = [clean_prose(piece.text) for piece in cover]
    begins = (index for index, text in enumerate(texts) if index and is_section(text) and not is_kind_only(text))
    return cover[: next(begins, len(cover))]


def _without_letterhead(cover: Sequence[Piece]) -> Sequence[Piece]:
    """Return what stands below the salutation of a letter, where there is one; a line that names the letter stays."""
    at = next((index for index, piece in enumerate(cover) if _SALUTATION.match(piece.text)), -1)
    named = [piece for piece in cover[: at + 1] if names_document(clean_prose(piece.text))]
    return [*named, *cover[at + 1 :]]


def _fallback(cover: Sequence[Piece], body: str) -> str:
    """Return a heading of one word, or who the document is by, where the cover shows nothing else."""
    headings = [clean_prose(piece.text) for piece in cover if piece.kind == "heading" and not ranked_headings([piece])]
    texts = [text for text in headings if not is_of_body(text, body)]
    single = [
        text
        for text in texts
        if sum(map(str.isalpha, text)) >= _SHORTEST
        and not text[0].islower()
        and not (is_unusable(text) or is_section(text) or BY_LINE.match(text))
    ]
    by_lines = [text for text in texts if BY_LINE.match(text)]
    kinds = [text for piece in cover if not piece.rank and is_kind_only(text := clean_prose(piece.text))]
    return next(iter([*single, *by_lines, *kinds]), "")


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
