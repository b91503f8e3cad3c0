"""Which chunks are near a query, by the cosine of their vectors. Home of chromadb."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.errors import LibraryDamaged
from corpus.offline import stay_offline

_COLLECTION = "chunks"
_BATCH = 1000
_QUERIES = 200
_SAME = 1e-3
"""Distance up to which two vectors count as one."""

_TOLERATED = 0.01
"""Share of vectors that an approximate index may fail to arrive at."""


class Vectors:
    """A Chroma collection of vectors by the key of their chunk; it holds no text."""

    def __init__(self, folder: Path) -> None:
        """Open or create the collection in `folder`; raise `LibraryDamaged` for one that cannot be read."""
        stay_offline()
        import chromadb
        from chromadb.config import Settings

        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        with self._plainly():
            self._client: Any = chromadb.PersistentClient(str(folder), settings=Settings(anonymized_telemetry=False))
            self._collection = self._client.get_or_create_collection(
                _COLLECTION, embedding_function=None, configuration={"hnsw": {"space": "ip", "ef_search": 200}}
            )

    def close(self) -> None:
        """Let go of the files."""
        self._client.close()

    def add(self, keys: NDArray[np.int64], vectors: NDArray[np.float32]) -> None:
        """Add or replace vectors, shape `(len(keys), dimension)`."""
        for some in _slices(len(keys), _BATCH):
            with self._plainly():
                self._collection.upsert(ids=[str(key) for key in keys[some]], embeddings=vectors[some])

    def erase(self, keys: Iterable[int]) -> None:
        """Take vectors out."""
        names = [str(key) for key in keys]
        for some in _slices(len(names), _BATCH):
            with self._plainly():
                self._collection.delete(ids=names[some])

    def count(self) -> int:
        """Say how many vectors are in the collection."""
        with self._plainly():
            return int(self._collection.count())

    def keys(self) -> NDArray[np.int64]:
        """Give the key of every vector in the collection, in ascending order."""
        with self._plainly():
            names = self._collection.get(include=[])["ids"]
        return np.sort(np.array([int(name) for name in names], dtype=np.int64))

    def nearest(self, query: NDArray[np.float32], limit: int) -> list[int]:
        """Give the keys of the vectors nearest to one query, shape `(dimension,)`, nearest first; approximate."""
        held = self.count()
        if not held:
            return []
        with self._plainly():
            found = self._collection.query(query_embeddings=query[None, :], n_results=min(limit, held), include=[])
        return [int(name) for name in found["ids"][0]]

    def unreached(self, keys: NDArray[np.int64], vectors: NDArray[np.float32]) -> NDArray[np.intp]:
        """Ask for each vector by itself, and give the places of those that no equal vector comes back for.

        The graph that Chroma searches is approximate, and a vector that it holds can stand where no search arrives.
        """
        missed = []
        for some in _slices(len(keys), _QUERIES):
            with self._plainly():
                found = self._collection.query(query_embeddings=vectors[some], n_results=1, include=["distances"])
            answers = zip(keys[some], found["ids"], found["distances"] or [], strict=True)
            for place, (key, names, distance) in enumerate(answers, start=some.start):
                if not names or (int(names[0]) != int(key) and abs(distance[0]) > _SAME):
                    missed.append(place)
        return np.array(missed, dtype=np.intp)

    def fault(self, keys: NDArray[np.int64], vectors: NDArray[np.float32]) -> str:
        """Say what is wrong with the vectors under some keys; empty when all are there and searches arrive at them."""
        missed = self.unreached(keys, vectors)
        lost = [place for place in missed if not self._holds(int(keys[place]), vectors[place])]
        if lost:
            return f"{len(lost)} of {len(keys)} vectors are not as they were put there"
        if len(missed) > 1 + _TOLERATED * len(keys):
            return f"{len(missed)} of {len(keys)} vectors are not found by themselves"
        return ""

    def _holds(self, key: int, vector: NDArray[np.float32]) -> bool:
        """Tell whether the vector under a key is this one."""
        with self._plainly():
            found = self._collection.get(ids=[str(key)], include=["embeddings"])["embeddings"]
        return found is not None and len(found) == 1 and bool(np.allclose(found[0], vector, atol=_SAME))

    @contextmanager
    def _plainly(self) -> Iterator[None]:
        """Say what Chroma found in words a person can act on."""
        try:
            yield
        except Exception as error:
            raise LibraryDamaged(
                f"the vector index in {self._folder} does not work ({error}); "
                "make room if the disk is full, then run 'rapporteur reindex'"
            ) from error


def _slices(size: int, step: int) -> Iterator[slice]:
    return (slice(start, start + step) for start in range(0, size, step))
