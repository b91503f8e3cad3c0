"""The officers of a meeting: those set out under the names of their offices, else those who were elected."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from assistant.summary.outline import Outline
from assistant.summary.shorten import shorten
from assistant.summary.summary import Point, PointSource
from corpus.paragraph import Paragraph

_OFFICERS = re.compile(r"\b(?:Vice-Chair|Vice-President|Rapporteur|Bureau)(?:s|person|persons|men)?\b")
_OFFICE_LINE = re.compile(
    r"(?P<office>(?:Co-|Vice-)?(?:Chair|President)(?:s|person|persons|man|men)?|Rapporteurs?|Bureau):\s*"
    r"(?P<who>[A-ZÀ-Þ][^:;.]{3,80})?$"
)
_PERSON_LINE = re.compile(r"(?:[^\W\d_][\w’'.-]*\s){1,5}(?:[^\W\d_][\w’'.-]*)?\s?\([^()]{3,60}\)")
_PARAGRAPHS, _SENTENCES = 200, 150
"""Where officers are looked for: in so many of the first paragraphs and sentences."""
_MOST = 8
"""Names below one office."""
_LONGEST = 45
"""Words of one fact."""


def officers_of(outline: Outline) -> list[Point]:
    """Return the officers, each under the name of the office where the document sets them out so."""
    return listed_officers(outline) or list(_elected(outline))[:1]


def listed_officers(outline: Outline) -> list[Point]:
    """Return the officers below or after a line such as `Chair:`."""
    return list(_listed(outline.paragraphs[outline.cover :][:_PARAGRAPHS], outline))


def _listed(paragraphs: Sequence[Paragraph], outline: Outline) -> Iterator[Point]:
    for rank, paragraph in enumerate(paragraphs):
        match = _OFFICE_LINE.match(paragraph.text)
        if match is None:
            continue
        below = paragraphs[rank + 1 :][:_MOST]
        named = [] if match["who"] else list(takewhile(lambda p: _PERSON_LINE.fullmatch(p.text) is not None, below))
        names = match["who"] or "; ".join(person.text for person in named)
        if names:
            sources = tuple(PointSource(outline.document, p, p.text) for p in (paragraph, *named))
            yield Point(names, sources, label=match["office"])


def _elected(outline: Outline) -> Iterator[Point]:
    """Yield the sentences that say who was elected."""
    units = [unit for section in outline.body for unit in section.units][:_SENTENCES]
    for unit in units:
        if _OFFICERS.search(unit.text) and re.search(r"\belect", unit.text):
            source = PointSource(outline.document, unit.paragraph, unit.text)
            yield Point(shorten(unit.text, _LONGEST), (source,), label="Officers")
