"""A library of some documents for the length of a run; the library of the person is not opened."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.compose import Settings, open_library
from corpus.errors import RapporteurError, SourceMissing
from corpus.parse import PARSER, Parser
from evals.running.kept_libraries import KeptLibrary

if TYPE_CHECKING:
    from index.library import IngestReport, Library

Fill = Callable[["Library", Path], "IngestReport"]
Open = Callable[[Settings], AbstractContextManager["Library"]]


def reading_by(parser: Parser) -> Fill:
    """Return what fills a library with the documents of a folder, read by a parser."""
    return lambda library, corpus: library.ingest([corpus], parser=parser)


@contextmanager
def filled_library(
    settings: Settings,
    corpus: Path,
    fill: Fill | None = None,
    *,
    opened: Open = open_library,
    kept: KeptLibrary | None = None,
    remark: Callable[[str], None] = print,
) -> "Iterator[Library]":
    """Give a library that holds the documents of a folder, and remove it afterwards.

    What is kept is copied and not read again; what could be read whole is kept. `remark` is told of each file that
    could not be read. Raise `SourceMissing` when nothing could.
    """
    with tempfile.TemporaryDirectory(prefix="rapporteur-eval-") as folder:
        own = replace(settings, library=Path(folder) / "library")
        whole = False
        try:
            with ExitStack() as opening:
                library = _copy(kept, own, opened, opening) if kept else None
                if library is None:
                    library = opening.enter_context(opened(own))
                    whole = _fill(library, corpus, fill or reading_by(PARSER), remark)
                yield library
        finally:
            if kept is not None and whole:
                kept.keep(own.library)


def _copy(kept: KeptLibrary, own: Settings, opened: Open, opening: ExitStack) -> "Library | None":
    """Open a copy of what is kept; None where nothing is, or what is there is damaged."""
    if not kept.copy_to(own.library):
        return None
    try:
        return opening.enter_context(opened(own))
    except RapporteurError:
        kept.forget()
        shutil.rmtree(own.library, ignore_errors=True)
        return None


def _fill(library: "Library", corpus: Path, fill: Fill, remark: Callable[[str], None]) -> bool:
    """Fill a library, and tell whether every file could be read; the embedding is loaded while they are."""
    with ThreadPoolExecutor(1, thread_name_prefix="loading") as beside:
        loading = beside.submit(library.encode, ["ready"]) if corpus.exists() else None
        entries = fill(library, corpus).entries
        if loading is not None:
            loading.result()
    failed = [entry for entry in entries if entry.status == "failed"]
    for entry in failed:
        remark(f"left out: {entry.path}: {entry.reason}")
    if not library.documents():
        raise SourceMissing(f"nothing in {corpus} could be read; name a folder that holds documents")
    return not failed
