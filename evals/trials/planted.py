"""Regressions planted on purpose: is each caught, and is the stage named that it was planted in?

python -m evals.trials.planted evals/starter.yaml --corpus corpus/starter
python -m evals.trials.planted evals/starter.yaml --corpus corpus/starter --only "nothing planted" --unchanged 20
"""

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import assistant.plain
from assistant.assistant import Assistant
from assistant.compose import Settings, open_assistant
from assistant.composing.write import ComposedAnswer, write
from corpus.errors import RapporteurError
from corpus.offline import stay_offline
from corpus.parse import PARSER, Parser
from evals.cases.case import Case
from evals.cases.load import load_cases
from evals.comparing.compare import Comparison, compare
from evals.comparing.stages import Stage
from evals.made_with import made_with
from evals.run_record import RunRecord
from evals.running.filled import filled_library, reading_by
from evals.running.judge import is_document
from evals.running.quotes import Shelves
from evals.running.run import Answering, run_cases
from evals.trials.long_paragraphs import LONG_PARAGRAPHS
from evals.trials.lossy_parser import LOSSY
from evals.trials.one_search import OneSearch

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from index.library import Library

_CUT = 3
"""Words that a sentence which is cut short keeps."""
_MOST_JOBS = 4
_NOTHING = "nothing planted"


@dataclass(frozen=True, slots=True)
class Plant:
    """Something that is made worse."""

    name: str
    stages: tuple[Stage, ...]
    """The stages of which one should be named as the first that is worse."""
    without: "Callable[[Settings, Library], Answering]" = open_assistant
    """Makes the assistant that is asked."""
    parser: Parser = PARSER
    broken: "Callable[[], AbstractContextManager[None]]" = nullcontext
    """Holds for as long as the cases are asked."""
    drops_a_document: bool = False


@contextmanager
def swapped(module: Any, name: str, value: object) -> Iterator[None]:
    """Let a name of a module mean something else until the block ends."""
    before = getattr(module, name)
    setattr(module, name, value)
    try:
        yield
    finally:
        setattr(module, name, before)


def _without_reader(settings: Settings, library: "Library") -> Answering:
    return open_assistant(replace(settings, reader="none"), library)


def _without_words(settings: Settings, library: "Library") -> Answering:
    return open_assistant(settings, cast("Library", OneSearch(library, "dense")))


def _verifier_off() -> "AbstractContextManager[None]":
    return swapped(assistant.plain, "verify", lambda *_: ())


def _writer_cut_short() -> "AbstractContextManager[None]":
    def cut(*asked: Any) -> ComposedAnswer:
        whole = write(*asked)
        said = (replace(each, text=" ".join(each.text.split()[:_CUT]), spans=()) for each in whole.sentences)
        return replace(whole, sentences=tuple(said))

    return swapped(assistant.plain, "write", cut)


def _refusals_off() -> "AbstractContextManager[None]":
    return swapped(assistant.plain, "lacking", lambda _question, ranked, _rarity: None if ranked else ())


PLANTS = (
    Plant("chunks of 2,000 words", ("parsed", "retrieved", "ranked", "read"), parser=LONG_PARAGRAPHS),
    Plant("BM25 off", ("retrieved", "ranked"), _without_words),
    Plant("reader off", ("read",), _without_reader),
    Plant("sentences cut short", ("verified",), broken=_writer_cut_short),
    Plant("verifier off", ("verified",), broken=_verifier_off),
    Plant("refusals off", ("refused",), broken=_refusals_off),
    Plant("a dropped document", ("parsed",), drops_a_document=True),
    Plant("a changed parser", ("parsed",), parser=LOSSY),
)


