"""Give each heading of a PDF table all the columns that it spans."""

from collections.abc import Sequence

from corpus.readers.pdf.bands import Band
from corpus.readers.pdf.tables import Column

_ALIGNED = 3.0
"""Points by which two edges may differ and be one."""


def spread(band: Band, columns: Sequence[Column], cells: Sequence[str], below: Sequence[str]) -> tuple[str, ...]:
    """Return a row of headings in which each stands over all the columns that it spans, as `2019` over `In` and `Out`.

    `below` are the headings under them.
    """
    texts = [cell for cell in cells if cell]
    heads = sorted((cell.x0, cell.x1) for cell in band.cells)
    if len(heads) == 1 and len(texts) == 1:
        return _spread_one(heads[0], columns, texts[0])
    if not 2 <= len(heads) < sum(map(bool, below)) or len(texts) != len(heads):
        return tuple(cells)
    spanned = [place if under else None for place, under in zip(_heads_of_columns(heads, columns), below, strict=True)]
    return tuple(cell if place is None else texts[place] for place, cell in zip(spanned, cells, strict=True))


def _spread_one(head: Column, columns: Sequence[Column], text: str) -> tuple[str, ...]:
    """Return a heading over the columns that it stands in the middle of, the last column being the outermost."""
    middle = sum(head) / 2
    reach = columns[-1][1] - middle + _ALIGNED
    near = [place > 0 and middle - sum(column) / 2 <= reach for place, column in enumerate(columns)]
    return tuple(text if under else "" for under in near)


def _heads_of_columns(heads: Sequence[Column], columns: Sequence[Column]) -> list[int | None]:
    """Return for each column which heading it belongs to: by their left edges, their right edges, or their middles."""
    aligned: list[list[int | None]] = []
    if all(any(abs(head[0] - column[0]) < _ALIGNED for column in columns) for head in heads):
        before = [[at for at, head in enumerate(heads) if head[0] <= column[0] + _ALIGNED] for column in columns]
        aligned.append([at[-1] if at else None for at in before])
    if all(any(abs(head[1] - column[1]) < _ALIGNED for column in columns) for head in heads):
        after = [[at for at, head in enumerate(heads) if head[1] >= column[1] - _ALIGNED] for column in columns]
        aligned.append([None, *(at[0] if at else None for at in after[1:])])
    return min(aligned, key=lambda places: places.count(None)) if aligned else _by_middles(heads, columns)


def _by_middles(heads: Sequence[Column], columns: Sequence[Column]) -> list[int | None]:
    """Give each column to the heading whose middle is nearest; the first and the last reach as far to either side."""
    middles, centres = [sum(head) / 2 for head in heads], [sum(column) / 2 for column in columns]
    nearest = [min(range(len(middles)), key=lambda place: abs(middles[place] - centre)) for centre in centres]
    last = len(middles) - 1
    right = max((columns[at][1] for at, place in enumerate(nearest) if place == 0), default=middles[0]) - middles[0]
    left = middles[-1] - min((columns[at][0] for at, place in enumerate(nearest) if place == last), default=middles[-1])
    reach = range(round(middles[0] - right), round(middles[-1] + left) + 1)
    return [place if round(centre) in reach else None for place, centre in zip(nearest, centres, strict=True)]
