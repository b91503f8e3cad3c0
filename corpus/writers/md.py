"""Write a document as Markdown, its footnotes as `[^1]`."""

import re
from collections.abc import Iterator

from corpus.writers.output import Line, ListBlock, OutputBlock, OutputDocument, Prose, TableBlock, Title

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~])")
_AT_START = re.compile(r"^(\s*)([#+=-]|\d{1,9}[.)])(?=\s|$)")


def write(document: OutputDocument) -> bytes:
    """Return the document as UTF-8."""
    notes: list[str] = []
    blocks = ["\n".join(_lines(block, notes)) for block in document.blocks]
    called = [f"[^{number}]: {escape(note)}" for number, note in enumerate(notes, start=1)]
    return ("\n\n".join([*blocks, "\n\n".join(called)] if called else blocks) + "\n").encode()


def escape(text: str) -> str:
    """Return a text in which nothing is markup."""
    plain = " ".join(text.split())
    return _AT_START.sub(lambda match: f"{match[1]}{match[2][:-1]}\\{match[2][-1]}", _SPECIAL.sub(r"\\\1", plain))


def _lines(block: OutputBlock, notes: list[str]) -> Iterator[str]:
    if isinstance(block, Title):
        yield f"{'#' * (block.level + 1)} {escape(block.text)}"
    elif isinstance(block, Prose):
        line = _line(block.line, notes)
        yield f"*{line}*" if block.quiet else line
    elif isinstance(block, ListBlock):
        for rank, item in enumerate(block.items):
            mark = f"{block.numbers[rank]}." if block.numbers else "-"
            yield f"{mark} {_line(item, notes)}"
    elif isinstance(block, TableBlock):
        yield f"| {' | '.join(map(escape, block.columns))} |"
        yield f"|{'---|' * len(block.columns)}"
        for row in block.rows:
            yield f"| {' | '.join(_line(cell, notes) for cell in row)} |"


def _line(line: Line, notes: list[str]) -> str:
    parts = []
    for run in line:
        words = escape(run.text)
        bare = words.strip()
        if run.bold and bare:
            words = words.replace(bare, f"**{bare}**", 1) + (" " if run.text.endswith(" ") else "")
        elif run.text.endswith(" "):
            words += " "
        parts.append(words)
        for note in run.notes:
            notes.append(note)
            parts.append(f"[^{len(notes)}]")
    return "".join(parts)
