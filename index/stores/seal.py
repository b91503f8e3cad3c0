"""A seal on an index: what its files were when it was closed, by which damage is noticed."""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from index.private import opened_privately
from index.stores.terms import TERMS

_NAME = "seal.json"
FILES = (_NAME, _NAME + ".part")
_READ_WHOLE = 64_000_000
"""Bytes of an index up to which its files are read and digested at each opening; beyond it size and time must do."""


def seal(folder: Path, summary: Mapping[str, str]) -> None:
    """Record the files of an index, and the summary of the catalogue's chunks that it was made of."""
    files = dict(_files(folder, digest=False))
    if sum(int(size) for size, _, _ in files.values()) <= _READ_WHOLE:
        files = dict(_files(folder, digest=True))
    record = {"terms": TERMS, "summary": dict(summary), "files": files}
    unfinished = folder / FILES[1]
    with open(unfinished, "w", opener=opened_privately) as file:
        json.dump(record, file)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(folder / _NAME)


def break_seal(folder: Path) -> None:
    """Take the seal off before the index is changed: a crash then leaves none, and a wrong one means damage."""
    (folder / _NAME).unlink(missing_ok=True)


def is_sealed(folder: Path) -> bool:
    """Tell whether the index was closed after its last change."""
    return (folder / _NAME).is_file()


def broken_seal(folder: Path, summary: Mapping[str, str]) -> str:
    """Say what differs from the time the index was sealed, after `the index was`; empty when nothing does."""
    try:
        record = json.loads((folder / _NAME).read_text())
        sealed: dict[str, list[str | int]] = record["files"]
        made_of, terms = record["summary"], record["terms"]
        if terms != TERMS:
            return "made by another version, which cut words in another way"
        if made_of["library"] != summary["library"]:
            return "that of another library"
    except (OSError, ValueError, KeyError, TypeError):
        return "damaged: its seal cannot be read"
    if made_of != summary:
        return "made of other chunks than the catalogue has"
    small = sum(int(size) for size, _, _ in sealed.values()) <= _READ_WHOLE
    found = dict(_files(folder, digest=small))
    for name in sorted(sealed.keys() | found.keys()):
        if name not in found:
            return f"damaged: its file {name} is gone"
        if name not in sealed:
            return f"damaged: a file {name} has appeared in it"
        size, when, digest = sealed[name]
        now_size, now_when, now_digest = found[name]
        if size != now_size or (digest != now_digest if small else when != now_when):
            return f"damaged: its file {name} has changed"
    return ""


def _files(folder: Path, *, digest: bool) -> Iterator[tuple[str, list[str | int]]]:
    """Yield each file of the index with its size, its time and, where asked, its digest."""
    for path in sorted(folder.rglob("*")):
        # A tantivy lock file, and the write-ahead log of an SQLite that is closed, say nothing of what is held.
        if not path.is_file() or path.name.startswith((_NAME, ".tantivy")):
            continue
        status = path.stat()
        content = ""
        if digest:
            with path.open("rb") as file:
                content = hashlib.file_digest(file, "blake2b").hexdigest()[:32]
        yield path.relative_to(folder).as_posix(), [status.st_size, status.st_mtime_ns, content]
