"""Turn bands of several cells into rows with columns that stand under each other."""

from collections.abc import Sequence

from corpus.pdf_layout import Band

Column = tuple[float, float]


def columns_of(bands: Sequence[Band]) -> list[Column]:
    """Return the columns of a table, from left to right, as the intervals that its cells fill.

    Cells that overlap from side to side stand in one column; a cell across several columns is left out.
    """
    cells = sorted(((cell.x0, cell.x1) for band in bands if len(band.cells) > 1 for cell in band.cells), key=lambda c: c[1] - c[0])
    columns: list[Column] = []
    for x0, x1 in cells:
        touched = [column for column in columns if min(column[1], x1) - max(column[0], x0) > 0]
        if not touched:
            columns.append((x0, x1))
        elif len(touched) == 1:
            columns[columns.index(touched[0])] = (min(touched[0][0], x0), max(touched[0][1], x1))
    return sorted(columns)


def cells_of(band: Band, columns: Sequence[Column], texts: Sequence[str]) -> tuple[str, ...]:
    """Return the texts of a band in the columns of its table, empty where it has none."""
    if not columns:
        return tuple(texts)
    row = [""] * len(columns)
    for cell, text in zip(band.cells, texts, strict=True):
        shares = [min(column[1], cell.x1) - max(column[0], cell.x0) for column in columns]
        place = shares.index(max(shares))
        row[place] = f"{row[place]} {text}".strip()
    return tuple(row)
