"""A library on a disk that is full, and on one that cannot be written: what was there can be asked and read."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpus.errors import LibraryError
from index.embed import HashEmbedder
from index.library import Library

WriteReport = Callable[..., Path]
QUERY = "dredging of the quartz channel"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of 24 MiB of its own; skip where that may not be done."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = shutil.which("mount")
    if mount is None or os.name != "posix" or os.geteuid() != 0:
        pytest.skip("only root can mount a disk of its own")
    mounted = subprocess.run([mount, "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(place)], check=False)
    if mounted.returncode:
        pytest.skip("no disk can be mounted here")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def fill(disk: Path) -> Path:
    """Fill a disk to its last byte, and return the file that does."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        for size in (1 << 20, 1 << 12, 1):
            try:
                while file.write(b"x" * size):
                    pass
            except OSError:
                continue
    return ballast


def copied(file: Path, name: str) -> Path:
    """Copy a file beside itself, and return the copy."""
    return Path(shutil.copy(file, file.with_name(name)))


def found(library: Library) -> list[str]:
    """Return what a search finds."""
    return [passage.document.id for passage in library.search(QUERY, limit=3)]


def test_a_full_disk_stops_writing_and_nothing_else(
    disk: Path, reports: Path, tmp_path: Path, write_report: WriteReport, capfd: pytest.CaptureFixture[str]
) -> None:
    """Each kind of change is one sentence, nothing is printed behind it, searches go on, and freed it goes on."""
    with Library.open(disk / "library", HashEmbedder) as library:
        library.ingest([reports])
        before = found(library)
        ballast = fill(disk)
        more = [write_report(tmp_path, f"more-{number}.txt", word="amber" * number) for number in range(1, 4)]
        entries = library.ingest(more).entries
        assert [entry.status for entry in entries] == ["failed"] * 3
        assert all("space" in entry.reason or "full" in entry.reason for entry in entries), entries
        with pytest.raises(LibraryError, match="room"):
            library.reindex()
        with pytest.raises(LibraryError, match="room"):
            library.remove("alpha")
        assert found(library) == before
        assert len(library.documents()) == 3
        library.verify()
        ballast.unlink()
        assert [entry.status for entry in library.ingest(more).entries] == ["new"] * 3
        library.remove("more-1")
        assert library.verify().problems == ()
    said = capfd.readouterr()
    assert "Traceback" not in said.err
    assert "panicked" not in said.err


@pytest.mark.parametrize(
    "change",
    [
        lambda library, reports: library.ingest([reports / "beta.txt"]),
        lambda library, reports: library.ingest([copied(reports / "beta.txt", "delta.txt")]),
        lambda library, _: library.set_metadata("beta", "date", "2021-05-05"),
        lambda library, _: library.set_metadata("beta", "title", "Of beta"),
        lambda library, _: library.remove("beta"),
        lambda library, _: library.reindex(),
    ],
    ids=["ingest-again", "ingest-new", "set-date", "set-title", "remove", "reindex"],
)
def test_a_removal_that_a_full_disk_cut_short_leaves_no_trace(
    disk: Path, reports: Path, write_report: WriteReport, change: Callable[[Library, Path], object]
) -> None:
    """Whatever change comes next carries it to its end: no file holds a word that the document alone had."""
    with Library.open(disk / "library", HashEmbedder) as library:
        write_report(reports, "alpha.txt", word="obsidian", place="Kelpmouth")
        library.ingest([reports])
        ballast = fill(disk)
        with ballast.open("r+b") as file:
            file.truncate(ballast.stat().st_size - 100_000)  # enough for the journal and not for an index
        with pytest.raises(LibraryError, match="room"):
            library.remove("alpha")
        assert [document.id for document in library.documents()] == ["beta", "gamma"]
        ballast.unlink()
        change(library, reports)
        assert library.verify().sound
        held = [path for path in (disk / "library").rglob("*") if path.is_file()]
        assert [
            path for path in held for word in (b"obsidian", b"kelpmouth") if word in path.read_bytes().lower()
        ] == []


def test_a_full_disk_is_opened(disk: Path, reports: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A library that is opened while there is no room is asked and read."""
    with Library.open(disk / "library", HashEmbedder) as library:
        library.ingest([reports])
        before = found(library)
    ballast = fill(disk)
    with Library.open(disk / "library", HashEmbedder) as library:
        assert found(library) == before
        assert len(library.documents()) == 3
    ballast.unlink()
    with Library.open(disk / "library", HashEmbedder) as library:
        assert library.verify().sound
    assert "Traceback" not in capfd.readouterr().err


def test_a_library_that_cannot_be_written_is_read(disk: Path, reports: Path, write_report: WriteReport) -> None:
    """On a disk mounted to be read it finds what it found, and each change is one sentence."""
    with Library.open(disk / "library", HashEmbedder) as library:
        library.ingest([reports])
        before = [(p.document.id, p.paragraph.position) for p in library.search(QUERY)]
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    held = {path: path.stat().st_mtime_ns for path in (disk / "library").rglob("*")}
    with Library.open(disk / "library", HashEmbedder) as library:
        assert [(p.document.id, p.paragraph.position) for p in library.search(QUERY)] == before
        assert len(library.documents()) == 3
        assert library.paragraphs("alpha")
        assert library.verify().problems == ()
        for change in (
            lambda: library.ingest([reports]),
            lambda: library.remove("alpha"),
            lambda: library.set_metadata("alpha", "title", "Another"),
            library.reindex,
        ):
            with pytest.raises(LibraryError, match="nothing can be written"):
                change()
    assert {path: path.stat().st_mtime_ns for path in (disk / "library").rglob("*")} == held


@pytest.mark.parametrize(
    ("command", "status", "told"),
    [
        (["documents"], 0, "alpha"),
        (["ask", "Where is the third session held?"], 0, "Saltmarsh"),
        (["show", "alpha", "1"], 0, "Port Vale"),
        (["verify"], 0, "all well"),
        (["remove", "alpha", "--yes"], 1, "nothing can be written"),
    ],
)
def test_commands_on_a_library_that_cannot_be_written(
    disk: Path, reports: Path, command: list[str], status: int, told: str
) -> None:
    """What reads works, what writes says one sentence."""
    with Library.open(disk / "library", HashEmbedder) as library:
        library.ingest([reports])
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    rapporteur = str(Path(sys.executable).parent / "rapporteur")
    environment = {**os.environ, "RAPPORTEUR_LIBRARY": str(disk / "library"), "RAPPORTEUR_EMBEDDING": "hash"}
    done = subprocess.run([rapporteur, *command], capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == status, done.stderr
    assert told in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
