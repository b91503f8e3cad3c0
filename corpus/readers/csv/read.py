"""Read tables of text: each record a row, with its range as a spreadsheet program counts it."""

import csv
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import PurePath
from typing import Literal

from corpus.block import SourceContent
from corpus.errors import UnreadableSource
from corpus.readers.encoding import decode
from corpus.readers.sheet import Sheet, check_rows, sheet_blocks
from corpus.readers.table_grid import MAX_COLUMNS

MAX_CELL = 131_072
"""Characters of one cell: the limit of the standard library, which another library in the process may have raised."""
_SEPARATORS = ",;\t|"
_STATED = re.compile(r"sep=(.)\r?\n", re.I)
"""The first line by which Excel is told what parts the cells."""
_SAMPLE = 200_000


def read(source: bytes, name: str) -> SourceContent:
    """Return the rows of a table of text; raise `SourceLimit` for too many of them."""
    text = decode(source).replace("\0", "")
    stated = _STATED.match(text)
    body = text[stated.end() :] if stated else text
    separator = stated.group(1) if stated else separator_of(body, PurePath(name).suffix.lower())
    sheet = Sheet(PurePath(name).stem)
    visible: list[str] = []
    for number, record in enumerate(_records(body, separator, name), start=1):
        row = {column: shown for column, cell in enumerate(record[:MAX_COLUMNS], start=1) if (shown := _line(cell))}
        if row:
            sheet.rows[number] = row
            visible += record
            check_rows(len(sheet.rows), name)
    return SourceContent(tuple(sheet_blocks(sheet, 1)), tuple(visible))


def separator_of(text: str, suffix: str = ".csv") -> str:
    """Return what parts the cells: the sign that cuts most records of the beginning into equally many, two at least."""
    if suffix in (".tsv", ".tab"):
        return "\t"
    return max(_SEPARATORS, key=lambda sign: _evenness(text[:_SAMPLE], sign))


def _evenness(sample: str, sign: str) -> tuple[float, int]:
    try:
        widths = [len(record) for record in islice(csv.reader(_lines(sample), delimiter=sign), 60) if record]
    except csv.Error:
        return 0.0, 0
    usual = max(set(widths), key=widths.count, default=0)
    return (widths.count(usual) / len(widths), usual) if usual > 1 else (0.0, 0)


def _records(text: str, separator: str, name: str) -> Iterator[Sequence[str]]:
    quoting: Literal[0, 3] = (
        csv.QUOTE_NONE if text.count('"') % 2 else csv.QUOTE_MINIMAL
    )  # one left open would swallow the rest
    endless = UnreadableSource(
        f"'{name}' holds a cell of more than {MAX_CELL:,} characters, or one without an end; "
        "look for a quotation mark that is not closed"
    )
    try:
        for record in csv.reader(_lines(text), delimiter=separator, quoting=quoting):
            if any(len(cell) > MAX_CELL for cell in record):
                raise endless
            yield record
    except csv.Error as error:
        raise endless from error


def _lines(text: str) -> Iterator[str]:
    return (f"{line}\n" for line in text.split("\n"))


def _line(cell: str) -> str:
    return " ".join(cell.split())
