"""The catalogue: what is in a library, in SQLite. It is the truth, and the indexes are made from it.

Every document is written as a *revision* whose `state` is the journal of its ingestion: `staged` (written here, not yet
in the indexes: nobody sees it), `live` (in all of them), `erasing` (nobody sees it any more). A process that is killed
leaves staged and erasing revisions behind, and whoever opens the library next carries them to their end.
"""

import json
import sqlite3
import threading
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.catalogue.connections import Connections
from corpus.catalogue.rows import (
    DOCUMENT,
    METADATA,
    PARAGRAPH,
    Listing,
    Record,
    document_of,
    document_row,
    paragraph_of,
    paragraph_row,
    selected,
)
from corpus.catalogue.schema import migrate
from corpus.document import Document, Metadata
from corpus.errors import NoRoom
from corpus.metadata.editions import editions
from corpus.paragraph import Exclusion, Paragraph
from corpus.text.word_counts import TOKENIZER, WordCounts, count_words

_INSERT_DOCUMENT = (
    f"INSERT INTO documents (state, parser, coverage, printed, added, {DOCUMENT}) "  # noqa: S608 - our own column names
    f"VALUES ({', '.join('?' * (5 + len(DOCUMENT.split(', '))))})"
)
_CACHED_CHARACTERS = 30_000_000


