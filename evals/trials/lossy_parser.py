"""A parser that has lost list items and the rows of tables: for the planted regressions."""

from dataclasses import replace

from corpus.parse import Parsed, Parser
from corpus.parse import parse as parse_whole


def parse(source: bytes, name: str, document: str) -> Parsed:
    """Parse as ever, and leave out every item and row; what hung from one hangs from nothing."""
    parsed = parse_whole(source, name, document)
    kept = [paragraph for paragraph in parsed.paragraphs if paragraph.kind not in ("item", "row")]
    places = {paragraph.position: place for place, paragraph in enumerate(kept)}
    moved = (
        replace(paragraph, position=place, parent=None if paragraph.parent is None else places.get(paragraph.parent))
        for place, paragraph in enumerate(kept)
    )
    return replace(parsed, paragraphs=tuple(moved))


LOSSY = Parser(parse, version="lossy")
