"""The exact search: the query against every vector of the catalogue that may be seen."""

import threading
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from corpus.catalogue.catalogue import Catalogue
from corpus.catalogue.chunk_rows import vector_blocks

_BLOCK = 8192
_KEPT_BYTES = 64_000_000
"""The vectors of the scope searched last are kept when they fit into this."""

Block = tuple[NDArray[np.int64], NDArray[np.float32]]


class ExactScan:
    """Scans blocks of the catalogue's vectors, so that memory does not grow with the library."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._kept: tuple[object, list[Block]] = (None, [])
        self._keeping = threading.Lock()

    def forget(self) -> None:
        """Drop the vectors kept in memory, because the library has changed."""
        with self._keeping:
            self._kept = (None, [])

    def nearest(
        self, query: NDArray[np.float32], limit: int, edition: int, revisions: Sequence[int] | None
    ) -> list[int]:
        """Give the keys of the vectors nearest to the query, shape `(dimension,)`, nearest first, ties by key."""
        best_keys = np.empty(0, dtype=np.int64)
        best_scores = np.empty(0, dtype=np.float32)
        for keys, vectors in self._blocks(edition, revisions):
            best_keys = np.concatenate((best_keys, keys))
            best_scores = np.concatenate((best_scores, vectors @ query))
            order = np.lexsort((best_keys, -best_scores))[:limit]
            best_keys, best_scores = best_keys[order], best_scores[order]
        return [int(key) for key in best_keys]

    def _blocks(self, edition: int, revisions: Sequence[int] | None) -> Iterator[Block]:
        """Yield the blocks of a scope, from memory where they are kept."""
        scope = (edition, None if revisions is None else tuple(revisions))
        with self._keeping:
            kept = self._kept[1] if self._kept[0] == scope else None
        if kept is not None:
            yield from kept
            return
        passed: list[Block] | None = []
        size = 0
        for block in vector_blocks(self._catalogue, edition, revisions, _BLOCK):
            size += block[1].nbytes
            if passed is not None:
                passed = [*passed, block] if size <= _KEPT_BYTES else None
            yield block
        if passed is not None:
            with self._keeping:
                self._kept = (scope, passed)
