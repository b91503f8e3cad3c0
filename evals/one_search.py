"""A library of which only one search is used: by words alone, or by meaning alone."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from evals.plain_search import passages_alone

if TYPE_CHECKING:
    from corpus.document import Document
    from corpus.paragraph import Paragraph
    from index.library import Library
    from index.passage import Passage
    from index.scope import Scope


class OneSearch:
    """What an assistant asks of a library, answered from one of its two searches."""

    def __init__(self, library: "Library", search: str) -> None:
        """Use `bm25` or `dense`; the other score of each passage is 0."""
        self._library = library
        self._search = search

    @property
    def digest(self) -> str:
        """Return the digest of the library."""
        return self._library.digest

    def search(self, query: str, *, scope: "Scope | None" = None, limit: int = 10) -> "list[Passage]":
        """Return the first passages of the one search, ranked by it."""
        found = passages_alone(self._library, query, scope)[self._search][:limit]
        return [
            replace(
                passage,
                rank=rank,
                score=1 / rank,
                similarity=passage.similarity if self._search == "dense" else 0.0,
                bm25=passage.bm25 if self._search == "bm25" else 0.0,
            )
            for rank, passage in enumerate(found, start=1)
        ]

    def documents(self) -> "list[Document]":
        """List the documents of the library."""
        return self._library.documents()

    def paragraphs(self, document_id: str) -> "list[Paragraph]":
        """Give the paragraphs of a document."""
        return self._library.paragraphs(document_id)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Give the vectors of texts."""
        return self._library.encode(texts)
