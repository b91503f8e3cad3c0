"""The catalogue by itself: what is staged is unseen, what is live is whole, what is deleted is gone."""

import sqlite3
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from corpus.catalogue.catalogue import Catalogue
from corpus.catalogue.chunk_rows import chunks_of, drop_other_editions, live_keys, places, summary, vector_blocks
from corpus.catalogue.rows import Record
from corpus.catalogue.schema import MIGRATIONS
from corpus.document import Document, Metadata
from corpus.errors import LibraryMismatch
from corpus.paragraph import Exclusion, Paragraph

_TEXT = "The tide rose.\nIt fell at noon.\n"


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    """Return an empty catalogue."""
    opened = Catalogue(tmp_path / "catalogue.db")
    yield opened
    opened.close()


def _record(name: str, *, symbol: str = "", text: str = _TEXT) -> Record:
    first = text.index("\n")
    metadata = Metadata(title=f"Report {name}", symbol=symbol)
    spans = [(0, first), (first + 1, len(text) - 1)]
    return Record(
        document=Document(name, f"/reports/{name}.txt", "d" * 64, "txt", metadata, text),
        printed=metadata,
        parser="1",
        coverage='{"visible": 2, "accounted": 2, "missing": []}',
        paragraphs=[
            Paragraph(name, rank, f"{rank + 1}", rank + 1, ("Tides",), 3, start, end, text[start:end], columns=("a",))
            for rank, (start, end) in enumerate(spans)
        ],
        exclusions=[Exclusion("page 3", "page number", 3)],
        places=[(0, 0), (1, 0)],
        vectors=np.eye(2, 4, dtype=np.float32),
    )


def test_what_is_written_reads_back(catalogue: Catalogue) -> None:
    """A document, its paragraphs, exclusions and vectors come back as they were given."""
    record = _record("alpha")
    (revision,) = catalogue.stage([record], edition=0)
    assert catalogue.document(revision) == record.document
    assert catalogue.paragraphs(revision) == list(record.paragraphs)
    assert catalogue.paragraphs(revision, [1]) == [record.paragraphs[1]]
    assert catalogue.exclusions(revision) == list(record.exclusions)
    keys, where, vectors = chunks_of(catalogue, revision, edition=0)
    assert (len(keys), where) == (2, [(0, 0), (1, 0)])
    assert np.array_equal(vectors, record.vectors)


def test_what_is_staged_is_unseen_until_published(catalogue: Catalogue) -> None:
    """Keys, places and listings show live documents alone."""
    (revision,) = catalogue.stage([_record("alpha")], edition=0)
    assert catalogue.listings() == []
    assert catalogue.documents() == []
    assert len(live_keys(catalogue, 0)) == 0
    assert places(catalogue, [1, 2], 0) == {}
    before = summary(catalogue, 0)
    catalogue.publish([revision])
    assert [listing.id for listing in catalogue.listings()] == ["alpha"]
    assert set(places(catalogue, [1, 2, 99], 0)) == {1, 2}
    assert summary(catalogue, 0)["library"] == before["library"]
    assert summary(catalogue, 0)["chunks"] != before["chunks"]


def test_publishing_replaces_in_one_step(catalogue: Catalogue) -> None:
    """A new revision takes the place of the live one, which awaits erasure under its own number."""
    (first,) = catalogue.stage([_record("alpha")], edition=0)
    catalogue.publish([first])
    (second,) = catalogue.stage([_record("alpha", text="The tide stayed.\nNobody knew why.\n")], edition=0)
    catalogue.publish([second])
    assert [listing.revision for listing in catalogue.listings()] == [second]
    assert [listing.revision for listing in catalogue.listings("erasing")] == [first]
    catalogue.discard([first])
    assert catalogue.listings("erasing") == []
    assert len(catalogue.rows("SELECT * FROM chunks")) == 2


def test_a_failed_transaction_leaves_nothing(catalogue: Catalogue) -> None:
    """An error in the middle takes back what was written before it, in nested transactions too."""

    def stage_and_fail() -> None:
        with catalogue.transaction():
            catalogue.stage([_record("alpha")], edition=0)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        stage_and_fail()
    assert catalogue.listings("staged") == []
    assert catalogue.rows("SELECT * FROM paragraphs") == []


