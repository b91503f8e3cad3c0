"""What another reader finds in a document."""

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
