"""A library that has lost its catalogue, or is open to others, or has something in the place of its parts."""

import hashlib
import os
import shutil
import sqlite3
import stat
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from corpus.errors import LibraryDamaged, LibraryError
from index.embed import HashEmbedder
from index.library import Library

OpenLibrary = Callable[[], Library]
WriteReport = Callable[..., Path]


def gone(catalogue: Path) -> None:
    """Remove a catalogue."""
    catalogue.unlink()


def emptied(catalogue: Path) -> None:
    """Leave a file of no bytes."""
    catalogue.write_bytes(b"")


def without_tables(catalogue: Path) -> None:
    """Leave a sound database in which nothing is."""
    catalogue.unlink()
    sqlite3.connect(catalogue).close()


def made_new(catalogue: Path) -> None:
    """Leave the catalogue of a new library, which knows no document."""
    catalogue.unlink()
    with Library.open(catalogue.parent.parent / "another", HashEmbedder):
        pass
    shutil.copy(catalogue.parent.parent / "another" / "catalogue.db", catalogue)


@pytest.fixture
def folder(open_library: OpenLibrary, reports: Path) -> Path:
    """Return the folder of a closed library of three reports."""
    with open_library() as library:
        library.ingest([reports])
        library.set_metadata("alpha", "title", "Of alpha")
        return library.folder


def originals(folder: Path) -> list[bytes]:
    """Return the bytes of every original."""
    return sorted(path.read_bytes() for path in (folder / "originals").glob("*/*") if len(path.name) == 64)


@pytest.mark.parametrize("loss", [gone, emptied, without_tables, made_new])
def test_a_lost_catalogue_is_never_a_new_library(
    open_library: OpenLibrary, folder: Path, loss: Callable[[Path], None], write_report: WriteReport, tmp_path: Path
) -> None:
    """Opening says what is there and what to do, and leaves every original where it is."""
    held = originals(folder)
    loss(folder / "catalogue.db")
    with pytest.raises(LibraryDamaged, match=r"3 original files lie in it.*rapporteur restore --from-originals"):
        open_library()
    assert originals(folder) == held
    assert len(held) == 3


@pytest.mark.parametrize("loss", [gone, emptied, made_new, lambda path: path.write_bytes(b"no database" * 999)])
def test_the_documents_come_back_from_their_originals(
    open_library: OpenLibrary, folder: Path, loss: Callable[[Path], None], reports: Path
) -> None:
    """Each under its id and path, so that the same file again changes nothing; only corrections are lost."""
    with open_library() as library:
        before = [(each.id, each.path, each.text) for each in library.documents()]
    loss(folder / "catalogue.db")
    report = Library.restore(folder, HashEmbedder)
    assert [entry.status for entry in report.entries] == ["new"] * 3
    with open_library() as library:
        assert [(each.id, each.path, each.text) for each in library.documents()] == before
        assert [entry.status for entry in library.ingest([reports]).entries] == ["unchanged"] * 3
        assert library.verify().sound
        assert library.document("alpha").metadata.title != "Of alpha"


def test_an_original_of_unknown_origin_comes_back_by_what_it_is(folder: Path, open_library: OpenLibrary) -> None:
    """Where no note says where a file came from, its first bytes say how it is read."""
    for note in (folder / "originals").glob("*/*.path"):
        note.unlink()
    (folder / "catalogue.db").unlink()
    assert Library.restore(folder, HashEmbedder).count("new") == 3
    with open_library() as library:
        assert len(library.documents()) == 3


def test_a_whole_catalogue_is_not_made_anew(folder: Path, tmp_path: Path) -> None:
    """Restoring is refused where nothing is lost, and where there is nothing to restore from."""
    with pytest.raises(LibraryError, match="is whole"):
        Library.restore(folder, HashEmbedder)
    with pytest.raises(LibraryError, match="no original files"):
        Library.restore(tmp_path / "nothing", HashEmbedder)


def test_an_older_catalogue_leaves_what_it_does_not_know(
    open_library: OpenLibrary, folder: Path, write_report: WriteReport, tmp_path: Path
) -> None:
    """A catalogue put back from a copy, then an ingestion that fails: later originals stay, and `verify` names them."""
    old = tmp_path / "copy.db"
    shutil.copy(folder / "catalogue.db", old)
    with open_library() as library:
        library.ingest([write_report(tmp_path, "later.txt", word="amber")])
    shutil.copy(old, folder / "catalogue.db")
    held = originals(folder)
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    with open_library() as library:
        assert [entry.status for entry in library.ingest([empty]).entries] == ["failed"]
        problems = library.verify().problems
    assert originals(folder) == held
    assert any("later.txt, is known to no document and was left" in problem for problem in problems)


def test_an_older_catalogue_gets_back_what_it_does_not_know(
    open_library: OpenLibrary, folder: Path, reports: Path, write_report: WriteReport, tmp_path: Path
) -> None:
    """After a copy of the catalogue was put back, restoring reads what came in since, and changes nothing else."""
    old = tmp_path / "copy.db"
    shutil.copy(folder / "catalogue.db", old)
    write_report(reports, "beta.txt", word="amber")
    write_report(reports, "delta.txt", word="slate")
    with open_library() as library:
        library.ingest([reports])
    shutil.copy(old, folder / "catalogue.db")
    entries = Library.restore(folder, HashEmbedder).entries
    assert {(entry.document, entry.status) for entry in entries} == {("beta", "replaced"), ("delta", "new")}
    with open_library() as library:
        assert [each.id for each in library.documents()] == ["alpha", "beta", "delta", "gamma"]
        assert "amber" in library.document("beta").text
        assert library.document("alpha").metadata.title == "Of alpha"
        assert library.verify().problems == ()
    assert not list(folder.glob("catalogue.db.lost-*"))
    with pytest.raises(LibraryError, match="knows every original"):
        Library.restore(folder, HashEmbedder)


