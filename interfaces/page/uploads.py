"""Documents that come in through the page."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from interfaces.markup.markup import escape

if TYPE_CHECKING:
    from index.library import Entry, IngestReport, Library, Step

FOLDER = "uploads"
SAID = {
    "new": "added",
    "replaced": "replaced its earlier self",
    "unchanged": "already here",
    "failed": "not added",
    "skipped": "not added",
}


def add_uploads(
    library: "Library", folder: Path, files: Sequence[Path], report: Callable[["Step"], None] | None = None
) -> "IngestReport":
    """Ingest uploaded files into the library in `folder`.

    A file that is uploaded again under the same name replaces its earlier self: it is ingested from a path of that
    name in the library's folder. It is moved there and removed afterwards, for the library keeps the original itself,
    and what is erased from the library is to lie nowhere else.
    """
    waiting = folder / FOLDER
    waiting.mkdir(parents=True, exist_ok=True)
    copies: list[Path] = []
    try:
        for file in files:
            copies.append(_free(waiting / file.name, copies))
            shutil.move(file, copies[-1])
        return library.ingest(copies, report=report)
    finally:
        for copy in copies:
            copy.unlink(missing_ok=True)


def report_markup(report: "IngestReport") -> str:
    """Return a table of what came in, and what did not and why."""
    rows = "".join(_row(entry) for entry in report.entries)
    return (
        "<table><thead><tr><th>File</th><th>Outcome</th><th>Paragraphs</th><th>Covered</th></tr></thead>"
        f"<tbody>{rows}</tbody></table>"
    )


def _row(entry: "Entry") -> str:
    reason = f'<br><span class="why">{escape(entry.reason)}</span>' if entry.reason else ""
    came_in = entry.status in ("new", "replaced", "unchanged")
    covered = f"{entry.coverage:.1%}" if came_in else ""
    return (
        f"<tr><td>{escape(Path(entry.path).name)}</td><td>{SAID[entry.status]}{reason}</td>"
        f"<td>{entry.paragraphs if came_in else ''}</td><td>{covered}</td></tr>"
    )


def _free(path: Path, taken: Sequence[Path]) -> Path:
    candidate, count = path, 1
    while candidate in taken:
        count += 1
        candidate = path.with_stem(f"{path.stem} ({count})")
    return candidate
