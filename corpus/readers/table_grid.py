"""Lay the cells of a table out in columns, the label of a merged cell repeated down to what it spans."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from corpus.block import Block

MAX_SPAN = 63
"""Columns that one cell may span: the most that Word makes."""
MAX_COLUMNS = 1_000
MAX_REPEATED = 60
"""Characters of a cell that is repeated in each row it spans; a longer text stands once."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as the format stores it."""

    text: str
    across: int = 1
    down: int = 1


@dataclass(slots=True)
class TableGrid:
    """The columns of one table that cells of earlier rows reach down into."""

    _open: dict[int, tuple[str, int, int]] = field(default_factory=dict)
    """Column → text, columns and rows still to cover, of a cell above."""

    @property
    def covered(self) -> dict[int, int]:
        """Return the columns of the next row that a cell above covers, each with how many it covers."""
        return {column: across for column, (_, across, _) in self._open.items()}

    def row(self, cells: Iterable[Cell]) -> tuple[tuple[str, ...], tuple[int, ...]]:
        """Return the texts of the next row by column, and how many columns each spans (0 where another covers it)."""
        texts: list[str] = []
        spans: list[int] = []
        above, self._open = self._open, {}
        for cell in cells:
            self._reach_down(above, texts, spans)
            if len(texts) > MAX_COLUMNS:
                break
            across = max(1, min(cell.across, MAX_SPAN))
            if cell.down > 1:
                self._open[len(texts)] = cell.text if len(cell.text) <= MAX_REPEATED else "", across, cell.down - 1
            _add(texts, spans, cell.text, across)
        while above:
            self._reach_down(above, texts, spans)
            if above and max(above) < len(texts):
                break
            if above:
                _add(texts, spans, "", 1)
        return tuple(texts), tuple(spans)

    def _reach_down(self, above: dict[int, tuple[str, int, int]], texts: list[str], spans: list[int]) -> None:
        while (column := len(texts)) in above:
            text, across, left = above.pop(column)
            _add(texts, spans, text, across)
            if left > 1:
                self._open[column] = text, across, left - 1


def _add(texts: list[str], spans: list[int], text: str, across: int) -> None:
    texts += [text, *[""] * (across - 1)]
    spans += [across, *[0] * (across - 1)]


def row_block(texts: Sequence[str], spans: Sequence[int], table: int, *, header: bool = False) -> Block:
    """Return a row as a block."""
    merged = tuple(spans) if any(span != 1 for span in spans) else ()
    return Block("\t".join(texts), role="row", cells=tuple(texts), spans=merged, table=table, header=header)
