"""Part two lists that stand side by side and look like one table: symbol and title, and again symbol and title."""

from collections.abc import Sequence

Row = tuple[str, ...]

_LONGEST_LABEL = 24
_LEAST_TEXT = 20
"""Characters that the texts beside the labels have on average."""


def lists_of(rows: Sequence[Row]) -> list[Row]:
    """Return the rows of two lists in two columns, the left list before the right one, empty for any other table.

    A row with nothing but its first cell, which is no label, is a title over both; what stands below it comes after it.
    """
    if not rows or len(rows[0]) != 4 or not _are_lists(rows):
        return []
    found: list[Row] = []
    right: list[Row] = []
    for row in rows:
        if any(row[1:]) or _is_label(row[0]):
            found += [row[:2]] if any(row[:2]) else []
            right += [row[2:]] if any(row[2:]) else []
        else:
            found += [*right, row[:2]]
            right = []
    return found + right


def _are_lists(rows: Sequence[Row]) -> bool:
    entries = [row for row in rows if any(row[1:])]
    labels = [row[place] for row in entries for place in (0, 2) if row[place]]
    texts = [row[place] for row in entries for place in (1, 3) if row[place]]
    if not any(row[0] and row[2] for row in entries) or not all(map(_is_label, labels)):
        return False
    return all(any(map(str.isalpha, text)) for text in texts) and sum(map(len, texts)) >= _LEAST_TEXT * len(texts)


def _is_label(cell: str) -> bool:
    return 0 < len(cell) <= _LONGEST_LABEL and any(map(str.isdigit, cell))
