"""What the reader of a format gives: blocks, which the structure pass turns into paragraphs."""

from dataclasses import dataclass, field
from typing import Literal

from corpus.paragraph import Exclusion

Role = Literal["text", "heading", "item", "row", "note", "caption"]


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a source as a reader sees it, before its number and its place are known."""

    text: str
    role: Role = "text"
    """`text` leaves the decision to the structure pass; the others are what the format itself says."""
    mark: str = ""
    """A number or bullet that the format shows without typing it: `12.`, `(c)`, `•`. A typed one is in `text`."""
    level: float = 0
    """Rank of a heading (1 is outermost) or depth of a list item; 0 where the format does not say."""
    page: int | None = None
    cells: tuple[str, ...] = ()
    """Cells of a row, in reading order; `text` is then the cells parted by tabs."""
    spans: tuple[int, ...] = ()
    """Columns that each cell spans, 0 for one that the cell to its left spans; empty where none is merged."""
    place: str = ""
    """Where the format itself says that it stands, as it is cited: `Sheet Rain, A2:C2`."""
    table: int = 0
    """Rows with the same number, not 0, belong to one table."""
    header: bool = False
    """The row holds the column headings."""
    labelled: bool = False
    """The format marks the first cell of the row, and no other, as its head."""
    columns: tuple[str, ...] = ()
    """Column headings of the row's table, once they are known."""
    leader: bool = False
    """Dots lead from its words to a page, as in a table of contents."""
    heads_known: bool = False
    """The reader says which rows of the table are column headings, so that none is taken for one unsaid."""
    bold: bool = False
    """Every visible character is bold."""
    note: str = ""
    """The mark that calls this footnote: `1`, `*`."""
    calls: tuple[str, ...] = ()
    """Marks of the footnotes that the text calls; the marks themselves are not in `text`."""
    loose: bool = False
    """The format does not mark where paragraphs end, so this may go on in the next block."""
    centred: bool = False
    quoted: int = 0
    """How deep it lies in what a message quotes, 0 for the message's own words."""


@dataclass(frozen=True, slots=True)
class SourceContent:
    """All that one source holds, in reading order."""

    blocks: tuple[Block, ...]
    visible: tuple[str, ...]
    """The source's visible text taken by a second, independent way, in pieces (lines, cells, pages) for the audit."""
    exclusions: tuple[Exclusion, ...] = ()
    metadata: dict[str, str] = field(default_factory=dict)
    """Metadata that the format itself records, such as the language of an HTML page."""
    pages: int = 0
    """Number of pages, 0 where the format has none."""
    stated: bool = False
    """The format records the metadata itself, so that none is looked for on a cover."""
    members: tuple["Member", ...] = ()
    attached: tuple["Attached", ...] = ()
    """Files within the source that are still to be read, each as a member."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file within a source, such as the attachment of a message."""

    address: str
    """What its labels begin with: `Attachment 1`."""
    heading: str
    reading: SourceContent


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that a source carries, as it lies in it."""

    name: str
    content: bytes
