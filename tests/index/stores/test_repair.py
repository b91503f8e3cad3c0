"""Indexes that were damaged, and libraries of other versions."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.errors import LibraryMismatch
from index.embed import HashEmbedder
from index.library import Library

OpenLibrary = Callable[[], Library]
WriteReport = Callable[..., Path]


def _found(library: Library) -> list[tuple[str, int, float]]:
    passages = library.search("dredging of the quartz channel", limit=20)
    return [(passage.document.id, passage.paragraph.position, round(passage.score, 9)) for passage in passages]


@pytest.fixture
def filled(open_library: OpenLibrary, reports: Path) -> tuple[Path, list[tuple[str, int, float]]]:
    """Return the folder of a closed library of three reports, and what a search found in it."""
    with open_library() as library:
        library.ingest([reports])
        return library.folder, _found(library)


def _gone(path: Path) -> None:
    path.unlink()


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _garbled(path: Path) -> None:
    """Turn bytes in the middle, and keep the size."""
    held = bytearray(path.read_bytes())
    middle = len(held) // 2
    held[middle : middle + 64] = bytes(255 - byte for byte in held[middle : middle + 64])
    path.write_bytes(bytes(held))


@pytest.mark.parametrize("damage", [_gone, _cut, _garbled])
@pytest.mark.parametrize("file", ["vectors/chroma.sqlite3", "terms/*.term", "terms/meta.json"])
def test_a_damaged_index_is_made_again(
    open_library: OpenLibrary,
    filled: tuple[Path, list[tuple[str, int, float]]],
    damage: Callable[[Path], None],
    file: str,
) -> None:
    """Whatever file of an index is removed, cut or overwritten, opening says so and searches find what they found."""
    folder, before = filled
    damage(next((folder / "index").glob(f"gen-*/{file}")))
    with open_library() as library:
        assert "damaged" in library.repaired[0]
        assert "made again" in library.repaired[-1]
        assert _found(library) == before
        assert library.verify().sound
    with open_library() as library:
        assert library.repaired == ()


def test_an_index_that_is_gone_is_made_again(
    open_library: OpenLibrary, filled: tuple[Path, list[tuple[str, int, float]]]
) -> None:
    """A library without its index folder is whole again after opening, for the catalogue is the truth."""
    folder, before = filled
    shutil.rmtree(folder / "index")
    with open_library() as library:
        assert "gone" in library.repaired[0]
        assert _found(library) == before


_SEARCH_FOREVER = """
import sys
from pathlib import Path
from index.embed import HashEmbedder
from index.library import Library
library = Library.open(Path(sys.argv[1]), HashEmbedder)
library._stores.scanned = int(sys.argv[2])
assert library.search("quartz channel")
print("searched", flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize("scanned", [20_000, 0])
def test_killing_a_search_damages_nothing(
    open_library: OpenLibrary, filled: tuple[Path, list[tuple[str, int, float]]], scanned: int
) -> None:
    """A process that only searched, in a small library or a large one, needs no repair when it was killed."""
    folder, before = filled
    command = [sys.executable, "-c", _SEARCH_FOREVER, str(folder), str(scanned)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as searching:
        assert searching.stdout is not None
        assert searching.stdout.readline() == "searched\n"
        searching.kill()
    with open_library() as library:
        assert library.repaired == ()
        assert _found(library) == before


def test_the_exact_scan_serves_while_a_large_index_is_damaged(
    open_library: OpenLibrary,
    filled: tuple[Path, list[tuple[str, int, float]]],
    reports: Path,
    write_report: WriteReport,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A library too large to rebuild on opening is searched all the same, and whole after the next ingestion."""
    folder, before = filled
    monkeypatch.setattr("index.stores.repair.REBUILT_AT_ONCE", 0)
    _cut(next((folder / "index").glob("gen-*/vectors/chroma.sqlite3")))
    with open_library() as library:
        assert "searches scan the catalogue" in library.repaired[-1]
        assert _found(library) == before
        assert "the index does not serve (damaged: " in library.verify().problems[0]
        write_report(reports, "delta.txt", word="slate")
        library.ingest([reports])
        assert library.search("the slate channel")[0].document.id == "delta"
        assert library.verify().sound


def test_the_vector_index_agrees_with_the_scan(
    open_library: OpenLibrary, filled: tuple[Path, list[tuple[str, int, float]]]
) -> None:
    """A search by Chroma, as large libraries do it, finds what the exact comparison finds, limited or not."""
    from index.scope import Scope

    _, before = filled
    with open_library() as library:
        library._stores.scanned = 0
        assert _found(library) == before
        only = library.search("quartz channel", scope=Scope(documents=frozenset({"gamma"})), limit=50)
        assert {passage.document.id for passage in only} == {"gamma"}


def test_the_index_of_another_library_is_made_again(
    open_library: OpenLibrary, filled: tuple[Path, list[tuple[str, int, float]]], reports: Path, tmp_path: Path
) -> None:
    """An index that was made of as many other chunks is not taken for this library's, and opening says so."""
    folder, before = filled
    for file in reports.iterdir():
        file.write_text(file.read_text().replace("dredging", "fencing"))
    with Library.open(tmp_path / "another", HashEmbedder) as another:
        another.ingest([reports])
    [theirs], [ours] = (list((place / "index").iterdir()) for place in (another.folder, folder))
    shutil.rmtree(ours)
    shutil.copytree(theirs, ours)
    with open_library() as library:
        assert library.repaired == (
            "the index was that of another library",
            "the index was made again from the catalogue",
        )
        assert _found(library) == before


@pytest.mark.parametrize(("sealed", "told"), [(True, "made by another version"), (False, "schema does not match")])
def test_an_index_of_an_older_version_is_made_again(
    open_library: OpenLibrary, reports: Path, monkeypatch: pytest.MonkeyPatch, sealed: bool, told: str
) -> None:
    """An index whose words were cut in another way is made again on opening, which says why, after a kill too."""
    for module in ("seal", "terms"):
        monkeypatch.setattr(f"index.stores.{module}.TERMS", "older")
    with open_library() as library:
        library.ingest([reports])
        before = _found(library)
    monkeypatch.undo()
    if not sealed:
        next((library.folder / "index").glob("*/seal.json")).unlink()
    with open_library() as library:
        assert told in library.repaired[0]
        assert library.repaired[-1] == "the index was made again from the catalogue"
        assert _found(library) == before
    with open_library() as library:
        assert library.repaired == ()


def test_what_was_not_made_here_is_left_among_the_indexes(
    open_library: OpenLibrary, filled: tuple[Path, list[tuple[str, int, float]]]
) -> None:
    """Old builds go, whole or broken off; a person's files and folders stay, under whatever name, and are named."""
    index = filled[0] / "index"
    [current] = index.iterdir()
    for name in ("gen-7", "gen-8-0123abcd.part"):
        shutil.copytree(current, index / name)
    shutil.copytree(current, index / "gen-1 (copy)")
    (index / "gen-9").mkdir()
    (index / "gen-9" / "minutes.docx").write_text("mine")
    (index / "notes.txt").write_text("mine")
    with open_library() as library:
        library.reindex()
        problems = library.verify().problems
    left = {"gen-1 (copy)", "gen-9", "notes.txt"}
    assert {path.name for path in index.iterdir()} == left | {"gen-10"}
    assert [problem.split(" was not made")[0] for problem in problems] == [str(index / name) for name in sorted(left)]


def test_a_library_of_older_rules_asks_for_a_reindex(
    open_library: OpenLibrary, filled: tuple[Path, list[tuple[str, int, float]]]
) -> None:
    """Chunks cut by other rules are never misread: searching and ingesting say what to run, and that puts it right."""
    folder, before = filled
    with sqlite3.connect(folder / "catalogue.db") as connection:
        connection.execute("UPDATE meta SET value = 'old' WHERE name = 'chunking'")
    connection.close()
    with open_library() as library:
        for attempt in (lambda: library.search("quartz"), lambda: library.ingest([]), lambda: library.remove("beta")):
            with pytest.raises(LibraryMismatch, match="rapporteur reindex"):
                attempt()
        assert "embedded again" in library.reindex()
        assert _found(library) == before


def test_a_library_of_a_newer_version_is_refused(
    open_library: OpenLibrary, filled: tuple[Path, list[tuple[str, int, float]]]
) -> None:
    """A catalogue of a version not known here is left alone."""
    folder, _ = filled
    with sqlite3.connect(folder / "catalogue.db") as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(LibraryMismatch, match="version 99"):
        open_library()


_FILL_DISK = """
import resource, signal, sys
from pathlib import Path
from index.embed import HashEmbedder
from index.library import Library
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
folder, small, large = (Path(argument) for argument in sys.argv[1:])
with Library.open(folder, HashEmbedder) as library:
    assert library.ingest([small]).entries[0].status == "new"
    most = max(path.stat().st_size for path in folder.rglob("*") if path.is_file()) + 4096
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
    entry = library.ingest([large]).entries[0]
    print(entry.status, entry.reason)
    assert library.search("northern channel")[0].document.id == "alpha"
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
with Library.open(folder, HashEmbedder) as library:
    print([document.id for document in library.documents()], library.verify().problems)
    print(library.ingest([large]).entries[0].status, library.verify().problems)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no limit of file size to stand for a full disk")
def test_a_full_disk_loses_nothing(tmp_path: Path, reports: Path) -> None:
    """When no file can grow, the ingestion fails in one line, what was there is whole, and it succeeds later."""
    large = tmp_path / "large.txt"
    large.write_text(
        "\n\n".join(f"{n}. The committee heard speaker {n} on tide table {n * 7}." for n in range(1, 1000))
    )
    ran = subprocess.run(
        [sys.executable, "-c", _FILL_DISK, str(tmp_path / "library"), str(reports / "alpha.txt"), str(large)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    failed, kept, again = ran.stdout.splitlines()
    assert failed.startswith("failed ")
    assert kept == "['alpha'] ()"
    assert again == "new ()"
