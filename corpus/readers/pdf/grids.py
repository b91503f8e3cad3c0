"""Find the tables of a page that are ruled all around: their cells, and what stands in each."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import product

from corpus.readers.pdf.chars import Fragment, PageText
from corpus.readers.pdf.heads import is_figure
from corpus.readers.pdf.rules import Rule, Rules

_SLACK = 3.0
"""Points by which lines that meet may miss each other."""
_MOST_RULES = 700
_FILLED = 0.4
"""Share of the cells of a table that hold text at least."""
_HEAD, _FOOT = 0.88, 0.09
"""Shares of the height of a page above and below which a grid belongs to its running head or foot."""


@dataclass(slots=True)
class GridCell:
    """A cell with the rows and columns that it spans."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1
    fragments: list[Fragment] = field(default_factory=list)


@dataclass(slots=True)
class Grid:
    """A ruled table: where its columns and rows end, from the left and from the top, and its cells."""

    edges: list[float]
    heights: list[float]
    cells: list[GridCell]

    @property
    def top(self) -> float:
        """Return the height of its upper edge."""
        return self.heights[0]


def take_grids(page: PageText) -> list[Grid]:
    """Return the ruled tables of a page from top to bottom, and take what stands in them off its fragments."""
    found = []
    for rules in _connected(page.rules):
        grid = _grid(rules)
        if grid is not None and not (grid.heights[-1] > _HEAD * page.height or grid.top < _FOOT * page.height):
            inside = _fill(grid, page.fragments)
            if _is_filled(grid) and not _has_rows_within(grid):
                page.fragments = [fragment for fragment in page.fragments if id(fragment) not in inside]
                found.append(grid)
    return sorted(found, key=lambda grid: -grid.top)


def _connected(rules: Rules) -> list[Rules]:
    """Part the lines of a page into those that touch one another."""
    across, down = rules.across[:_MOST_RULES], rules.down[:_MOST_RULES]
    groups = {("a", i): {("a", i)} for i in range(len(across))} | {("d", i): {("d", i)} for i in range(len(down))}
    for (i, a), (j, d) in product(enumerate(across), enumerate(down)):
        if _meet(a, d) and groups["a", i] is not groups["d", j]:
            groups["a", i] |= groups["d", j]
            for member in groups["d", j]:
                groups[member] = groups["a", i]
    found = []
    for group in {id(group): group for group in groups.values()}.values():
        members = [(across if kind == "a" else down, kind, index) for kind, index in sorted(group)]
        found.append(
            Rules([of[i] for of, kind, i in members if kind == "a"], [of[i] for of, kind, i in members if kind == "d"])
        )
    return found


def _meet(across: Rule, down: Rule) -> bool:
    return (
        across.start - _SLACK <= down.at <= across.end + _SLACK
        and down.start - _SLACK <= across.at <= down.end + _SLACK
    )


def _grid(rules: Rules) -> Grid | None:
    """Return the cells between lines that touch, None where they form no table of two rows and two columns."""
    edges = _places([rule.at for rule in rules.down])
    heights = _places([rule.at for rule in rules.across])[::-1]
    if len(edges) < 3 or len(heights) < 3 or len(edges) * len(heights) > 40_000:
        return None
    taken: set[tuple[int, int]] = set()
    cells = []
    for row, column in product(range(len(heights) - 1), range(len(edges) - 1)):
        if (row, column) in taken:
            continue
        middle = (heights[row] + heights[row + 1]) / 2
        columns = 1
        while column + columns < len(edges) - 1 and not _lies(rules.down, edges[column + columns], middle):
            columns += 1
        centre = (edges[column] + edges[column + 1]) / 2
        rows = 1
        while row + rows < len(heights) - 1 and not _lies(rules.across, heights[row + rows], centre):
            rows += 1
        taken |= set(product(range(row, row + rows), range(column, column + columns)))
        cells.append(GridCell(row, column, rows, columns))
    return Grid(edges, heights, cells)


def _places(values: Sequence[float]) -> list[float]:
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _SLACK:
            places.append(value)
    return places


def _lies(rules: Sequence[Rule], at: float, where: float) -> bool:
    return any(abs(rule.at - at) <= _SLACK and rule.start <= where <= rule.end for rule in rules)


def _is_filled(grid: Grid) -> bool:
    """Tell whether a grid holds text as a table does, and not as the lines behind a chart do."""
    filled = [cell for cell in grid.cells if cell.fragments]
    return len({cell.column for cell in filled}) > 1 and len(filled) >= max(4, _FILLED * len(grid.cells))


def _has_rows_within(grid: Grid) -> bool:
    """Tell whether rules part only groups of rows, or not all columns, so that places must tell the rest."""
    for row in range(len(grid.heights) - 1):
        cells = [cell for cell in grid.cells if cell.row == row and cell.fragments]
        if any(cell.columns > 1 and len(_side_by_side(grid, cell)) > 2 for cell in cells):
            return True
        lines = [[fragment.text for fragment in cell.fragments] for cell in cells if cell.rows == 1]
        most = max(map(len, lines), default=0)
        full = [texts for texts in lines if len(texts) == most]
        if most > 1 and len(full) >= max(2, 0.7 * len(lines)) and any(all(map(is_figure, each)) for each in full):
            return True
    return False


def _side_by_side(grid: Grid, cell: GridCell) -> set[int]:
    """Return the columns in which a cell over several of them has text that is not beside a rule."""
    edges = grid.edges[cell.column : cell.column + cell.columns + 1]
    return {sum(edge <= (f.x0 + f.x1) / 2 for edge in edges) for f in cell.fragments}


def _fill(grid: Grid, fragments: Sequence[Fragment]) -> set[int]:
    """Give each cell what stands in it; return the ids of these fragments."""
    inside: set[int] = set()
    places = {
        place: cell
        for cell in grid.cells
        for place in product(range(cell.row, cell.row + cell.rows), range(cell.column, cell.column + cell.columns))
    }
    for fragment in fragments:
        x, y = (fragment.x0 + fragment.x1) / 2, fragment.y + 0.25 * fragment.size
        row = next((i for i in range(len(grid.heights) - 1) if grid.heights[i + 1] <= y < grid.heights[i]), None)
        column = next((i for i in range(len(grid.edges) - 1) if grid.edges[i] <= x < grid.edges[i + 1]), None)
        if row is not None and column is not None:
            places[row, column].fragments.append(fragment)
            inside.add(id(fragment))
    return inside
