"""A document to be written: headings, paragraphs, lists and tables with footnotes, whatever the format."""

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Run:
    """Words on one line, with the notes that they call after them."""

    text: str
    notes: tuple[str, ...] = ()
    """Texts of footnotes."""
    bold: bool = False


Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """A heading; level 0 is the title of the document."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph."""

    line: Line
    quiet: bool = False
    """Whether it is a remark beside the text."""


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list."""

    items: tuple[Line, ...]
    numbers: tuple[int, ...] = ()
    """The number of each item; a list without has bullets."""


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table with column headings."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    widths: tuple[float, ...] = ()
    """Share of the width that each column has; equal where none are given."""


OutputBlock = Title | Prose | ListBlock | TableBlock


@dataclass(frozen=True, slots=True)
class OutputDocument:
    """A whole document to be written."""

    title: str
    blocks: tuple[OutputBlock, ...]
    language: str = "en"
    facts: tuple[tuple[str, str], ...] = field(default=())
    """Name and value of what is said of the whole, such as the number of words."""

    def notes(self) -> Iterator[str]:
        """Yield the footnotes in the order in which they are called."""
        for block in self.blocks:
            for line in lines_of(block):
                for run in line:
                    yield from run.notes


def lines_of(block: OutputBlock) -> Iterator[Line]:
    """Yield the lines of a block in reading order."""
    if isinstance(block, Prose):
        yield block.line
    elif isinstance(block, ListBlock):
        yield from block.items
    elif isinstance(block, TableBlock):
        for row in block.rows:
            yield from row
