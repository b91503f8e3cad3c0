"""Cut a sentence down to a number of words, at its end and where it may be spared, without changing a word."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from assistant.composing.clip import CLOSING
from corpus.text.words import content_stems

GAP = "…"
_GAIN = 2.0
_FEWEST = 3
"""Words that a piece has at least."""
_STRONG = re.compile(r"[;:.!?](?=\s)|\s[–—](?=\s)")
_COMMA = re.compile(r",(?=\s)")
_WEAK = re.compile(
    r"\s(?=(?:which|who|that|including|such as|in order|as well as|along with|while|where|whose|with|under|through|"
    r"by|for|in|on|at|as|to|of|and|from|among|between|during|following|upon|against|within|regarding)\s)"
)
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
    kept = without_spare(text, most, spare)
    return kept if _count(kept) <= most else _cut(kept, most)


def without_spare(text: str, most: int, spare: Sequence[Span]) -> str:
    """Return the text without as few of the spare ranges, from the first on, as make it short enough."""
    kept = text
    for rank in range(len(spare) + 1):
        kept = without(text, spare[:rank])
        if _count(kept) <= most:
            break
    return kept


def condense(text: str, most: int, weights: Mapping[str, float], gain: float = _GAIN) -> str:
    """Return a sentence in at most about `most` words: its beginning, and what of the rest tells more than going on.

    `weights` are those of stems. A piece further on is taken where with it the whole weighs `gain` times as
    much; a denial is never left out before it.
    """
    plain = shorten(text, most)
    if plain == text:
        return text
    edges = _edges(text)
    pieces = [text[start:end] for start, end in pairwise(edges)]
    sizes = [_count(piece) for piece in pieces]
    terms = [frozenset(content_stems(piece)) for piece in pieces]
    best, best_value = plain, gain * _weight(frozenset(content_stems(plain)), weights)
    for opening in range(1, len(pieces)):
        size = sum(sizes[:opening])
        if size < _FEWEST or most - size < _FEWEST:
            continue
        head = frozenset().union(*terms[:opening])
        for first in range(opening + 1, len(pieces)):
            if not _begins(text, edges[first]):
                continue
            if _DENIED.search(text[edges[opening] : edges[first]]):
                break
            last, room = first, most - size
            while last < len(pieces) and sizes[last] <= room:
                room -= sizes[last]
                last += 1
            if last > first and (value := _weight(head.union(*terms[first:last]), weights)) > best_value:
                best, best_value = _gapped(text, edges[opening], edges[first], edges[last]), value
    return best


def _begins(text: str, edge: int) -> bool:
    """Tell whether a piece that is not the first of a list begins at an edge, so that it can be read after a gap."""
    return text[:edge].rstrip()[-1:] in ";:.–—" or _WEAK.match(f" {text[edge:].lstrip()}") is not None


def _gapped(text: str, opening: int, first: int, last: int) -> str:
    """Return the text up to `opening`, and from `first` to `last`, with gaps where words are left out."""
    head, piece = _DANGLING.sub("", text[:opening]), text[first:last].strip()
    return f"{head} {GAP} {piece}" if last == len(text) else f"{head} {GAP} {_DANGLING.sub('', piece)} {GAP}"


def _weight(terms: Iterable[str], weights: Mapping[str, float]) -> float:
    return sum(weights.get(term, 0.0) for term in terms)


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
    rest = text[reached:].lstrip(" ,;")
    pieces.append(rest)
    whole = f" {GAP} ".join(piece for piece in pieces if piece.strip())
    if reached and not rest.strip():
        return _ended(whole)
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
        elif character in CLOSING:
            opened.append((CLOSING[character], at))
    return found
