"""Look into ZIP archives without unpacking them to disk: each file in one is read as a document of its own."""

import lzma
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from corpus.errors import CorpusError, SourceLimit, UnreadableSource

MAX_FILES = 5_000
MAX_FILE = 1 << 30
"""Bytes that one file may unpack to."""
MAX_UNPACKED = 4 << 30
"""Bytes that all files of one archive may unpack to."""
MAX_RATIO = 400
"""How many times its packed size a file of more than 16 MiB may have."""
_RATIO_FROM = 16 << 20
_BLOCK = 1 << 20
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    OSError,
    ValueError,
    EOFError,
    NotImplementedError,
    RuntimeError,
)


@dataclass(frozen=True, slots=True)
class Packed:
    """A file in an archive."""

    name: str
    """As the archive holds it."""
    place: tuple[str, ...]
    """The steps of its name below the archive, with none that leads out of it."""
    problem: str = ""
    """Why it cannot be read, where the archive says so."""


def packed_files(archive: Path) -> list[Packed]:
    """Return the files in an archive, sorted by their places; hidden ones are passed over.

    Raises `UnreadableSource` for what is no ZIP or is damaged, and `SourceLimit` for one that holds or unpacks to more
    than it may.
    """
    with _opened(archive) as opened:
        entries = [entry for entry in opened.infolist() if not entry.is_dir()]
    if len(entries) > MAX_FILES:
        raise SourceLimit(f"{archive} holds {len(entries):,} files and at most {MAX_FILES:,} are read; split it")
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > MAX_UNPACKED:
        raise SourceLimit(
            f"{archive} unpacks to {unpacked:,} bytes and at most {MAX_UNPACKED:,} are read; unpack it and add what is "
            "needed"
        )
    files = {place: entry for entry in reversed(entries) if (place := _place(entry.filename))}
    return [Packed(files[place].filename, place, _problem(files[place])) for place in sorted(files)]


def _place(name: str) -> tuple[str, ...]:
    """Return the steps of a name that lead inwards; none for a hidden file and for what macOS adds."""
    steps = tuple(step for step in name.replace("\\", "/").split("/") if step not in ("", ".", ".."))
    hidden = any(step.startswith(".") or step == "__MACOSX" for step in steps)
    return () if hidden else steps


def _problem(entry: zipfile.ZipInfo) -> str:
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "it is a link; links are not followed"
    if entry.flag_bits & 1:
        return "it is locked by a password; pack it without one and try again"
    if entry.file_size > MAX_FILE:
        return f"it unpacks to {entry.file_size:,} bytes and at most {MAX_FILE:,} are read; split it"
    if entry.file_size > _RATIO_FROM and entry.file_size > MAX_RATIO * max(1, entry.compress_size):
        return (
            f"it unpacks to more than it may ({entry.file_size:,} bytes from {entry.compress_size:,}), which looks "
            "like a ZIP bomb; if it is genuine, unpack it and add the file"
        )
    return ""


@contextmanager
def unpacked(archive: Path, name: str) -> Iterator[Iterator[bytes]]:
    """Give the bytes of a file in an archive, a block at a time; `name` is as the archive holds it.

    Raises `UnreadableSource` for a damaged file, also while the blocks are read.
    """
    with _opened(archive) as opened:
        try:
            entry = opened.open(name)
        except (KeyError, *_DAMAGE) as error:
            raise _damaged(archive, name) from error
        with entry:
            yield _blocks(entry, archive, name)


def _blocks(entry: IO[bytes], archive: Path, name: str) -> Iterator[bytes]:
    while True:
        try:
            block = entry.read(_BLOCK)
        except _DAMAGE as error:
            raise _damaged(archive, name) from error
        if not block:
            return
        yield block


def _damaged(archive: Path, name: str) -> CorpusError:
    return UnreadableSource(f"{name!r} in {archive} is damaged and cannot be unpacked; pack it again and try once more")


@contextmanager
def _opened(archive: Path) -> Iterator[zipfile.ZipFile]:
    try:
        opened = zipfile.ZipFile(archive)
    except PermissionError as error:
        raise UnreadableSource(f"{archive} cannot be read ({error.strerror}); check its permissions") from error
    except _DAMAGE as error:
        raise UnreadableSource(f"{archive} is not a ZIP archive, or is cut off or damaged; fetch it again") from error
    with opened:
        yield opened
