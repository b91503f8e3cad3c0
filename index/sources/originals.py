"""The files as they were ingested, each kept once, named by its digest."""

import errno
import hashlib
import os
import re
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from corpus.errors import SourceLimit, SourceMissing, UnreadableSource
from index.private import make_private, opened_privately
from index.sources.archives import unpacked
from index.sources.find import SourceFile

_BLOCK = 1 << 20
_DIGEST = re.compile(r"[0-9a-f]{64}")
MOST_BYTES = 1 << 30
"""Size of a file beyond which it is not read."""


_PATH = ".path"
"""Ending of the note beside a copy that says where the file was ingested from: a lost catalogue is made again by it."""
_UNFINISHED = ".part"


class Originals:
    """A folder of copies: what is parsed is the copy, so that a file that changes while it is read does no harm.

    It deletes what it is told to and what it has begun to write itself, and nothing else that lies there.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, digest: str) -> Path:
        """Say where the copy with a digest lies, or would."""
        return self._folder / digest[:2] / digest

    def keep(self, source: SourceFile, digest: str) -> Path:
        """Copy a file whose digest was taken before; raise `UnreadableSource` when it has changed since then."""
        copy = self.path(digest)
        if copy.is_file():
            return copy
        copy.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.note_path(digest, source.name)
        unfinished = copy.with_name(digest + _UNFINISHED)
        running = hashlib.sha256()
        try:
            with _content(source) as blocks, open(unfinished, "wb", opener=opened_privately) as write:
                for block in blocks:
                    running.update(block)
                    write.write(block)
                write.flush()
                os.fsync(write.fileno())
            if running.hexdigest() != digest:
                raise UnreadableSource(f"{source.name} changed while it was read; ingest it again")
            unfinished.replace(copy)
        except BaseException:
            self.erase([digest])
            raise
        return copy

    def note_path(self, digest: str, path: str) -> None:
        """Write beside a copy where the file was ingested from."""
        copy = self.path(digest)
        if copy.parent.is_dir():
            with open(copy.with_name(digest + _PATH), "w", encoding="utf-8", opener=opened_privately) as note:
                note.write(path)

    def path_of(self, digest: str) -> str:
        """Say where a file was ingested from; empty where no note says it."""
        try:
            return self.path(digest).with_name(digest + _PATH).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return ""

    def held(self) -> dict[str, Path]:
        """Give every copy that lies here by its name, which is its digest."""
        named = (path for path in sorted(self._folder.glob("*/*")) if _DIGEST.fullmatch(path.name))
        return {path.name: path for path in named}

    def erase(self, digests: Iterable[str]) -> None:
        """Delete copies, and the notes beside them."""
        for digest in digests:
            copy = self.path(digest)
            for path in (copy, copy.with_name(digest + _PATH), copy.with_name(digest + _UNFINISHED)):
                path.unlink(missing_ok=True)
            with suppress(OSError):
                copy.parent.rmdir()

    def make_private(self) -> None:
        """Take the rights of others from the copies that an older version made."""
        make_private(self._folder)

    def sweep_unfinished(self) -> None:
        """Delete copies that were never finished."""
        for path in self._folder.glob(f"*/*{_UNFINISHED}"):
            path.unlink(missing_ok=True)


def digest_of(source: SourceFile) -> str:
    """Give the SHA-256 of a file; raise the `CorpusError` that says why it cannot be read."""
    running = hashlib.sha256()
    with _content(source) as blocks:
        for block in blocks:
            running.update(block)
    return running.hexdigest()


@contextmanager
def _content(source: SourceFile) -> Iterator[Iterator[bytes]]:
    """Give the bytes of a source, whether it lies in a folder or in an archive."""
    if source.kept is not None:
        with _opened(source.kept) as file:
            yield _blocks(file)
    elif source.archive is not None:
        with unpacked(source.archive, source.packed) as blocks:
            yield blocks
    else:
        with _opened(source.path) as file:
            yield _blocks(file)


@contextmanager
def _opened(source: Path) -> Iterator[int]:
    """Open a regular file for reading, without waiting on what is none, and say plainly why it cannot be done."""
    try:
        file = os.open(source, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError as error:
        raise SourceMissing(f"there is no file {source}; check the path") from error
    except OSError as error:
        if error.errno in (errno.ENOTDIR, errno.ENAMETOOLONG):
            raise SourceMissing(f"there is no file {source} ({error.strerror}); check the path") from error
        raise UnreadableSource(f"{source} cannot be read ({error.strerror}); check its permissions") from error
    try:
        status = os.fstat(file)
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableSource(f"{source} is not a file with content of its own (a device, pipe or socket)")
        if status.st_size > MOST_BYTES:
            raise SourceLimit(f"{source} has {status.st_size:,} bytes and at most {MOST_BYTES:,} are read; split it")
        yield file
    finally:
        os.close(file)


def _blocks(file: int) -> Iterator[bytes]:
    while block := os.read(file, _BLOCK):
        yield block
