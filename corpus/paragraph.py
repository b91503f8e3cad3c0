"""The citable unit: a paragraph, a heading, a row of a table, an entry of a list, a footnote."""

from dataclasses import dataclass
from typing import Literal

ParagraphKind = Literal["paragraph", "heading", "item", "row", "footnote", "caption"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One addressable piece of a document.

    Its identity is `(document, position)`, never its text: reports repeat themselves.
    """

    document: str
    position: int
    """0-based rank in the document's reading order."""
    label: str
    """The number as a reader cites it: `7`, `13(c)`, `13(c)(ii)`, `IV.A`, `Annex I, 24`; empty when none is printed."""
    ordinal: int
    """1-based rank among the paragraphs of the same section: the address of a paragraph without a label."""
    section: tuple[str, ...]
    """Headings above it, outermost first."""
    page: int | None
    """1-based page on which it begins, where the format has pages."""
    start: int
    end: int
    text: str
    """Exactly `document.text[start:end]`, without its printed number or bullet. Cells of a row are parted by tabs."""
    kind: ParagraphKind = "paragraph"
    parent: int | None = None
    """Position of the paragraph it hangs from: the lead-in of a list, the paragraph that calls a footnote."""
    columns: tuple[str, ...] = ()
    """Column headings of a row, one for each cell; empty for anything else."""

    @property
    def address(self) -> str:
        """Return what a person writes to point here: `para. 13(c)`, `Opening of the session, ¶ 2`."""
        if self.kind == "footnote" and self.label:
            return self.label
        if self.label:
            return self.label if self.label[0].isalpha() and "," in self.label else f"para. {self.label}"
        place = self.section[-1] if self.section else ""
        return f"{place}, ¶ {self.ordinal}" if place else f"¶ {self.ordinal}"


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Visible characters of the source that are in no paragraph, and why."""

    text: str
    reason: str
    """`running head`, `page number`, `site menu`, `markup`, `label`, …"""
    page: int | None = None
