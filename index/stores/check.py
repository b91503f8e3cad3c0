"""Whether the catalogue, the vectors and the word index of a library agree, and what of a document was left out."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.catalogue.chunk_rows import chunk_count, vector_blocks
from corpus.document import Document
from corpus.errors import LibraryDamaged
from corpus.paragraph import Exclusion
from index.stores.stored import stored_chunks
from index.stores.stores import Stores
from index.stores.terms import words_of

_BLOCK = 2000
_ASKED = 5000


@dataclass(frozen=True, slots=True)
class Verification:
    """What a comparison of the stores has found."""

    documents: int
    chunks: int
    problems: tuple[str, ...]
    """Sentences; empty when the stores agree."""

    @property
    def sound(self) -> bool:
        """Tell whether the stores agree."""
        return not self.problems


@dataclass(frozen=True, slots=True)
class Audit:
    """What became of the visible characters of a document's source."""

    document: Document
    visible: int
    accounted: int
    missing: tuple[str, ...]
    """Pieces of the source that are in no paragraph and no exclusion."""
    exclusions: tuple[Exclusion, ...]

    @property
    def share(self) -> float:
        """Return the accounted share, 1.0 for a source without visible characters."""
        return self.accounted / self.visible if self.visible else 1.0


def verify(stores: Stores) -> Verification:
    """Compare the three stores whole: every id, every chunk's words counted, every vector asked for by itself."""
    listings = stores.catalogue.listings()
    problems = [f"the catalogue: {line}" for line in stores.catalogue.check()]
    for state, meaning in (("staged", "taken in"), ("erasing", "erased")):
        half = stores.catalogue.listings(state)
        problems += [f"document {listing.id!r} is only half {meaning}; open the library again" for listing in half]
    for listing in listings:
        try:
            stored_chunks(stores.catalogue, listing.revision, stores.edition)
        except LibraryDamaged as error:
            problems.append(str(error))
        if not stores.originals.path(listing.digest).is_file():
            problems.append(f"the original file of document {listing.id!r} is gone from the library's folder")
    if stores.damage:
        problems.append(f"the index is damaged ({stores.damage}); run 'rapporteur reindex'")
    elif stores.number:
        problems += stores.generation.compare(stores.catalogue, stores.edition)
        problems += _vector_faults(stores)
        problems += _word_faults(stores, [listing.revision for listing in listings])
    return Verification(len(listings), chunk_count(stores.catalogue, stores.edition), tuple(problems))


def _vector_faults(stores: Stores) -> list[str]:
    """Ask the vector index for each vector of the catalogue."""
    blocks = vector_blocks(stores.catalogue, stores.edition, None, _BLOCK)
    faults = (stores.generation.vectors.fault(keys, vectors) for keys, vectors in blocks)
    return [f"in the vector index {fault}; run 'rapporteur reindex'" for fault in faults if fault][:1]


def _word_faults(stores: Stores, revisions: Sequence[int]) -> list[str]:
    """Ask the word index for chunks by their own words: of every document, up to `_ASKED` in all."""
    share = max(1, _ASKED // max(1, len(revisions)))
    for revision in revisions:
        chunks = stored_chunks(stores.catalogue, revision, stores.edition)
        for key, text in list(zip(chunks.keys, chunks.texts, strict=True))[:share]:
            if words_of(text) and not stores.generation.terms.search(text, limit=1, keys=[int(key)]):
                return ["the word index does not find a chunk by its own words; run 'rapporteur reindex'"]
    return []
