"""What is embedded and indexed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chunk:
    """A whole paragraph, or a long paragraph cut at sentence ends, with its headings before it."""

    id: str
    """`document:position:part`, unique in a library."""
    document: str
    position: int
    """Position of the paragraph the chunk is of."""
    part: int
    """0-based rank among the parts of its paragraph."""
    text: str
    """What the encoder and the term index see: context (title, headings, lead-in, columns), then the words."""
