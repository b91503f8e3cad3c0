"""How many cells of a PDF's tables stand under the heads that the same document has as DOCX.

Usage: python benchmarks/table_heads.py FOLDER, with `name.docx` beside `name.pdf`. Printed for each pair: rows of the
DOCX, those that stand in the PDF with the same cells, the cells of these that have a head in the DOCX, and how many of
them have the same head in the PDF, none, or another.
"""

import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path

from corpus.paragraph import Paragraph
from corpus.parse import parse

Cells = tuple[str, ...]


def main() -> None:
    """Compare each pair, then all of them."""
    print("  rows  found  cells   same   none  other  document")
    every: Counter[str] = Counter()
    for typed in sorted(Path(sys.argv[1]).glob("*.docx")):
        counts = _compared(_rows(typed), _rows(typed.with_suffix(".pdf")))
        every += counts
        _print(counts, typed.stem)
    _print(every, "all")


def _print(counts: Counter[str], name: str) -> None:
    print(" ".join(f"{counts[kind]:6}" for kind in ("rows", "found", "cells", "same", "none", "other")), f" {name}")


def _rows(path: Path) -> list[tuple[Cells, Cells]]:
    """Return the filled cells of each row of a document, and their heads."""
    paragraphs = parse(path.read_bytes(), path.name, path.stem).paragraphs
    return [_row(paragraph) for paragraph in paragraphs if paragraph.kind == "row"]


def _row(row: Paragraph) -> tuple[Cells, Cells]:
    cells = [_plain(cell) for cell in row.text.split("\t")]
    heads = [_plain(head) for head in row.columns] if len(row.columns) == len(cells) else [""] * len(cells)
    filled = [(cell, head) for cell, head in zip(cells, heads, strict=True) if cell]
    return tuple(cell for cell, _ in filled), tuple(head for _, head in filled)


def _compared(typed: list[tuple[Cells, Cells]], printed: list[tuple[Cells, Cells]]) -> Counter[str]:
    """Count rows, those found by their cells, their cells with a head, and those with the same head in the PDF."""
    there: dict[Cells, list[Cells]] = {}
    for cells, heads in printed:
        there.setdefault(cells, []).append(heads)
    counts: Counter[str] = Counter()
    for cells, heads in typed:
        counts["rows"] += 1
        if not there.get(cells):
            continue
        counts["found"] += 1
        best = max(there[cells], key=lambda other: sum(a == b for a, b in zip(heads, other, strict=True)))
        there[cells].remove(best)
        for wanted, given in zip(heads, best, strict=True):
            if wanted:
                counts["cells"] += 1
                counts["same" if given == wanted else "other" if given else "none"] += 1
    return counts


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).casefold()) or text.strip()


if __name__ == "__main__":
    main()
