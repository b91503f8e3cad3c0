"""Cut a long sentence down to the part that answers, without changing a word."""

import re

from assistant.words import words_of

LONGEST = 60
"""Words from which a sentence is cut down."""
_PAIR = re.compile(r"(?P<item>[^;:]*?\S)\s*[-–:]\s*(?P<value>[^,;]*\d[^,;]*?)(?=\s+and\s|[,;.]|$)")
_CLAUSE = re.compile(r"[;:]\s+|,\s+(?=(?:and|but|while|which|including|such as|as well as|namely)\b)|\.\s+")
GAP = "…"


def clip(sentence: str, wanted: set[str], keep: tuple[int, int] | None = None) -> str:
    """Return the part of a sentence that holds most of the wanted canonical words, with `…` where words are left out.

    In a series of items each with its value ("A - 5, B - 7 and C - 9") only the items named are kept. `keep` is a
    character range that must stay.
    """
    series = _series(sentence, wanted)
    if series:
        return series
    if len(words_of(sentence)) <= LONGEST:
        return sentence
    return _densest(sentence, wanted, keep)


def _series(sentence: str, wanted: set[str]) -> str:
    """Return the items of a series that are named, empty when the sentence is no series or none is."""
    lead = sentence.find(":") + 1
    pairs = list(_PAIR.finditer(sentence, lead))
    if len(pairs) < 3:
        return ""
    named = [match for match in pairs if {word.canonical for word in words_of(match["item"])} & wanted]
    if not named or len(named) == len(pairs):
        return ""
    items = [sentence[match.start() : match.end()].strip(" ,;") for match in named]
    items = [re.sub(r"^and\s+", "", item) for item in items]
    opening = f"{sentence[:lead].strip()} " if lead and len(words_of(sentence[:lead])) < 20 else ""
    return f"{opening}{GAP} {f' {GAP} '.join(items)} {GAP}"


def _densest(sentence: str, wanted: set[str], keep: tuple[int, int] | None) -> str:
    """Return the run of clauses of at most `LONGEST` words that covers most."""
    edges = [0, *(match.end() for match in _CLAUSE.finditer(sentence)), len(sentence)]
    clauses = list(zip(edges, edges[1:], strict=False))
    best, best_value = (0, len(sentence)), (-1.0, 0)
    for first in range(len(clauses)):
        for last in range(first, len(clauses)):
            start, end = clauses[first][0], clauses[last][1]
            words = [word.canonical for word in words_of(sentence[start:end])]
            if len(words) > LONGEST:
                break
            held = 0.0 if keep is None else float(start <= keep[0] and keep[1] <= end)
            value = (10 * held + len(wanted & set(words)), -len(words))
            if value > best_value:
                best, best_value = (start, end), value
    start, end = best
    text = sentence[start:end].strip().rstrip(",;:") if end < len(sentence) else sentence[start:end].strip()
    return f"{GAP + ' ' if start else ''}{text}{' ' + GAP if end < len(sentence) else ''}"
