"""Where the sentences of a paragraph begin and end."""

import re
from collections.abc import Iterator

_ENDING = re.compile(r"(?<=[.!?…])[\"'”’»)\]]*(?=\s)|\n+|(?<=\t)")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(\[“\"'])(?:Mr|Mrs|Ms|Dr|Prof|Hon|Gen|Col|St|Jr|Sr|No|Nos|Art|Arts|para|paras|Add|Corr|Rev|ch|"
    r"vol|vols|pp?|ed|eds|fig|figs|cf|vs|viz|approx|incl|est|Inc|Ltd|Co|Corp|Bhd|Sdn|e\.g|i\.e|ex|al|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[A-Z]|(?:[A-Za-z]\.)+[A-Za-z])\.$"
)
_OPENING = re.compile(r"\s*[\"'“‘«(\[]*[A-Z0-9À-ÞĀ-ɏЀ-Я$€£¥]")
_CLOSES_NAME = re.compile(r"\b(?:Inc|Ltd|al|Jr|Sr)\.$")


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the `(start, end)` of each sentence of `text`, in order, white space at either side left out.

    Rules, not a model: a sentence ends at `.`, `!`, `?` or `…` before white space and a capital, figure or opening
    quotation mark, unless the full stop belongs to an abbreviation or an initial. Line breaks and tabs always end one.
    """
    start = 0
    for ending in _ENDING.finditer(text):
        stop = ending.end()
        if stop <= start or not (ending.group().isspace() or text[stop - 1] == "\t" or _ends(text, start, stop)):
            continue
        yield from _trimmed(text, start, stop)
        start = stop
    yield from _trimmed(text, start, len(text))


def _ends(text: str, start: int, stop: int) -> bool:
    """Tell whether the punctuation before `stop` ends a sentence that began at `start`."""
    if not _OPENING.match(text, stop, stop + 8):
        return False
    tail = text[max(start, stop - 16) : stop].rstrip("\"'”’»)]")
    abbreviated = _ABBREVIATED.search(tail)
    return abbreviated is None or (_CLOSES_NAME.search(tail) is not None and text[stop:].lstrip()[:1].isupper())


def _trimmed(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield the range without its outer white space, unless nothing is left."""
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    if start < stop:
        yield start, stop
