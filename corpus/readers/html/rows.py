"""Gather the cells of the tables of a web page, row by row."""

from dataclasses import dataclass, field, replace

from corpus.block import Block
from corpus.readers.html.tree import Element
from corpus.readers.table_grid import Cell, TableGrid, row_block

_MOST_ROWS_SPANNED = 2_000


@dataclass(slots=True)
class OpenRow:
    """A row that is open: its cells so far, and which of them are heads."""

    table: int
    heads_above: bool
    """It stands in the part of the table that holds its heads."""
    cells: list[Cell] = field(default_factory=list)
    heads: list[bool] = field(default_factory=list)

    def add(self, element: Element, text: str) -> None:
        """Add a cell that ends."""
        across, down = (element.attributes.get(name, "") for name in ("colspan", "rowspan"))
        spans = (int(span) if span.isdigit() and len(span) < 6 else 1 for span in (across, down))
        columns, rows = spans
        self.cells.append(Cell(text, columns, min(rows or _MOST_ROWS_SPANNED, _MOST_ROWS_SPANNED)))
        self.heads.append(element.tag == "th")

    @property
    def filled(self) -> list[str]:
        """Return the texts of the cells that hold any."""
        return [cell.text for cell in self.cells if cell.text]


@dataclass(slots=True)
class TableRows:
    """The rows that are open, one within another where tables are nested."""

    layout: frozenset[int] = frozenset()
    """Numbers of the tables that only lay the page out, whose cells are parts of it."""
    tables: int = 0
    rows: list[OpenRow] = field(default_factory=list)
    _grids: dict[int, TableGrid] = field(default_factory=dict)
    _in_head: int = 0
    _begun: int = 0
    """Tables of the page so far."""
    _open: list[tuple[int, int]] = field(default_factory=list)
    """Of each table that is open, which of the page it is, and its number among blocks."""

    def opened(self, element: Element) -> None:
        """Take note of an element that begins."""
        if element.tag == "table":
            self.tables += 1
            self._begun += 1
            self._open.append((self._begun, self.tables))
        elif element.tag == "tr" and not (self._open and self._open[-1][0] in self.layout and not self.rows):
            self.rows.append(OpenRow(self._open[-1][1] if self._open else self.tables, self._in_head > 0))
        self._in_head += element.tag == "thead"

    def closed(self, element: Element) -> None:
        """Take note of an element that ends."""
        self._in_head -= element.tag == "thead"
        if element.tag == "table" and self._open:
            self._open.pop()

    def new_table(self) -> int:
        """Return the number of a table of its own, for what is told as one row."""
        self.tables += 1
        return self.tables

    def block(self, row: OpenRow, calls: tuple[str, ...]) -> Block:
        """Return a row as a block, a merged cell repeated down to what it spans; a lone cell is a text."""
        texts, spans = self._grids.setdefault(row.table, TableGrid()).row(row.cells)
        if len(texts) == 1:
            return Block(texts[0], calls=calls)
        header = len(row.filled) > 1 and (row.heads_above or all(row.heads))
        made = row_block(texts, spans, row.table, header=header)
        return replace(made, labelled=row.heads == [True, False], calls=calls)
