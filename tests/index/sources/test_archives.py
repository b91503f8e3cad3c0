"""ZIP archives: each readable file in one is a document of its own, and nothing is unpacked to disk."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from index.library import Library
from index.sources.find import find_sources

SUFFIXES = frozenset({".txt"})
WORDS = "1. The committee met in {place} and adopted the budget of the year.\n"


def make_zip(path: Path, files: dict[str, str]) -> Path:
    """Write an archive of texts by their names."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


def listed(path: Path) -> list[tuple[str, str]]:
    """Return what an archive is found to hold: names below it, and refusals."""
    return [(s.path.relative_to(path).as_posix(), s.refusal) for s in find_sources([path], SUFFIXES)]


def test_each_file_is_a_document(open_library: Callable[[], Library], tmp_path: Path) -> None:
    """Documents have the path of the archive and their name in it, and are the same when they come again."""
    made = make_zip(tmp_path / "year.zip", {n: WORDS.format(place=n) for n in ("b/june.txt", "april.txt", "a.png")})
    with open_library() as library:
        first = library.ingest([made])
        assert {(Path(e.path).name, e.status) for e in first.entries} == {
            ("april.txt", "new"), ("june.txt", "new"), ("a.png", "skipped"),
        }  # fmt: skip
        assert library.document(str(made / "b" / "june.txt")).id == "june"
        assert [p.label for p in library.paragraphs("april")] == ["1"]
        assert {e.status for e in library.ingest([made]).entries} == {"unchanged", "skipped"}
        make_zip(made, {"b/june.txt": WORDS.format(place="July"), "april.txt": WORDS.format(place="april.txt")})
        again = library.ingest([tmp_path])
        assert {Path(e.path).name: e.status for e in again.entries if "year.zip" in e.path} == {
            "june.txt": "replaced", "april.txt": "unchanged",
        }  # fmt: skip
        assert library.verify().problems == ()


def test_names_are_only_names(tmp_path: Path) -> None:
    """A name that leads out of the archive is shortened to one that does not; hidden files are passed over."""
    files = ("../../etc/a.txt", "/abs/b.txt", "..\\c.txt", "./d.txt", ".hidden.txt", "__MACOSX/x.txt", "s/.git/y.txt")
    made = make_zip(tmp_path / "names.zip", dict.fromkeys(files, "words"))
    assert listed(made) == [("abs/b.txt", ""), ("c.txt", ""), ("d.txt", ""), ("etc/a.txt", "")]


def test_nothing_is_written_outside_the_library(library: Library, tmp_path: Path) -> None:
    """Reading an archive leaves the folder beside it as it was."""
    folder = tmp_path / "in"
    folder.mkdir()
    made = make_zip(folder / "climb.zip", {"../../out.txt": WORDS.format(place="Out")})
    assert [entry.status for entry in library.ingest([made]).entries] == ["new"]
    assert [path.name for path in tmp_path.rglob("out.txt")] == []
    assert list(folder.iterdir()) == [made]


def test_an_archive_within_an_archive_is_skipped(tmp_path: Path) -> None:
    """Archives are looked into once, and what is not looked into is said."""
    inner = make_zip(tmp_path / "inner.zip", {"deep.txt": "words"})
    made = tmp_path / "outer.zip"
    with zipfile.ZipFile(made, "w") as archive:
        archive.write(inner, "inner.zip")
        archive.writestr("a.txt", "words")
    assert listed(made) == [("a.txt", ""), ("inner.zip", "skipped")]


def test_a_bomb_is_refused_and_the_rest_is_read(library: Library, tmp_path: Path) -> None:
    """One file that unpacks to too much has failed in one line; the others come in."""
    made = make_zip(tmp_path / "bomb.zip", {"bomb.txt": " " * (20 << 20), "good.txt": WORDS.format(place="Oslo")})
    entries = {Path(entry.path).name: entry for entry in library.ingest([made]).entries}
    assert entries["good.txt"].status == "new"
    assert entries["bomb.txt"].status == "failed"
    assert "ZIP bomb" in entries["bomb.txt"].reason
    assert "\n" not in entries["bomb.txt"].reason


def test_a_damaged_file_leaves_the_others(library: Library, tmp_path: Path) -> None:
    """A file whose packed bytes are damaged has failed; the others come in."""
    made = make_zip(
        tmp_path / "worn.zip", {"a.txt": WORDS.format(place="Oslo") * 40, "b.txt": WORDS.format(place="Rome")}
    )
    content = bytearray(made.read_bytes())
    content[60:66] = b"\xff\x00\xff\x00\xff\x00"
    made.write_bytes(content)
    entries = {Path(entry.path).name: entry for entry in library.ingest([made]).entries}
    assert (entries["a.txt"].status, entries["b.txt"].status) == ("failed", "new")
    assert "damaged" in entries["a.txt"].reason


def test_a_locked_file_says_so(tmp_path: Path) -> None:
    """A file under a password is refused with what to do."""
    made = make_zip(tmp_path / "locked.zip", {"a.txt": "words"})
    content = bytearray(made.read_bytes())
    content[content.find(b"PK\x01\x02") + 8] |= 1
    made.write_bytes(content)
    (source,) = find_sources([made], SUFFIXES)
    assert source.refusal == "failed"
    assert "password" in source.reason


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 and no more", b"Just words."], ids=["empty", "cut", "text"])
def test_what_is_no_archive_says_so(library: Library, tmp_path: Path, content: bytes) -> None:
    """A file that is only named as an archive gives one line."""
    made = tmp_path / "not.zip"
    made.write_bytes(content)
    (entry,) = library.ingest([made]).entries
    assert entry.status == "failed"
    assert "not a ZIP archive" in entry.reason


def test_too_many_files_are_refused(tmp_path: Path) -> None:
    """An archive of more files than it may hold is refused as a whole, at once."""
    made = make_zip(tmp_path / "many.zip", {f"{number}.txt": "" for number in range(5_001)})
    (source,) = find_sources([made], SUFFIXES)
    assert source.refusal == "failed"
    assert "5,001 files" in source.reason
