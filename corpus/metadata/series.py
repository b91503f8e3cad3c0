"""Which documents are one series, and where each stands in it: minutes of a council, quarterly reports of an office."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from corpus.document import Document, Metadata
from corpus.metadata.file_name import date_in_name
from corpus.text.dates import MONTH_OF

_CHANGING = re.compile(
    rf"\b(?:{'|'.join(MONTH_OF)}|(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w+teenth|\w+tieth|\w+ty-\w+|"
    r"[ivxlc]{1,6}|q[1-4]|\w*\d\w*)\b",
    re.I,
)
"""What tells the documents of a series apart: dates, ordinals and numbers."""
_ALONE = ("letter", "resolution", "decision")
"""Kinds whose titles are alike without making a series."""
_REPLACES = re.compile(r"/(?:Rev|Corr)\b", re.I)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document stands in its series; ids of documents, empty where there is none."""

    before: str
    after: str
    latest: str
    count: int
    """Documents in the series."""


def places_in_series(documents: Sequence[Document]) -> Mapping[str, Place]:
    """Return the place of each document that belongs to a series, by its id.

    A series is documents of one collection that have the same form and body and not the same date: their files are
    named alike but for a date, or their titles are and one body is named. Corrections and revisions stand in none.
    """
    groups: dict[tuple[str, ...], list[Document]] = {}
    for document in documents:
        key = _form(document)
        if (
            key
            and (document.metadata.date or document.metadata.period)
            and not _REPLACES.search(document.metadata.symbol)
        ):
            groups.setdefault((document.collection, *key), []).append(document)
    return {document.id: place for group in groups.values() for document, place in _placed(group)}


def _form(document: Document) -> tuple[str, ...]:
    """Return what the documents of a series share; empty for one that is in none."""
    metadata, path = document.metadata, PurePath(document.path)
    if metadata.kind in _ALONE:
        return ()
    if date_in_name(path.stem):
        return "file", str(path.parent), _without_changes(re.sub(r"[-_.]", " ", path.stem))
    title = _without_changes(metadata.title)
    return ("title", title, _without_changes(metadata.body)) if len(title.split()) >= 2 and metadata.body else ()


def _without_changes(text: str) -> str:
    return " ".join(re.findall(r"[^\W\d_]+", _CHANGING.sub(" ", text).casefold()))


def _placed(group: Sequence[Document]) -> Iterable[tuple[Document, Place]]:
    """Yield the place of each document of a group; by the periods covered where all say theirs, else by the dates."""
    by_period = all(document.metadata.period for document in group)
    days = {document.id: _day(document.metadata, by_period=by_period) for document in group}
    if len(set(days.values())) < 2:
        return
    ordered = sorted(group, key=lambda document: (days[document.id], document.id))
    for document in ordered:
        earlier = [other.id for other in ordered if days[other.id] < days[document.id]]
        later = [other.id for other in ordered if days[other.id] > days[document.id]]
        yield document, Place("".join(earlier[-1:]), "".join(later[:1]), ordered[-1].id, len(ordered))


def _day(metadata: Metadata, *, by_period: bool) -> str:
    covered = metadata.period.split("/")[-1]
    return covered if by_period else metadata.date or covered
