"""The catalogue and its indexes, changed together so that a search sees a document in all of them or in none."""

import shutil
import threading
from collections.abc import Sequence
from pathlib import Path

from corpus.catalogue.catalogue import Catalogue
from corpus.catalogue.chunk_rows import chunk_count, drop_other_editions, keys_of, summary
from corpus.catalogue.rows import Record
from corpus.errors import LibraryDamaged
from index.sources.originals import Originals
from index.stores.generation import Generation, Progress, build, is_generation
from index.stores.scan import ExactScan
from index.stores.seal import break_seal
from index.stores.stored import stored_chunks
from index.stores.terms import WordIndex
from index.stores.turns import Turns

_WORN = 0.25
"""Share of chunks taken out in place at which the indexes are made anew."""


SCANNED = 20_000
"""An exact comparison with so many vectors takes some milliseconds, and needs no graph."""


class Stores:
    """What lies in a library's folder. One thread changes it at a time; any number search."""

    def __init__(self, folder: Path, *, read_only: bool = False) -> None:
        self.read_only = read_only
        """Nothing can be written in the folder: the catalogue serves alone, without the indexes, which write."""
        self.catalogue = Catalogue(folder / "catalogue.db", read_only=read_only)
        self.originals = Originals(folder / "originals")
        self.scan = ExactScan(self.catalogue)
        self.turns = Turns()
        self.scanned = SCANNED
        """Chunks up to which a search compares the query with every vector; beyond it the vector index answers."""
        self.damage = "nothing can be written there" if read_only else ""
        """Why the vector index cannot be used, in which case the exact scan stands in for it; else empty."""
        self._count: int | None = None
        self._spare_terms: WordIndex | None = None
        self._sparing = threading.Lock()
        self._indexes = folder / "index"
        self.generation = Generation(self._folder(self.number))

    @property
    def edition(self) -> int:
        """Say which edition of chunks is current; it changes with the model and with how paragraphs are cut."""
        return int(self.catalogue.meta("edition"))

    @property
    def number(self) -> int:
        """Say which generation of the indexes is current; 0 before anything was ingested."""
        return int(self.catalogue.meta("generation"))

    def close(self) -> None:
        """Let go of all files, and seal the indexes as they are."""
        with self.turns.changing():
            sealed = None if self.damage or not self.number else summary(self.catalogue, self.edition)
            self.generation.close(sealed)
            self.catalogue.close()

    def take_in(self, records: Sequence[Record], correction: tuple[str, str, str] | None = None) -> None:
        """Add documents, or new revisions of them: journal first, then the indexes, verify, then live.

        `correction` (document, field, value) is remembered in the same step. Whatever goes wrong, a search finds what
        it found before; raise what went wrong.
        """
        if not self.number or self.damage or self._is_removing():
            self.rebuild()
        # What a full disk kept from being taken back must not be finished later, over what is newer.
        left = [listing.revision for listing in self.catalogue.listings("staged")]
        with self.catalogue.transaction():
            self.catalogue.abandon(left)
            if correction:
                self.catalogue.correct(*correction)
            revisions = self.catalogue.stage(records, self.edition)
        try:
            self.index_staged(revisions)
        except BaseException as error:
            # The indexes may hold some of it now: they are made again before the next addition.
            self.damage = self.damage or f"an addition was broken off ({error})"
            self.catalogue.abandon(revisions)
            raise
        self.erase_condemned_in_place()

    def index_staged(self, revisions: Sequence[int]) -> None:
        """Bring staged revisions into the indexes, and let them be seen."""
        stored = [stored_chunks(self.catalogue, revision, self.edition) for revision in revisions]
        self.generation.add(stored)
        wrong = self.generation.holds(stored)
        if wrong:
            self.damage = wrong[0]
            raise LibraryDamaged(
                f"the index does not hold what was put into it ({wrong[0]}); it is made again at the next ingestion, "
                "and what was in the library stays there: ingest again"
            )
        with self.turns.changing():
            self.catalogue.publish(revisions)
            self._changed()

    def condemn(self, revision: int) -> None:
        """Take a document out of sight; it awaits erasure."""
        with self.turns.changing():
            break_seal(self.generation.folder)
            self.catalogue.condemn(revision)
            self._changed()

    def erase_condemned_in_place(self) -> None:
        """Take what was replaced out of every store."""
        condemned = [listing.revision for listing in self.catalogue.listings("erasing")]
        if condemned:
            keys = keys_of(self.catalogue, condemned)
            self.generation.erase(condemned, keys)
            with self.catalogue.transaction():
                self.catalogue.discard(condemned)
                self.catalogue.set_meta("erased", str(int(self.catalogue.meta("erased") or 0) + len(keys)))

    def rebuild_if_due(self) -> None:
        """Make the indexes anew when a removal was cut short, or when so much was taken out that the graph is worn."""
        if self._is_removing() or int(self.catalogue.meta("erased") or 0) > _WORN * self.chunk_count():
            self.rebuild()

    def rebuild(
        self, progress: Progress | None = None, *, edition: int | None = None, made_with: dict[str, str] | None = None
    ) -> None:
        """Make the indexes anew from the catalogue, and let the new generation take the place of the old in one step.

        What was condemned is erased with the old one, so that no file of the library holds a trace of it.
        `edition` and `made_with` are for a change of model: the chunks to take, and what to record with the change.
        """
        edition = self.edition if edition is None else edition
        condemned = [listing.revision for listing in self.catalogue.listings("erasing")]
        number = max(self.number, *(_number(path) for path in self._indexes.iterdir()), 0) + 1
        made_of = summary(self.catalogue, edition)
        generation = build(self.catalogue, edition, self._folder(number), made_of, progress)
        old = self.generation
        with self.turns.changing():
            with self.catalogue.transaction():
                recorded = {"generation": str(number), "edition": str(edition), "erased": "0"}
                for name, value in (recorded | (made_with or {})).items():
                    self.catalogue.set_meta(name, value)
                self.catalogue.discard(condemned)
            self.generation = generation
            self.damage = ""
            self._changed()
        old.close()
        self.sweep()
        if condemned:
            self.sweep_originals()
            self.catalogue.truncate_log()

    def sweep(self) -> None:
        """Remove the folders and chunks of other generations and editions, and nothing that was not made here."""
        for path in self._others():
            if is_generation(path):
                shutil.rmtree(path, ignore_errors=True)
        drop_other_editions(self.catalogue, self.edition)

    def strangers(self) -> list[Path]:
        """Name what lies among the indexes and was not made here; what the system hides there is not asked after."""
        return [path for path in self._others() if not is_generation(path) and not path.name.startswith(".")]

    def chunk_count(self) -> int:
        """Say how many chunks a search may show; counted once after each change."""
        counted = self._count
        if counted is None:
            counted = self._count = chunk_count(self.catalogue, self.edition)
        return counted

    def change_fact(self, revision: int, document: str, field: str, value: str) -> None:
        """Correct a fact that no index holds."""
        if self._is_removing():
            self.rebuild()
        with self.turns.changing():
            self.catalogue.correct(document, field, value, revision)

    def sweep_originals(self) -> None:
        """Delete the copies that were made for documents that are no more; never while some wait to be read.

        Only what the catalogue has recorded as its own copy is deleted: a catalogue that lacks documents, an older copy
        of it, or that of another library, leaves what it does not know where it is.
        """
        known = {each.digest for each in self.catalogue.listings() + self.catalogue.listings("staged")}
        unused = [digest for digest in self.catalogue.originals() if digest not in known]
        if unused:
            self.originals.erase(unused)
            self.catalogue.forget_originals(unused)
        self.originals.sweep_unfinished()

    @property
    def terms(self) -> WordIndex:
        """Give the word index; while the indexes are damaged, one that is made in memory on first use."""
        if not self.damage:
            return self.generation.terms
        with self._sparing:
            if self._spare_terms is None:
                self._spare_terms = WordIndex(None)
                for listing in self.catalogue.listings():
                    self._spare_terms.add(stored_chunks(self.catalogue, listing.revision, self.edition).terms())
                self._spare_terms.commit()
            return self._spare_terms

    def _is_removing(self) -> bool:
        """Tell whether something awaits erasure: before a change, what a full disk has kept from being removed."""
        return bool(self.catalogue.listings("erasing"))

    def _changed(self) -> None:
        """Forget what is kept in memory of the library as it was."""
        self.scan.forget()
        self._count = None
        with self._sparing:
            self._spare_terms = None

    def _others(self) -> list[Path]:
        kept = self._folder(self.number)
        return [path for path in sorted(self._indexes.iterdir()) if path != kept]

    def _folder(self, number: int) -> Path:
        return self._indexes / f"gen-{number}"


def _number(path: Path) -> int:
    """Read the number of what may be a generation's folder; 0 for anything else."""
    digits = path.name.removeprefix("gen-")
    return int(digits) if digits.isdecimal() else 0
