"""A parser whose paragraphs run to 2,000 words, over every number and heading: for the planted regressions."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.paragraph import Paragraph
from corpus.parse import Parsed, Parser
from corpus.parse import parse as parse_whole

_WORDS = 2_000


def parse(source: bytes, name: str, document: str) -> Parsed:
    """Parse as ever, and join neighbours for as long as they have at most 2,000 words together."""
    parsed = parse_whole(source, name, document)
    return replace(parsed, paragraphs=tuple(_joined(parsed)))


LONG_PARAGRAPHS = Parser(parse, version="long paragraphs")


def _joined(parsed: Parsed) -> Iterator[Paragraph]:
    bounds = [0]
    words = 0
    for place, paragraph in enumerate(parsed.paragraphs):
        size = len(paragraph.text.split())
        if words and words + size > _WORDS:
            bounds.append(place)
            words = 0
        words += size
    bounds.append(len(parsed.paragraphs))
    for position, (first, last) in enumerate(pairwise(bounds)):
        if first < last:
            yield _one(parsed, parsed.paragraphs[first:last], position)


def _one(parsed: Parsed, some: Sequence[Paragraph], position: int) -> Paragraph:
    start, end = some[0].start, some[-1].end
    whole = replace(some[0], position=position, ordinal=position + 1, start=start, end=end, text=parsed.text[start:end])
    return replace(whole, kind="paragraph", parent=None, columns=(), section=())
