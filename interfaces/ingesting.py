"""Read files into a library with a progress bar, and tell what came of each."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.table import Table

from interfaces.terminal import cell, make_table, progress_bar

if TYPE_CHECKING:
    from index.library import Entry, IngestReport, Library, Step

STYLE_OF_STATUS = {"failed": "red", "new": "green", "replaced": "green"}


def ingest_paths(library: "Library", paths: Sequence[Path]) -> "IngestReport":
    """Ingest files and folders; what fails is in the report."""
    with progress_bar("Reading") as show:

        def tell(step: "Step") -> None:
            show(step.done, step.total, f"{step.stage} {Path(step.path).name}".strip())

        return library.ingest(paths, report=tell)


def report_table(entries: "Sequence[Entry]") -> Table:
    """Return what came in, what was skipped, and why."""
    table = make_table(
        "File", "Result", "Document", "Paragraphs", "Coverage", "Remark", right=("Paragraphs", "Coverage")
    )
    for entry in entries:
        read = entry.status not in ("failed", "skipped")
        table.add_row(
            cell(_shown(Path(entry.path))),
            cell(entry.status, STYLE_OF_STATUS.get(entry.status, "")),
            cell(entry.document),
            cell(entry.paragraphs if read else ""),
            cell(f"{100 * entry.coverage:.1f} %" if read else ""),
            cell(entry.reason),
        )
    return table


def _shown(path: Path) -> Path:
    """Return the path as seen from here, where it lies below."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_absolute() and path.is_relative_to(here) else path
