"""A folder of hostile files: each costs one line, the good ones come in, and nothing is written elsewhere."""

import importlib.util
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.formats import plain_name
from index.library import Library, ParsingLimits, Step

_SPEC = importlib.util.spec_from_file_location(
    "hostile_files", Path(__file__).parent.parent / "corpus" / "hostile_files.py"
)
assert _SPEC is not None
assert _SPEC.loader is not None
hostile = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(hostile)

LIMITS = ParsingLimits(seconds=240.0, processes=2)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of every file of the tables, each in a folder of its own, among two plain reports."""
    made = tmp_path / "hostile"
    for number, (_, name, make, *_) in enumerate((*hostile.REFUSED, *hostile.READ)):
        place = made / f"{number:03}"
        place.mkdir(parents=True)
        (place / plain_name(name)).write_bytes(make())
    for name in ("000/first.txt", "last.txt"):
        (made / name).write_text("1. The committee met in Port Vale and adopted the budget of the year.\n")
    return made


def _files(place: Path, library: Path) -> set[Path]:
    """Return every file below a folder that is not in the library."""
    return {path for path in place.rglob("*") if path.is_file() and library not in path.parents}


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_folder_of_hostile_files_costs_a_line_each(library: Library, folder: Path, tmp_path: Path) -> None:
    """Of more than sixty hostile files, those that can be read come in, and each other one is told in one line."""
    before = _files(tmp_path, library.folder)
    report = library.ingest([folder], limits=LIMITS)
    assert len(report.entries) == len(hostile.REFUSED) + len(hostile.READ) + 2
    refused = {f"{number:03}" for number in range(len(hostile.REFUSED))}
    for entry in report.entries:
        good = entry.path.endswith(("first.txt", "last.txt")) or Path(entry.path).parent.name not in refused
        assert (entry.status == "new") is good, entry
    for entry in report.entries:
        assert entry.status == "new" or (entry.reason and "\n" not in entry.reason and "Traceback" not in entry.reason)
        assert entry.status != "new" or entry.coverage == 1.0
    assert _files(tmp_path, library.folder) == before
    assert library.verify().sound


def test_a_file_that_vanishes_costs_a_line(library: Library, reports: Path, write_report: Callable[..., Path]) -> None:
    """A file that was there when the folder was looked through and is gone when its turn comes is one failure."""
    going = write_report(reports, "delta.txt")

    def vanish(step: Step) -> None:
        if step.path.endswith("alpha.txt"):
            going.unlink(missing_ok=True)

    report = library.ingest([reports], report=vanish)
    assert {Path(e.path).name: e.status for e in report.entries} == {
        "alpha.txt": "new", "beta.txt": "new", "delta.txt": "failed", "gamma.txt": "new",
    }  # fmt: skip
    reason = next(entry.reason for entry in report.entries if entry.status == "failed")
    assert "delta.txt" in reason
    assert "\n" not in reason


def test_a_document_that_repeats_itself_comes_in(library: Library, tmp_path: Path) -> None:
    """Many paragraphs of the same words are as many chunks, though no search can tell them apart."""
    (tmp_path / "lines.txt").write_text("".join(f"{number}. Noted.\n\n" for number in range(1, 1000)))
    entry = library.ingest([tmp_path / "lines.txt"]).entries[0]
    assert (entry.status, entry.paragraphs) == ("new", 999)
    assert library.verify().sound


def test_an_id_for_several_files_is_refused_in_one_sentence(library: Library, reports: Path) -> None:
    """One id names one file: for a folder of three, nothing is read and the error says how many there are."""
    from corpus.errors import LibraryError

    with pytest.raises(LibraryError) as caught:
        library.ingest([reports], document="all")
    assert str(caught.value) == "the id 'all' was given for 3 files; name one file"
    assert library.documents() == []
