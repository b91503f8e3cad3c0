"""Know a table that holds a label and its value in each row, such as the sheet of a meeting."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.block import Block

_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LEAST = 2
_MAX_LABEL_WORDS = 6
_USUAL = re.compile(
    r"(?:address|authors?|capacity|chair(?:person|man|woman)?|client|contact|country|date|dates|duration|e-?mail|"
    r"end(?: date)?|fax|height|keeper|languages?|length|location|manager|name|number|owner|participants|period|phone|"
    r"place|publisher|range|rapporteur|reference|responsible|secretary|series|session|size|source|start(?: date)?|"
    r"status|subject|symbol|tel(?:ephone)?|time|title|type|venue|version|web ?site|weight|width|year)",
    re.I,
)
"""Labels that sheets of facts have, whatever they are of."""


def is_label_table(rows: Sequence[Block]) -> bool:
    """Tell whether each row of a table is a label and its value.

    That shows in one of these: each label ends in a colon; the format marks the first cell of a row as its head; the
    values are figures and words by turns, which they are not below one heading; most labels are usual ones.
    """
    cells = [row.cells for row in rows]
    if any(row.header for row in rows) or not cells:
        return False
    if all(_ends_in_colons(each) for each in cells):
        return True
    if any(len(each) != 2 for each in cells) or any(not _is_label(each[0]) for each in cells):
        return False
    labels = [each[0].strip().casefold() for each in cells]
    if len(set(labels)) < len(labels):
        return False
    if all(row.labelled for row in rows):
        return True
    values = [each[1].strip() for each in cells]
    if len(rows) < _LEAST or not all(values):
        return False
    return _values_differ(values) or 2 * sum(bool(_USUAL.fullmatch(label)) for label in labels) > len(labels)


def _values_differ(values: Sequence[str]) -> bool:
    """Tell whether the first value is one, by a figure in it, and those below are not all of its kind."""
    with_digits = [bool(_DIGIT.search(value)) for value in values]
    first = with_digits[0] and not _YEAR.fullmatch(values[0])
    return first and (not all(with_digits) or len({bool(re.search("[^\\W\\d_]", value)) for value in values}) > 1)


def _is_label(cell: str) -> bool:
    words = cell.split()
    return 0 < len(words) <= _MAX_LABEL_WORDS and not _DIGIT.search(cell) and cell[:1].isalpha()


def _ends_in_colons(cells: Sequence[str]) -> bool:
    if len(cells) < 2 or len(cells) % 2:
        return False
    labels, values = cells[::2], cells[1::2]
    pairs = [pair for pair in zip(labels, values, strict=True) if any(part.strip() for part in pair)]
    return bool(pairs) and all(
        label.rstrip().endswith(":") and not value.rstrip().endswith(":") for label, value in pairs
    )


def labelled(row: Block) -> Block:
    """Return a row of labels and values in one cell: `Place: Ostend`."""
    pairs = zip(row.cells[::2], row.cells[1::2], strict=True)
    told = [f"{label.rstrip().removesuffix(':')}: {value}".strip() for label, value in pairs if label.strip() or value]
    text = "; ".join(told).replace("\t", " ")
    return replace(row, text=text, cells=(text,), spans=())
