"""Which files an ingestion reads, and what it says of the others."""

import os
from pathlib import Path

import pytest

from index.library import Library
from index.sources.find import SourceFile, find_sources, new_id
from index.sources.originals import digest_of

SUFFIXES = frozenset({".txt"})


def test_a_folder_is_walked_in_order(tmp_path: Path) -> None:
    """Files come sorted; hidden ones are passed over and unknown formats are skipped with a reason."""
    for name in ("b.txt", "a.txt", ".hidden.txt", "picture.png", "sub/c.txt", ".git/d.txt", "noending"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = [(source.path.name, source.refusal) for source in find_sources([tmp_path], SUFFIXES)]
    assert found == [("a.txt", ""), ("b.txt", ""), ("noending", "skipped"), ("picture.png", "skipped"), ("c.txt", "")]


def test_links_are_not_followed(library: Library, tmp_path: Path) -> None:
    """A link to a file or folder, in or out of the folder given, is skipped and its target stays out."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("A secret paragraph.")
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "file.txt").symlink_to(outside / "secret.txt")
    (inside / "folder").symlink_to(outside)
    (inside / "loop").symlink_to(inside)
    report = library.ingest([inside])
    assert {entry.status for entry in report.entries} == {"skipped"}
    assert all("links are not followed" in entry.reason for entry in report.entries)
    assert library.documents() == []


def test_each_file_is_read_once(tmp_path: Path) -> None:
    """A file named twice, and again by its folder, is one source."""
    path = tmp_path / "a.txt"
    path.write_text("x")
    assert len(list(find_sources([path, tmp_path, tmp_path / "." / "a.txt"], SUFFIXES))) == 1


def test_what_is_not_there_fails_and_the_rest_comes_in(library: Library, reports: Path) -> None:
    """A missing path, an unknown format by name, and an empty folder are each one clear entry."""
    (reports / "sheet.xlsx").write_bytes(b"cells")
    (reports / "empty").mkdir()
    paths = [reports / "missing.txt", reports / "sheet.xlsx", reports / "empty", reports / "alpha.txt"]
    missing, unknown, empty, good = library.ingest(paths).entries
    assert (missing.status, unknown.status, empty.status, good.status) == ("failed", "failed", "skipped", "new")
    assert "missing.txt" in missing.reason
    assert "sheet.xlsx" in unknown.reason
    assert "holds no documents" in empty.reason


@pytest.mark.parametrize(
    "name", ["../up.txt", "line\nbreak.txt", "\u202egnp.txt", "🐙.txt", "-.txt", "ü" * 80 + ".txt"]
)
def test_odd_names_come_in_under_plain_ids(library: Library, tmp_path: Path, name: str) -> None:
    """Dots, newlines, right-to-left marks and emoji in a name neither stop it nor reach the id."""
    (tmp_path / "files").mkdir()
    path = tmp_path / "files" / name
    path.write_text("1. The committee met in Port Vale.\n")
    entry = library.ingest([path]).entries[0]
    assert entry.status == "new"
    assert entry.document.replace("-", "").replace(".", "").isalnum()
    assert library.document(entry.document).text


def test_a_name_of_broken_bytes_comes_in(library: Library, tmp_path: Path) -> None:
    """A name that is not UTF-8 is stored and found again as the same document."""
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_text("1. The committee met in Port Vale.\n")
    assert library.ingest([path]).entries[0].status == "new"
    assert library.ingest([path]).entries[0].status == "unchanged"


def test_a_pipe_is_not_waited_for(library: Library, tmp_path: Path) -> None:
    """A named pipe is refused at once instead of read for ever."""
    os.mkfifo(tmp_path / "pipe.txt")
    entry = library.ingest([tmp_path / "pipe.txt"]).entries[0]
    assert entry.status == "failed"
    assert "not a file with content" in entry.reason


def test_a_file_that_changes_while_it_is_read_is_refused(library: Library, tmp_path: Path) -> None:
    """A copy that does not have the digest taken first is not used, and is deleted."""
    from corpus.errors import UnreadableSource

    path = tmp_path / "moving.txt"
    path.write_text("one")
    digest = digest_of(SourceFile(path))
    path.write_text("another")
    with pytest.raises(UnreadableSource, match="changed while it was read"):
        library._stores.originals.keep(SourceFile(path), digest)
    assert not [copy for copy in (library.folder / "originals").rglob("*") if copy.is_file()]


def test_ids_are_slugs() -> None:
    """Ids keep letters of any script, digits and underscores, and count on when taken."""
    assert new_id(Path("000_468135a34bf3aa1f.txt"), set()) == "000_468135a34bf3aa1f"
    assert new_id(Path("Report (final) 2023.pdf"), set()) == "report-final-2023"
    assert new_id(Path("Доклад.pdf"), set()) == "доклад"
    assert new_id(Path("🐙.pdf"), {"document"}) == "document-2"
    assert new_id(Path("a.txt"), {"a", "a-2"}) == "a-3"
