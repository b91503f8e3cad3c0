"""Which files an ingestion is asked to read."""

import os
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from corpus.errors import CorpusError
from corpus.formats import ARCHIVES
from index.sources.archives import packed_files

_LONGEST_ID = 80


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read, or a path that will not be read."""

    path: Path
    """Absolute; links among the folders above it are resolved. That of a file in an archive goes on with its name."""
    refusal: Literal["", "failed", "skipped"] = ""
    reason: str = ""
    archive: Path | None = None
    """The archive that the file is in."""
    packed: str = ""
    """Its name there."""
    kept: Path | None = None
    """Where its bytes are, for a file that is read again from the library's own copy."""

    @property
    def name(self) -> str:
        """Write the path in characters that can be stored and shown, whatever bytes it is made of."""
        return os.fsencode(self.path).decode("utf-8", "backslashreplace")


def find_sources(paths: Sequence[Path], suffixes: Collection[str]) -> Iterator[SourceFile]:
    """Yield each file once: those named, and those in the folders named, in sorted order.

    In a folder, hidden files are passed over, links are not followed, and files whose `suffix` is not one of `suffixes`
    (`.txt`, …) are skipped with a reason; a file that is named is always tried. An archive is looked into as a folder
    is, and each file in it is a source of its own; an archive within an archive is skipped.
    """
    met: set[Path] = set()
    for path in paths:
        for source in _of(Path(path).expanduser(), suffixes):
            if source.path not in met:
                met.add(source.path)
                yield source


def _of(path: Path, suffixes: Collection[str]) -> Iterator[SourceFile]:
    try:
        resolved = path.resolve()
        if resolved.is_dir():
            found = list(_within(resolved, suffixes))
            nothing = SourceFile(resolved, "skipped", f"{resolved} holds no documents; name files, or a folder of them")
            yield from found or [nothing]
            return
        exists = resolved.exists()
    except (OSError, ValueError) as error:
        yield SourceFile(Path(os.path.abspath(path)), "failed", f"{path} cannot be reached ({error}); check the path")  # noqa: PTH100
        return
    if exists and resolved.suffix.lower() in ARCHIVES and resolved.is_file():
        yield from _packed(resolved, suffixes)
    elif exists:
        yield SourceFile(resolved)
    else:
        yield SourceFile(resolved, "failed", f"there is no file or folder {path}; check the path")


def _within(folder: Path, suffixes: Collection[str]) -> Iterator[SourceFile]:
    unreadable: list[OSError] = []
    for above, folders, files in os.walk(folder, onerror=unreadable.append):
        folders.sort()
        for name in [name for name in folders if name.startswith(".") or (Path(above) / name).is_symlink()]:
            folders.remove(name)
            if not name.startswith("."):
                yield SourceFile(Path(above) / name, "skipped", "a link; links are not followed: name its target")
        for name in sorted(files):
            path = Path(above) / name
            if name.startswith("."):
                continue
            if path.is_symlink():
                yield SourceFile(path, "skipped", "a link; links are not followed: name its target")
            elif path.suffix.lower() in ARCHIVES and path.is_file():
                yield from _packed(path, suffixes)
            elif path.suffix.lower() not in suffixes:
                yield SourceFile(path, "skipped", _unread(path))
            else:
                yield SourceFile(path)
    for error in unreadable:
        where = Path(str(error.filename))
        yield SourceFile(
            where, "failed", f"the folder {where} cannot be read ({error.strerror}); check its permissions"
        )


def _unread(path: Path) -> str:
    return f"{path.suffix or 'a name without an ending'} is not a format that is read here"


def _packed(archive: Path, suffixes: Collection[str]) -> Iterator[SourceFile]:
    """Yield the files in an archive as those in a folder."""
    try:
        files = packed_files(archive)
    except CorpusError as error:
        yield SourceFile(archive, "failed", str(error))
        return
    if not files:
        yield SourceFile(archive, "skipped", f"{archive} holds no documents")
    for file in files:
        path = archive.joinpath(*file.place)
        if path.suffix.lower() in ARCHIVES:
            yield SourceFile(path, "skipped", "an archive within an archive; unpack it and add it by itself")
        elif path.suffix.lower() not in suffixes:
            yield SourceFile(path, "skipped", _unread(path))
        elif file.problem:
            yield SourceFile(path, "failed", f"{file.name!r} in {archive} was not read: {file.problem}")
        else:
            yield SourceFile(path, archive=archive, packed=file.name)


def new_id(path: Path, taken: Collection[str]) -> str:
    """Make a short readable id of a file's name: `Report 2023.pdf` gives `report-2023`, then `report-2023-2`."""
    plain = unicodedata.normalize("NFKC", os.fsencode(path.stem).decode("utf-8", "replace")).lower()
    slug = re.sub(r"[^\w.]+", "-", plain).strip("-._")[:_LONGEST_ID] or "document"
    numbered: Iterable[str] = (f"{slug}-{number}" for number in range(2, len(taken) + 3))
    return slug if slug not in taken else next(candidate for candidate in numbered if candidate not in taken)
