"""Count the work of questions without a model: `python benchmarks/one_question.py LIBRARY QUESTION...`.

Printed for each question, once everything is loaded: modules of `assistant` and `index` whose code runs, calls from one
module into another of them, and calls of the functions that take text apart.
"""

import os
import sys
from collections import Counter
from pathlib import Path
from types import FrameType
from typing import Any

from assistant.compose import Settings, open_assistant, open_library

HERE = Path(__file__).resolve().parents[1]
COUNTED = ("tokenize", "sentence_spans", "numbers_of", "answer_spans", "injection_start", "same_word", "tokenized_text")
_ROOMS = ("assistant", "index")


def main() -> None:
    """Ask each question twice, and count the second time."""
    library, *questions = sys.argv[1:]
    os.environ["RAPPORTEUR_LIBRARY"] = library
    settings = Settings.from_environment()
    with open_library(settings) as opened:
        assistant = open_assistant(settings, opened)
        assistant.load()
        head = ("modules", "crossings", *COUNTED, "all calls")
        print("  ".join(head), " question")
        for question in questions:
            assistant.ask(question)
            seen = _Seen()
            sys.setprofile(seen)
            assistant.ask(question)
            sys.setprofile(None)
            values = (len(seen.modules), seen.crossings, *(seen.calls[name] for name in COUNTED), seen.all)
            print(
                "  ".join(f"{value:>{len(name)},}" for name, value in zip(head, values, strict=True)),
                f" {question}",
                flush=True,
            )


class _Seen:
    """What ran, as the interpreter reports each call."""

    def __init__(self) -> None:
        self.modules: set[str] = set()
        self.calls: Counter[str] = Counter()
        self.crossings = 0
        self.all = 0

    def __call__(self, frame: FrameType, event: str, _argument: Any) -> None:
        """Take in one event of the profiler."""
        if event != "call":
            return
        module = _module(frame)
        if not module:
            return
        self.all += 1
        self.modules.add(module)
        name = frame.f_code.co_name
        if name in COUNTED:
            self.calls[name] += 1
        caller = _module(frame.f_back) if frame.f_back else ""
        if caller and caller != module and module.startswith(_ROOMS) and caller.startswith(_ROOMS):
            self.crossings += 1


def _module(frame: FrameType) -> str:
    """Return the module of a frame where it is ours, else nothing."""
    name = str(frame.f_globals.get("__name__", ""))
    return name if name.split(".")[0] in ("assistant", "index", "corpus") else ""


if __name__ == "__main__":
    main()
