"""A paragraph in the making."""

from dataclasses import dataclass

from corpus.paragraph import ParagraphKind


@dataclass(slots=True)
class Piece:
    """A paragraph in the making: everything but its place in the normalised text."""

    text: str
    printed: str = ""
    """The number or bullet before it, as printed."""
    kind: ParagraphKind = "paragraph"
    label: str = ""
    section: tuple[str, ...] = ()
    page: int | None = None
    parent: int | None = None
    columns: tuple[str, ...] = ()
    cover: bool = False
    """It stands before the first section and the first running text."""
    rank: float = 0.0
    """Rank of a heading where the format gives one, 1 for a title."""
    calls: tuple[str, ...] = ()
    note: str = ""
    table: int = 0
