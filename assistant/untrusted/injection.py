"""Detect prompt injection: words that are addressed to an assistant rather than to the reader of a document."""

import math
import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.untrusted.disguise import hidden_words, plain, readings
from assistant.untrusted.injection_patterns import FOREIGN, INJECTION, MARKS, TELLING
from assistant.untrusted.steering import injection_log_odds
from corpus.text.sentences import sentence_spans

_FEWEST = 5
"""Words of a sentence that the model is asked of; what has fewer, or is the row of a table, steers by a rule or not."""
_STOP = re.compile(r"(?<=[.!?])[\"'”’)\]]*(?=\s)|(?<=\S)(?=\n)")
"""Where a piece ends."""
_WORD = re.compile(r"[a-z][a-z0-9]*")

BELIEVED = -0.5
"""Log-odds of an injection above which a chat model is not believed on a sentence."""
QUOTED = 3.0
"""Log-odds above which a sentence is not quoted either: an ordinary one that is taken for an injection is lost."""


def injection_in(text: str, most: float = QUOTED) -> str:
    """Return the first injected words of a text: addressed to an assistant, or trying to steer one; empty for none.

    Rules over the known wordings of injected instructions (the families of BIPIA, Yi et al. 2023, and of garak), and a
    linear model of others (`injection_log_odds`), for which a sentence may have log-odds of `most`: they find what
    looks like one, and a document that quotes such wordings holds them too.
    """
    found = _first(text, most)
    return found[1] if found else ""


def injection_start(text: str, most: float = QUOTED) -> int:
    """Return the character at which the first sentence with injected words begins; the length where none does.

    What follows an injection in its paragraph is taken to belong to it.
    """
    found = _first(text, most)
    return len(text) if found is None else found[0]


@lru_cache(maxsize=4096)
def _first(text: str, most: float) -> tuple[int, str] | None:
    """Return where the first sentence with injected words begins, and those words."""
    seen, places = plain(text)
    every = list(readings(seen))
    ruled = [one for reading, turned in every if (one := _by_rule(reading, turned)) is not None]
    if (hidden := hidden_words(seen)) is not None:
        ruled.append(hidden)
    starts = [start for start, _ in sentence_spans(seen)]
    found = [(max((start for start in starts if start <= at), default=0), words) for at, words in ruled]
    found += [one for reading, turned in every if not turned and (one := _by_model(reading, most)) is not None]
    if not found:
        return None
    at, words = min(found)
    return places[min(at, len(places) - 1)], words


def _by_model(seen: str, most: float) -> tuple[int, str] | None:
    """Return where the first sentence that the model takes for an injection begins, and its words.

    Two sentences are read together as well: of two that are taken for one, the likelier one is it.
    """
    if "\t" in seen:
        return None
    spans = list(_pieces(seen))
    alone = [_odds(seen[slice(*span)]) for span in spans]
    for rank, (span, odds) in enumerate(zip(spans, alone, strict=True)):
        if odds > most:
            return span[0], seen[slice(*span)]
        if rank + 1 < len(spans) and _odds(seen[span[0] : spans[rank + 1][1]]) > most:
            first = span if odds > alone[rank + 1] else spans[rank + 1]
            return first[0], seen[slice(*first)]
    return None


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges between full stops: injected text need not begin as a sentence does."""
    start = 0
    for stop in _STOP.finditer(text):
        if text[start : stop.end()].strip():
            yield start, stop.end()
            start = stop.end() + len(text[stop.end() :]) - len(text[stop.end() :].lstrip())
    if text[start:].strip():
        yield start, len(text)


def _odds(words: str) -> float:
    return injection_log_odds(words) if len(words.split()) >= _FEWEST else -math.inf


def _by_rule(seen: str, turned: bool) -> tuple[int, str] | None:
    """Return where in a reading injected words begin, and them; of a reading turned round, where they end."""
    marked = any(mark in seen for mark in MARKS) or FOREIGN.search(seen)
    if not marked and TELLING.isdisjoint(_WORD.findall(seen.lower())):
        return None
    match = INJECTION.search(seen)
    if match is None:
        return None
    words = match.group().strip()
    if turned:
        return len(seen) - match.end(), words
    return match.start() + len(match.group()) - len(match.group().lstrip()), words
