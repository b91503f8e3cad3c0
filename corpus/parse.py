"""From the bytes of a file to its paragraphs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.assemble import assemble
from corpus.audit.coverage import Coverage, audit
from corpus.document import Metadata
from corpus.errors import NoText
from corpus.formats import format_of, plain_name
from corpus.metadata.metadata import find_metadata
from corpus.paragraph import Exclusion, Paragraph
from corpus.readers.reading import read_as
from corpus.structure.members import exclusions_of, recover_whole, visible_of


@dataclass(frozen=True, slots=True)
class Parsed:
    """All that parsing gives: the rows of the catalogue, and the proof that nothing was lost."""

    format: str
    text: str
    """The normalised text."""
    metadata: Metadata
    paragraphs: tuple[Paragraph, ...]
    exclusions: tuple[Exclusion, ...]
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class Parser:
    """What an ingestion parses files with."""

    parse: Callable[[bytes, str, str], Parsed]
    """As `parse` below; a function of a module, for it is called in another process."""
    version: str
    """Raise it when the same bytes come to give other paragraphs: what was read before is then read again."""


def parse(source: bytes, name: str, document: str) -> Parsed:
    """Read a file into paragraphs: bytes in, rows out, with no file, clock or network.

    `name` is the file's name, whose suffix says the format; `document` is the id that the paragraphs carry. Raises
    `UnknownFormat`, `UnreadableSource`, `NoText` or `SourceLimit`, each naming the file.
    """
    kind = format_of(name, source)
    reading = read_as(kind, source, name)
    pieces = recover_whole(reading)
    if not any(character.isalnum() for piece in pieces for character in piece.text):
        raise NoText(f"'{plain_name(name)}' opens but holds no text; check that it is the file you meant")
    text, paragraphs = assemble(pieces, document)
    exclusions = exclusions_of(reading) + _gathered("footnote mark", [mark for piece in pieces for mark in piece.calls])
    coverage = audit(visible_of(reading), text, exclusions)
    exclusions += _gathered("label", [piece.printed for piece in pieces if piece.printed])
    return Parsed(kind, text, find_metadata(pieces, reading), paragraphs, exclusions, coverage)


PARSER = Parser(parse, version="4")
"""What every library is filled with."""


def _gathered(reason: str, texts: Sequence[str]) -> tuple[Exclusion, ...]:
    """Return one exclusion for many small texts that are left out for the same reason."""
    return (Exclusion(" ".join(texts), reason),) if texts else ()
