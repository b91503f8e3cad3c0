"""Where the sentences of a paragraph begin and end."""

import re
from collections.abc import Iterator

_ENDING = re.compile(r"(?<=[.!?…])[\"'”’»)\]]*(?=\s)|\n+|(?<=\t)")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(\[“\"'/])(?:Mr|Mrs|Ms|Messrs|Dr|Drs|Prof|Hon|Gen|Col|Lt|Capt|Maj|Sgt|Gov|Sen|Rep|Amb|St|Jr|Sr|No|Nos|"
    r"Art|Arts|[Pp]aras?|[Ss]ects?|[Cc]hap|Doc|Docs|Res|Add|Corr|Rev|ch|[Vv]ols?|pp?|eds?|[Ff]igs?|cf|vs|viz|approx|"
    r"incl|est|resp|ca|Dept|Univ|Assoc|Inc|Ltd|Pvt|Pte|Co|Corp|Bhd|Sdn|e\.g|i\.e|ex|al|[Tt]el|Ph\.D|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[A-Z]|(?:[A-Za-z]\.)+[A-Za-z])\.$"
)
_OPENING = re.compile(r"\s*(?:[\"'“‘«(\[]*[A-Z0-9À-ÞĀ-ɏЀ-Я$€£¥]|<\w)")
_CLOSES_NAME = re.compile(r"\b(?:Inc|Ltd|Bhd|al|Jr|Sr)\.$")
_MAY_CLOSE = re.compile(r"(?:^|\s)(?:[A-Z]|(?:[A-Za-z]\.)+[A-Za-z])\.$")
_TIME = re.compile(r"\b[ap]\.m\.$")
_STARTER = re.compile(
    r"\s+[\"“‘(]*(?:The|This|That|These|Those|A|An|In|On|At|By|For|From|It|Its|He|She|They|We|There|As|After|Before|"
    r"During|However|Moreover|Furthermore|Also|When|While|With|Under|Since|Such|Some|All|Both|To|Mr|Mrs|Ms|Dr)\b"
)
_NAME_AFTER_TIME = re.compile(r"\s+(?:[A-Z]{2,}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")
_LOOK_AHEAD = 64
"""Characters after a full stop in which the next sentence must open."""


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
    ahead = text[stop : stop + _LOOK_AHEAD]
    if not _OPENING.match(ahead):
        return False
    tail = text[max(start, stop - 16) : stop].rstrip("\"'”’»)]")
    if _ABBREVIATED.search(tail) is None:
        return True
    if _CLOSES_NAME.search(tail):
        return ahead.lstrip()[:1].isupper() and not ahead.lstrip().startswith("Ltd")
    if _TIME.search(tail):
        return ahead.lstrip()[:1].isalpha() and _NAME_AFTER_TIME.match(ahead) is None
    return _MAY_CLOSE.search(tail) is not None and _STARTER.match(ahead) is not None


def _trimmed(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield the range without its outer white space, unless nothing is left."""
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    if start < stop:
        yield start, stop
