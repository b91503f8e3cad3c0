"""Questions by which the ranking is measured: searched and read once, so that each way to rank them is soon tried."""

import json
import random
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from assistant.assistant import Assistant  # noqa: E402
from assistant.compose import Settings, open_assistant  # noqa: E402
from assistant.ranking.reader import ReaderModel, SpanPrediction, Window  # noqa: E402
from evals.cases.load import load_cases  # noqa: E402
from evals.running.run import run_case  # noqa: E402
from index.library import Library  # noqa: E402
from index.passage import Passage  # noqa: E402
from index.scope import Scope  # noqa: E402

_ASKED = 20
"""Questions of each file of `training/questions` that are asked."""
_FILES = ("carpentries", "django_dsf", "nodejs_tsc", "openjs_cpc", "uk_python_association")
"""Those whose documents are short."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with what tells whether it is answered right."""

    of: str
    is_right: Callable[[], bool]


class SearchedOnce:
    """A library that remembers what a search found."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._found: dict[object, list[Passage]] = {}

    def __getattr__(self, name: str) -> object:
        """Give everything but the search from the library itself."""
        return getattr(self._library, name)

    def search(self, query: str, *, scope: Scope | None = None, limit: int = 10) -> list[Passage]:
        """Search, unless the same was searched before."""
        key = (query, repr(scope), limit)
        if key not in self._found:
            self._found[key] = self._library.search(query, scope=scope, limit=limit)
        return self._found[key]


class ReadOnce:
    """A reader that remembers what it made of a window."""

    def __init__(self, reader: ReaderModel) -> None:
        self._reader = reader
        self.digest = reader.digest
        self._known: dict[tuple[str, Window], list[SpanPrediction]] = {}

    def read(self, question: str, windows: Sequence[Window]) -> list[list[SpanPrediction]]:
        """Read the windows that were not read before."""
        new = [window for window in windows if (question, window) not in self._known]
        for window, found in zip(new, self._reader.read(question, new) if new else (), strict=True):
            self._known[question, window] = found
        return [self._known[question, window] for window in windows]


def asking(library: Library, settings: Settings) -> Assistant:
    """Return an assistant that searches and reads the same once."""
    assistant = open_assistant(settings, SearchedOnce(library))  # type: ignore[arg-type]
    if assistant._reader is None:
        sys.exit("what_earns: no reader is set; unset RAPPORTEUR_READER to measure the installed one")
    assistant._reader = ReadOnce(assistant._reader)
    return assistant


def of_cases(name: str, file: Path, assistant: Assistant) -> list[Asked]:
    """Return the cases of a file."""
    return [Asked(name, lambda case=case: run_case(case, assistant).right) for case in load_cases(file)]


def training_rows() -> list[dict]:
    """Return a sample of the questions to learn from, with the file that each is about."""
    chance = random.Random(3)
    files = [ROOT / "training" / "questions" / f"{name}.jsonl" for name in _FILES]
    return [json.loads(line) for file in files for line in chance.sample(file.read_text().splitlines(), _ASKED)]


def of_training(rows: list[dict], assistant: Assistant) -> list[Asked]:
    """Return the questions of some rows: right where the answer or what it cites holds a span, or a miss is refused."""
    return [Asked("learned from", lambda row=row: _is_right(row, assistant)) for row in rows]


def _is_right(row: dict, assistant: Assistant) -> bool:
    answer = assistant.ask(row["question"], row.get("history", ()))
    if "miss" in row or answer.refused:
        return "miss" in row and answer.refused
    said = _folded(" ".join([*(each.text for each in answer.sentences), *(each.quote for each in answer.citations)]))
    return any(_folded(each["span"]) in said for each in row["answers"])


def _folded(text: str) -> str:
    return " ".join(text.split()).lower()