def test_an_original_that_cannot_be_read_now_stays(open_library: OpenLibrary, folder: Path) -> None:
    """A copy that fails to come back is left for another try, and `verify` names it; one that came back can go."""
    (folder / "catalogue.db").unlink()
    copy = next(path for path in (folder / "originals").glob("*/*") if len(path.name) == 64)
    whole = copy.read_bytes()
    empty = copy.parent.parent / "e3" / hashlib.sha256(b"").hexdigest()
    empty.parent.mkdir(exist_ok=True)
    empty.write_bytes(b"")
    report = Library.restore(folder, HashEmbedder)
    assert (report.count("new"), report.count("failed")) == (3, 1)
    assert empty.exists()
    with open_library() as library:
        [problem] = library.verify().problems
        assert empty.name in problem
        for document in library.documents():
            library.remove(document.id)
    assert empty.exists()
    assert whole not in originals(folder)


@pytest.mark.parametrize("harm", ["missing", "changed", "unknown"])
def test_verify_compares_the_originals(open_library: OpenLibrary, folder: Path, harm: str) -> None:
    """An original that is gone, that holds other bytes, or that belongs to no document is named."""
    original = next(path for path in (folder / "originals").glob("*/*") if len(path.name) == 64)
    if harm == "missing":
        original.unlink()
    elif harm == "changed":
        original.write_bytes(original.read_bytes() + b" ")
    else:
        shutil.copy(original, original.with_name("0" * 64))
        (original.with_name("0" * 64)).write_bytes(b"")
    with open_library() as library:
        [problem] = library.verify().problems
    told = {"missing": "is gone", "changed": "has other bytes", "unknown": "has other bytes"}
    assert told[harm] in problem


def test_a_library_is_its_owners_alone(open_library: OpenLibrary, reports: Path, tmp_path: Path) -> None:
    """Whatever the umask, no folder and no file of it can be read by others, and a loose one is tightened."""
    before = os.umask(0)
    try:
        with open_library() as library:
            library.ingest([reports])
            folder = library.folder
            assert (
                open_to_others(path for path in folder.rglob("*") if path.is_dir() and "vectors" not in path.parts)
                == []
            )
            assert open_to_others(folder.iterdir()) == []
        assert open_to_others(folder.rglob("*")) == []
        folder.chmod(0o755)
        (folder / "catalogue.db").chmod(0o644)
        with open_library() as library:
            assert "yours alone now" in library.repaired[0]
            assert stat.S_IMODE(folder.stat().st_mode) == 0o700
            assert stat.S_IMODE((folder / "catalogue.db").stat().st_mode) == 0o600
    finally:
        os.umask(before)


def test_what_an_older_version_left_open_is_closed(open_library: OpenLibrary, folder: Path) -> None:
    """Copies and index files that others could read are their owner's alone after the library was opened once."""
    with sqlite3.connect(folder / "catalogue.db") as connection:
        connection.execute("DELETE FROM meta WHERE name = 'library'")
        for column in ("period", "origins"):
            connection.execute(f"ALTER TABLE documents DROP COLUMN {column}")
        connection.execute("PRAGMA user_version = 3")
    connection.close()
    for path in folder.rglob("*"):
        path.chmod(path.stat().st_mode | 0o044)
    with open_library():
        pass
    assert open_to_others(folder.rglob("*")) == []


def open_to_others(paths: Iterable[Path]) -> list[Path]:
    """Return those of some paths that others than their owner may read, write or enter."""
    return [path for path in paths if stat.S_IMODE(path.stat().st_mode) & 0o077]


@pytest.mark.parametrize(
    ("name", "kind"),
    [("index", "file"), ("originals", "file"), ("uploads", "file"), ("catalogue.db", "folder"), ("lock", "folder"),
     ("index", "link"), ("catalogue.db", "link")],
)  # fmt: skip
def test_another_thing_in_the_place_of_a_part_is_told(
    open_library: OpenLibrary, tmp_path: Path, name: str, kind: str
) -> None:
    """A file for a folder, a folder for a file and a link to nowhere are each one sentence that names it."""
    place = tmp_path / "library" / name
    place.parent.mkdir()
    if kind == "file":
        place.write_text("")
    elif kind == "folder":
        place.mkdir()
    else:
        place.symlink_to(tmp_path / "nowhere")
    with pytest.raises(LibraryError, match=rf"{name} is not a (file|folder).*move it away"):
        open_library()


def test_what_a_stop_left_of_uploads_is_swept(open_library: OpenLibrary, folder: Path) -> None:
    """Files that were on their way in, and copies that were never finished, are gone after the next opening."""
    (folder / "uploads" / "incoming-x").mkdir()
    (folder / "uploads" / "incoming-x" / "half.txt").write_text("1. Half")
    (folder / "uploads" / "whole.txt").write_text("1. Whole")
    part = next((folder / "originals").glob("*/")) / ("1" * 64 + ".part")
    part.write_text("1. Ha")
    for seal in (folder / "index").glob("*/seal.json"):
        seal.unlink()  # as a kill leaves it
    with open_library():
        assert list((folder / "uploads").iterdir()) == []
        assert not part.exists()
