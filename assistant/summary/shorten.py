"""Cut a sentence down to a number of words, at its end and where it may be spared, without changing a word."""

import re
from collections.abc import Mapping, Sequence

from assistant.words import terms_of

GAP = "…"
_GAIN = 2.0
_STRONG = re.compile(r"[;:.!?](?=\s)|\s[–—](?=\s)")
_COMMA = re.compile(r",(?=\s)")
_WEAK = re.compile(
    r"\s(?=(?:which|who|that|including|such as|in order|as well as|along with|while|where|whose|with|under|through|"
    r"by|for|in|on|at|as|to|of|and|from|among|between|during|following|upon|against|within|regarding)\s)"
)
_OPENING = {"(": ")", "[": "]", "“": "”", "«": "»", '"': '"'}
_DANGLING = re.compile(
    r"(?:[\s,;:–—]+|\s(?:and|or|of|the|a|an|to|in|on|for|with|by|as|that|which|who|from|at|its|their|his|her|under|"
    r"through|including|such|is|are|was|were|be|been|has|have|had|will|would|could|should|may|can|not|also|more|"
    r"between|among|into|upon|within|this|these|those))+$",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not|no|never|without|neither|nor|none|cannot)\b|n['’]t\b", re.IGNORECASE)
Span = tuple[int, int]


def shorten(text: str, most: int, spare: Sequence[Span] = ()) -> str:
    """Return a sentence in at most about `most` words, with `…` where words are left out.

    `spare` are character ranges to leave out first, the most dispensable first; each only while the sentence is too
    long. Then the end is cut, at the mark of punctuation nearest the limit, else before a small word; never within
    brackets, nor within a name, nor so that a denial is lost.
    """
    kept = text
    for rank in range(len(spare) + 1):
        kept = without(text, spare[:rank])
        if _count(kept) <= most:
            return kept
    return _cut(kept, most)


def condense(text: str, most: int, weights: Mapping[str, float]) -> str:
    """Return a sentence in at most about `most` words: its beginning, and what of the rest tells more than going on.

    `weights` are those of canonical words. A piece further on is taken where it weighs `_GAIN` times what it takes the
    place of; a denial is never left out before it.
    """
    plain = shorten(text, most)
    if plain == text:
        return text
    edges = _edges(text)
    best, best_value = plain, _GAIN * _weight(plain, weights)
    for opening in range(1, len(edges) - 1):
        room = most - _count(text[: edges[opening]])
        if room < 4 or (_count(text[: edges[opening]]) < 3):
            continue
        for first in range(opening + 1, len(edges) - 1):
            if _DENIED.search(text[edges[opening] : edges[first]]):
                break
            last = first
            while last + 1 < len(edges) and _count(text[edges[first] : edges[last + 1]]) <= room:
                last += 1
            if last > first:
                tail = "" if last == len(edges) - 1 else f" {GAP}"
                piece = text[edges[first] : edges[last]].strip()
                head = _DANGLING.sub("", text[: edges[opening]])
                tried = f"{head} {GAP} {_DANGLING.sub('', piece) if tail else piece}{tail}"
                if (value := _weight(tried, weights)) > best_value:
                    best, best_value = tried, value
    return best


def _weight(text: str, weights: Mapping[str, float]) -> float:
    return sum(weights.get(term, 0.0) for term in set(terms_of(text)))


def _edges(text: str) -> list[int]:
    """Return where a sentence may be parted, its beginning and its end among them."""
    closed = _enclosed(text)
    found = {0, len(text)}
    for pattern in (_STRONG, _COMMA, _WEAK):
        for match in pattern.finditer(text):
            if _may_end(text, match.start(), closed, weak=pattern is _WEAK):
                found.add(match.end())
    return sorted(found)


def without(text: str, spans: Sequence[Span]) -> str:
    """Return the text with a gap in the place of each character range."""
    pieces, reached = [], 0
    for start, end in sorted(spans):
        if start < reached:
            continue
        pieces.append(text[reached:start].rstrip(" ,;"))
        reached = end
    pieces.append(text[reached:].lstrip(" ,;"))
    whole = f" {GAP} ".join(piece for piece in pieces if piece.strip())
    return re.sub(rf"{GAP} (?=[.;:!?]$)", GAP, whole)


def _count(text: str) -> int:
    return sum(word != GAP for word in text.split())


def _cut(text: str, most: int) -> str:
    """Cut the end off."""
    limit = _reach(text, most)
    closed = _enclosed(text)
    for pattern, least in ((_STRONG, 0.55), (_COMMA, 0.6), (_WEAK, 0.5), (_COMMA, 0.3), (_STRONG, 0.3)):
        floor = _reach(text, max(4, int(least * most)))
        ends = [match.start() for match in pattern.finditer(text, 0, limit + 1) if match.start() >= floor]
        ends = [end for end in ends if _may_end(text, end, closed, weak=pattern is _WEAK)]
        if ends:
            return _ended(text[: ends[-1]])
    return _ended(text[: _outside(limit, closed)])


def _ended(text: str) -> str:
    return f"{_DANGLING.sub('', text)} {GAP}"


def _reach(text: str, words: int) -> int:
    """Return where the given number of words ends."""
    seen = 0
    for match in re.finditer(r"\S+", text):
        seen += match.group() != GAP
        if seen >= words:
            return match.end()
    return len(text)


def _may_end(text: str, end: int, closed: Sequence[Span], *, weak: bool) -> bool:
    """Tell whether a sentence may end there: not within brackets or a name, nor just before what denies it."""
    if any(start < end < stop for start, stop in closed):
        return False
    if _DENIED.search(text[end : end + 24]):
        return False
    if text[:end].endswith(("Mr.", "Ms.", "Dr.", "No.", "Mrs.", "Prof.")):
        return False
    if not weak:
        return True
    before, after = text[:end].split()[-1:], text[end:].split()[1:2]
    named = bool(before and after) and before[0][:1].isupper() and after[0][:1].isupper()
    return not named


def _outside(limit: int, closed: Sequence[Span]) -> int:
    return next((start for start, stop in closed if start < limit < stop and start > limit // 3), limit)


def _enclosed(text: str) -> list[Span]:
    """Return the ranges in brackets or quotation marks."""
    found: list[Span] = []
    opened: list[tuple[str, int]] = []
    for at, character in enumerate(text):
        if opened and character == opened[-1][0]:
            found.append((opened.pop()[1], at + 1))
        elif character in _OPENING:
            opened.append((_OPENING[character], at))
    return found
