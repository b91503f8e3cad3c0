"""Walk through a page once before it is read: its visible text, for the audit, and what only lays the page out."""

from dataclasses import dataclass, field

from corpus.readers.html.tree import Element, HtmlWalk

_PARTS = frozenset("p div h1 h2 h3 h4 h5 h6 ul ol hr blockquote".split())
_LONG = 300
"""Characters of a cell that holds the text of a page rather than an entry of a table."""


@dataclass(slots=True)
class _Table:
    """What is seen of one table, without what is in tables within it."""

    number: int
    rows: list[int] = field(default_factory=list)
    """Cells of each row."""
    heads: int = 0
    letters: int = 0
    nested_letters: int = 0
    cell_letters: int = 0
    cell_parts: int = 0
    long_cell: bool = False
    """Some cell is long and in several parts."""

    def begin_cell(self, tag: str) -> None:
        """Take note of a cell that begins."""
        self.rows = self.rows or [0]
        self.rows[-1] += 1
        self.heads += tag == "th"
        self.cell_letters = self.cell_parts = 0

    def end_cell(self) -> None:
        """Take note of a cell that ends."""
        self.long_cell = self.long_cell or (self.cell_letters > _LONG and self.cell_parts > 1)

    @property
    def lays_out(self) -> bool:
        """Tell whether it only places parts of the page: a single column, or cells that hold texts or tables."""
        if self.heads or not self.rows:
            return False
        holds_tables = self.nested_letters > self.letters
        holds_texts = self.long_cell and len(self.rows) <= 2 and max(self.rows) <= 3
        return max(self.rows) == 1 or holds_tables or holds_texts


class Survey(HtmlWalk):
    """Collect all visible text of a page, and what must be known before it is read."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._in_forms = 0
        self._forms = 0
        self._tables: list[_Table] = []
        self._open: list[_Table] = []
        self._breaks = 0

    def opened(self, element: Element) -> None:
        """Take note of a form, a table or a part of the page that begins."""
        tag = element.tag
        self._forms += tag == "form"
        if tag == "table":
            self._tables.append(_Table(len(self._tables) + 1))
            self._open.append(self._tables[-1])
        elif not self._open:
            return
        elif tag == "tr":
            self._open[-1].rows.append(0)
        elif tag in ("td", "th"):
            self._open[-1].begin_cell(tag)
        self._breaks = self._breaks + 1 if tag == "br" else 0
        self._open[-1].cell_parts += tag in _PARTS or self._breaks == 2

    def closed(self, element: Element) -> None:
        """Take note of a form, a cell or a table that ends."""
        self._forms -= element.tag == "form"
        if element.tag in ("td", "th") and self._open:
            self._open[-1].end_cell()
        elif element.tag == "table" and self._open:
            ended = self._open.pop()
            if self._open:
                self._open[-1].nested_letters += ended.letters + ended.nested_letters

    def text(self, shown: str) -> None:
        """Keep the text."""
        if not shown.strip():
            return
        self.pieces.append(shown)
        self._in_forms += len(shown) if self._forms else 0
        self._breaks = 0
        if self._open:
            self._open[-1].letters += len(shown)
            self._open[-1].cell_letters += len(shown)

    @property
    def is_form(self) -> bool:
        """Tell whether most of the page lies within a form, so that the form is the page."""
        return 2 * self._in_forms > sum(map(len, self.pieces))

    @property
    def layout(self) -> frozenset[int]:
        """Return the numbers of the tables that only lay the page out, counted from 1 as they begin."""
        return frozenset(table.number for table in self._tables if table.lays_out)
