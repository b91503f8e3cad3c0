"""Whether the catalogue, the vectors and the word index of a library agree, and what of a document was left out."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.catalogue.chunk_rows import chunk_count, vector_blocks
from corpus.document import Document
from corpus.errors import LibraryDamaged
from corpus.paragraph import Exclusion
from index.stores.stored import stored_chunks
from index.stores.stores import Stores
from index.stores.terms import terms_of

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
    if stores.damage and not stores.read_only:
        problems.append(f"the index does not serve ({stores.damage}); run 'rapporteur reindex'")
    elif stores.number and not stores.read_only:  # which serves without the indexes
        problems += stores.generation.compare(stores.catalogue, stores.edition)
        problems += _vector_faults(stores)
        problems += _word_faults(stores, [listing.revision for listing in listings])
    problems += [
        f"{path} was not made by Rapporteur and was left as it is; move it out of the library"
        for path in stores.strangers()
    ]
    problems += _original_faults(stores, {listing.digest: listing.id for listing in listings})
    return Verification(len(listings), chunk_count(stores.catalogue, stores.edition), tuple(problems))


def _original_faults(stores: Stores, known: Mapping[str, str]) -> list[str]:
    """Compare each original with its digest, and name those that are missing, unreadable or known to no document."""
    held = stores.originals.held()
    faults = [
        f"the original file of document {known[digest]!r} is gone from the library's folder"
        for digest in sorted(known.keys() - held.keys(), key=lambda digest: known[digest])
    ]
    for digest, path in held.items():
        of = f"the original file of document {known[digest]!r}" if digest in known else f"the file {path}"
        try:
            with path.open("rb") as file:
                found = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            faults.append(f"{of} cannot be read ({error.strerror}); check the disk")
            continue
        if found != digest:
            faults.append(f"{of} has other bytes than were ingested; put a copy of {path} back, or ingest it again")
        elif digest not in known:
            came = stores.originals.path_of(digest)
            faults.append(
                f"{of}{f', once {came},' if came else ''} is known to no document and was left as it is; run "
                "'rapporteur restore --from-originals' to take it in, or delete it"
            )
    return faults


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
            if terms_of(text) and not stores.generation.terms.search(text, limit=1, keys=[int(key)]):
                return ["the word index does not find a chunk by its own words; run 'rapporteur reindex'"]
    return []
