"""A source: what it is called, where it came from and its whole text."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document says of itself. A fact that was not found is the empty string, never a guess."""

    title: str = ""
    symbol: str = ""
    """The document's own symbol as printed, such as `A/78/5`."""
    date: str = ""
    """ISO 8601, as precise as the source is: `2023-10-19`, `2023-10` or `2023`."""
    period: str = ""
    """What the document covers, which is not its own date: a year, or two dates in ISO 8601 parted by `/`."""
    body: str = ""
    """The organ or office that the document is of."""
    session: str = ""
    place: str = ""
    kind: str = ""
    """One of `report`, `meeting report`, `release`, `submission`, `resolution`, `decision`, `letter`, `agenda`,
    `budget`, `note`, or empty."""
    language: str = ""
    """ISO 639-1, such as `en`."""


@dataclass(frozen=True, slots=True)
class Document:
    """One source in a library."""

    id: str
    """Short and readable, made from the file's name and unique in a library; stays the same on re-ingestion."""
    path: str
    """Absolute path the document was ingested from."""
    digest: str
    """SHA-256 of the file's bytes, in hexadecimal."""
    format: str
    """`txt`, `md`, `html`, `docx`, `pdf`, …"""
    metadata: Metadata
    text: str
    """The normalised text (NFC, `\\n` between lines). Paragraph offsets count its characters (code points)."""
    collection: str = "default"
    owner: str = ""
    edition_of: str = ""
    """Id of the document that this one corrects, adds to or supersedes; empty when it stands alone."""
    origins: Mapping[str, str] = field(default_factory=dict, compare=False)
    """Where each fact of the metadata that is not empty was found, in words for people: `cover`, `file name`."""

    @property
    def name(self) -> str:
        """Return the title, or the id of a document that has none."""
        return self.metadata.title or self.id
