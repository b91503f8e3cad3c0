"""What is gathered while the pages of a PDF are read, and what rows and paragraphs have in common."""

import re
from dataclasses import dataclass, field

from corpus.block import Block
from corpus.paragraph import Exclusion
from corpus.readers.pdf.bands import Cell, PdfLine
from corpus.readers.pdf.paragraphs import LEADER, Typography, joined
from corpus.readers.pdf.tables import Column


@dataclass(slots=True)
class Build:
    """What is gathered while the pages of one document are read."""

    usual: Typography
    headings: dict[float, float]
    """Font size → rank of a heading."""
    blocks: list[Block] = field(default_factory=list)
    exclusions: list[Exclusion] = field(default_factory=list)
    table: int = 0
    hyphens: int = 0
    last: tuple[Column, ...] | None = None
    """Columns of the table read last."""
    heading_rows: list[tuple[str, ...]] = field(default_factory=list)
    row_page: int = 0
    """Page of the row read last."""
    tail: PdfLine | None = None
    """Last line of running text on the page before, until the text of this page has begun."""
    tail_block: int = -1
    tail_right: float = 0.0
    tail_start: float = 0.0
    """Left edge of the first line of that paragraph."""
    text_page: int = 0


def cell_text(build: Build, cell: Cell) -> str:
    """Return the words of a cell on one line."""
    text, hyphens = joined(cell.lines, build.usual)
    build.hyphens += hyphens
    entry = leader(build, text, cell.lines[0].page)
    return " ".join(part for part in entry if part) if entry else text


def leader(build: Build, text: str, page: int) -> tuple[str, str] | None:
    """Split an entry of a table of contents into its words and its page; the dots between them are excluded."""
    match = LEADER.search(text[-400:])
    if match is None or len(match.group(0)) == len(text):
        return None
    words = text[: len(text) - len(match.group(0))]
    build.exclusions.append(Exclusion(re.sub(r"[^.…_]", "", match.group(0)), "leader", page))
    return words, match.group(1) or ""
