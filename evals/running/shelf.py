"""A development set as a library of its own, filled and searched by the code that fills and searches a person's."""

import hashlib
import html
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.compose import open_assistant, open_library
from evals.trial import Trial
from index.scope import Scope

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from index.library import Library, Step
    from index.passage import Passage


@dataclass(frozen=True, slots=True)
class SetDocument:
    """A text of a set."""

    key: str
    """What the set calls it."""
    text: str
    title: str = ""
    """Written above the text as its heading, where there is one."""


@dataclass(frozen=True)
class Shelf:
    """A library of a set's texts, with an assistant over it."""

    library: "Library"
    assistant: "Assistant"
    documents: Mapping[str, str]
    """Id in the library of each text that could be read, by its key."""

    @cached_property
    def keys(self) -> dict[str, str]:
        """Return the key of each text by the id it has in the library."""
        return {document: key for key, document in self.documents.items()}

    def scope(self, key: str) -> Scope:
        """Return the scope that holds one text alone."""
        return Scope(documents=frozenset({self.documents[key]}))

    def ranking(self, passages: Sequence["Passage"]) -> list[str]:
        """Return the keys of the texts that passages are of, each once, at the rank of its best passage."""
        return list(dict.fromkeys(self.keys[passage.document.id] for passage in passages))


@contextmanager
def shelved(trial: Trial, name: str, sources: Sequence[SetDocument]) -> Iterator[Shelf]:
    """Give a shelf of some texts: in a temporary folder, or in the trial's, where it is found again.

    Each text is a file of its own. One with a title is a page of HTML, its text a single paragraph in which no
    character has a meaning; one without is plain text, read as a person's would be.
    """
    files = {_file_name(source): source for source in sources}
    with _folder(trial, name, sorted(files)) as folder:
        texts = folder / "texts"
        texts.mkdir(parents=True, exist_ok=True)
        for file, source in files.items():
            if not (texts / file).exists():
                (texts / file).write_text(_page(source) if source.title else source.text, encoding="utf-8")
        with shelved_files(trial, folder / "library", texts) as shelf:
            by_key = {files[file].key: document for file, document in shelf.documents.items()}
            yield replace(shelf, documents=by_key)


@contextmanager
def shelved_files(trial: Trial, folder: Path | None, files: Path) -> Iterator[Shelf]:
    """Give a shelf of the files in a folder, each known by its name; without `folder` the library is temporary."""
    with tempfile.TemporaryDirectory(prefix="rapporteur-eval-") as temporary:
        settings = replace(trial.settings, library=folder or Path(temporary) / "library")
        with open_library(settings) as library:
            entries = library.ingest([files], report=lambda step: _tell(trial, step)).entries
            for entry in entries:
                if not entry.document:
                    trial.remark(f"left out: {entry.path}: {entry.reason}")
            documents = {Path(entry.path).name: entry.document for entry in entries if entry.document}
            library.encode(["ready"])
            yield Shelf(library, open_assistant(settings, library), documents)


def _tell(trial: Trial, step: "Step") -> None:
    trial.tell(step.done, step.total, step.stage)


@contextmanager
def _folder(trial: Trial, name: str, files: Sequence[str]) -> Iterator[Path]:
    """Give a folder that is the same for the same texts, or one that is removed."""
    if trial.libraries is not None:
        digest = hashlib.sha256("\n".join(files).encode()).hexdigest()[:12]
        yield trial.libraries / f"{name}-{len(files)}-{digest}"
        return
    with tempfile.TemporaryDirectory(prefix="rapporteur-eval-") as folder:
        yield Path(folder)


def _file_name(source: SetDocument) -> str:
    digest = hashlib.sha256("\0".join((source.key, source.title, source.text)).encode()).hexdigest()[:16]
    return f"{digest}.{'html' if source.title else 'txt'}"


def _page(source: SetDocument) -> str:
    title, text = html.escape(source.title), html.escape(source.text)
    head = f'<head><meta charset="utf-8"><title>{title}</title></head>'
    return f'<!doctype html>\n<html lang="en">{head}<body><h1>{title}</h1><p>{text}</p></body></html>\n'
