"""Libraries kept on disk by digest, so that documents which did not change are not read and embedded again.

What is kept is never opened: a run works on a copy of its own, so any number of them may run at once.
"""

import hashlib
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from evals.made_with import code_digest, versions

_KEPT = 8
"""Libraries kept at most; those used last."""
_KEPT_DAYS = 30
_MOST_BYTES = 1 << 30
"""A library that is larger is made anew each time."""
_READING = (
    "lxml", "python-docx", "pypdfium2", "charset-normalizer", "rapidocr",
    "torch", "transformers", "sentence-transformers", "tantivy", "chromadb",
)  # fmt: skip
"""What reads, embeds and indexes."""


class KeptLibrary:
    """The place of the library that the code of today makes of the documents of today."""

    def __init__(self, folder: Path, corpus: Path, embedding: str) -> None:
        """Look at every file of `corpus`; `folder` holds what is kept, and `embedding` is named as in the settings."""
        made_of = (code_digest(("corpus", "index")), versions(_READING), embedding, *_contents(corpus))
        self._folder = folder
        self._place = folder / hashlib.sha256(repr(made_of).encode()).hexdigest()[:24]

    def copy_to(self, target: Path) -> bool:
        """Copy what is kept to a folder that is not there yet; tell whether anything was."""
        if not self._place.is_dir():
            return False
        try:
            shutil.copytree(self._place, target)
            os.utime(self._place)
        except OSError:
            shutil.rmtree(target, ignore_errors=True)
            return False
        return True

    def keep(self, library: Path) -> None:
        """Keep a library that nobody has open; where nothing can be kept, nothing is."""
        part = self._folder / f".{self._place.name}-{os.getpid()}"
        with suppress(OSError):
            if not self._place.exists() and _size(library) <= _MOST_BYTES:
                self._folder.mkdir(parents=True, exist_ok=True)
                shutil.copytree(library, part)
                os.utime(part)
                part.rename(self._place)
            self._sweep()
        shutil.rmtree(part, ignore_errors=True)

    def forget(self) -> None:
        """Remove what is kept: whole at once for whoever looks, then file by file."""
        _remove(self._place)

    def _sweep(self) -> None:
        """Remove what nobody has used for a month, what is one too many, and what was left half made."""
        by_age = sorted(self._folder.iterdir(), key=lambda each: -each.stat().st_mtime)
        whole = [each for each in by_age if not each.name.startswith(".")]
        oldest = time.time() - _KEPT_DAYS * 86_400
        for place in by_age:
            if place.stat().st_mtime < oldest or place in whole[_KEPT:]:
                _remove(place)


def _remove(place: Path) -> None:
    gone = place.with_name(f".gone-{place.name}-{os.getpid()}")
    with suppress(OSError):
        place.rename(gone)
    shutil.rmtree(gone, ignore_errors=True)


def _contents(corpus: Path) -> Iterator[tuple[str, str]]:
    """Yield each file with the digest of its bytes; a library holds the whole paths of its documents."""
    root = corpus.resolve()
    files = sorted(each for each in root.rglob("*") if each.is_file()) if root.is_dir() else [root]
    for file in files:
        try:
            with file.open("rb") as source:
                yield str(file), hashlib.file_digest(source, "sha256").hexdigest()
        except OSError:
            yield str(file), ""


def _size(folder: Path) -> int:
    return sum(each.stat().st_size for each in folder.rglob("*") if each.is_file())
