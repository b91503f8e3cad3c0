"""From paths to documents that can be searched: find, copy, parse, cut, embed, write, in groups."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.catalogue.rows import Listing, Record
from corpus.document import Document
from corpus.errors import CorpusError, LibraryError, LibraryMismatch, UnreadableSource
from corpus.formats import SUFFIXES
from corpus.parse import PARSER, Parsed, Parser
from index.embed import Embedder
from index.ingesting.parser_pool import Job, ParserPool, ParsingLimits
from index.report import Entry, IngestReport, Status, Step
from index.sources.find import SourceFile, find_sources, new_id
from index.sources.originals import digest_of
from index.split import split
from index.stores.stores import Stores

_GROUP_CHUNKS = 512
_GROUP_DOCUMENTS = 20
_ENCODED_AT_ONCE = 128


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be ingested, and how."""

    paths: Sequence[Path]
    collection: str = "default"
    document: str = ""
    """Id given by the person, for one file."""
    parser: Parser = PARSER
    limits: ParsingLimits = field(default_factory=ParsingLimits)
    report: Callable[[Step], None] | None = None


@dataclass(slots=True)
class _Read:
    """A parsed document on its way into the stores."""

    number: int
    document: Document
    parsed: Parsed
    status: Status
    reason: str
    places: list[tuple[int, int]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


class Ingestion:
    """One run over some paths."""

    def __init__(
        self,
        stores: Stores,
        embedder: Callable[[], Embedder],
        request: Request,
        sources: Sequence[SourceFile] | None = None,
    ) -> None:
        """Find the files of the request, unless the sources are given."""
        self._stores = stores
        self._embedder = embedder
        self._request = request
        self._sources = list(find_sources(request.paths, SUFFIXES)) if sources is None else list(sources)
        readable = sum(not source.refusal for source in self._sources)
        if request.document and readable > 1:
            raise LibraryError(f"the id {request.document!r} was given for {readable} files; name one file")
        self._entries: dict[int, Entry] = {}
        listings = stores.catalogue.listings()
        self._by_path = {listing.path: listing for listing in listings}
        self._by_digest = {listing.digest: listing for listing in reversed(listings)}
        self._listed = frozenset(listing.id for listing in listings)
        self._taken = set(self._listed)
        self._digests: dict[int, str] = {}
        self._names: dict[int, str] = {}

    def run(self) -> IngestReport:
        """Read, embed and write everything, a group of documents at a time."""
        group: list[_Read] = []
        with ParserPool(self._request.parser, self._request.limits, len(self._sources)) as readers:
            for job, answer in readers.read(self._jobs(), lambda job, stage: self._tell(job.number, stage)):
                if isinstance(answer, CorpusError):
                    self._settle(job.number, "failed", str(answer))
                else:
                    group.append(self._read(job, answer))
                    self._tell(job.number, "reading")
                if sum(len(read.texts) for read in group) >= _GROUP_CHUNKS or len(group) >= _GROUP_DOCUMENTS:
                    self._write(group)
                    group = []
            self._write(group)
        if any(entry.status in ("failed", "replaced") for entry in self._entries.values()):
            self._stores.sweep_originals()
        # An index that stays as it is for want of room still serves.
        with suppress(LibraryError, OSError):
            self._stores.rebuild_if_due()
        return IngestReport(tuple(self._entries[number] for number in range(len(self._sources))))

    def _jobs(self) -> Iterator[Job]:
        """Yield what has to be parsed, and settle what has not."""
        for number, source in enumerate(self._sources):
            if source.refusal:
                self._settle(number, source.refusal, source.reason)
                continue
            self._tell(number, "reading")
            try:
                job = self._job(number, source)
            except LibraryMismatch:
                raise
            except (CorpusError, LibraryError) as error:
                self._settle(number, "failed", str(error))
            except OSError as error:
                self._settle(number, "failed", f"{source.name} could not be copied into the library ({error.strerror})")
            else:
                if job is not None:
                    yield job

    def _job(self, number: int, source: SourceFile) -> Job | None:
        """Copy a file that is new or has changed, and give it a name in the library."""
        digest = digest_of(source)
        known = self._by_path.get(source.name)
        if known and self._request.document not in ("", known.id):
            raise UnreadableSource(f"{source.name} is in the library as {known.id!r}; remove that first to rename it")
        if known and known.digest == digest and known.parser == self._request.parser.version:
            self._unchanged(number, known)
            return None
        if not self._stores.originals.path(
            digest
        ).is_file():  # a copy found there is not for us to delete if this fails
            self._stores.catalogue.record_original(digest, source.name)
        copy = self._stores.originals.keep(source, digest)
        name = known.id if known else self._new_name(source.path)
        self._digests[number], self._names[number] = digest, name
        return Job(number, copy, source.path.name, name)

    def _new_name(self, path: Path) -> str:
        name = self._request.document or new_id(path, self._taken)
        self._taken.add(name)
        return name

    def _unchanged(self, number: int, known: Listing) -> None:
        reason = ""
        if known.collection != self._request.collection:
            self._stores.catalogue.move(known.revision, self._request.collection)
            reason = f"moved from collection {known.collection!r} to {self._request.collection!r}"
        catalogue = self._stores.catalogue
        visible, accounted = (json.loads(catalogue.coverage(known.revision))[name] for name in ("visible", "accounted"))
        self._settle(
            number,
            "unchanged",
            reason,
            document=known.id,
            paragraphs=len(catalogue.paragraphs(known.revision)),
            coverage=accounted / visible if visible else 1.0,
        )

    def _read(self, job: Job, parsed: Parsed) -> _Read:
        """Make a document of what was parsed, and cut it."""
        digest, path = self._digests[job.number], self._sources[job.number].name
        document = Document(
            id=job.document,
            path=path,
            digest=digest,
            format=parsed.format,
            metadata=self._stores.catalogue.corrected(job.document, parsed.metadata),
            text=parsed.text,
            collection=self._request.collection,
            origins=parsed.origins,
        )
        known = self._by_path.get(path)
        twin = self._by_digest.setdefault(digest, Listing(0, job.document, path, digest, "", "", "", ""))
        remarks = []
        if known and known.digest == digest:
            remarks.append("read again by a newer parser")
        if twin.path != path:
            remarks.append(f"the same content as {twin.id!r} ({twin.path})")
        if not parsed.coverage.whole:
            remarks.append(
                f"only {parsed.coverage.share:.2%} of its characters are accounted for; "
                f"see 'rapporteur audit {job.document}'"
            )
        remarks += [exclusion.reason for exclusion in parsed.exclusions if not exclusion.text]
        read = _Read(
            job.number,
            document,
            parsed,
            "replaced" if known or job.document in self._listed else "new",
            "; ".join(remarks),
        )
        for chunk in split(document, parsed.paragraphs):
            read.places.append((chunk.position, chunk.part))
            read.texts.append(chunk.text)
        return read

    def _write(self, group: Sequence[_Read]) -> None:
        """Embed a group and take it into the stores; if that fails, the group has failed and the rest is as before."""
        if not group:
            return
        try:
            vectors = self._embed(group)
            self._tell(group[-1].number, "writing")
            self._stores.take_in([self._record(read, rows) for read, rows in zip(group, vectors, strict=True)])
        except LibraryMismatch:
            raise
        except (LibraryError, OSError) as error:
            for read in group:
                self._settle(read.number, "failed", str(error))
            return
        for read in group:
            self._settle(
                read.number,
                read.status,
                read.reason,
                document=read.document.id,
                paragraphs=len(read.parsed.paragraphs),
                coverage=read.parsed.coverage.share,
            )

    def _embed(self, group: Sequence[_Read]) -> list[NDArray[np.float32]]:
        """Encode the chunks of a group, longest first, so that those encoded together are of a length."""
        texts = [text for read in group for text in read.texts]
        order = sorted(range(len(texts)), key=lambda place: -len(texts[place]))
        embedder = self._embedder()
        vectors = np.empty((len(texts), embedder.fingerprint.dimension), dtype=np.float32)
        for start in range(0, len(order), _ENCODED_AT_ONCE):
            self._tell(group[-1].number, f"embedding {start} of {len(texts)} chunks")
            some = order[start : start + _ENCODED_AT_ONCE]
            vectors[some] = embedder.encode([texts[place] for place in some])
        return np.split(vectors, np.cumsum([len(read.texts) for read in group])[:-1])

    def _record(self, read: _Read, vectors: NDArray[np.float32]) -> Record:
        return Record(
            document=read.document,
            printed=read.parsed.metadata,
            parser=self._request.parser.version,
            coverage=json.dumps(asdict(read.parsed.coverage), ensure_ascii=False),
            paragraphs=read.parsed.paragraphs,
            exclusions=read.parsed.exclusions,
            places=read.places,
            vectors=vectors,
        )

    def _settle(self, number: int, status: Status, reason: str, **of_document: Any) -> None:
        self._entries[number] = Entry(self._sources[number].name, status, reason, **of_document)
        self._tell(number, status)

    def _tell(self, number: int, stage: str) -> None:
        if self._request.report:
            self._request.report(Step(self._sources[number].name, len(self._entries), len(self._sources), stage))
