"""The pieces that a PDF page is put together from: lines, cells of lines, bands of cells."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class PdfLine:
    """One line of text in one cell or column."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    page: int
    tab: bool = False
    """A number stands apart from the text after it."""
    text_x: float = 0.0
    """Where the text begins after such a number."""
    space: bool = False
    """A space is drawn at its end."""


@dataclass(slots=True)
class Cell:
    """Lines that stand below each other."""

    lines: list[PdfLine] = field(default_factory=list)

    @property
    def x0(self) -> float:
        """Return the left edge."""
        return min(line.x0 for line in self.lines)

    @property
    def x1(self) -> float:
        """Return the right edge."""
        return max(line.x1 for line in self.lines)

    @property
    def top(self) -> float:
        """Return the baseline of the first line."""
        return max(line.y for line in self.lines)

    @property
    def bottom(self) -> float:
        """Return the baseline of the last line."""
        return min(line.y for line in self.lines)

    @property
    def text(self) -> str:
        """Return the words of all lines."""
        return " ".join(line.text for line in self.lines)


@dataclass(slots=True)
class Band:
    """Cells side by side: one cell is running text, several are a row."""

    cells: list[Cell] = field(default_factory=list)

    @property
    def top(self) -> float:
        """Return the baseline of the highest line."""
        return max(cell.top for cell in self.cells)

    @property
    def bottom(self) -> float:
        """Return the baseline of the lowest line."""
        return min(cell.bottom for cell in self.cells)

    @property
    def x0(self) -> float:
        """Return the left edge."""
        return min(cell.x0 for cell in self.cells)

    @property
    def x1(self) -> float:
        """Return the right edge."""
        return max(cell.x1 for cell in self.cells)
