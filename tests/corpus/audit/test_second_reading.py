"""What another reader finds in a document."""

import subprocess
import sys
from pathlib import Path

import pytest

from corpus.audit.second_reading import SECOND_READ, overlooked_words
from corpus.errors import UnreadableSource
from corpus.parse import parse

_PAGE = b"<html><body><h1>Minutes</h1><ol start=4><li>The Board met in Oslo.<li>It rose at noon.</ol></body></html>"


def _seen(source: bytes, name: str) -> list[str]:
    parsed = parse(source, name, "d")
    return [parsed.text, *(exclusion.text for exclusion in parsed.exclusions)]


def test_nothing_of_the_starter_corpus_is_overlooked(starter: Path) -> None:
    """Every word that unstructured finds in a starter document is in a paragraph or an exclusion."""
    read = [path for path in sorted(starter.iterdir()) if path.suffix.removeprefix(".") in SECOND_READ]
    assert len(read) >= 4
    for path in read:
        source = path.read_bytes()
        assert overlooked_words(source, path.suffix[1:], _seen(source, path.name)) == ()


def test_nothing_of_real_documents_is_overlooked(reference: Path) -> None:
    """The same holds for long documents as published."""
    for path in sorted((reference / "documents" / "pairs").glob("*.docx"))[:3]:
        source = path.read_bytes()
        assert overlooked_words(source, "docx", _seen(source, path.name)) == (), path.name


def test_a_lost_paragraph_is_noticed() -> None:
    """Words that no paragraph holds are named."""
    assert overlooked_words(_PAGE, "html", ["Minutes", "The Board met in Oslo."]) == ("it", "rose", "at", "noon")


def test_a_source_that_cannot_be_read_is_said_to_be() -> None:
    """The message tells that the first reading stands."""
    with pytest.raises(UnreadableSource, match="what was read before stands"):
        overlooked_words(b"no document at all", "docx", [])


_UNTOUCHED = """
import sys
before = list(sys.path)
from corpus.audit.second_reading import overlooked_words
assert overlooked_words(b"<p>The Board met in Oslo. It rose at noon.</p>", "html", ["The Board met in Oslo."])
from unstructured.nlp import tokenize
assert sys.path == before
assert {value.__module__ for value in vars(tokenize).values() if str(value).startswith("<function _")} == {
    tokenize.__name__
}
print(tokenize.sent_tokenize("It met. It rose."))
"""


def test_unstructured_is_used_as_it_is() -> None:
    """Its functions are its own, and find our rules for sentences where an installed pipeline would be."""
    done = subprocess.run([sys.executable, "-c", _UNTOUCHED], capture_output=True, text=True, check=False)
    assert done.stdout == "['It met.', 'It rose.']\n", done.stderr
