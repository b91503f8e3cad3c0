"""Put known facts to a library: the person's own, or one made for the purpose and removed after it."""

import hashlib
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from assistant.compose import Settings
from corpus.errors import CaseError
from evals.cases.case import Case
from evals.made_with import made_with
from evals.run_record import MadeWith, RunRecord
from evals.running.filled import filled_library
from evals.running.kept import KeptOutcomes
from evals.running.kept_libraries import KeptLibrary
from evals.running.quotes import Shelves, faulty_quotes, refuse_faults
from evals.running.run import absent_documents, run_cases
from index.embed import weights_digest
from interfaces.terminal.ingesting import ingest_paths
from interfaces.terminal.opening import assistant_over, library_of, load_models
from interfaces.terminal.terminal import progress_bar, say, waiting

if TYPE_CHECKING:
    from index.library import IngestReport, Library

_MOST_JOBS = 4


@dataclass(frozen=True, slots=True)
class RunOptions:
    """How cases are put to a library."""

    jobs: int = 0
    """Cases asked at the same time; 0 for as many as there are processors, four at most."""
    fresh: bool = False
    """Whether documents are read and every case is asked again, and nothing is kept."""
    strict: bool = True
    """Whether a quote that is in no document stops the run; else it is a remark, and the case is lost."""


def evaluate(
    settings: Settings, cases: Sequence[Case], source: Path, corpus: Path | None, asking: RunOptions | None = None
) -> RunRecord:
    """Return the run of the cases over the documents of a folder, or over the person's library."""
    corpus = corpus or starter_corpus(source)
    fresh = asking is not None and asking.fresh
    opened = library_of(settings) if corpus is None else temporary_library(settings, corpus, keep=not fresh)
    with opened as library:
        return evaluate_library(settings, library, cases, source, asking)


def starter_corpus(source: Path) -> Path | None:
    """Return the starter corpus beside the starter cases, None for any other file."""
    source = source.resolve()
    corpus = source.parent.parent / "corpus" / "starter"
    return corpus if (source.parent.name, source.name) == ("evals", "starter.yaml") and corpus.is_dir() else None


@contextmanager
def temporary_library(settings: Settings, corpus: Path, *, keep: bool = False) -> "Iterator[Library]":
    """Give a library that holds the documents of a folder; the library of the person is not opened.

    With `keep` it is kept, and copied the next time as long as neither the documents nor what reads them have changed.
    Raise `SourceMissing` when nothing in the folder could be read.
    """
    kept = _kept_library(settings, corpus) if keep else None
    with filled_library(settings, corpus, _ingest, opened=library_of, kept=kept, remark=say) as library:
        yield library


def evaluate_library(
    settings: Settings, library: "Library", cases: Sequence[Case], source: Path, asking: RunOptions | None = None
) -> RunRecord:
    """Return the run of the cases; raise `CaseError` for cases that are of other documents, or quote what is nowhere.

    What was asked before of the same library by the same code is not asked again.
    """
    asking = asking or RunOptions()
    assistant = assistant_over(library, settings)
    shelves = Shelves(library)
    _require_documents(cases, library, source)
    with waiting("Looking for what the cases quote…"):
        faults = faulty_quotes(cases, shelves)
    if asking.strict:
        refuse_faults(faults)
    for fault in faults:
        say(str(fault))
    made = made_with(settings, library)
    started = time.perf_counter()
    with ExitStack() as opened:
        kept = None if asking.fresh else _kept(opened, made)
        if kept is None or any(kept.get(case) is None for case in cases):
            load_models(assistant)
        show = opened.enter_context(progress_bar("Asking"))
        started = time.perf_counter()
        outcomes = run_cases(
            cases,
            assistant,
            lambda done, total: show(done, total, ""),
            shelves=shelves,
            kept=kept,
            jobs=asking.jobs or min(_MOST_JOBS, os.cpu_count() or 1),
        )
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return RunRecord(made, now, time.perf_counter() - started, outcomes)


def cache_folder() -> Path:
    """Return the folder of what may be lost without harm: `RAPPORTEUR_CACHE`, or one of the person's."""
    folder = os.environ.get("RAPPORTEUR_CACHE", "").strip()
    return Path(folder).expanduser() if folder else Path(platformdirs.user_cache_dir("rapporteur", False))


def facts_folder(settings: Settings) -> Path:
    """Return the folder in which a library keeps the known facts of its documents."""
    return settings.library / "facts"


def _ingest(library: "Library", corpus: Path) -> "IngestReport":
    return ingest_paths(library, [corpus])


def _kept_library(settings: Settings, corpus: Path) -> KeptLibrary | None:
    """Return the place of what is kept; None for an embedding by hub name, whose weights nobody knows beforehand."""
    embedding = settings.embedding
    folder = Path(embedding).expanduser()
    if embedding not in ("", "hash") and not folder.is_dir():
        return None
    digest = weights_digest(folder) if embedding and folder.is_dir() else ""
    return KeptLibrary(cache_folder() / "libraries", corpus, f"{embedding} {digest}")


def _kept(opened: ExitStack, made: MadeWith) -> KeptOutcomes | None:
    """Open what is kept of earlier runs; where nothing can be kept, say so and go on without."""
    folder = cache_folder() / "outcomes"
    try:
        return opened.enter_context(KeptOutcomes(folder, made))
    except OSError as error:
        say(f"nothing is kept for the next run: {folder} cannot be written ({error.strerror or error})")
        return None


def _require_documents(cases: Sequence[Case], library: "Library", source: Path) -> None:
    """Remark on documents that are not there; raise `CaseError` when none of those that are named is."""
    absent = absent_documents(cases, library.documents())
    named = {name for case in cases for gold in case.gold for name in gold.documents}
    if named and len(absent) == len(named):
        few = ", ".join(sorted(named)[:8])
        raise CaseError(
            f"{source} is about documents that are not in the library ({few}); name theirs with --corpus DIR"
        )
    for name, ids in absent.items():
        say(f"{source}: no document {name!r} in the library, though named by {', '.join(ids)}")


def history_file(source: Path) -> Path:
    """Return where the metrics of a file of cases are kept, run after run, unless the person says where."""
    name = hashlib.sha256(str(source.resolve()).encode()).hexdigest()[:12]
    return cache_folder() / "history" / f"{source.stem}-{name}.jsonl"
