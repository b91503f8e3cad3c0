"""A person's corrections of what a document says of itself."""

import re
from collections.abc import Callable
from dataclasses import replace

from corpus.catalogue.rows import METADATA, Listing, Record
from corpus.document import Document
from corpus.errors import LibraryError
from index.embed import Embedder
from index.split import split
from index.stores.stores import Stores

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_PERIOD = re.compile(rf"(?:{_DATE.pattern})(?:/(?:{_DATE.pattern}))?")
_LANGUAGE = re.compile(r"[a-z]{2}")
KINDS = (
    "report",
    "meeting report",
    "release",
    "submission",
    "resolution",
    "decision",
    "letter",
    "agenda",
    "budget",
    "note",
)
"""What a document may be."""


def set_metadata(
    stores: Stores, embedder: Callable[[], Embedder], listing: Listing, field: str, value: str
) -> Document:
    """Correct one field of a document's metadata, now and whenever it is ingested again; an empty value: there is none.

    The encoder is needed only when the field stands in the context of the chunks, as the title does. Raise
    `LibraryError` for a field or value that cannot be.
    """
    value = " ".join(value.split())
    _require_possible(field, value)
    document = stores.catalogue.document(listing.revision)
    changed = replace(document, metadata=replace(document.metadata, **{field: value}))
    paragraphs = stores.catalogue.paragraphs(listing.revision)
    before = [chunk.text for chunk in split(document, paragraphs)]
    after = list(split(changed, paragraphs))
    if before == [chunk.text for chunk in after]:
        stores.change_fact(listing.revision, document.id, field, value)
        return stores.catalogue.document(listing.revision)
    record = Record(
        document=changed,
        printed=stores.catalogue.printed_metadata(listing.revision),
        parser=listing.parser,
        coverage=stores.catalogue.coverage(listing.revision),
        paragraphs=paragraphs,
        exclusions=stores.catalogue.exclusions(listing.revision),
        places=[(chunk.position, chunk.part) for chunk in after],
        vectors=embedder().encode([chunk.text for chunk in after]),
    )
    stores.take_in([record], (document.id, field, value))
    return changed


def _require_possible(field: str, value: str) -> None:
    """Refuse what could only be a slip."""
    if field not in METADATA:
        raise LibraryError(f"{field!r} is no fact of a document; the facts are {', '.join(METADATA)}")
    if value and field == "date" and not _DATE.fullmatch(value):
        raise LibraryError(f"{value!r} is no date; write it as 2023-10-19, 2023-10 or 2023")
    if value and field == "period" and not _PERIOD.fullmatch(value):
        raise LibraryError(f"{value!r} is no period; write it as 2023, 2020/2023 or 2023-01-01/2023-03-31")
    if value and field == "language" and not _LANGUAGE.fullmatch(value):
        raise LibraryError(f"{value!r} is no language code; write two small letters, such as en")
    if value and field == "kind" and value not in KINDS:
        raise LibraryError(f"{value!r} is no kind of document; the kinds are {', '.join(KINDS)}")
