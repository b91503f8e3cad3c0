"""Read files into a library with a progress bar, and tell what came of each."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.table import Table

from interfaces.terminal.terminal import cell, make_table, progress_bar

if TYPE_CHECKING:
    from index.library import Entry, IngestReport, Library, Step

STYLE_OF_STATUS = {"failed": "red", "new": "green", "replaced": "green"}


def ingest_paths(
    library: "Library", paths: Sequence[Path], *, collection: str = "default", document: str = ""
) -> "IngestReport":
    """Ingest files and folders; what fails is in the report."""
    with progress_bar("Reading") as show:
        return library.ingest(paths, collection=collection, document=document, report=following(show))


def following(show: Callable[[int, int, str], None]) -> "Callable[[Step], None]":
    """Return what tells a progress bar of each step."""
    return lambda step: show(step.done, step.total, f"{step.stage} {Path(step.path).name}")


def report_table(entries: "Sequence[Entry]") -> Table:
    """Return what came in, what was skipped, and why; files are named from the folder they have in common."""
    folder = _common_folder([entry.path for entry in entries])
    numbers = ("Paragraphs", "Coverage")
    table = make_table("File", "Result", "Document", *numbers, "Remark", right=numbers, title=f"in {folder}")
    for entry in entries:
        read = entry.status not in ("failed", "skipped")
        table.add_row(
            cell(os.path.relpath(entry.path, folder)),
            cell(entry.status, STYLE_OF_STATUS.get(entry.status, "")),
            cell(entry.document),
            cell(entry.paragraphs if read else ""),
            cell(f"{100 * entry.coverage:.1f} %" if read else ""),
            cell(entry.reason),
        )
    return table


def _common_folder(paths: Sequence[str]) -> str:
    """Return the lowest folder that all files are in; the root where they have none in common."""
    try:
        return os.path.commonpath([os.path.dirname(path) for path in paths])  # noqa: PTH120 - names may be of any bytes
    except ValueError:
        return os.path.abspath(os.sep)  # noqa: PTH100
