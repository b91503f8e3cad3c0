"""Put known facts to a library: the person's own, or one made for the purpose and removed after it."""

import hashlib
import os
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from assistant.compose import Settings
from corpus.errors import CaseError, SourceMissing
from evals.case import Case
from evals.kept import KeptOutcomes
from evals.made_with import made_with
from evals.quotes import Shelves, faulty_quotes, require_quotes
from evals.run import absent_documents, run_cases
from evals.run_record import MadeWith, RunRecord
from interfaces.ingesting import ingest_paths
from interfaces.opening import assistant_over, library_of, load_models
from interfaces.terminal import progress_bar, say

if TYPE_CHECKING:
    from index.library import Library

_MOST_JOBS = 4


@dataclass(frozen=True, slots=True)
class Asking:
    """How cases are put to a library."""

    jobs: int = 0
    """Cases asked at the same time; 0 for as many as there are processors, four at most."""
    fresh: bool = False
    """Whether every case is asked again, and nothing is kept."""
    strict: bool = True
    """Whether a quote that is in no document stops the run; else it is a remark, and the case is lost."""


def evaluate(
    settings: Settings, cases: Sequence[Case], source: Path, corpus: Path | None, asking: Asking | None = None
) -> RunRecord:
    """Return the run of the cases over the documents of a folder, or over the person's library."""
    corpus = corpus or starter_corpus(source)
    opened = library_of(settings) if corpus is None else temporary_library(settings, corpus)
    with opened as library:
        return evaluate_library(settings, library, cases, source, asking)


def starter_corpus(source: Path) -> Path | None:
    """Return the starter corpus beside the starter cases, None for any other file."""
    source = source.resolve()
    corpus = source.parent.parent / "corpus" / "starter"
    return corpus if (source.parent.name, source.name) == ("evals", "starter.yaml") and corpus.is_dir() else None


@contextmanager
def temporary_library(settings: Settings, corpus: Path) -> "Iterator[Library]":
    """Give a library that holds the documents of a folder; the library of the person is not opened.

    Raise `SourceMissing` when nothing in the folder could be read.
    """
    with (
        tempfile.TemporaryDirectory(prefix="rapporteur-eval-") as folder,
        library_of(replace(settings, library=Path(folder) / "library")) as library,
    ):
        for entry in ingest_paths(library, [corpus]).entries:
            if entry.status == "failed":
                say(f"left out: {entry.path}: {entry.reason}")
        if not library.documents():
            raise SourceMissing(f"nothing in {corpus} could be read; name a folder that holds documents")
        yield library


def evaluate_library(
    settings: Settings, library: "Library", cases: Sequence[Case], source: Path, asking: Asking | None = None
) -> RunRecord:
    """Return the run of the cases; raise `CaseError` for cases that are of other documents, or quote what is nowhere.

    What was asked before of the same library by the same code is not asked again.
    """
    asking = asking or Asking()
    assistant = assistant_over(library, settings)
    shelves = Shelves(library)
    _require_documents(cases, library, source)
    if asking.strict:
        require_quotes(cases, shelves)
    for fault in faulty_quotes(cases, shelves):
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
    """Return where the figures of a file of cases are kept, run after run, unless the person says where."""
    name = hashlib.sha256(str(source.resolve()).encode()).hexdigest()[:12]
    return cache_folder() / "history" / f"{source.stem}-{name}.jsonl"
