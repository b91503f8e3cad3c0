"""Find citation markers in a model's output, in whatever brackets it puts them.

Asked for is `[id "exact words"]`. Models also write `[id: “words”]`, `(id, 'words')`, `[[id]]`, `【id†"words"】`,
`[source id]` or `[id1, id2]`; each is understood. A bracket that names no known id and looks like a marker all the
same, such as `[7]` or `[x9k2 "words"]`, is one that names an unknown source; any other is text.
"""

import re
from dataclasses import dataclass

_PAIRS = {"[": "]", "(": ")", "{": "}", "<": ">", "【": "】", "［": "］", "〔": "〕", "⟦": "⟧", "「": "」", "（": "）"}
_SQUARE = "[【［〔⟦{「"
"""Brackets in which a number or an id alone is a marker."""
_QUOTES = {'"': '"', "“": '”"', "„": '”“"', "«": "»", "‘": "’'", "'": "'’", "`": "`'"}
_CLOSED = re.compile(
    r"\s*(?:[\])}>】］〕⟧」）]|$|(?:[,;|†&+/]|and\b)?\s*(?:and\s+)?(?:(?=[\"“„«‘'`\])])|(?=[a-z]+\d)|$))",
    re.IGNORECASE,
)
"""What follows the end of a quotation: the bracket's end, or another id or quotation."""
_LEAD = re.compile(
    r"\b(?:sources?|passages?|ids?|refs?|references?|docs?|documents?|citations?|cites?|cited|see|cf|from|quotes?|words?"
    r"|and|no|number)\b\.?",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[^\W_]+(?:[-_:.][^\W_]+)*")
_LIKE_ID = re.compile(r"(?=.*\d)[a-z0-9][a-z0-9_.:-]{0,11}|[a-z]{1,3}", re.IGNORECASE)
_LONGEST = 2_000
"""Characters in which a marker must be closed."""


@dataclass(frozen=True, slots=True)
class CitedPassage:
    """What a marker names."""

    id: str
    """As the model wrote it, in lower case."""
    quote: str
    """The words it says the sentence rests on; empty when it gives none."""
    known: bool
    """Whether a passage of this id was given."""


@dataclass(frozen=True, slots=True)
class CitationMarker:
    """A marker in a text."""

    end: int
    """Where it ends; -1 while it is not closed yet."""
    sources: tuple[CitedPassage, ...] = ()


def marker_at(text: str, at: int, ids: frozenset[str], *, final: bool = True) -> CitationMarker | None:
    """Return the marker that begins at a place, None when none does; an open one may still become one if not final."""
    opener = text[at]
    if opener not in _PAIRS:
        return None
    inside, end = _inside(text, at, final=final)
    if end < 0:
        return None if final or len(text) - at > _LONGEST else CitationMarker(-1)
    sources = _sources(inside, ids, square=opener in _SQUARE)
    return CitationMarker(end, sources) if sources else None


def _inside(text: str, at: int, *, final: bool) -> tuple[str, int]:
    """Return what a bracket holds and where it ends; -1 when it is not closed within `_LONGEST` characters."""
    opener = text[at]
    closer = _PAIRS[opener]
    doubled = text[at + 1 : at + 2] == opener
    start = at + 2 if doubled else at + 1
    stop = min(len(text), at + _LONGEST)
    if text.find(closer, start, stop) < 0:  # a line of opening brackets would else be gone through for each
        return "", -1
    depth, quote = 0, ""
    for place in range(start, stop):
        character = text[place]
        if quote:
            if character in _QUOTES[quote] and _CLOSED.match(text, place + 1):
                quote = ""
        elif character in _QUOTES and not text[place - 1].isalnum():
            quote = character
        elif character == opener:
            depth += 1
        elif character == closer and depth:
            depth -= 1
        elif character == closer:
            if not doubled:
                return text[start:place], place + 1
            if text[place + 1 : place + 2] == closer:
                return text[start:place], place + 2
            if place + 1 == len(text) and not final:
                return "", -1
            return text[start:place], place + 1
    return "", -1


def _sources(inside: str, ids: frozenset[str], *, square: bool) -> tuple[CitedPassage, ...]:
    """Return what the inside of a bracket names, nothing when it is text."""
    parts = list(_parts(inside))
    quotes = [words for is_quote, words in parts if is_quote]
    outside = _LEAD.sub(" ", " ".join(words for is_quote, words in parts if not is_quote))
    tokens = [token.lower() for token in _TOKEN.findall(outside)]
    known = [token for token in tokens if token in ids]
    if not known and not _looks_like_marker(tokens, quotes, square=square):
        return ()
    if not tokens:
        return tuple(CitedPassage("", quote, known=False) for quote in quotes)
    return tuple(_paired(parts, ids))


def _looks_like_marker(tokens: list[str], quotes: list[str], *, square: bool) -> bool:
    """Tell whether a bracket without a known id is still meant to name a source."""
    like = bool(tokens) and all(_LIKE_ID.fullmatch(token) for token in tokens)
    if quotes:
        return (like and len(tokens) <= 3) or (square and len(tokens) <= 1)
    return square and like and any(any(map(str.isdigit, token)) for token in tokens)


def _paired(parts: list[tuple[bool, str]], ids: frozenset[str]) -> list[CitedPassage]:
    """Give each id the quotes that follow it; those before the first id belong to the first."""
    found: list[tuple[str, list[str]]] = []
    early: list[str] = []
    for is_quote, words in parts:
        if is_quote:
            (found[-1][1] if found else early).append(words)
            continue
        for token in _TOKEN.findall(_LEAD.sub(" ", words)):
            found.append((token.lower(), []))
    found[0][1][:0] = early
    return [CitedPassage(name, quote, name in ids) for name, quotes in found for quote in (quotes or [""])]


def _parts(inside: str) -> list[tuple[bool, str]]:
    """Part the inside of a bracket into what stands in quotation marks and what does not."""
    found: list[tuple[bool, str]] = []
    at = start = 0
    while at < len(inside):
        if inside[at] in _QUOTES and not (at and inside[at - 1].isalnum()):
            end = _quote_end(inside, at)
            if end > 0:
                found += [(False, inside[start:at]), (True, inside[at + 1 : end].strip())]
                at = start = end + 1
                continue
        at += 1
    found.append((False, inside[start:]))
    return [(is_quote, words) for is_quote, words in found if words.strip()]


def _quote_end(inside: str, at: int) -> int:
    """Return where the quotation that begins at a place is closed: last, where an id or the end follows."""
    closers = _QUOTES[inside[at]]
    for place in range(at + 1, len(inside)):
        if inside[place] in closers and _CLOSED.match(inside, place + 1):
            return place
    return -1
