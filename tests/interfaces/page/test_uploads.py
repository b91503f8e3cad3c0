"""Documents that come in through the page."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.embed import HashEmbedder
from index.library import Library, Step
from interfaces.page.uploads import add_uploads, report_markup

NOTE = "Note on the workshop\n\n1. The workshop took place in Oslo.\n\n2. It was attended by 86 people.\n"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Open an empty library that needs no weights."""
    with Library.open(tmp_path / "library", HashEmbedder) as opened:
        yield opened


def upload(folder: Path, name: str, text: str) -> Path:
    """Write a file where an upload would lie."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def test_an_upload_comes_in_and_leaves_no_copy(library: Library, tmp_path: Path) -> None:
    """The document is in the library, and nothing of the upload lies beside it or where it arrived."""
    report = add_uploads(library, library.folder, [upload(tmp_path / "one", "note.txt", NOTE)])
    assert list((tmp_path / "one").iterdir()) == []
    assert [entry.status for entry in report.entries] == ["new"]
    assert len(library.documents()) == 1
    assert list((library.folder / "uploads").iterdir()) == []


def test_the_same_name_again_replaces_its_earlier_self(library: Library, tmp_path: Path) -> None:
    """An upload from another folder under the same name is a new edition of the same document."""
    add_uploads(library, library.folder, [upload(tmp_path / "one", "note.txt", NOTE)])
    same = add_uploads(library, library.folder, [upload(tmp_path / "two", "note.txt", NOTE)])
    changed = add_uploads(library, library.folder, [upload(tmp_path / "three", "note.txt", NOTE.replace("86", "87"))])
    assert [same.entries[0].status, changed.entries[0].status] == ["unchanged", "replaced"]
    assert [document.text.count("87 people") for document in library.documents()] == [1]


def test_two_files_of_one_name_both_come_in(library: Library, tmp_path: Path) -> None:
    """Files of one name in one upload are told apart."""
    files = [upload(tmp_path / "one", "note.txt", NOTE), upload(tmp_path / "two", "note.txt", NOTE.replace("86", "87"))]
    report = add_uploads(library, library.folder, files)
    assert [Path(entry.path).name for entry in report.entries] == ["note.txt", "note (2).txt"]
    assert len(library.documents()) == 2


def test_what_cannot_be_read_is_said_and_the_rest_comes_in(library: Library, tmp_path: Path) -> None:
    """An empty file has a reason in the table, and the other file is added; progress is told for both."""
    steps: list[Step] = []
    files = [upload(tmp_path / "one", "<b>empty.txt", ""), upload(tmp_path / "one", "note.txt", NOTE)]
    table = report_markup(add_uploads(library, library.folder, files, steps.append))
    assert "&#60;b&#62;empty&#46;txt" in table
    assert "not added<br>" in table
    assert "added</td>" in table
    assert steps[-1].done == steps[-1].total == 2
    assert list((library.folder / "uploads").iterdir()) == []
