"""Put right what a crash, or a damaged disk, has left behind; done when a library is opened."""

from corpus.chunk_rows import chunk_count, summary
from index.probe import probe
from index.seal import broken_seal
from index.stores import Stores

REBUILT_AT_ONCE = 20_000
"""Chunks up to which a damaged index is made again on opening, within seconds; beyond it the exact scan serves."""


def repair(stores: Stores) -> list[str]:
    """Carry interrupted changes to their end, check the indexes, and say what was done."""
    done = list(stores.catalogue.migrated)
    stores.sweep()
    if not stores.number:
        stores.catalogue.discard([listing.revision for listing in stores.catalogue.listings("staged")])
        return done
    staged = stores.catalogue.listings("staged")
    condemned = stores.catalogue.listings("erasing")
    wrong = _wrong(stores, interrupted=bool(staged or condemned))
    if wrong:
        done.append(f"the index was damaged: {wrong}")
        stores.damage = wrong
    if staged and not wrong:
        stores.index_staged([listing.revision for listing in staged])
        done.append(f"finished taking in {_names([listing.id for listing in staged])}")
    elif staged:
        stores.catalogue.publish([listing.revision for listing in staged])
        done.append(f"finished taking in {_names([listing.id for listing in staged])}")
    if condemned or stores.catalogue.listings("erasing"):
        stores.erase_condemned_for_good()
        if condemned:
            done.append(f"finished erasing {_names([listing.id for listing in condemned])}")
    if stores.damage and chunk_count(stores.catalogue, stores.edition) <= REBUILT_AT_ONCE:
        stores.rebuild()
        done.append("the index was made again from the catalogue")
    elif stores.damage:
        done.append("searches scan the catalogue until an ingestion, or 'rapporteur reindex', makes the index again")
    return done


def _wrong(stores: Stores, *, interrupted: bool) -> str:
    """Say what is wrong with the indexes: by their seal, or by trying them where it is broken."""
    folder = stores.generation.folder
    if not folder.is_dir():
        return f"the folder {folder.name} is gone"
    if not interrupted and not broken_seal(folder, summary(stores.catalogue, stores.edition)):
        return ""
    return probe(folder, stores.catalogue, stores.edition)


def _names(ids: list[str]) -> str:
    return ", ".join(ids[:5]) + (f" and {len(ids) - 5} more" if len(ids) > 5 else "")
