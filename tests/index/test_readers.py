"""Reading files that hang, swell, crash or lie must cost that file only."""

import time
from pathlib import Path

import pytest

from corpus.errors import SourceLimit, UnreadableSource
from corpus.parse import Parser
from index.ingesting.parser_pool import Job, ParserPool
from index.library import Library, ParsingLimits

DEEDS = ("HANG", "SPIN", "SWELL", "CRASH", "EXIT", "RAISE", "DESCEND", "CHATTER", "PEACE")


@pytest.fixture
def hostile(monkeypatch: pytest.MonkeyPatch) -> Parser:
    """Return the hostile parser, in a module that the reading processes find too."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    from hostile_parser import PARSER

    return PARSER


@pytest.fixture
def deeds(tmp_path: Path) -> Path:
    """Return a folder of files, one for each thing that can go wrong."""
    folder = tmp_path / "deeds"
    folder.mkdir()
    for deed in DEEDS:
        (folder / f"{deed.lower()}.txt").write_text(f"{deed} is the first word of a report about harbours.\n")
    return folder


def test_each_failure_is_one_line_and_the_rest_goes_on(library: Library, deeds: Path, hostile: Parser) -> None:
    """Of nine files two are good: seven fail with a sentence of their own, and the library holds the two."""
    begun = time.monotonic()
    report = library.ingest([deeds], parser=hostile, limits=ParsingLimits(seconds=4.0, memory=2 << 30, processes=2))
    assert time.monotonic() - begun < 100
    reasons = {entry.path.rpartition("/")[2]: entry.reason for entry in report.entries if entry.status == "failed"}
    assert set(reasons) == {f"{deed.lower()}.txt" for deed in DEEDS[:7]}
    assert all(name in reason and "\n" not in reason for name, reason in reasons.items())
    assert "given up after 4 seconds" in reasons["hang.txt"]
    assert "given up after 4 seconds" in reasons["spin.txt"]
    assert "memory" in reasons["swell.txt"]
    assert "brought the reading process down" in reasons["crash.txt"]
    assert "a table of no columns" in reasons["raise.txt"]
    assert "nested too deeply" in reasons["descend.txt"]
    assert [document.id for document in library.documents()] == ["chatter", "peace"]
    assert library.verify().sound


def test_answers_come_in_the_order_of_the_jobs(deeds: Path, hostile: Parser) -> None:
    """Whatever each takes, the answers keep the order, and errors are of the kind that says what happened."""
    limits = ParsingLimits(seconds=4.0, memory=2 << 30, processes=3)
    jobs = [
        Job(n, deeds / f"{name}.txt", f"{name}.txt", name) for n, name in enumerate(("hang", "peace", "crash", "peace"))
    ]
    with ParserPool(hostile, limits, len(jobs)) as readers:
        answers = list(readers.read(jobs))
    assert [job.number for job, _ in answers] == [0, 1, 2, 3]
    assert isinstance(answers[0][1], SourceLimit)
    assert isinstance(answers[2][1], UnreadableSource)


def test_stopping_does_not_wait_for_a_file_that_hangs(deeds: Path, hostile: Parser) -> None:
    """Leaving in the middle ends the processes that are still reading."""
    begun = time.monotonic()
    jobs = [Job(n, deeds / f"{name}.txt", f"{name}.txt", name) for n, name in enumerate(("peace", "hang", "hang"))]
    with ParserPool(hostile, ParsingLimits(processes=2), len(jobs)) as readers:
        assert next(readers.read(jobs))[0].name == "peace.txt"
    assert time.monotonic() - begun < 100


def test_nothing_of_a_failed_file_is_kept(library: Library, deeds: Path, hostile: Parser) -> None:
    """The copies of files that could not be read are deleted again."""
    library.ingest([deeds / "raise.txt", deeds / "peace.txt"], parser=hostile)
    copies = [path for path in (library.folder / "originals").rglob("*") if path.is_file()]
    assert sorted(path.suffix for path in copies) == ["", ".path"]
