"""Small real documents and libraries."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.embed import HashEmbedder
from index.library import Library

REPORT = """Report of the harbour committee on its second session

I. Opening

1. The committee met in Port Vale from 3 to 5 May 2021 and was attended by {count} delegates of nine islands.

2. The chair recalled decision 22.0 and resolution 79/10, and asked members to plan for the years 2020-2022.

II. Decisions

3. The committee:
(a) Took note of document A/78/5 on the dredging of the {word} channel;
(b) Decided to hold its third session in {place}.
"""


def _write_report(
    folder: Path, name: str, *, count: int = 41, word: str = "northern", place: str = "Saltmarsh"
) -> Path:
    """Write one of a family of short reports."""
    path = folder / name
    path.write_text(REPORT.format(count=count, word=word, place=place))
    return path


@pytest.fixture
def write_report() -> Callable[..., Path]:
    """Return what writes a report into a folder under a name; `count`, `word` and `place` make it differ."""
    return _write_report


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Return a folder of three reports that differ in a count, a word and a place."""
    folder = tmp_path / "reports"
    folder.mkdir()
    _write_report(folder, "alpha.txt")
    _write_report(folder, "beta.txt", count=57, word="quartz", place="Windermoor")
    _write_report(folder, "gamma.txt", count=63, word="southern", place="Tidewell")
    return folder


@pytest.fixture
def open_library(tmp_path: Path) -> Callable[[], Library]:
    """Return what opens the test's library, again and again."""
    return lambda: Library.open(tmp_path / "library", HashEmbedder)


@pytest.fixture
def library(open_library: Callable[[], Library]) -> Iterator[Library]:
    """Return the test's library, open and empty."""
    with open_library() as opened:
        yield opened
