"""One build of the two indexes, in a folder of its own: `index/gen-7/vectors` and `index/gen-7/terms`."""

import re
import secrets
import shutil
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import numpy as np

from corpus.catalogue.catalogue import Catalogue
from corpus.catalogue.chunk_rows import live_keys
from corpus.errors import LibraryDamaged, LibraryError
from index.private import make_private
from index.stores.seal import FILES as SEAL_FILES
from index.stores.seal import break_seal, is_sealed, seal
from index.stores.stored import StoredChunks, stored_chunks
from index.stores.terms import WordIndex
from index.stores.unused import blank_unused
from index.stores.vectors import Vectors

_NAME = re.compile(r"gen-\d+(-[0-9a-f]{8})?(\.part)?")
Progress = Callable[[int, int], None]
"""Told how much is done, of how much."""


class Generation:
    """The indexes in one folder; each is opened when it is first asked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._vectors: Vectors | None = None
        self._terms: WordIndex | None = None
        self._opening = threading.Lock()

    @property
    def vectors(self) -> Vectors:
        """Open the vectors on first use; Chroma writes to its files even when it is only asked."""
        with self._opening:
            if self._vectors is None:
                break_seal(self.folder)
                self._vectors = Vectors(self.folder / "vectors")
            return self._vectors

    @property
    def terms(self) -> WordIndex:
        """Open the terms on first use."""
        with self._opening:
            if self._terms is None:
                self._terms = WordIndex(self.folder / "terms")
            return self._terms

    def add(self, revisions: Iterable[StoredChunks]) -> None:
        """Add the chunks of revisions to both; adding what is there already changes nothing."""
        break_seal(self.folder)
        added = list(revisions)
        self.terms.erase(chunks.revision for chunks in added)
        for chunks in added:
            self.terms.add(chunks.terms())
            if len(chunks.keys):
                self.vectors.add(chunks.keys, chunks.vectors)
        self.terms.commit()

    def erase(self, revisions: Sequence[int], keys: Sequence[int]) -> None:
        """Take revisions, and the keys of their chunks, out of both."""
        break_seal(self.folder)
        self.vectors.erase(keys)
        self.terms.erase(revisions)
        self.terms.commit()

    def holds(self, revisions: Iterable[StoredChunks]) -> list[str]:
        """Say, in sentences, what of some revisions is not found in the indexes again; empty when all is."""
        wrong = []
        for chunks in revisions:
            fault = self.vectors.fault(chunks.keys, chunks.vectors) if len(chunks.keys) else ""
            wrong.extend([f"of revision {chunks.revision}, {fault}"] if fault else [])
            held = self.terms.count_of(chunks.revision)
            if held != len(chunks.keys):
                wrong.append(f"revision {chunks.revision} has {held} chunks of {len(chunks.keys)} in the word index")
        return wrong

    def compare(self, catalogue: Catalogue, edition: int) -> list[str]:
        """Say, in sentences, where the indexes and the catalogue differ; empty when they agree."""
        expected = live_keys(catalogue, edition)
        differences = []
        for name, found in (("vector index", self.vectors.keys()), ("word index", self.terms.keys())):
            missing = len(np.setdiff1d(expected, found))
            extra = len(found) - (len(expected) - missing)
            if missing:
                differences.append(f"the {name} lacks {missing} of {len(expected)} chunks")
            if extra:
                differences.append(f"the {name} holds {extra} chunks that the catalogue does not have")
        return differences

    def close(self, summary: Mapping[str, str] | None = None) -> None:
        """Let go of the files, and seal the folder with the catalogue's summary where one is given."""
        with self._opening:
            opened = self._vectors is not None or self._terms is not None
            if self._vectors is not None:
                self._vectors.close()
            if self._terms is not None:
                self._terms.close()
            self._vectors = self._terms = None
        if opened:
            with suppress(OSError):  # of a full disk or a folder that nobody may write to
                blank_unused(self.folder)
            make_private(self.folder)  # Chroma and tantivy make files at all times, with the rights of the umask
        if summary is not None and self.folder.is_dir() and (opened or not is_sealed(self.folder)):
            with suppress(OSError):  # an index without a seal is tried when it is opened next
                seal(self.folder, summary)


def is_generation(path: Path) -> bool:
    """Tell a build of the indexes, whole or broken off, by its name and by what lies in it."""
    if not _NAME.fullmatch(path.name) or path.is_symlink() or not path.is_dir():
        return False
    return {each.name for each in path.iterdir()} <= {"vectors", "terms", *SEAL_FILES}


def build(
    catalogue: Catalogue, edition: int, folder: Path, summary: Mapping[str, str], progress: Progress | None = None
) -> Generation:
    """Build the indexes of all live documents beside the current ones, verify them, and put them in `folder`.

    Nothing refers to the folder yet when this returns: the catalogue makes it current. Raise `LibraryDamaged` when what
    was written does not read back.
    """
    # A name of its own each time: Chroma keeps in mind a path at which it failed once, for want of room say.
    unfinished = folder.with_name(f"{folder.name}-{secrets.token_hex(4)}.part")
    generation = Generation(unfinished)
    try:
        unfinished.mkdir(mode=0o700)
        try:
            wrong = _fill(generation, catalogue, edition, progress) or generation.compare(catalogue, edition)
        finally:
            generation.close()
        if wrong:
            raise LibraryDamaged(
                f"a new index in {unfinished} does not hold what was put into it ({wrong[0]}); "
                "check the disk, then run 'rapporteur reindex'"
            )
        unfinished.rename(folder)
        seal(folder, summary)
    except OSError as error:
        raise LibraryError(
            f"a new index could not be written in {folder.parent} ({error.strerror}); the old one still serves: "
            "make room on the disk, then run 'rapporteur reindex'"
        ) from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return Generation(folder)


def _fill(generation: Generation, catalogue: Catalogue, edition: int, progress: Progress | None) -> list[str]:
    """Add every live document, some hundreds of chunks at a time, then ask for each of them."""
    listings = catalogue.listings()
    wrong: list[str] = []
    for asked in (False, True):
        waiting: list[StoredChunks] = []
        for done, listing in enumerate(listings, start=1):
            waiting.append(stored_chunks(catalogue, listing.revision, edition))
            if sum(len(chunks.keys) for chunks in waiting) > 4000 or done == len(listings):
                wrong.extend(generation.holds(waiting)) if asked else generation.add(waiting)
                waiting = []
                if progress:
                    progress(done + asked * len(listings), 2 * len(listings))
    generation.terms.commit()
    generation.vectors.count()
    return wrong
