"""Whether a folder may become a library, or is one that has lost its catalogue."""

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from corpus.errors import LibraryDamaged, LibraryError
from index.private import close_to_others

CATALOGUE = "catalogue.db"
_FOLDERS = ("originals", "index", "uploads")
_PRIVATE = 0o700
_KNOWN = {
    "documents": "SELECT 1 FROM documents LIMIT 1",
    "originals": "SELECT 1 FROM originals LIMIT 1",
    "meta": "SELECT 1 FROM meta WHERE name = 'generation' AND value != '0'",
}
"""For each table of a catalogue a query that finds something where the library was ever used."""


def prepare(folder: Path) -> list[str]:
    """Make the folder of a library and its parts, its owner's alone, and say what was tightened.

    Raise `LibraryError` for a part that is not what it should be.
    """
    for path in (folder, *(folder / name for name in _FOLDERS)):
        if (path.exists() or path.is_symlink()) and not path.is_dir():
            raise LibraryError(
                f"{path} is not a folder, and the library needs one there; move it away, or set RAPPORTEUR_LIBRARY to "
                "another place"
            )
        path.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
    for name in (CATALOGUE, "lock"):
        path = folder / name
        if path.is_symlink() or (path.exists() and not path.is_file()):
            raise LibraryError(f"{path} is not a file, and the library needs one there; move it away")
    loose = [path for path in (folder, *(folder / name for name in _FOLDERS)) if close_to_others(path)]
    return [f"the library at {folder} could be read by others; it is yours alone now"] if folder in loose else []


def is_read_only(folder: Path) -> bool:
    """Tell a library in whose folder nothing can be written, for want of permission or because of how it is mounted."""
    return (folder / CATALOGUE).is_file() and not os.access(folder, os.W_OK)


def sweep_uploads(folder: Path) -> None:
    """Remove files that were on their way into the library when it was last stopped; none of them had arrived."""
    for path in (folder / "uploads").iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def make_top_private(folder: Path) -> None:
    """Take the rights of others from the files at the top of a library, and from the catalogue above all."""
    for path in folder.iterdir():
        if path.is_file() and not path.is_symlink():
            close_to_others(path)


def require_catalogue(folder: Path) -> None:
    """Raise `LibraryDamaged` where originals or an index lie beside a catalogue that is missing or knows nothing."""
    originals = sum(len(path.name) == 64 for path in (folder / "originals").glob("*/*"))
    indexes = sum(1 for _ in (folder / "index").glob("gen-*/*"))
    if not (originals or indexes) or _knows_something(folder / CATALOGUE):
        return
    state = "has lost its catalogue" if not (folder / CATALOGUE).exists() else "has a catalogue that is empty"
    left = f"{originals} original files" if originals else "an index"
    mend = (
        "run 'rapporteur restore --from-originals', which reads the original files again"
        if originals
        else "move the folder away and ingest the documents again"
    )
    raise LibraryDamaged(
        f"the library at {folder} {state}, though {left} {'lie' if originals else 'lies'} in it; nothing was changed: "
        f"put a copy of {CATALOGUE} back, or {mend}"
    )


def set_aside(folder: Path) -> Path | None:
    """Move a catalogue out of the way, with its log, and say where to; None where there is none."""
    moved: Path | None = None
    number = 1
    while (folder / f"{CATALOGUE}.lost-{number}").exists():
        number += 1
    for ending in ("", "-wal", "-shm"):
        path = folder / f"{CATALOGUE}{ending}"
        if path.exists():
            target = folder / f"{CATALOGUE}.lost-{number}{ending}"
            path.rename(target)
            moved = moved or target
    return moved


def _knows_something(catalogue: Path) -> bool:
    """Tell whether a catalogue records anything; one that cannot be read is left to who opens it."""
    if not catalogue.is_file() or not catalogue.stat().st_size:
        return False
    with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(catalogue, timeout=30)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        return any(connection.execute(found).fetchone() for table, found in _KNOWN.items() if table in tables)
    return True
