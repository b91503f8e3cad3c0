"""Between the rows of the catalogue and the dataclasses everything else uses."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.document import Document, Metadata
from corpus.paragraph import Exclusion, Paragraph

METADATA = tuple(field.name for field in fields(Metadata))
"""What a document may say of itself, and a person may correct."""

DOCUMENT = ", ".join(
    ("id", "path", "digest", "format", *METADATA, "text", "collection", "owner", "edition_of", "origins")
)
"""Columns of a document, in the order `document_of` reads them."""

_ORIGINS = (
    "json_patch(origins, coalesce((SELECT json_group_object(field, 'set by a person') FROM corrections "
    "WHERE corrections.document = documents.id), '{}'))"
)

PARAGRAPH = "position, label, ordinal, section, page, start, end, kind, parent, columns"
"""Columns of a paragraph, in the order `paragraph_of` reads them."""


@dataclass(frozen=True, slots=True)
class Record:
    """All that is written for one document, in one step."""

    document: Document
    """With the corrections of its metadata applied."""
    printed: Metadata
    """The metadata as it was found, before any correction."""
    parser: str
    coverage: str
    """What the audit found, as JSON."""
    paragraphs: Sequence[Paragraph]
    exclusions: Sequence[Exclusion]
    places: Sequence[tuple[int, int]]
    """Position and part of each chunk."""
    vectors: NDArray[np.float32]
    """Shape `(len(places), dimension)`."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A document without its text: enough to find it, to limit a search and to tell whether its file has changed."""

    revision: int
    """Rises with each ingestion; two revisions of one document never share a number."""
    id: str
    path: str
    digest: str
    parser: str
    collection: str
    kind: str
    date: str


def selected(*, with_text: bool = True) -> str:
    """Return what to select of a document for `document_of`; a corrected fact is said to come from a person."""
    instead = {"origins": _ORIGINS} if with_text else {"origins": _ORIGINS, "text": "''"}
    return ", ".join(instead.get(name, name) for name in DOCUMENT.split(", "))


def document_row(record: Record, added: str) -> tuple[object, ...]:
    """Give the values of `INSERT INTO documents`, after the columns `state, parser, coverage, printed, added`."""
    document = record.document
    metadata = asdict(document.metadata)
    return (
        "staged",
        record.parser,
        record.coverage,
        json.dumps(asdict(record.printed)),
        added,
        document.id,
        document.path,
        document.digest,
        document.format,
        *(metadata[name] for name in METADATA),
        document.text,
        document.collection,
        document.owner,
        document.edition_of,
        json.dumps(dict(document.origins), ensure_ascii=False),
    )


def document_of(row: Sequence[Any]) -> Document:
    """Make a document of the columns `DOCUMENT`."""
    name, path, digest, form = row[:4]
    metadata = Metadata(*row[4 : 4 + len(METADATA)])
    text, collection, owner, edition_of, origins = row[4 + len(METADATA) :]
    return Document(name, path, digest, form, metadata, text, collection, owner, edition_of, json.loads(origins))


def paragraph_row(revision: int, paragraph: Paragraph) -> tuple[object, ...]:
    """Give the values of `INSERT INTO paragraphs`; its text is a range of the document's and is not kept twice."""
    return (
        revision,
        paragraph.position,
        paragraph.label,
        paragraph.ordinal,
        json.dumps(paragraph.section, ensure_ascii=False),
        paragraph.page,
        paragraph.start,
        paragraph.end,
        paragraph.kind,
        paragraph.parent,
        json.dumps(paragraph.columns, ensure_ascii=False),
    )


def paragraph_of(document: Document, row: Sequence[Any]) -> Paragraph:
    """Make a paragraph of the columns `PARAGRAPH`."""
    position, label, ordinal, section, page, start, end, kind, parent, columns = row
    return Paragraph(
        document=document.id,
        position=position,
        label=label,
        ordinal=ordinal,
        section=tuple(json.loads(section)),
        page=page,
        start=start,
        end=end,
        text=document.text[start:end],
        kind=kind,
        parent=parent,
        columns=tuple(json.loads(columns)),
    )
