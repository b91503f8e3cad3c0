"""A library: documents that can be searched, in one folder that one process owns."""

import hashlib
import json
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import TracebackType

import numpy as np
from numpy.typing import NDArray

from corpus.audit.second_reading import SECOND_READ, overlooked_words
from corpus.catalogue.lock import FolderLock
from corpus.catalogue.rows import Listing
from corpus.document import Document
from corpus.errors import LibraryError, LibraryMismatch, NoRoom, NotInLibrary
from corpus.paragraph import Exclusion, Paragraph
from corpus.parse import PARSER, Parser
from corpus.text.word_counts import WordCounts
from index.embed import Embedder, Fingerprint
from index.ingesting.corrections import set_metadata
from index.ingesting.ingest import Ingestion, Request
from index.ingesting.parser_pool import ParsingLimits
from index.ingesting.reindex import reindex
from index.passage import Passage
from index.report import Entry, IngestReport, Step
from index.scope import Scope
from index.searching.search import search
from index.split import CHUNKING
from index.stores.check import Audit, Verification, verify
from index.stores.founding import is_read_only, make_top_private, prepare, require_catalogue, sweep_uploads
from index.stores.repair import repair
from index.stores.restoring import lost_sources, make_way
from index.stores.stores import Stores

__all__ = ["Audit", "Entry", "IngestReport", "Library", "ParsingLimits", "Step", "Verification"]


