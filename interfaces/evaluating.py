"""Put known facts to a library: the person's own, or one made for the purpose and removed after it."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.compose import Settings
from corpus.errors import CaseError, SourceMissing
from evals.case import Case
from evals.report import Report, make_report
from evals.run import absent_documents, run_cases
from interfaces.ingesting import ingest_paths
from interfaces.opening import assistant_over, library_of, load_models
from interfaces.terminal import progress_bar, say

if TYPE_CHECKING:
    from index.library import Library


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


def evaluate_library(settings: Settings, library: "Library", cases: Sequence[Case], source: Path) -> Report:
    """Return the report of the cases; raise `CaseError` when the library holds none of the documents they name."""
    assistant = assistant_over(library, settings)
    absent = absent_documents(cases, library.documents())
    named = {name for case in cases for gold in case.gold for name in gold.documents}
    if named and len(absent) == len(named):
        few = ", ".join(sorted(named)[:8])
        raise CaseError(
            f"{source} is about documents that are not in the library ({few}); name theirs with --corpus DIR"
        )
    for name, ids in absent.items():
        say(f"{source}: no document {name!r} in the library, though named by {', '.join(ids)}")
    load_models(assistant)
    with progress_bar("Asking") as show:
        outcomes = run_cases(cases, assistant, lambda done, total: show(done, total, ""))
    return make_report(outcomes, library.digest, settings.digest)
