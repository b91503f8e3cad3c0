"""Find what a document says of itself."""

from collections.abc import Sequence

from corpus.block import Reading
from corpus.document import DocumentFacts
from corpus.structure import Piece


def find_facts(pieces: Sequence[Piece], reading: Reading) -> DocumentFacts:
    """Return the facts printed on the cover or recorded by the format; what was not found is empty."""
    title = next((" ".join(p.text.split()) for p in pieces[:30] if p.kind == "heading"), "")
    return DocumentFacts(title=title, **reading.facts)
