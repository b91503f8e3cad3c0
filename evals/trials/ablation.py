"""What each part of the assistant is worth: the same cases with that part off.

python -m evals.trials.ablation ../shared/facts/seeds.yaml --corpus ../shared/corpus
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from assistant.compose import Settings, open_assistant
from assistant.trace import Trace
from corpus.errors import RapporteurError
from corpus.offline import stay_offline
from corpus.parse import PARSER, Parser
from evals.cases.case import Case
from evals.cases.load import load_cases
from evals.comparing.report import Report, make_report
from evals.metrics.share import Share
from evals.running.filled import filled_library, reading_by
from evals.running.run import Answering, run_cases
from evals.trials.one_search import OneSearch
from evals.trials.without_context import WITHOUT_CONTEXT

if TYPE_CHECKING:
    from index.library import Library

COLUMNS = ("n", "right", "held", "follow-ups", "cited", "refused", "false ref.", "gold@10", "median s")


@dataclass(frozen=True, slots=True)
class Ablation:
    """Something that can be off."""

    name: str
    without: Callable[[Settings, "Library"], Answering]
    """Makes an assistant that does without it."""
    parser: Parser = PARSER


class Forgetful:
    """An assistant that is never told the turns before a question."""

    def __init__(self, assistant: Answering) -> None:
        self._assistant = assistant

    def follow(self, question: str, history: Sequence[str] = ()) -> Trace:
        """Answer a question as if it were the first."""
        del history
        return self._assistant.follow(question)


def _without_reader(settings: Settings, library: "Library") -> Answering:
    from assistant.plain import PlainAssistant

    return PlainAssistant(library, None, passages=settings.passages, settings_digest=settings.digest)


def _with_one_search(search: str) -> Callable[[Settings, "Library"], Answering]:
    return lambda settings, library: open_assistant(settings, cast("Library", OneSearch(library, search)))


ABLATIONS = (
    Ablation("nothing off", open_assistant),
    Ablation("reader off", _without_reader),
    Ablation("BM25 off", _with_one_search("dense")),
    Ablation("dense off", _with_one_search("bm25")),
    Ablation("follow-ups off", lambda settings, library: Forgetful(open_assistant(settings, library))),
    Ablation("headings off", open_assistant, WITHOUT_CONTEXT),
)


def ablate(settings: Settings, cases: Sequence[Case], corpus: Path) -> Iterator[tuple[str, Report]]:
    """Yield the name of each part with the report of the cases without it; the first has nothing off."""
    for parser in dict.fromkeys(part.parser for part in ABLATIONS):
        with filled_library(settings, corpus, reading_by(parser)) as library:
            for part in ABLATIONS:
                if part.parser == parser:
                    outcomes = run_cases(cases, part.without(settings, library), _progress(part.name))
                    yield part.name, make_report(outcomes, library.digest, settings.digest)


def line(name: str, report: Report | None = None) -> str:
    """Return a line of the table, in columns; without a report its head."""
    values = COLUMNS if report is None else _values(report)
    return name.ljust(16) + "".join(value.rjust(12) for value in values)


def main() -> None:
    """Print the table; whatever goes wrong is one sentence."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("cases", type=Path, help="known facts, as in evals/starter.yaml")
    parser.add_argument("--corpus", type=Path, required=True, help="the documents they are about")
    options = parser.parse_args()
    stay_offline()
    try:
        cases = load_cases(options.cases)
        print(line("off"))
        for name, report in ablate(Settings.from_environment(), cases, options.corpus):
            print(line(name, report), flush=True)
    except RapporteurError as error:
        sys.exit(f"ablation: {error}")


def _progress(name: str) -> Callable[[int, int], None]:
    """Write how far a part is to the terminal, while someone is watching."""
    if not sys.stderr.isatty():
        return lambda _done, _total: None
    return lambda done, total: print(f"\r{name}: {done} of {total}  \r", end="", file=sys.stderr, flush=True)


def _values(report: Report) -> Sequence[str]:
    row = report.all
    followups = [each for each in report.outcomes if each.case.history and not each.case.refuse]
    held = [each.held for each in report.outcomes if each.case.must]
    facts = sum(bool(each.case.must) for each in report.outcomes)
    shares = (row.cited_right, row.refused_right, row.false_refusals, dict(row.gold_within)[10])
    return [
        str(row.cases),
        _shown(row.answered_right.value),
        _shown(sum(held) / facts if facts else None),
        _shown(Share(sum(each.right for each in followups), len(followups)).value),
        *(_shown(share.value) for share in shares),
        _shown(row.median_seconds),
    ]


def _shown(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


if __name__ == "__main__":
    main()
