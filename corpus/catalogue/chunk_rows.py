"""The chunks of the catalogue: where each stands, and its vector."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.catalogue.catalogue import Catalogue

_SEEN = "FROM chunks JOIN documents USING (revision) WHERE documents.state = 'live' AND chunks.edition = ?"


@dataclass(frozen=True, slots=True)
class ChunkPlace:
    """Where the words of a chunk stand."""

    revision: int
    document: str
    position: int


def chunks_of(
    catalogue: Catalogue, revision: int, edition: int
) -> tuple[NDArray[np.int64], list[tuple[int, int]], NDArray[np.float32]]:
    """Give the keys, the places (position, part) and the vectors of a document's chunks, in reading order."""
    rows = catalogue.rows(
        "SELECT key, position, part, vector FROM chunks WHERE revision = ? AND edition = ? ORDER BY key",
        (revision, edition),
    )
    return _keys(rows), [(position, part) for _, position, part, _ in rows], _matrix([row[3] for row in rows])


def live_keys(catalogue: Catalogue, edition: int) -> NDArray[np.int64]:
    """Give the key of every chunk that a search may show, in ascending order."""
    return _keys(catalogue.rows(f"SELECT chunks.key {_SEEN} ORDER BY chunks.key", (edition,)))


def keys_of(catalogue: Catalogue, revisions: Sequence[int]) -> list[int]:
    """Give the keys of the chunks of some revisions, whatever their state and edition."""
    return [key for (key,) in catalogue.rows(f"SELECT key FROM chunks WHERE revision IN ({_list(revisions)})")]  # noqa: S608


def chunk_count(catalogue: Catalogue, edition: int, revisions: Sequence[int] | None = None) -> int:
    """Count the chunks that a search may show, of all documents or of some."""
    within = "" if revisions is None else f"AND chunks.revision IN ({_list(revisions)})"
    return int(catalogue.rows(f"SELECT count(*) {_SEEN} {within}", (edition,))[0][0])


def summary(catalogue: Catalogue, edition: int) -> dict[str, str]:
    """Say which library this is, and give a digest of the chunks that a search may show: equal for equal ones."""
    keys = f"SELECT count(*), max(chunks.key), sum(chunks.key) {_SEEN}"
    live = "SELECT revision, id, digest, parser FROM documents WHERE state = 'live' ORDER BY revision"
    made_of = (edition, catalogue.meta("embedding"), catalogue.rows(keys, (edition,)), catalogue.rows(live))
    return {"library": catalogue.meta("library"), "chunks": hashlib.sha256(repr(made_of).encode()).hexdigest()[:32]}


def places(catalogue: Catalogue, keys: Sequence[int], edition: int) -> dict[int, ChunkPlace]:
    """Find where chunks stand; a key that no search may show is left out."""
    rows = catalogue.rows(
        f"SELECT chunks.key, chunks.revision, documents.id, chunks.position {_SEEN} AND chunks.key IN ({_list(keys)})",
        (edition,),
    )
    return {key: ChunkPlace(revision, document, position) for key, revision, document, position in rows}


def vectors_of(catalogue: Catalogue, keys: Sequence[int]) -> dict[int, NDArray[np.float32]]:
    """Give the vectors of some chunks."""
    rows = catalogue.rows(f"SELECT key, vector FROM chunks WHERE key IN ({_list(keys)})")  # noqa: S608
    return {key: np.frombuffer(vector, dtype=np.float32) for key, vector in rows}


def vector_blocks(
    catalogue: Catalogue, edition: int, revisions: Sequence[int] | None, size: int
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float32]]]:
    """Yield keys and vectors of what a search may show, `size` at a time, in ascending order of key."""
    within = "" if revisions is None else f"AND chunks.revision IN ({_list(revisions)})"
    after = -1
    while True:
        rows = catalogue.rows(
            f"SELECT chunks.key, chunks.vector {_SEEN} {within} AND chunks.key > ? ORDER BY chunks.key LIMIT ?",
            (edition, after, size),
        )
        if not rows:
            return
        yield _keys(rows), _matrix([vector for _, vector in rows])
        after = rows[-1][0]


def drop_other_editions(catalogue: Catalogue, edition: int) -> None:
    """Delete the chunks of every edition but one: those a change of model left behind, or never finished."""
    with catalogue.transaction() as write:
        write.execute("DELETE FROM chunks WHERE edition <> ?", (edition,))


def _list(numbers: Sequence[int]) -> str:
    return ", ".join(str(int(number)) for number in numbers)


def _keys(rows: Sequence[Sequence[int]]) -> NDArray[np.int64]:
    return np.array([row[0] for row in rows], dtype=np.int64)


def _matrix(blobs: Sequence[bytes]) -> NDArray[np.float32]:
    """Stack stored vectors, shape `(len(blobs), dimension)`."""
    if not blobs:
        return np.empty((0, 0), dtype=np.float32)
    return np.frombuffer(b"".join(blobs), dtype=np.float32).reshape(len(blobs), -1)
