"""Recognise the rows of a table in plain text: cells parted by tabs or by pipes."""

import re

from corpus.block import Block
from corpus.text.inline import Markup
from corpus.text.markers import split_marker

_PIPE_ROW = re.compile(r"\s*\|.*\|\s*")
_PIPE_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*")
_PIPE = re.compile(r"(?<!\\)\|")
_TABS = re.compile(r"\t+")
_CLAUSE = re.compile(r"[.,;:]\s*$")
MAX_BETWEEN = 2
MAX_DIVIDER = 120


class RowReader:
    """Read rows line by line, and remember which table is open."""

    def __init__(self, markup: Markup, *, tabs: bool = True) -> None:
        self.markup = markup
        self.tabs = tabs
        self.table = 0
        self.width = 0
        self.rows = 0
        self.between = 0

    def is_row(self, line: str) -> bool:
        """Tell whether a line is a row of a table, or the rule below its headings."""
        return self._is_rule(line) or bool(self._cells(line))

    def row(self, line: str) -> list[Block] | None:
        """Return the row that a line is, nothing for the rule below the headings, or None for any other line."""
        if self._is_rule(line):
            self.markup.removed.append(line.strip())
            return []
        cells = self._cells(line)
        if not cells:
            return None
        if len(cells) != self.width or self.between > MAX_BETWEEN:
            self.table += 1
            self.rows = 0
        self.width, self.between = len(cells), 0
        self.rows += 1
        if _PIPE_ROW.fullmatch(line):
            self.markup.removed.append("|" * line.count("|"))
        shown = tuple(self.markup.strip(cell.strip(), code=not self.tabs) for cell in cells)
        return [Block("\t".join(shown), role="row", cells=shown, table=self.table)]

    def interrupted(self, text: str) -> None:
        """Take note of a line between two rows.

        A short one, or one right below the headings, does not end the table.
        """
        if self.width:
            self.between += 1 if len(text) <= MAX_DIVIDER or self.rows == 1 else MAX_BETWEEN + 1

    def _is_rule(self, line: str) -> bool:
        return "|" in line and bool(_PIPE_RULE.fullmatch(line))

    def _cells(self, line: str) -> tuple[str, ...]:
        if _PIPE_ROW.fullmatch(line) and line.count("|") >= 2:
            inner = line.strip()[1:-1]
            return tuple(cell.strip() for cell in _PIPE.split(inner))
        if not self.tabs:
            return ()
        if "\t" not in line.strip("\t "):
            return self._hung(line)
        whole = tuple(line.rstrip("\n").split("\t"))
        stripped = line.strip()
        marker, body = split_marker(stripped)
        if marker is not None and "\t" not in body.strip():
            numbers = marker.readings[0][0] == "decimal" and not self.between
            return whole if numbers and len(whole) == self.width else ()
        if self.width and len(whole) == self.width and self.between <= MAX_BETWEEN:
            return whole
        return tuple(_TABS.split(stripped))

    def _hung(self, line: str) -> tuple[str, ...]:
        """Return the cells of a row that fills only its last column; an indented paragraph is none."""
        cells = tuple(line.split("\t"))
        if len(cells) != self.width or cells[0].strip() or self.between:
            return ()
        return cells if len(line.strip()) <= MAX_DIVIDER and not _CLAUSE.search(line) else ()
