"""Find the title of a document on its cover."""

import re
from collections.abc import Sequence

from corpus.assemble import clean_prose
from corpus.piece import Piece
from corpus.text.dates import find_date

_NOT_TITLE = re.compile(
    r"(?:united nations|nations unies|distr|original:|agenda item|items? \d|contents|page|chapter|summary|note$|"
    r"english|official records|"
    r"supplement|addendum|corrigendum|corr\.|submission by$|report$|table of contents|introduction|opening|"
    r"post(?:ed)? |by |issn|isbn|general assembly|security council|economic and social council|"
    r"human rights council)(?!\w).{0,80}",
    re.I,
)
_SAYS_WHAT = re.compile(
    r"^(?:the )?(?:(?:annual|progress|final|interim|summary|quadrennial|consolidated|meeting|briefing|"
    r"information|draft) )?"
    r"(?:reports?|note|letter|identical letters|resolution|submissions?|decisions?|agenda|provisional agenda|"
    r"budget performance|review)\b",
    re.I,
)
_BY_LINE = re.compile(
    r"^(?:report|note|letter) (?:of|by|from) the (?:secretary-general|secretariat|president|director|executive|"
    r"chair)\b.{0,60}$",
    re.I,
)
_LABELLED = re.compile(
    r"^(?:(?:date|place|venue|time|body|organi[sz]er|prepared|submitted|held|contact|author|from|to|cc)\b[\w ]{0,20}):",
    re.I,
)
_KIND_ONLY = re.compile(
    r"(?:(?:briefing|information|background|meeting|session|press|media|news|executive|annual|progress|interim|final|"
    r"draft|conference|workshop) )?(?:notes?|summary|reports?|release|minutes|agenda|statement|submission|letter)",
    re.I,
)
_EDITION = re.compile(r"(?:addendum|corrigendum|supplement|revision|amendment)(?: \w{1,4})?", re.I)
_SESSION = re.compile(r"[\w -]{3,40} session(?: \d{4})?", re.I)
_SESSION_ONLY = re.compile(r"^[\w -]{3,40} session(?: \d{4})?\b.{0,60}$", re.I)
_LETTERHEAD = re.compile(r"\b(?:letter|identical letters) dated\b|^resolution \d", re.I)


def find_title(cover: Sequence[Piece], body: str) -> str:
    """Return the title as printed, on one line; empty when the cover shows none.

    The strongest line wins: set as a title by the format, else one that says what the document is, else the largest.
    """
    candidates = [piece for piece in cover if may_be_title(piece, body)]
    if not candidates:
        return _fallback(cover)
    best = max(enumerate(candidates), key=lambda entry: (_strength(entry[1]), -entry[0]))[1]
    return clean_prose(best.text)


def names_document(text: str) -> bool:
    """Tell whether a line says what kind of thing a document is, as its title or above it: `Report of …`."""
    return bool(
        _SAYS_WHAT.match(text) or _KIND_ONLY.fullmatch(text) or _LABELLED.match(text) or _EDITION.fullmatch(text)
    )


def may_be_title(piece: Piece, body: str = "") -> bool:
    """Tell whether a piece of the cover may be the title; `body` is the name of the organ, which is none."""
    if len(piece.text) > 600:
        return False
    text = clean_prose(piece.text)
    words = len(text.split())
    if piece.kind in ("row", "item", "footnote") or not 2 <= words <= 45 or _NOT_TITLE.fullmatch(text):
        return False
    if text[0].islower() or (
        (body and text.lower() in body.lower())
        or _BY_LINE.match(text)
        or _LABELLED.match(text)
        or (text.startswith("(") and text.endswith(")"))
    ):
        return False
    if _SESSION.fullmatch(text) and not _SAYS_WHAT.match(text):
        return False
    if _SESSION_ONLY.fullmatch(text) and words <= 7 and not (piece.cover and piece.kind == "heading" and piece.rank):
        return False
    letters = sum(map(str.isalpha, text))
    is_date_line = bool(find_date(text)) and words <= 8 and not _SAYS_WHAT.match(text)
    is_words = letters >= 0.6 * len(text.replace(" ", "")) or bool(_SAYS_WHAT.match(text))
    ends = (";", ",") if piece.kind == "heading" else (";", ",", ".", ":")
    return is_words and not is_date_line and not text.endswith(ends)


def _strength(piece: Piece) -> float:
    text = clean_prose(piece.text)
    score = 0.0
    if piece.kind == "heading":
        score += 2.0
    if piece.rank:
        score += max(0.0, 3.0 - piece.rank / 2)
    if _LETTERHEAD.search(text):
        score += 5.0
    elif _SAYS_WHAT.match(text):
        score += 2.5
    score -= 3.0 if _KIND_ONLY.fullmatch(text) else 0.0
    words = len(text.split())
    score += 0.5 if words >= 4 else -0.5
    score -= 1.5 if text.endswith(".") else 0.0
    score -= 4.0 if not piece.cover else 0.0
    return score


def _fallback(cover: Sequence[Piece]) -> str:
    """Return a heading of one word where the cover shows nothing else."""
    headings = (clean_prose(piece.text) for piece in cover if piece.kind == "heading")
    return next((text for text in headings if not (_NOT_TITLE.fullmatch(text) or _SESSION.fullmatch(text))), "")