def plant_all(
    settings: Settings, cases: Sequence[Case], corpus: Path, plants: Sequence[Plant] = PLANTS, unchanged: int = 1
) -> Iterator[tuple[Plant | None, Comparison]]:
    """Yield the comparison of each planted regression with the run before it; None stands for nothing planted.

    Nothing planted comes first, as often as `unchanged` says, with one case at a time, then two, three and four.
    """
    baseline: RunRecord | None = None
    for parser in dict.fromkeys([PARSER, *(plant.parser for plant in plants)]):
        with filled_library(settings, corpus, reading_by(parser)) as library:
            if baseline is None:
                baseline = _run(settings, cases, library, open_assistant)
                for number in range(unchanged):
                    yield None, compare(baseline, _run(settings, cases, library, open_assistant, 1 + number % 4))
            of_parser = [plant for plant in plants if plant.parser == parser]
            for plant in sorted(of_parser, key=lambda plant: plant.drops_a_document):
                if plant.drops_a_document:
                    library.remove(_most_asked(cases, library))
                with plant.broken():
                    yield plant, compare(baseline, _run(settings, cases, library, plant.without))


def caught(plant: Plant, comparison: Comparison) -> bool:
    """Tell whether a planted regression raises an alarm and the first stage that is worse is one of its own."""
    return bool(comparison.alarms) and comparison.first_worse in plant.stages


def main() -> None:
    """Print a line for each; end with status 1 when one is missed or an unchanged run raises an alarm."""
    options = _arguments()
    stay_offline()
    settings = replace(Settings.from_environment(), library=Path("never-opened"))
    plants = [plant for plant in PLANTS if not options.only or plant.name in options.only]
    fine = True
    try:
        cases = load_cases(options.cases)
        started = time.perf_counter()
        for plant, comparison in plant_all(settings, cases, options.corpus, plants, options.unchanged):
            well = caught(plant, comparison) if plant else not comparison.alarms
            fine = fine and well
            print(f"{_line(plant, comparison, well)}; {time.perf_counter() - started:.0f} s", flush=True)
            started = time.perf_counter()
    except RapporteurError as error:
        sys.exit(f"planted: {error}")
    sys.exit(not fine)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("cases", type=Path, help="known facts, as in evals/starter.yaml")
    parser.add_argument("--corpus", type=Path, required=True, help="the documents they are about")
    parser.add_argument("--unchanged", type=int, default=1, metavar="N", help="runs in which nothing is planted")
    parser.add_argument(
        "--only",
        action="append",
        choices=[*(plant.name for plant in PLANTS), _NOTHING],
        help="plant this alone; repeat it for several",
    )
    return parser.parse_args()


def _line(plant: Plant | None, comparison: Comparison, well: bool) -> str:
    lost = ", ".join(f"{stage} {many}" for stage, many in comparison.stages.items()) or "nothing lost"
    lost = f"{comparison.first_worse} ({lost})" if comparison.first_worse else lost
    said = "; ".join(comparison.alarms) or ("no alarm" if _differs(comparison) else "no alarm, every outcome the same")
    return f"{'well  ' if well else 'MISSED'} {plant.name if plant else _NOTHING:<24} {lost:<40} {said}"


def _differs(comparison: Comparison) -> bool:
    """Tell whether anything but the time came out otherwise."""
    changes = (change for change in comparison.changes if change.measure.percentile is None)
    return bool(comparison.flips or comparison.reworded) or any(change.interval is not None for change in changes)


def _run(
    settings: Settings,
    cases: Sequence[Case],
    library: "Library",
    make: "Callable[[Settings, Library], Answering]",
    jobs: int = 0,
) -> RunRecord:
    answering = make(settings, library)
    if isinstance(answering, Assistant):
        answering.load()
    started = time.perf_counter()
    outcomes = run_cases(cases, answering, shelves=Shelves(library), jobs=jobs or min(_MOST_JOBS, os.cpu_count() or 1))
    return RunRecord(made_with(settings, library), "", time.perf_counter() - started, outcomes)


def _most_asked(cases: Sequence[Case], library: "Library") -> str:
    """Return the document that most cases are about."""
    named = [name for case in cases for gold in case.gold for name in gold.documents]
    return max(
        (document for document in library.documents()),
        key=lambda document: sum(is_document(name, document) for name in named),
    ).id


if __name__ == "__main__":
    main()
