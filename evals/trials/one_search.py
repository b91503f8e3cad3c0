"""A library of which only one search is used: by words alone, or by meaning alone."""

from dataclasses import replace
from typing import TYPE_CHECKING

from evals.trials.plain_search import passages_alone

if TYPE_CHECKING:
    from index.library import Library
    from index.passage import Passage
    from index.scope import Scope


class OneSearch:
    """What an assistant asks of a library, answered from one of its two searches."""

    def __init__(self, library: "Library", search: str) -> None:
        """Use `bm25` or `dense`; the other score of each passage is 0."""
        self._library = library
        self._search = search

    def __getattr__(self, name: str) -> object:
        """Give everything but the search from the library itself."""
        return getattr(self._library, name)

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
