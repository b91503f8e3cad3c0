"""A paragraph found for a query."""

from dataclasses import dataclass

from corpus.document import Document
from corpus.paragraph import Paragraph


@dataclass(frozen=True, slots=True)
class Passage:
    """A live paragraph in scope, with what the two searches thought of it."""

    document: Document
    paragraph: Paragraph
    rank: int
    """1-based, after fusion."""
    score: float
    """Reciprocal-rank fusion, Cormack et al. 2009; higher is better, comparable within one search only."""
    similarity: float
    """Cosine of the query and the nearest chunk of the paragraph, -1 to 1."""
    bm25: float
    """BM25 of the best chunk of the paragraph, 0 when no term is shared."""
