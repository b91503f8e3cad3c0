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
_EQUAL = 1e-5
"""Distance at which two vectors are the same."""
_NEIGHBOURS = 20


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

    def fault(self, keys: NDArray[np.int64], vectors: NDArray[np.float32]) -> str:
        """Say what is wrong with the vectors under some keys; empty when they are there and searches arrive at them.

        Each is asked for by itself. The graph that Chroma searches is approximate, the more so among vectors that are
        nearly the same, so one that does not come back is looked up; only an index that misses most is wrong for that.
        Nothing is missed where all that comes back is equal to what was asked for: documents repeat themselves.
        """
        missed = 0
        for some in _slices(len(keys), _QUERIES):
            with self._plainly():
                found = self._collection.query(
                    query_embeddings=vectors[some], n_results=_NEIGHBOURS, include=["distances"]
                )
            nearest = zip(found["ids"], found["distances"] or (), strict=True)
            for place, (names, distances) in enumerate(nearest, start=some.start):
                if str(keys[place]) not in names:
                    missed += not distances or distances[-1] > _EQUAL
                    if not self._holds(int(keys[place]), vectors[place]):
                        return f"a vector of {len(keys)} is not as it was put there"
        return f"{missed} of {len(keys)} vectors are not found by themselves" if missed > 1 + len(keys) / 2 else ""

    def _holds(self, key: int, vector: NDArray[np.float32]) -> bool:
        """Tell whether the vector under a key is this one."""
        with self._plainly():
            found = self._collection.get(ids=[str(key)], include=["embeddings"])["embeddings"]
        return found is not None and len(found) == 1 and bool(np.allclose(found[0], vector, atol=1e-4))

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
