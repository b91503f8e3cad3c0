"""The files as they were ingested, each kept once, named by its digest."""

import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from corpus.errors import SourceLimit, SourceMissing, UnreadableSource
from index.sources.archives import unpacked
from index.sources.find import Source

_BLOCK = 1 << 20
MOST_BYTES = 1 << 30
"""Size of a file beyond which it is not read."""


class Originals:
    """A folder of copies: what is parsed is the copy, so that a file that changes while it is read does no harm."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(exist_ok=True)

    def path(self, digest: str) -> Path:
        """Say where the copy with a digest lies, or would."""
        return self._folder / digest[:2] / digest

    def keep(self, source: Source, digest: str) -> Path:
        """Copy a file whose digest was taken before; raise `UnreadableSource` when it has changed since then."""
        copy = self.path(digest)
        if copy.is_file():
            return copy
        copy.parent.mkdir(exist_ok=True)
        unfinished = copy.with_name(digest + ".part")
        running = hashlib.sha256()
        try:
            with _content(source) as blocks, unfinished.open("wb") as write:
                for block in blocks:
                    running.update(block)
                    write.write(block)
                write.flush()
                os.fsync(write.fileno())
            if running.hexdigest() != digest:
                raise UnreadableSource(f"{source.name} changed while it was read; ingest it again")
            unfinished.replace(copy)
        finally:
            unfinished.unlink(missing_ok=True)
        return copy

    def sweep(self, needed: set[str]) -> None:
        """Delete the copies that no document is made from."""
        for copy in [path for path in self._folder.glob("*/*") if path.name not in needed]:
            copy.unlink(missing_ok=True)
            with suppress(OSError):
                copy.parent.rmdir()


def digest_of(source: Source) -> str:
    """Give the SHA-256 of a file; raise the `CorpusError` that says why it cannot be read."""
    running = hashlib.sha256()
    with _content(source) as blocks:
        for block in blocks:
            running.update(block)
    return running.hexdigest()


@contextmanager
def _content(source: Source) -> Iterator[Iterator[bytes]]:
    """Give the bytes of a source, whether it lies in a folder or in an archive."""
    if source.archive is not None:
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
