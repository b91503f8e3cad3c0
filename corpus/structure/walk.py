"""What is open while the blocks of a document are read from top to bottom."""

from dataclasses import dataclass, field

from corpus.block import Block
from corpus.piece import Piece
from corpus.text.headings import HeadingPath
from corpus.text.markers import PrintedNumber
from corpus.text.numbering import Numbering


@dataclass(slots=True)
class Walk:
    """What is open while the blocks are read from top to bottom."""

    blocks: list[Block]
    markers: list[tuple[PrintedNumber | None, str]]
    pieces: list[Piece] = field(default_factory=list)
    path: HeadingPath = field(default_factory=HeadingPath)
    numbering: Numbering = field(default_factory=Numbering)
    in_cover: bool = True
    lead_in: int | None = None
    """Position of a paragraph that ends in a colon, while only its list has followed it."""
    bullets: list[tuple[float, int]] = field(default_factory=list)
    caption: int | None = None
    last_full_row: int | None = None
    title_taken: bool = False
    decisions: int = 0
    """How many decisions or resolutions the document holds; the numbers of a single one need no name before them."""

    def add(self, piece: Piece) -> int:
        """Add a piece in the section that is open, and return its position."""
        piece.section = self.path.titles
        self.pieces.append(piece)
        return len(self.pieces) - 1