class Catalogue:
    """The SQLite file of a library: one writer at a time, and readers that never wait for it."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Open or create the catalogue at `path`, and bring its tables to the newest version.

        One that is `read_only` is taken as it is. Raise `LibraryMismatch` for a newer one, or an older one that cannot
        be brought up, and `LibraryDamaged` for a file that is no catalogue.
        """
        self._sql = Connections(path, read_only=read_only)
        self._read_only = read_only
        self._cache: OrderedDict[int, Document] = OrderedDict()
        self._caching = threading.Lock()
        with self._sql.writer() as writer:
            self.migrated = migrate(writer, str(path.parent), read_only=read_only)

    def close(self) -> None:
        """Close every connection; the write-ahead log is folded into the file."""
        self._sql.close()

    # Writing

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Write all or nothing; transactions of one thread may be nested, and the outermost one commits."""
        try:
            with self._sql.transaction() as write:
                yield write
        finally:
            with self._caching:
                self._cache.clear()

    def stage(self, records: Sequence[Record], edition: int) -> list[int]:
        """Write documents that nobody sees yet, and give their revisions."""
        added = datetime.now(UTC).isoformat(timespec="seconds")
        revisions = []
        with self.transaction() as write:
            for record in records:
                revision = write.execute(_INSERT_DOCUMENT, document_row(record, added)).lastrowid or 0
                write.executemany(
                    f"INSERT INTO paragraphs (revision, {PARAGRAPH}) VALUES ({', '.join('?' * 11)})",  # noqa: S608
                    (paragraph_row(revision, paragraph) for paragraph in record.paragraphs),
                )
                write.executemany(
                    "INSERT INTO exclusions VALUES (?, ?, ?, ?, ?)",
                    ((revision, rank, x.text, x.reason, x.page) for rank, x in enumerate(record.exclusions)),
                )
                self.record_original(record.document.digest, record.document.path)
                self._count_words(write, revision, [paragraph.text for paragraph in record.paragraphs])
                self.add_chunks(revision, edition, record.places, record.vectors)
                revisions.append(revision)
        return revisions

    def add_chunks(
        self, revision: int, edition: int, places: Sequence[tuple[int, int]], vectors: NDArray[np.float32]
    ) -> None:
        """Write the chunks of a revision, as one edition of cutting and embedding sees them."""
        with self.transaction() as write:
            write.executemany(
                "INSERT INTO chunks (revision, edition, position, part, vector) VALUES (?, ?, ?, ?, ?)",
                (
                    (revision, edition, position, part, vector.tobytes())
                    for (position, part), vector in zip(places, vectors, strict=True)
                ),
            )

    def publish(self, revisions: Sequence[int]) -> None:
        """Make staged revisions live in one step; what each replaces is seen no more and awaits erasure."""
        with self.transaction() as write:
            for revision in revisions:
                (name,) = write.execute("SELECT id FROM documents WHERE revision = ?", (revision,)).fetchone()
                write.execute("UPDATE documents SET state = 'erasing' WHERE id = ? AND state = 'live'", (name,))
                write.execute("UPDATE documents SET state = 'live' WHERE revision = ?", (revision,))
            self._relink(write)

    def condemn(self, revision: int) -> None:
        """Take a live document out of sight; it awaits erasure, and its corrections go with it."""
        with self.transaction() as write:
            write.execute(
                "DELETE FROM corrections WHERE document = (SELECT id FROM documents WHERE revision = ?)", (revision,)
            )
            write.execute("UPDATE documents SET state = 'erasing' WHERE revision = ?", (revision,))
            self._relink(write)

    def discard(self, revisions: Sequence[int]) -> None:
        """Delete revisions with everything that hangs from them; the freed pages are overwritten."""
        with self.transaction() as write:
            write.executemany("DELETE FROM documents WHERE revision = ?", ((revision,) for revision in revisions))

    def abandon(self, revisions: Sequence[int]) -> None:
        """Delete those of some revisions that are still staged; what became live stays."""
        with self.transaction() as write:
            write.executemany(
                "DELETE FROM documents WHERE revision = ? AND state = 'staged'", ((revision,) for revision in revisions)
            )

    def truncate_log(self) -> None:
        """Fold the write-ahead log into the file and empty it, so that it holds nothing that was deleted."""
        with self._sql.writer() as writer:
            writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def record_original(self, digest: str, path: str) -> None:
        """Remember that the copy of a file with this digest is the library's own, before it is made."""
        with self.transaction() as write:
            write.execute("INSERT OR IGNORE INTO originals VALUES (?, ?)", (digest, path))

    def forget_originals(self, digests: Sequence[str]) -> None:
        """Strike copies that were deleted from the record."""
        with self.transaction() as write:
            write.executemany("DELETE FROM originals WHERE digest = ?", ((digest,) for digest in digests))

    def set_meta(self, name: str, value: str) -> None:
        """Write one of the values that say how the library was made."""
        with self.transaction() as write:
            write.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def correct(self, document: str, field: str, value: str, revision: int = 0) -> None:
        """Keep a person's correction of a fact; it outlives the revisions of its document.

        Where a `revision` is given it is changed too.
        """
        if field not in METADATA:
            raise ValueError(f"{field!r} is not one of {METADATA}")
        with self.transaction() as write:
            write.execute("INSERT OR REPLACE INTO corrections VALUES (?, ?, ?)", (document, field, value))
            write.execute(f"UPDATE documents SET {field} = ? WHERE revision = ?", (value, revision))  # noqa: S608
            self._relink(write)

    def move(self, revision: int, collection: str) -> None:
        """Put a document into another collection."""
        with self.transaction() as write:
            write.execute("UPDATE documents SET collection = ? WHERE revision = ?", (collection, revision))

    # Reading

    def meta(self, name: str) -> str:
        """Give one of the values that say how the library was made; empty when it was never set."""
        found = self._sql.rows("SELECT value FROM meta WHERE name = ?", (name,))
        return str(found[0][0]) if found else ""

    def listings(self, state: str = "live") -> list[Listing]:
        """List the documents of a state by id, without their text."""
        return [
            Listing(*row)
            for row in self._sql.rows(
                "SELECT revision, id, path, digest, parser, collection, kind, date FROM documents "
                "WHERE state = ? ORDER BY id, revision",
                (state,),
            )
        ]

    def originals(self) -> dict[str, str]:
        """Give the digest of each copy that the library has made of a file, with the path it was ingested from."""
        return dict(self._sql.rows("SELECT digest, path FROM originals ORDER BY digest"))

    def editions_of(self, name: str) -> list[tuple[str, str]]:
        """List the live documents that supersede, correct or add to a document, as `(id, symbol)`, by id."""
        rows = self._sql.rows(
            "SELECT id, symbol FROM documents WHERE state = 'live' AND edition_of = ? ORDER BY id", (name,)
        )
        return [(str(found), str(symbol)) for found, symbol in rows]

    def documents(self, *, with_text: bool = True) -> list[Document]:
        """Give the live documents by id; without their text they are many times quicker to have."""
        columns = selected(with_text=with_text)
        rows = self._sql.rows(f"SELECT {columns} FROM documents WHERE state = 'live' ORDER BY id", ())  # noqa: S608
        return [document_of(row) for row in rows]

    def document(self, revision: int) -> Document:
        """Give a document with its text."""
        with self._caching:
            if revision in self._cache:
                self._cache.move_to_end(revision)
                return self._cache[revision]
        row = self._sql.rows(f"SELECT {selected()} FROM documents WHERE revision = ?", (revision,))[0]  # noqa: S608
        document = document_of(row)
        with self._caching:
            self._cache[revision] = document
            while len(self._cache) > 1 and sum(len(d.text) for d in self._cache.values()) > _CACHED_CHARACTERS:
                self._cache.popitem(last=False)
        return document

    def paragraphs(self, revision: int, positions: Sequence[int] | None = None) -> list[Paragraph]:
        """Give the paragraphs of a document in reading order: all, or those at some positions."""
        document = self.document(revision)
        chosen = "" if positions is None else f"AND position IN ({', '.join(str(int(p)) for p in positions)})"
        rows = self._sql.rows(
            f"SELECT {PARAGRAPH} FROM paragraphs WHERE revision = ? {chosen} ORDER BY position",  # noqa: S608 - integers
            (revision,),
        )
        return [paragraph_of(document, row) for row in rows]

    def exclusions(self, revision: int) -> list[Exclusion]:
        """Give what of a document is in no paragraph, and why."""
        rows = self._sql.rows("SELECT text, reason, page FROM exclusions WHERE revision = ? ORDER BY rank", (revision,))
        return [Exclusion(*row) for row in rows]

    def coverage(self, revision: int) -> str:
        """Give what the audit found when the document was read, as JSON."""
        return str(self._sql.rows("SELECT coverage FROM documents WHERE revision = ?", (revision,))[0][0])

    def printed_metadata(self, revision: int) -> Metadata:
        """Give the metadata of a document as it was found, before any correction."""
        row = self._sql.rows("SELECT printed FROM documents WHERE revision = ?", (revision,))[0]
        return Metadata(**json.loads(row[0]))

    def corrected(self, document: str, metadata: Metadata) -> Metadata:
        """Apply a person's corrections to the metadata found in a document."""
        rows = self._sql.rows("SELECT field, value FROM corrections WHERE document = ?", (document,))
        return replace(metadata, **{field: value for field, value in rows if field in METADATA})

    def corrections(self) -> list[tuple[str, str, str]]:
        """List every correction: document, field, value."""
        return [(d, f, v) for d, f, v in self._sql.rows("SELECT * FROM corrections ORDER BY document, field", ())]

    def check(self) -> list[str]:
        """Ask SQLite whether the file is sound; an empty list says that it is."""
        return [str(line) for (line,) in self._sql.rows("PRAGMA quick_check", ()) if line != "ok"]

    def rows(self, statement: str, values: Sequence[object] = ()) -> list[Any]:
        """Run a query that only reads."""
        return self._sql.rows(statement, values)

    def word_counts(self) -> Iterator[tuple[str, WordCounts]]:
        """Yield the words of each live document by its id; those not counted by this tokenizer are counted now."""
        stored = {
            revision: (tokenizer, counts)
            for revision, tokenizer, counts in self._sql.rows("SELECT revision, tokenizer, counts FROM word_counts")
        }
        for listing in self.listings():
            tokenizer, counts = stored.get(listing.revision, ("", b""))
            if tokenizer == TOKENIZER:
                yield listing.id, WordCounts.from_bytes(counts)
                continue
            texts = [paragraph.text for paragraph in self.paragraphs(listing.revision)]
            if not self._read_only:
                with suppress(NoRoom), self.transaction() as write:
                    self._count_words(write, listing.revision, texts)
            yield listing.id, count_words(texts)

    def _count_words(self, write: sqlite3.Connection, revision: int, texts: Sequence[str]) -> None:
        row = (revision, TOKENIZER, count_words(texts).to_bytes())
        write.execute("INSERT OR REPLACE INTO word_counts VALUES (?, ?, ?)", row)

    def _relink(self, write: sqlite3.Connection) -> None:
        """Link each live edition to the document it corrects, adds to or supersedes."""
        live = "SELECT id, symbol, edition_of FROM documents WHERE state = 'live' ORDER BY id"
        symbols = write.execute(live).fetchall()
        links = editions([(name, symbol) for name, symbol, _ in symbols])
        changed = [(links.get(name, ""), name) for name, _, old in symbols if links.get(name, "") != old]
        write.executemany("UPDATE documents SET edition_of = ? WHERE id = ? AND state = 'live'", changed)
