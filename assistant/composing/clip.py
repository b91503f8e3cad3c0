"""Cut a long sentence down to the part that answers, without changing a word."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from corpus.text.words import tokenize

LONGEST = 60
"""Words from which a sentence is cut down."""
GAP = "…"
_LONGEST_LEAD_IN = 20
_FEWEST_PAIRS = 3
_CLAUSE_END = re.compile(r"[;:,.!?]\s+|\s[–—-]\s")
_STRONG = frozenset(";:.!?")
_PIECE_END = re.compile(r"[,;]\s+(?:and\s+)?|\s+and\s+(?=[^\W\d_a-zß-ÿ])")
_VALUE = re.compile(r"\s[-–—]\s|:\s|\s=\s")
CLOSING = {"(": ")", "[": "]", "“": "”", "«": "»", '"': '"'}
_DEEPEST = 20
_ENCLOSING = re.compile(r"[()\[\]“”«»\"]")


def clip(sentence: str, wanted: set[str], keep: tuple[int, int] | None = None) -> str:
    """Return the part of a sentence that holds most of the wanted stems, with `…` where words are left out.

    In a series of items each with its value ("A - 5, B - 7 and C - 9") only the items named are kept. `keep` is a
    character range that must stay. What is kept is cut at clauses, never within brackets or quotation marks.
    """
    named = _named_items(sentence, wanted, keep)
    if named:
        return _shown(sentence, named)
    if len(tokenize(sentence)) <= LONGEST:
        return sentence
    return _shown(sentence, [_densest(sentence, wanted, keep)])


def _shown(sentence: str, spans: list[tuple[int, int]]) -> str:
    """Return the spans with a gap wherever something between them, before or after is left out."""
    pieces: list[str] = []
    end = begun = 0
    for start, stop in spans:
        if _leaves_out(sentence, end, start):
            pieces.append(GAP)
            begun = start
        elif pieces:
            pieces.pop()
        else:
            begun = start
        pieces.append(sentence[begun:stop].strip())
        end = stop
    if _leaves_out(sentence, end, len(sentence)):
        pieces[-1] = pieces[-1].rstrip(",;: ")
        pieces.append(GAP)
    return " ".join(pieces)


def _leaves_out(sentence: str, start: int, stop: int) -> bool:
    return any(character.isalnum() for character in sentence[start:stop])


@dataclass(frozen=True)
class _Item:
    start: int
    end: int
    words: frozenset[str]
    """Canonical content words of what the value is given for."""


def _named_items(sentence: str, wanted: set[str], keep: tuple[int, int] | None) -> list[tuple[int, int]]:
    """Return the lead-in and the items of a series that are named; empty when it is no series or names none or all."""
    lead = sentence.find(":") + 1
    items = list(_items(sentence, lead))
    if len(items) < _FEWEST_PAIRS:
        return []
    exactly = [item for item in items if item.words and item.words <= wanted]
    named = exactly or [item for item in items if item.words & wanted]
    if keep:
        kept = [item for item in items if item.start <= keep[0] and keep[1] <= item.end]
        if not kept and not exactly:
            return []
        named = sorted({*named, *kept}, key=lambda item: item.start)
    if not named or len(named) == len(items):
        return []
    opening = [(0, lead)] if lead and len(tokenize(sentence[:lead])) < _LONGEST_LEAD_IN else []
    return opening + [(item.start, item.end) for item in named]


def _items(sentence: str, lead: int) -> Iterator[_Item]:
    """Yield the items that have a value; a piece without one belongs to the next: `Macao, China - $5000`."""
    edges = [(match.start(), match.end()) for match in _PIECE_END.finditer(sentence, lead)]
    start = piece = lead
    for end, following in [*edges, (len(sentence), len(sentence))]:
        value = _VALUE.search(sentence, piece, end)
        if value and re.search(r"\d", sentence[value.end() : end]):
            words = tokenize(sentence[start : value.start()])
            yield _Item(start, end, frozenset(word.stem for word in words if word.is_content))
            start = following
        piece = following


def _densest(sentence: str, wanted: set[str], keep: tuple[int, int] | None) -> tuple[int, int]:
    """Return the run of clauses of at most `LONGEST` words that covers most, made whole as far as there is room."""
    edges = _edges(sentence)
    words = tokenize(sentence)
    starts = [word.start for word in words]
    counts = [bisect_left(starts, edge) for edge in edges]
    asked = [word.stem if word.stem in wanted else "" for word in words]
    first, last = _best(asked, counts, _clauses_of(edges, keep))
    while first and counts[last] - counts[first - 1] <= LONGEST and not _is_strong(sentence, edges[first]):
        first -= 1
    while last < len(edges) - 1 and counts[last + 1] - counts[first] <= LONGEST:
        if _is_strong(sentence, edges[last]):
            break
        last += 1
    return edges[first], edges[last]


def _is_strong(sentence: str, edge: int) -> bool:
    """Tell whether a clause edge is one at which a reader pauses: a semicolon, a colon or a full stop."""
    return not edge or sentence[max(0, edge - 20) : edge].rstrip()[-1:] in _STRONG


def _clauses_of(edges: list[int], keep: tuple[int, int] | None) -> tuple[int, int] | None:
    """Return the ranks of the edges around what must stay."""
    if keep is None:
        return None
    first = bisect_right(edges, keep[0]) - 1
    return first, max(first + 1, bisect_left(edges, min(keep[1], edges[-1])))


def _best(asked: list[str], counts: list[int], kept: tuple[int, int] | None) -> tuple[int, int]:
    """Return the ranks of the edges of the best run: most asked words, then fewest words, then the first.

    A clause that is too long by itself is taken whole, and so is what must stay.
    """
    best, best_value = kept or (0, 1), (-1, 0)
    for first in range(len(counts) - 1) if kept is None else range(kept[0] + 1):
        covered: set[str] = set()
        start = first
        for last in range(first + 1, len(counts)):
            covered.update(asked[counts[start] : counts[last]])
            start = last
            size = counts[last] - counts[first]
            if size > LONGEST and last > first + 1:
                break
            if kept and last < kept[1]:
                continue
            value = (len(covered - {""}), -size)
            if size and value > best_value:
                best, best_value = (first, last), value
    return best


def _edges(sentence: str) -> list[int]:
    """Return where clauses begin, and the end; an edge within brackets or quotation marks is none."""
    spans = _enclosed(sentence)
    starts = [start for start, _ in spans]
    found = [0]
    for match in _CLAUSE_END.finditer(sentence):
        before = bisect_right(starts, match.start()) - 1
        if before < 0 or match.end() > spans[before][1]:
            found.append(match.end())
    edges = sorted({*found, len(sentence)})
    return [edges[0], *(stop for start, stop in pairwise(edges) if sentence[start:stop].strip())]


def _enclosed(sentence: str) -> list[tuple[int, int]]:
    """Return the outermost ranges in brackets or quotation marks, in order; what never closes encloses nothing."""
    found: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for match in _ENCLOSING.finditer(sentence):
        mark = match.group()
        rank = next((rank for rank in range(len(opened) - 1, -1, -1) if CLOSING[opened[rank][0]] == mark), -1)
        if rank >= 0:
            start = opened[rank][1]
            del opened[rank:]
            while found and found[-1][0] >= start:
                found.pop()
            found.append((start, match.end()))
        elif mark in CLOSING and len(opened) < _DEEPEST:
            opened.append((mark, match.start()))
    return found
