"""What of the catalogue goes into the indexes."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.catalogue.catalogue import Catalogue
from corpus.catalogue.chunk_rows import chunks_of
from corpus.errors import LibraryDamaged
from index.split import split


@dataclass(frozen=True, slots=True)
class StoredChunks:
    """The chunks of one revision."""

    revision: int
    keys: NDArray[np.int64]
    vectors: NDArray[np.float32]
    """Shape `(len(keys), dimension)`, L2-normalised."""
    texts: list[str]

    def terms(self) -> Iterator[tuple[int, int, str]]:
        """Yield what the term index takes: key, revision, text."""
        return ((int(key), self.revision, text) for key, text in zip(self.keys, self.texts, strict=True))


def stored_chunks(catalogue: Catalogue, revision: int, edition: int) -> StoredChunks:
    """Read the chunks of a revision, and cut its paragraphs again for their texts.

    Raise `LibraryDamaged` when the vectors of the catalogue are not those of its paragraphs.
    """
    keys, places, vectors = chunks_of(catalogue, revision, edition)
    document = catalogue.document(revision)
    cut = {(chunk.position, chunk.part): chunk.text for chunk in split(document, catalogue.paragraphs(revision))}
    if list(cut) != places:
        raise LibraryDamaged(
            f"document {document.id!r} has {len(cut)} chunks and vectors for {len(places)} others; "
            "run 'rapporteur reindex' to embed the library again"
        )
    return StoredChunks(revision, keys, vectors, list(cut.values()))