class Library:
    """Ingests, lists, finds and removes documents. Made by `Library.open`, used in a `with` statement."""

    def __init__(self, folder: Path, lock: FolderLock | None, stores: Stores, embedder: Callable[[], Embedder]) -> None:
        self.folder = folder
        self.repaired: tuple[str, ...] = ()
        """What was put right when the library was opened, in sentences."""
        self._lock = lock
        self._stores = stores
        self._make_embedder = embedder
        self._embedders: dict[str, Embedder] = {}
        self._closed = False
        self._loading = threading.Lock()
        self._changing = threading.RLock()

    @classmethod
    def open(cls, folder: Path, embedder: Callable[[], Embedder]) -> "Library":
        """Open the library in `folder`, or make an empty one; put right what a crash has left half done.

        The embedder is made when it is first needed. A folder in which nothing can be written is opened to be read.
        Raise `LibraryInUse` while another process owns the folder, `LibraryMismatch` for one of a newer version,
        `LibraryDamaged` for a catalogue that cannot be read, or that is gone while the rest of the library is there.
        """
        folder = folder.expanduser().resolve()
        if is_read_only(folder):
            return cls(folder, None, Stores(folder, read_only=True), embedder)
        return cls._owned(folder, embedder, require_catalogue)

    @classmethod
    def restore(
        cls,
        folder: Path,
        embedder: Callable[[], Embedder],
        report: Callable[[Step], None] | None = None,
    ) -> IngestReport:
        """Read again the original files that a lost, damaged or older catalogue does not know.

        What people corrected in those documents is lost. Raise `LibraryError` where the catalogue is whole and knows
        every original, or where there are none.
        """
        with cls._owned(folder.expanduser().resolve(), embedder, make_way) as library:
            library._require_writable()
            sources = list(lost_sources(library._stores.originals, library._stores.catalogue))
            if not sources:
                raise LibraryError(
                    f"the catalogue of the library at {library.folder} is whole and knows every original file in it; "
                    "nothing needs to be restored"
                )
            library._require_current_chunks()
            return Ingestion(library._stores, library._ready_embedder, Request((), report=report), sources).run()

    @classmethod
    def _owned(cls, folder: Path, embedder: Callable[[], Embedder], founded: Callable[[Path], object]) -> "Library":
        """Take the folder, see by `founded` that it may be a library, and open it."""
        try:
            tightened = prepare(folder)
        except OSError as error:
            raise LibraryError(
                f"the library folder {folder} cannot be made ({error.strerror}); set RAPPORTEUR_LIBRARY to another one"
            ) from error
        lock = FolderLock(folder)
        try:
            founded(folder)
            make_top_private(folder)
            try:
                stores = Stores(folder)
                done = [*tightened, *repair(stores)]
            except NoRoom:
                stores = Stores(folder, read_only=True)
                done = [f"there is no room on the disk of {folder}: it is opened to be read; free some and start again"]
            library = cls(folder, lock, stores, embedder)
            library.repaired = tuple(done)
            sweep_uploads(folder)
        except BaseException:
            lock.release()
            raise
        return library

    def close(self) -> None:
        """Finish, and let others open the folder; closing twice is harmless."""
        with self._changing:
            if not self._closed:
                self._closed = True
                self._stores.close()
                if self._lock is not None:
                    self._lock.release()

    def __enter__(self) -> "Library":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def digest(self) -> str:
        """Return a short digest of what a search can find here: documents, corrections, embedding and cutting."""
        catalogue = self._stores.catalogue
        documents = [(x.id, x.digest, x.parser, x.collection) for x in catalogue.listings()]
        made_of = (documents, catalogue.corrections(), catalogue.meta("embedding"), catalogue.meta("chunking"))
        return hashlib.sha256(repr(made_of).encode()).hexdigest()[:12]

    def ingest(
        self,
        paths: Sequence[Path],
        *,
        collection: str = "default",
        document: str = "",
        limits: ParsingLimits | None = None,
        parser: Parser = PARSER,
        report: Callable[[Step], None] | None = None,
    ) -> IngestReport:
        """Take in files and folders; a file that fails does not stop the others.

        The same file again changes nothing; a changed one replaces its old self. `document` gives the id of one file.
        """
        limits = limits or ParsingLimits()
        with self._changing:
            self._require_writable()
            self._require_current_chunks()
            request = Request(paths, collection, document, parser, limits, report)
            return Ingestion(self._stores, self._ready_embedder, request).run()

    def documents(self, *, with_text: bool = True) -> list[Document]:
        """List the documents by id; without their text they are many times quicker to have."""
        return self._stores.catalogue.documents(with_text=with_text)

    def word_counts(self) -> Iterator[tuple[str, WordCounts]]:
        """Yield for each document, by its id, how many of its paragraphs hold each word."""
        return self._stores.catalogue.word_counts()

    def document(self, reference: str) -> Document:
        """Find a document by its id, the beginning of an id that no other has, or its path."""
        return self._stores.catalogue.document(self._find(reference).revision)

    def paragraphs(self, document_id: str) -> list[Paragraph]:
        """Give the paragraphs of a document in reading order."""
        return self._stores.catalogue.paragraphs(self._find(document_id).revision)

    def editions_of(self, document_id: str) -> list[tuple[str, str]]:
        """List the documents here that supersede, correct or add to a document, as `(id, symbol)`."""
        return self._stores.catalogue.editions_of(document_id)

    def exclusions(self, document_id: str) -> list[Exclusion]:
        """Give what of a document is in no paragraph, and why."""
        return self._stores.catalogue.exclusions(self._find(document_id).revision)

    def remove(self, reference: str, *, report: Callable[[Step], None] | None = None) -> Document:
        """Erase a document from every store, and give what it was; nothing in the folder holds its text afterwards."""
        with self._changing:
            self._require_writable()
            self._require_current_chunks()
            listing = self._find(reference)
            document = self._stores.catalogue.document(listing.revision)
            self._stores.condemn(listing.revision)
            self._stores.rebuild(_progress(report, listing.path, "rebuilding the index"))
            return document

    def search(self, query: str, *, scope: Scope | None = None, limit: int = 10) -> list[Passage]:
        """Find the paragraphs that bear on a query, best first."""
        scope = scope or Scope()
        if not query.strip() or not self._stores.chunk_count():
            return []
        self._require_current_chunks()
        while True:
            embedder = self._ready_embedder()
            vector = embedder.encode([query])[0]
            with self._stores.turns.reading():
                if self._stores.catalogue.meta("embedding") == embedder.fingerprint.to_json():
                    return search(self._stores, query, vector, scope, limit)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Give one L2-normalised vector for each text, shape `(len(texts), dimension)`, by the library's embedding."""
        return self._ready_embedder().encode(texts)

    def verify(self) -> Verification:
        """Compare the catalogue, the vectors and the word index, whole."""
        with self._changing:
            return verify(self._stores)

    def reindex(self, *, report: Callable[[Step], None] | None = None) -> str:
        """Make the indexes anew with the present embedding, and say what was done; searches go on meanwhile."""

        def tell(done: int, total: int, stage: str) -> None:
            if report:
                report(Step(str(self.folder), done, total, stage))

        with self._changing:
            self._require_writable()
            embedder = self._make_embedder()
            with self._loading:
                self._embedders[embedder.fingerprint.to_json()] = embedder
            done = reindex(self._stores, embedder, tell)
            with self._loading:
                self._embedders = {embedder.fingerprint.to_json(): embedder}
            return done

    def set_metadata(self, reference: str, field: str, value: str) -> Document:
        """Correct a field of a document's metadata (`title`, …) for good; raise `LibraryError` where that cannot be."""
        with self._changing:
            self._require_writable()
            self._require_current_chunks()
            return set_metadata(self._stores, self._ready_embedder, self._find(reference), field, value)

    def audit(self, reference: str) -> Audit:
        """Say what of a document's source is in paragraphs, what was excluded and why, and what is unaccounted for."""
        listing = self._find(reference)
        catalogue = self._stores.catalogue
        counted = json.loads(catalogue.coverage(listing.revision))
        return Audit(
            document=catalogue.document(listing.revision),
            visible=counted["visible"],
            accounted=counted["accounted"],
            missing=tuple(counted["missing"]),
            exclusions=tuple(catalogue.exclusions(listing.revision)),
        )

    def overlooked(self, reference: str) -> tuple[str, ...] | None:
        """Give the words that a second reader finds in the file and that were overlooked; None where none reads it."""
        listing = self._find(reference)
        catalogue = self._stores.catalogue
        document = catalogue.document(listing.revision)
        if document.format not in SECOND_READ:
            return None
        seen = [document.text, *(exclusion.text for exclusion in catalogue.exclusions(listing.revision))]
        return overlooked_words(self._stores.originals.path(listing.digest).read_bytes(), document.format, seen)

    def _find(self, reference: str) -> Listing:
        listings = self._stores.catalogue.listings()
        named = [x for x in listings if x.id == reference]
        named = named or [x for x in listings if reference and x.path == str(Path(reference).expanduser().resolve())]
        named = named or [x for x in listings if reference and x.id.startswith(reference.lower())]
        if not named:
            raise NotInLibrary(f"there is no document {reference!r} in the library; 'rapporteur documents' lists them")
        if len(named) > 1:
            several = ", ".join(x.id for x in named[:5])
            raise NotInLibrary(
                f"{reference!r} is the beginning of {len(named)} documents ({several}); write more of the id"
            )
        return named[0]

    def _ready_embedder(self) -> Embedder:
        """Give the embedder that the library was made with; make it once, and see that it is the one."""
        with self._loading:
            recorded = self._stores.catalogue.meta("embedding")
            if recorded not in self._embedders:
                embedder = self._make_embedder()
                self._require_same_embedding(embedder.fingerprint)
                self._embedders[embedder.fingerprint.to_json()] = embedder
                return embedder
            return self._embedders[recorded]

    def _require_same_embedding(self, given: Fingerprint) -> None:
        """Record the embedding of a new library; refuse another one for a library that has its own."""
        catalogue = self._stores.catalogue
        recorded = catalogue.meta("embedding")
        if not recorded or not (catalogue.listings() or catalogue.listings("staged")):
            catalogue.set_meta("embedding", given.to_json())
            catalogue.set_meta("chunking", CHUNKING)
        elif Fingerprint.from_json(recorded) != given:
            raise LibraryMismatch(
                f"the library at {self.folder} holds vectors of {Fingerprint.from_json(recorded)} and the embedding is "
                f"{given}; run 'rapporteur reindex' to embed it again, or set RAPPORTEUR_EMBEDDING to the first"
            )

    def _require_writable(self) -> None:
        """Refuse to change a library that was opened to be read."""
        if self._stores.read_only:
            raise LibraryError(
                f"nothing can be written in the library at {self.folder}, so it can be asked and read but not changed; "
                "check the folder's permissions and the room on the disk, or set RAPPORTEUR_LIBRARY to another one"
            )

    def _require_current_chunks(self) -> None:
        """Refuse to search chunks that were cut by other rules than the ones here."""
        cut = self._stores.catalogue.meta("chunking")
        if cut != CHUNKING and self._stores.catalogue.listings():
            raise LibraryMismatch(
                f"the library at {self.folder} was cut by rules {cut!r} and this Rapporteur has rules {CHUNKING!r}; "
                "run 'rapporteur reindex'"
            )


def _progress(report: Callable[[Step], None] | None, path: str, stage: str) -> Callable[[int, int], None] | None:
    """Report the progress of a rebuild as steps."""
    if report is None:
        return None
    tell = report
    return lambda done, total: tell(Step(path, done, total, stage))
