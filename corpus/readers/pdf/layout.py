"""Put the fragments of a page into lines, cells and bands: text that runs down the page, and rows of tables."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from corpus.readers.pdf.bands import Band, Cell, PdfLine
from corpus.readers.pdf.chars import Fragment, PageText
from corpus.readers.pdf.heads import is_figure
from corpus.text.markers import split_marker

TIGHT = 1.12
"""How far below its predecessor, in times the usual leading, a line may be to stand in the same band."""
_DASHES = ("-", "–", "—")
"""In a row, each is a cell of its own; before a text, it is the bullet of an entry."""
COLUMN_LINES = 14
COLUMN_SHARE = 0.3


def bands_of(page: PageText, fragments: Sequence[Fragment], leading: float, *, columns: bool = False) -> list[Band]:
    """Return the bands of a page in reading order; `leading` is the usual distance of baselines in font sizes.

    The order in which a page draws its text tells the cells of a row apart: within a cell it goes down, to the next
    cell it goes right and up again. `columns` says that other pages are set in columns of running text.
    """
    bands: list[Band] = []
    for fragment in fragments:
        if not bands or not (_into(bands[-1], fragment, leading) or _beside(bands, fragment)):
            bands.append(Band([Cell([line_of(fragment)])]))
    split = [part for index, band in enumerate(bands) for part in _columns_apart(bands, index, page, columns)]
    return _in_order(split, in_columns=len(split) > len(bands))


def has_columns(page: PageText, fragments: Sequence[Fragment], leading: float) -> bool:
    """Tell whether a page is set in columns of running text."""
    bands = [band for band in bands_of(page, fragments, leading) if len(band.cells) == 1]
    tall = [band for band in bands if _is_tall(band.cells[0], page)]
    return any(not _same_column(a, b) and min(a.top, b.top) > max(a.bottom, b.bottom) for a, b in pairwise(tall))


def line_of(fragment: Fragment) -> PdfLine:
    """Return a fragment as a line of its own."""
    return PdfLine(
        fragment.text,
        fragment.x0,
        fragment.x1,
        fragment.y,
        fragment.size,
        fragment.bold,
        fragment.page,
        text_x=fragment.x0,
        space=fragment.space,
    )


def _is_number(line: PdfLine) -> bool:
    """Tell whether a line is nothing but a printed number or bullet that waits for its text."""
    return len(line.text) <= 9 and not line.tab and split_marker(f"{line.text} X")[1] == "X"


def _into(band: Band, fragment: Fragment, leading: float) -> bool:
    """Add a fragment to the last cell of a band, or begin a cell on the line it has reached."""
    cell = band.cells[-1]
    last = cell.lines[-1]
    size = max(last.size, fragment.size)
    if abs(fragment.y - last.y) <= 0.35 * size and fragment.x0 >= last.x1 - 0.3 * size:
        in_row = len(band.cells) > 1 and last.text in _DASHES
        if _is_number(last) and fragment.x0 - last.x1 < 6 * size and not (in_row or is_figure(fragment.text)):
            _append(last, fragment)
        else:
            band.cells.append(Cell([line_of(fragment)]))
        return True
    if (
        0 < last.y - fragment.y <= TIGHT * leading * size
        and _under(band, fragment, size)
        and not _outdented(cell, fragment)
    ):
        cell.lines.append(line_of(fragment))
        return True
    return False


def _outdented(cell: Cell, fragment: Fragment) -> bool:
    """Tell whether a line goes back to the left edge of a cell whose lines hang: it begins another paragraph."""
    first, last = cell.lines[0], cell.lines[-1]
    return (
        len(cell.lines) > 1 and last.x0 > first.x0 + 1.5 * last.size and abs(fragment.x0 - first.x0) < 0.6 * last.size
    )


def _beside(bands: list[Band], fragment: Fragment) -> bool:
    """Begin a new cell to the right of the bands that stand left of a fragment, back to the one at its height.

    Paragraphs of one cell are bands of their own until the next cell of the row shows that they belong together.
    """
    size = fragment.size
    left: list[Band] = []
    for band in reversed(bands):
        if band.cells[-1].x1 > fragment.x0 + 0.3 * size or (left and not _stacked(band, left[-1])):
            return False
        left.append(band)
        if band.top >= fragment.y - 0.4 * size:
            break
        if len(band.cells) > 1:
            return False
    else:
        return False
    row = left[-1]
    if not row.bottom - 0.4 * size <= fragment.y <= row.top + 6 * size:
        return False
    for band in reversed(left[:-1]):
        row.cells[-1].lines += band.cells[0].lines
    del bands[len(bands) - len(left) + 1 :]
    row.cells.append(Cell([line_of(fragment)]))
    return True


def _stacked(upper: Band, lower: Band) -> bool:
    """Tell whether a band of one cell stands below the last cell of another."""
    cell = upper.cells[-1]
    return len(lower.cells) == 1 and lower.top < cell.bottom and min(cell.x1, lower.x1) - max(cell.x0, lower.x0) > 0


def _under(band: Band, fragment: Fragment, size: float) -> bool:
    cell = band.cells[-1]
    overlaps = fragment.x0 < cell.x1 + size and fragment.x1 > cell.x0 - size
    if len(band.cells) == 1:
        return overlaps
    beside = band.cells[-2]
    return (
        overlaps
        and fragment.x0 > beside.x1 + 0.2 * size
        and (fragment.x0 >= cell.x0 - 0.6 * size or len(cell.lines) < 4)
    )


def _append(line: PdfLine, fragment: Fragment) -> None:
    line.text = f"{line.text} {fragment.text}"
    line.tab, line.text_x = True, fragment.x0
    line.x1, line.bold = fragment.x1, fragment.bold
    line.size, line.space = fragment.size, fragment.space


def _columns_apart(bands: Sequence[Band], index: int, page: PageText, known: bool) -> list[Band]:
    """Split columns of running text, which look like one very tall row, unless other rows stand around them."""
    band = bands[index]
    around = [*bands[max(0, index - 2) : index], *bands[index + 1 : index + 3]]
    tall = [cell for cell in band.cells if _is_tall(cell, page)]
    if not 2 <= len(band.cells) <= 4 or not tall or any(_is_row_like(other, band) for other in around):
        return [band]
    widths = [cell.x1 - cell.x0 for cell in tall]
    if (known or len(tall) == len(band.cells)) and max(widths) < 1.8 * min(widths) and all(map(_runs, tall)):
        return [Band([cell]) for cell in band.cells]
    return [band]


def _is_tall(cell: Cell, page: PageText) -> bool:
    return len(cell.lines) >= COLUMN_LINES or cell.top - cell.bottom > COLUMN_SHARE * page.height


def _is_row_like(other: Band, band: Band) -> bool:
    """Tell whether another band has the same columns, as the headings of a table have."""
    edges = [cell.x0 for cell in other.cells]
    return len(edges) > 1 and all(any(abs(cell.x0 - edge) < 9 for edge in edges) for cell in band.cells)


def _runs(cell: Cell) -> bool:
    """Tell whether the lines of a cell are long enough to be running text."""
    return median(len(line.text) for line in cell.lines) >= 28


def _in_order(bands: list[Band], *, in_columns: bool) -> list[Band]:
    """Sort bands from top to bottom where the page does not draw them so; columns keep their order."""
    ordered: list[Band] = []
    for band in bands:
        place = len(ordered)
        for index in range(len(ordered) - 1, max(-1, len(ordered) - 400), -1):
            below = ordered[index].top < band.bottom
            if not in_columns or _same_column(ordered[index], band):
                if not below:
                    break
                place = index
        ordered.insert(place, band)
    return ordered


def _same_column(first: Band, second: Band) -> bool:
    return min(first.x1, second.x1) - max(first.x0, second.x0) > 0
