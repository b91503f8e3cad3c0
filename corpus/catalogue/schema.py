"""The tables of the catalogue, as a list of steps that only grows."""

import sqlite3

from corpus.errors import LibraryMismatch


def _first_tables(connection: sqlite3.Connection) -> None:
    """Create documents, their paragraphs and exclusions, the chunks with their vectors, and corrections."""
    for statement in (
        "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
        """CREATE TABLE documents (
            revision INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('staged', 'live', 'erasing')),
            path TEXT NOT NULL, digest TEXT NOT NULL, parser TEXT NOT NULL, format TEXT NOT NULL,
            title TEXT NOT NULL, symbol TEXT NOT NULL, date TEXT NOT NULL, body TEXT NOT NULL, session TEXT NOT NULL,
            place TEXT NOT NULL, kind TEXT NOT NULL, language TEXT NOT NULL,
            collection TEXT NOT NULL, owner TEXT NOT NULL, edition_of TEXT NOT NULL DEFAULT '',
            coverage TEXT NOT NULL, printed TEXT NOT NULL, added TEXT NOT NULL, text TEXT NOT NULL)""",
        "CREATE UNIQUE INDEX one_live_revision ON documents (id) WHERE state = 'live'",
        "CREATE INDEX document_path ON documents (path)",
        "CREATE INDEX document_digest ON documents (digest)",
        """CREATE TABLE paragraphs (
            revision INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, position INTEGER NOT NULL,
            label TEXT NOT NULL, ordinal INTEGER NOT NULL, section TEXT NOT NULL, page INTEGER,
            start INTEGER NOT NULL, end INTEGER NOT NULL, kind TEXT NOT NULL, parent INTEGER, columns TEXT NOT NULL,
            PRIMARY KEY (revision, position)) WITHOUT ROWID""",
        """CREATE TABLE exclusions (
            revision INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, rank INTEGER NOT NULL,
            text TEXT NOT NULL, reason TEXT NOT NULL, page INTEGER, PRIMARY KEY (revision, rank)) WITHOUT ROWID""",
        """CREATE TABLE chunks (
            key INTEGER PRIMARY KEY AUTOINCREMENT,
            revision INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, edition INTEGER NOT NULL,
            position INTEGER NOT NULL, part INTEGER NOT NULL, vector BLOB NOT NULL)""",
        "CREATE INDEX chunk_revision ON chunks (revision, edition)",
        """CREATE TABLE corrections (
            document TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (document, field)
            ) WITHOUT ROWID""",
        "INSERT INTO meta VALUES ('edition', '0'), ('generation', '0')",
    ):
        connection.execute(statement)


def _recorded_originals(connection: sqlite3.Connection) -> None:
    """Record which originals the library has copied: what is not recorded is never deleted."""
    connection.execute("CREATE TABLE originals (digest TEXT PRIMARY KEY, path TEXT NOT NULL) WITHOUT ROWID")
    connection.execute("INSERT OR IGNORE INTO originals SELECT digest, path FROM documents")


def _counted_words(connection: sqlite3.Connection) -> None:
    """Keep beside each document how many of its paragraphs hold each word."""
    connection.execute(
        """CREATE TABLE word_counts (
            revision INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
            tokenizer TEXT NOT NULL, counts BLOB NOT NULL)"""
    )


def _named_library(connection: sqlite3.Connection) -> None:
    """Give the library a name that no other has, by which its index is known."""
    connection.execute("INSERT INTO meta VALUES ('library', lower(hex(randomblob(16))))")


def _periods_and_origins(connection: sqlite3.Connection) -> None:
    """Keep the period that each document covers, and where each of its facts was found."""
    connection.execute("ALTER TABLE documents ADD COLUMN period TEXT NOT NULL DEFAULT ''")
    connection.execute("ALTER TABLE documents ADD COLUMN origins TEXT NOT NULL DEFAULT '{}'")


MIGRATIONS = [_first_tables, _recorded_originals, _counted_words, _named_library, _periods_and_origins]
"""Step n brings a catalogue of version n to n + 1. Never edit a step that has been released: add one."""


def migrate(connection: sqlite3.Connection, place: str, *, read_only: bool = False) -> list[str]:
    """Bring a catalogue to the newest version, each step in one transaction, and say what was done.

    Raise `LibraryMismatch` for one that a newer Rapporteur has written.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    newest = len(MIGRATIONS)
    if version > newest:
        raise LibraryMismatch(
            f"the catalogue of the library at {place} has version {version}, and this Rapporteur reads up to {newest}; "
            "get a newer Rapporteur, or set RAPPORTEUR_LIBRARY to another folder"
        )
    if read_only and version < newest:
        raise LibraryMismatch(
            f"the catalogue of the library at {place} has version {version} of {newest} and cannot be brought up where "
            "nothing can be written; open it once where it can"
        )
    done = []
    for step in range(version, newest):
        connection.execute("BEGIN IMMEDIATE")
        try:
            MIGRATIONS[step](connection)
            connection.execute(f"PRAGMA user_version = {step + 1}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        if version:
            done.append(f"the catalogue was brought from version {step} to {step + 1}")
    return done
