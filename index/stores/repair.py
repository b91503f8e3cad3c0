"""Put right what a crash, or a damaged disk, has left behind; done when a library is opened."""

from corpus.catalogue.chunk_rows import summary
from corpus.errors import LibraryDamaged
from index.private import make_private
from index.split import CHUNKING
from index.stores.probe import probe
from index.stores.seal import broken_seal, is_sealed
from index.stores.stores import Stores

REBUILT_AT_ONCE = 20_000
"""Chunks up to which a damaged index is made again on opening, within seconds; beyond it the exact scan serves."""


def repair(stores: Stores) -> list[str]:
    """Carry interrupted changes to their end, check the indexes, and say in sentences what was done."""
    done = _repaired(stores)
    stores.sweep_originals()
    return done


def _repaired(stores: Stores) -> list[str]:
    done = list(stores.catalogue.migrated)
    if done:
        stores.originals.make_private()
        for listing in stores.catalogue.listings():
            stores.originals.note_path(listing.digest, listing.path)
    stores.sweep()
    make_private(stores.generation.folder)
    if not stores.number or stores.catalogue.meta("chunking") != CHUNKING:
        return done + _set_aside(stores)
    staged = [(listing.revision, listing.id) for listing in stores.catalogue.listings("staged")]
    condemned = [listing.id for listing in stores.catalogue.listings("erasing")]
    stores.damage = _damage(stores)
    if stores.damage:
        done.append(f"the index was {stores.damage}")
    if staged:
        _finish([revision for revision, _ in staged], stores)
        done.append(f"finished taking in {_names([name for _, name in staged])}")
    if stores.catalogue.listings("erasing"):
        stores.rebuild()
    if condemned:
        done.append(f"finished erasing {_names(condemned)}")
    if stores.damage and stores.chunk_count() <= REBUILT_AT_ONCE:
        stores.rebuild()
        done.append("the index was made again from the catalogue")
    elif stores.damage:
        done.append("searches scan the catalogue until an ingestion, or 'rapporteur reindex', makes the index again")
    return done


def _set_aside(stores: Stores) -> list[str]:
    """Drop what was interrupted in a library that has no index, or one of other rules, to be finished in."""
    unfinished = stores.catalogue.listings("staged") + stores.catalogue.listings("erasing")
    if not unfinished:
        return []
    stores.catalogue.discard([listing.revision for listing in unfinished])
    stores.catalogue.truncate_log()
    return [f"dropped what was left of {_names([listing.id for listing in unfinished])}"]


def _finish(revisions: list[int], stores: Stores) -> None:
    """Let staged revisions be seen: the catalogue holds them whole, whatever the indexes hold."""
    if not stores.damage:
        try:
            stores.index_staged(revisions)
        except LibraryDamaged as error:
            stores.damage = str(error)
    if stores.damage:
        stores.catalogue.publish(revisions)


def _damage(stores: Stores) -> str:
    """Say, after `the index was`, what is wrong: by the seal, or, where a crash has left none, by trying the index."""
    folder = stores.generation.folder
    if not folder.is_dir():
        return f"damaged: the folder {folder.name} is gone"
    if is_sealed(folder):
        return broken_seal(folder, summary(stores.catalogue, stores.edition))
    wrong = probe(folder, stores.catalogue, stores.edition)
    return f"damaged: {wrong}" if wrong else ""


def _names(ids: list[str]) -> str:
    return ", ".join(ids[:5]) + (f" and {len(ids) - 5} more" if len(ids) > 5 else "")
