"""Make the indexes anew from the catalogue, with another embedding or other rules of cutting where these changed."""

from collections.abc import Callable

from corpus.catalogue.chunk_rows import drop_other_editions
from index.embed import Embedder
from index.split import CHUNKING, split
from index.stores.stores import Stores

_ENCODED_AT_ONCE = 512

Tell = Callable[[int, int, str], None]
"""Told how much is done, of how much, and what is being done."""


def reindex(stores: Stores, embedder: Embedder, tell: Tell) -> str:
    """Rebuild beside the current indexes, which serve searches until the new ones take their place; say what was done.

    Vectors are computed again only where the embedding or the rules of cutting are not those of the library.
    """
    catalogue = stores.catalogue
    made_with = {"embedding": embedder.fingerprint.to_json(), "chunking": CHUNKING}
    if all(catalogue.meta(name) == value for name, value in made_with.items()):
        stores.rebuild(lambda done, total: tell(done, total, "indexing"))
        return "the indexes were made again from the catalogue"
    drop_other_editions(catalogue, stores.edition)
    edition = stores.edition + 1
    listings = catalogue.listings()
    for done, listing in enumerate(listings):
        chunks = list(split(catalogue.document(listing.revision), catalogue.paragraphs(listing.revision)))
        for start in range(0, len(chunks), _ENCODED_AT_ONCE):
            tell(done, len(listings), f"embedding {listing.id}")
            some = chunks[start : start + _ENCODED_AT_ONCE]
            vectors = embedder.encode([chunk.text for chunk in some])
            catalogue.add_chunks(listing.revision, edition, [(c.position, c.part) for c in some], vectors)
    stores.rebuild(lambda done, total: tell(done, total, "indexing"), edition=edition, made_with=made_with)
    return f"{len(listings)} documents were cut and embedded again with {embedder.fingerprint}"
