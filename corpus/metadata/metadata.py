"""Find what a document says of itself, and where it says it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.assemble import clean_prose
from corpus.block import SourceContent
from corpus.document import Metadata
from corpus.metadata.body import find_body
from corpus.metadata.date import find_document_date
from corpus.metadata.find_title import find_title, ranked_headings
from corpus.metadata.form import read_form
from corpus.metadata.found import Found
from corpus.metadata.front_page import FrontPage, front_page, is_section
from corpus.metadata.kind import find_kind
from corpus.metadata.period import find_period
from corpus.metadata.place import find_place
from corpus.metadata.session import find_session
from corpus.metadata.symbol import find_symbol
from corpus.metadata.title import BY_LINE
from corpus.piece import Piece
from corpus.readers.properties import Properties
from corpus.text.dates import find_date
from corpus.text.language import find_language

_LEADING_DAY = re.compile(r"\d{4}-\d\d-\d\d[\s:–-]+")


@dataclass(frozen=True, slots=True)
class Identity:
    """Which document this is."""

    metadata: Metadata
    origins: Mapping[str, str]
    """Where each fact that is not empty was found, in words for people: `{"date": "front matter"}`."""


def find_identity(pieces: Sequence[Piece], reading: SourceContent, properties: Properties, name: str) -> Identity:
    """Return what a document says of itself, on its cover and its last lines, in its properties and its file's `name`.

    What was not found is empty. A format that records all of it itself, as a message does, is taken at its word.
    """
    page = front_page(pieces, reading, name)
    found = _stated(reading) if reading.stated else _found(page, pieces, reading, properties)
    language = reading.metadata.get("language", "") or find_language(
        " ".join(piece.text[:4000] for piece in pieces[:200])
    )
    values = {fact: each.value for fact, each in found.items()}
    origins = {fact: each.origin for fact, each in found.items() if each}
    return Identity(Metadata(**values, language=language), origins)


def _stated(reading: SourceContent) -> dict[str, Found]:
    """Return the facts that the format itself records."""
    values = {"title": clean_prose(reading.metadata.get("title", "")), "date": reading.metadata.get("date", "")}
    return {fact: Found(value, "header of the message") for fact, value in values.items()}


def _found(
    page: FrontPage, pieces: Sequence[Piece], reading: SourceContent, properties: Properties
) -> dict[str, Found]:
    form = {fact: Found(value, "cover") for fact, value in read_form([*page.lines, *page.items]).items()}
    organ = form.get("body") or find_body(page, "")
    title = find_title(page, pieces, properties, organ.value)
    sections = {clean_prose(piece.text) for piece in ranked_headings(page.pieces)[1:]}
    named = [line for line in page.lines if BY_LINE.match(line) or not (is_section(line) or line in sections)]
    session = bool(find_session(page, title.value, "agenda", ""))
    kind = find_kind(_LEADING_DAY.sub("", title.value), named, session, pieces, reading.exclusions)
    recorded = Found(find_date(properties.date), properties.origin)
    date = recorded or form.get("date") or find_document_date(page, title.value, release=kind == "release")
    return {
        "title": title,
        "symbol": find_symbol(page),
        "date": date,
        "period": find_period(page, title.value),
        "body": _body(page, title.value, properties, form.get("body")),
        "session": find_session(page, title.value, kind, date.value),
        "place": form.get("place") or find_place(page, title.value),
        "kind": Found(kind, "title" if kind else ""),
    }


def _body(page: FrontPage, title: str, properties: Properties, form: Found | None) -> Found:
    if properties.certain and properties.body:
        return Found(properties.body, properties.origin)
    return form or find_body(page, title) or Found(properties.body, properties.origin)
