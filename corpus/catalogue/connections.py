"""Connections to one SQLite file: one that writes, and as many that read as there are threads reading at once."""

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, LifoQueue
from typing import Any

from corpus.errors import LibraryDamaged, LibraryError, NoRoom


class Connections:
    """Readers never wait for the writer, and each sees what was committed when its query began."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Open or create the file; raise `LibraryDamaged` for one that is no SQLite file.

        A file that is `read_only` lies where nothing can be written: it is read as it is, and has no log beside it.
        """
        log = path.with_name(path.name + "-wal")
        if read_only and log.exists() and log.stat().st_size:
            raise LibraryError(
                f"the last changes of the catalogue at {path} are still in its log, and cannot be folded in where "
                "nothing can be written; open it once where there is room and permission"
            )
        self._path = path
        self._read_only = read_only
        self._writing = threading.RLock()
        self._readers: LifoQueue[sqlite3.Connection] = LifoQueue()
        self._writer = self._connect()
        if not read_only:
            with self.plainly():
                self._writer.execute("PRAGMA journal_mode = WAL")
            path.chmod(0o600)

    def close(self) -> None:
        """Close every connection; the write-ahead log is folded into the file."""
        while True:
            try:
                self._readers.get_nowait().close()
            except Empty:
                break
        self._writer.close()

    @contextmanager
    def writer(self) -> Iterator[sqlite3.Connection]:
        """Give the connection that writes, to one thread at a time."""
        with self._writing, self.plainly():
            yield self._writer

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Write all or nothing; transactions of one thread may be nested, and the outermost one commits."""
        with self.writer() as writer:
            if writer.in_transaction:
                yield writer
                return
            writer.execute("BEGIN IMMEDIATE")
            try:
                yield writer
                writer.execute("COMMIT")
            except BaseException:
                if writer.in_transaction:
                    writer.execute("ROLLBACK")
                raise

    def rows(self, statement: str, values: Sequence[object] = ()) -> list[Any]:
        """Run a query that only reads, on a connection no other thread is using."""
        with self.plainly():
            try:
                reader = self._readers.get_nowait()
            except Empty:
                reader = self._connect()
            try:
                return reader.execute(statement, values).fetchall()
            finally:
                self._readers.put(reader)

    @contextmanager
    def plainly(self) -> Iterator[None]:
        """Say what SQLite found in words a person can act on."""
        try:
            yield
        except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
            raise
        except sqlite3.DatabaseError as error:
            raise self._in_words(str(error)) from error

    def _in_words(self, found: str) -> LibraryError:
        if "full" in found or "disk I/O" in found:
            return NoRoom(
                f"the catalogue at {self._path} could not be written ({found}); what was in the library is still "
                "whole: make room on the disk and ingest again"
            )
        if "readonly" in found or "unable to open" in found:
            return LibraryError(
                f"the catalogue at {self._path} cannot be opened for writing ({found}); check the folder's permissions"
            )
        return LibraryDamaged(
            f"the catalogue at {self._path} is damaged ({found}); put a copy of it back, or move the folder away "
            "and ingest the documents again: the original files are in its folder 'originals'"
        )

    def _connect(self) -> sqlite3.Connection:
        with self.plainly():
            name = f"{self._path.as_uri()}?immutable=1" if self._read_only else str(self._path)
            connection = sqlite3.connect(
                name, timeout=30, isolation_level=None, check_same_thread=False, uri=self._read_only
            )
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("PRAGMA foreign_keys = ON")
            return connection
