"""From a query to ranked passages: near in meaning, and sharing words, fused."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from corpus.catalogue.catalogue import Catalogue
from corpus.catalogue.chunk_rows import ChunkPlace, chunk_count, places, vectors_of
from corpus.catalogue.rows import Listing
from corpus.errors import LibraryDamaged
from corpus.paragraph import Paragraph
from index.passage import Passage
from index.scope import Scope
from index.stores.stores import Stores

_RANK_CONSTANT = 60
"""k of reciprocal-rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009)."""

_DEPTH = 100
Address = tuple[str, int]
"""Document and position: what a paragraph is known by, and what breaks ties."""


def search(stores: Stores, query: str, vector: NDArray[np.float32], scope: Scope, limit: int) -> list[Passage]:
    """Rank the paragraphs of a scope for a query and its vector, shape `(dimension,)`; best first.

    Equal scores are ordered by document id and position, so the same library gives the same order.
    """
    revisions = None if scope == Scope() else _revisions(stores.catalogue.listings(), scope)
    if limit < 1 or revisions == []:
        return []
    depth = max(_DEPTH, 3 * limit)
    near = _near(stores, vector, depth, revisions)
    shared = dict(stores.terms.search(query, limit=depth, revisions=revisions))
    seen = places(stores.catalogue, list({*near, *shared}), stores.edition)
    cosines = {key: float(found @ vector) for key, found in vectors_of(stores.catalogue, list(seen)).items()}
    by_meaning = _best(seen, {key: cosines[key] for key in near if key in seen})
    by_words = _best(seen, shared)
    fused = _fuse([_ranked(by_meaning), _ranked(by_words)])[:limit]
    similarity = _best(seen, cosines)
    bm25 = _bm25_of(stores, query, seen, by_words, [address for address, _ in fused])
    return _passages(stores.catalogue, seen, fused, similarity, bm25)


def _near(stores: Stores, vector: NDArray[np.float32], depth: int, revisions: Sequence[int] | None) -> list[int]:
    """Give the keys of the nearest chunks that may be seen: exactly among few, by the vector index among many."""
    every = revisions is None or stores.chunk_count() <= stores.scanned
    searched = stores.chunk_count() if every else chunk_count(stores.catalogue, stores.edition, revisions)
    if stores.damage or searched <= stores.scanned:
        return stores.scan.nearest(vector, depth, stores.edition, revisions)
    try:
        found = stores.generation.vectors.nearest(vector, depth if revisions is None else 10 * depth)
    except LibraryDamaged as error:
        stores.damage = str(error)
        return stores.scan.nearest(vector, depth, stores.edition, revisions)
    if revisions is None:
        return found
    allowed = set(revisions)
    standing = places(stores.catalogue, found, stores.edition)
    within = [key for key in found if key in standing and standing[key].revision in allowed]
    return within[:depth] if len(within) >= depth else stores.scan.nearest(vector, depth, stores.edition, revisions)


def _best(seen: Mapping[int, ChunkPlace], scores: Mapping[int, float]) -> dict[Address, float]:
    """Collapse chunks to their paragraphs: each has the score of its best chunk."""
    best: dict[Address, float] = {}
    for key, score in scores.items():
        if key in seen:
            address = (seen[key].document, seen[key].position)
            best[address] = max(score, best.get(address, score))
    return best


def _ranked(scores: Mapping[Address, float]) -> list[Address]:
    return sorted(scores, key=lambda address: (-scores[address], address))


def _fuse(rankings: Iterable[Sequence[Address]]) -> list[tuple[Address, float]]:
    """Add 1 / (k + rank) over the rankings."""
    fused: dict[Address, float] = {}
    for ranking in rankings:
        for rank, address in enumerate(ranking, start=1):
            fused[address] = fused.get(address, 0.0) + 1 / (_RANK_CONSTANT + rank)
    return sorted(fused.items(), key=lambda found: (-found[1], found[0]))


def _bm25_of(
    stores: Stores, query: str, seen: Mapping[int, ChunkPlace], known: dict[Address, float], wanted: Sequence[Address]
) -> dict[Address, float]:
    """Complete the word scores of the paragraphs that will be shown, for those that meaning alone has found."""
    unknown = {address for address in wanted if address not in known}
    keys = [key for key, place in seen.items() if (place.document, place.position) in unknown]
    if not keys:
        return known
    return known | _best(seen, dict(stores.terms.search(query, limit=len(keys), keys=keys)))


def _passages(
    catalogue: Catalogue,
    seen: Mapping[int, ChunkPlace],
    fused: Sequence[tuple[Address, float]],
    similarity: Mapping[Address, float],
    bm25: Mapping[Address, float],
) -> list[Passage]:
    """Fetch the paragraphs, each document's in one go."""
    revision_of = {place.document: place.revision for place in seen.values()}
    positions: dict[str, list[int]] = {}
    for (document, position), _ in fused:
        positions.setdefault(document, []).append(position)
    paragraphs: dict[Address, Paragraph] = {
        (document, paragraph.position): paragraph
        for document, wanted in positions.items()
        for paragraph in catalogue.paragraphs(revision_of[document], wanted)
    }
    return [
        Passage(
            document=catalogue.document(revision_of[address[0]]),
            paragraph=paragraphs[address],
            rank=rank,
            score=score,
            similarity=similarity[address],
            bm25=bm25.get(address, 0.0),
        )
        for rank, (address, score) in enumerate(fused, start=1)
    ]


def _revisions(listings: Iterable[Listing], scope: Scope) -> list[int]:
    """List the documents that a scope lets be seen."""
    return [
        listing.revision
        for listing in listings
        if (not scope.collections or listing.collection in scope.collections)
        and (not scope.documents or listing.id in scope.documents)
        and (not scope.kinds or listing.kind in scope.kinds)
        and _within(listing.date, scope)
    ]


def _within(date: str, scope: Scope) -> bool:
    """Tell whether a date, as precise as it is, touches the span from `since` to `until`."""
    if not scope.since and not scope.until:
        return True
    if not date:
        return False
    return (not scope.since or date + "~" >= scope.since) and (not scope.until or date <= scope.until + "~")
