"""Outcomes kept on disk by digest: what did not change is not asked again, and an interrupted run goes on.

One file holds the outcomes of one state of the code, the settings, the weights and the library, a line a case, written
as each is answered. Whatever of that changes, another file is used; a line that was cut short is asked again.
"""

import hashlib
import json
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import IO

from evals.cases.case import Case
from evals.outcome import Outcome
from evals.outcome_json import outcome_as_json, outcome_from_json
from evals.run_record import MadeWith

_KEPT_DAYS = 30


class KeptOutcomes:
    """A file of outcomes; use it in a `with` statement."""

    def __init__(self, folder: Path, made_with: MadeWith) -> None:
        """Open the file for what a run is made with; others that nobody has used for a month are removed."""
        state = replace(made_with, version="", commit="", documents={})
        self._path = folder / f"{_digest(repr(state))}.jsonl"
        folder.mkdir(parents=True, exist_ok=True)
        _sweep(folder)
        self._known = _read(self._path)
        self._file: IO[str] | None = None

    def __enter__(self) -> "KeptOutcomes":
        return self

    def __exit__(self, *_error: object) -> None:
        if self._file is not None:
            self._file.close()

    def get(self, case: Case) -> Outcome | None:
        """Return what came of a case, None when it has not been asked."""
        values = self._known.get(_key(case))
        if values is None:
            return None
        with suppress(AttributeError, KeyError, TypeError, ValueError):
            return outcome_from_json(values, case)
        return None

    def put(self, outcome: Outcome) -> None:
        """Keep what came of a case, at once."""
        if self._file is None:
            self._file = self._path.open("a", encoding="utf-8")
            self._file.write("\n" if self._path.stat().st_size else "")
        values = {"key": _key(outcome.case), **outcome_as_json(outcome)}
        self._file.write(json.dumps(values, ensure_ascii=False) + "\n")
        self._file.flush()


def _key(case: Case) -> str:
    return f"{case.digest}:{case.kind}"


def _read(path: Path) -> dict[str, Mapping[str, object]]:
    """Return the outcomes of a file by key; lines that are not whole are left out."""
    found: dict[str, Mapping[str, object]] = {}
    if path.exists():
        path.touch()
        for line in path.read_bytes().splitlines():
            with suppress(ValueError):
                values = json.loads(line)
                if isinstance(values, dict) and isinstance(values.get("key"), str):
                    found[values["key"]] = values
    return found


def _sweep(folder: Path) -> None:
    oldest = time.time() - _KEPT_DAYS * 86_400
    for path in folder.glob("*.jsonl"):
        with suppress(OSError):
            if path.stat().st_mtime < oldest:
                path.unlink()


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:24]
