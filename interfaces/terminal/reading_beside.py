"""Documents that a person names for a draft: of the library, or files that are read for this once."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.document import Document
from corpus.errors import CorpusError, NotInLibrary
from interfaces.terminal.terminal import waiting

if TYPE_CHECKING:
    from assistant.summary.summarizer import Work
    from index.library import Library


def works_of(library: "Library", references: Sequence[str]) -> "list[Work]":
    """Return each document named with its paragraphs, once; raise `NotInLibrary` for one that is in neither place."""
    found: dict[str, Work] = {}
    for reference in references:
        document, paragraphs = _work(library, reference)
        found.setdefault(document.id, (document, paragraphs))
    return list(found.values())


def _work(library: "Library", reference: str) -> "Work":
    try:
        document = library.document(reference)
        return document, library.paragraphs(document.id)
    except NotInLibrary:
        path = Path(reference).expanduser()
        if not path.is_file():
            raise
        with waiting(f"Reading {path.name}…"):
            return _read(path)


def _read(path: Path) -> "Work":
    """Read a file in a process of its own, under the limits of an ingestion."""
    import hashlib

    from corpus.parse import PARSER
    from index.ingesting.parser_pool import Job, ParserPool, ParsingLimits

    name = path.stem.lower()[:60] or "document"
    with ParserPool(PARSER, ParsingLimits(), 1) as readers:
        _, parsed = next(iter(readers.read([Job(0, path, path.name, name)])))
    if isinstance(parsed, CorpusError):
        raise parsed
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return Document(name, str(path.resolve()), digest, parsed.format, parsed.metadata, parsed.text), parsed.paragraphs
