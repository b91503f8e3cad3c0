"""Broken and hostile files: each gives one clear line, soon, or is read as far as it can be."""

import importlib.util
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.errors import CorpusError, UnreadableSource
from corpus.parse import parse

_SPEC = importlib.util.spec_from_file_location("hostile_files", Path(__file__).with_name("hostile_files.py"))
assert _SPEC is not None
assert _SPEC.loader is not None
hostile = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(hostile)

REFUSED, READ = hostile.REFUSED, hostile.READ
SECONDS = 20.0


def test_there_are_enough_hostile_files() -> None:
    """The tables hold more than sixty files, each another one; those of names, folders and disks are tested apart."""
    kinds = [entry[0] for entry in (*REFUSED, *READ)]
    assert len(set(kinds)) == len(kinds) >= 60


@pytest.mark.parametrize(("what", "name", "made", "error", "words"), REFUSED, ids=[entry[0] for entry in REFUSED])
def test_hostile_files_are_refused_in_one_line(
    what: str, name: str, made: Callable[[], bytes], error: type[CorpusError], words: str
) -> None:
    """A file that cannot be read gives one plain line that names it and says what is wrong, soon."""
    source = made()
    began = time.process_time()
    with pytest.raises(error) as caught:
        parse(source, name, "d")
    message = str(caught.value)
    assert time.process_time() - began < SECONDS
    assert name in message
    assert words in message
    assert "\n" not in message


NAMES = [
    "../../etc/passwd.txt",
    "a\nb.txt",
    "\u202etxt.exe.txt",
    "😀 report.txt",
    "x" * 400 + ".txt",
    "C:\\reports\\a.txt",
]


@pytest.mark.parametrize("name", NAMES)
def test_odd_names_are_shown_on_one_line(name: str) -> None:
    """A name with a path, a line end or a direction mark in it is neither followed nor printed as it is."""
    assert parse(b"One plain sentence.", name, "d").paragraphs[0].text == "One plain sentence."
    with pytest.raises(UnreadableSource) as caught:
        parse(b"", name, "d")
    message = str(caught.value)
    assert message.isprintable()
    assert ".." not in message.partition(":")[0]
    assert len(message) < 300


@pytest.mark.parametrize(("what", "name", "made", "words"), READ, ids=[entry[0] for entry in READ])
def test_odd_files_are_read_all_the_same(what: str, name: str, made: Callable[[], bytes], words: str) -> None:
    """A file that is only odd is read, soon, with every character accounted for."""
    source = made()
    began = time.process_time()
    parsed = parse(source, name, "d")
    assert time.process_time() - began < SECONDS
    assert any(words in paragraph.text for paragraph in parsed.paragraphs)
    assert parsed.coverage.whole


@pytest.mark.parametrize(
    "line", ["word ", "**", "(a) ", "1. ", "[x](", "- ", "|", "<", "Annex I ", "\\", "`", "……", "¹"]
)
def test_one_line_of_fifty_megabytes_is_linear(line: str) -> None:
    """Time grows with the length of a line and not with its square, whatever the line is made of."""
    count = 300_000 // len(line)
    began = time.process_time()
    parse(("Start " + line * count).encode(), "line.txt", "d")
    small = time.process_time() - began
    began = time.process_time()
    parse(("Start " + line * (count * 4)).encode(), "line.txt", "d")
    assert time.process_time() - began < max(1.5, small * 9)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_fifty_megabytes_on_one_line_are_read() -> None:
    """A line of 50 MB is read within a minute of one core, and lost nowhere."""
    began = time.process_time()
    parsed = parse(b"plain words and more of them " * 1_750_000, "long.txt", "d")
    assert time.process_time() - began < 60
    assert parsed.coverage.whole


def test_a_pdf_says_which_pages_have_no_text() -> None:
    """A PDF that is scanned in part is read, and the pages without text are listed."""
    parsed = parse(hostile.pdf_file("First page.", "", "Third page."), "half.pdf", "d")
    assert [p.page for p in parsed.paragraphs] == [1, 3]
    assert any(exclusion.reason.startswith("no text on page 2") for exclusion in parsed.exclusions)