def test_deleted_text_is_overwritten(catalogue: Catalogue, tmp_path: Path) -> None:
    """After deletion and a folded log, no file of the catalogue holds the text."""
    (revision,) = catalogue.stage(
        [_record("alpha", text="An obsidian tide.\n" + "It stayed obsidian. " * 800 + "\n")], 0
    )
    catalogue.publish([revision])
    catalogue.discard([revision])
    catalogue.truncate_log()
    assert not any(b"obsidian" in path.read_bytes() for path in tmp_path.iterdir())


def test_editions_of_chunks_do_not_mix(catalogue: Catalogue) -> None:
    """Chunks of another edition are unseen, and dropped when they are no longer wanted."""
    (revision,) = catalogue.stage([_record("alpha")], edition=0)
    catalogue.publish([revision])
    catalogue.add_chunks(revision, 1, [(0, 0)], np.ones((1, 8), dtype=np.float32))
    assert [len(keys) for keys, _ in vector_blocks(catalogue, 0, None, 1)] == [1, 1]
    assert len(live_keys(catalogue, 1)) == 1
    drop_other_editions(catalogue, 1)
    assert len(live_keys(catalogue, 0)) == 0


def test_threads_read_while_one_writes(catalogue: Catalogue) -> None:
    """Readers see whole documents and meet no lock while documents are written and replaced."""
    catalogue.publish(catalogue.stage([_record("alpha")], edition=0))
    stop, wrong = threading.Event(), []

    def read() -> None:
        while not stop.is_set():
            for listing in catalogue.listings():
                if len(catalogue.paragraphs(listing.revision)) != 2:
                    wrong.append(listing.revision)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for number in range(20):
        catalogue.publish(catalogue.stage([_record(f"beta-{number}")], edition=0))
    stop.set()
    for reader in readers:
        reader.join()
    assert wrong == []


def test_migrations_run_in_order_and_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalogue of an earlier version is brought up by the steps it lacks, and keeps what it holds."""
    path = tmp_path / "catalogue.db"
    old = Catalogue(path)
    old.publish(old.stage([_record("alpha")], edition=0))
    old.close()

    monkeypatch.setattr(
        "corpus.catalogue.schema.MIGRATIONS",
        [*MIGRATIONS, lambda write: write.execute("CREATE TABLE added (x INTEGER)")],
    )
    new = Catalogue(path)
    version = len(MIGRATIONS)
    assert new.migrated == [f"the catalogue was brought from version {version} to {version + 1}"]
    assert [document.id for document in new.documents()] == ["alpha"]
    assert new.rows("SELECT * FROM added") == []
    new.close()

    monkeypatch.setattr("corpus.catalogue.schema.MIGRATIONS", MIGRATIONS)
    with pytest.raises(LibraryMismatch, match=f"version {version + 1}, and this Rapporteur reads up to {version}"):
        Catalogue(path)


def test_a_catalogue_without_periods_and_origins_is_brought_up(tmp_path: Path) -> None:
    """Documents written before these were kept have neither, and those written now have both."""
    path = tmp_path / "catalogue.db"
    connection = sqlite3.connect(path, isolation_level=None)
    for step in MIGRATIONS[:3]:
        step(connection)
    connection.execute("PRAGMA user_version = 3")
    connection.execute(
        "INSERT INTO documents (id, state, path, digest, parser, format, title, symbol, date, body, session, place, "
        "kind, language, collection, owner, coverage, printed, added, text) VALUES ('old', 'live', '/old.txt', 'd', "
        "'3', 'txt', 'Old', '', '2019', '', '', '', '', '', 'default', '', '{}', '{}', '', '')"
    )
    connection.close()
    brought = Catalogue(path)
    record = _record("new")
    metadata = replace(record.document.metadata, period="2019/2020")
    document = replace(record.document, metadata=metadata, origins={"period": "title"})
    brought.publish(brought.stage([replace(record, document=document)], edition=0))
    new, old = brought.documents()
    brought.close()
    assert (old.metadata.date, old.metadata.period, old.origins) == ("2019", "", {})
    assert (new.metadata.period, new.origins) == ("2019/2020", {"period": "title"})


def test_a_corrected_fact_comes_from_a_person(catalogue: Catalogue) -> None:
    """Where it was found gives way to who set it; the other facts keep their places."""
    record = _record("alpha")
    document = replace(record.document, origins={"title": "cover", "date": "file name"})
    (revision,) = catalogue.stage([replace(record, document=document)], edition=0)
    catalogue.publish([revision])
    catalogue.correct("alpha", "date", "2031-05", revision)
    assert catalogue.document(revision).origins == {"title": "cover", "date": "set by a person"}
    assert catalogue.documents(with_text=False)[0].origins == {"title": "cover", "date": "set by a person"}
