"""Words that are addressed to an assistant rather than to the reader of a document."""

import re
from functools import lru_cache

from assistant.chat.disguise import hidden_words, plain, readings
from assistant.chat.order_patterns import FOREIGN, MARKS, ORDER, TELLING
from corpus.sentences import sentence_spans

_WORD = re.compile(r"[a-z][a-z0-9]*")


def order_in(text: str) -> str:
    """Return the first words of a text that are addressed to an assistant, or try to steer one; empty for none.

    Rules over the wordings by which instructions are planted in documents (the families of BIPIA, Yi et al. 2023, and
    of garak): they find what looks like one, and a document that quotes such wordings holds them too.
    """
    found = _first(text)
    return found[1] if found else ""


def planted_from(text: str) -> int:
    """Return the character at which the first sentence that holds an order begins; the length where none does.

    What follows an order in its paragraph is taken to belong to it.
    """
    found = _first(text)
    if found is None:
        return len(text)
    return max((start for start, _ in sentence_spans(text) if start <= found[0]), default=0)


@lru_cache(maxsize=4096)
def _first(text: str) -> tuple[int, str] | None:
    """Return where the first order begins and its words."""
    seen, places = plain(text)
    found = [order for reading, turned in readings(seen) if (order := _order(reading, turned)) is not None]
    if (hidden := hidden_words(seen)) is not None:
        found.append(hidden)
    if not found:
        return None
    at, words = min(found)
    return places[min(at, len(places) - 1)], words


def _order(seen: str, turned: bool) -> tuple[int, str] | None:
    """Return where in a reading an order begins and its words; of a reading turned round, where it ends."""
    marked = any(mark in seen for mark in MARKS) or FOREIGN.search(seen)
    if not marked and TELLING.isdisjoint(_WORD.findall(seen.lower())):
        return None
    match = ORDER.search(seen)
    if match is None:
        return None
    words = match.group().strip()
    if turned:
        return len(seen) - match.end(), words
    return match.start() + len(match.group()) - len(match.group().lstrip()), words
