"""A plugin of pytest: `pytest --facts FILE` asks each known fact as a test.

A case is named by its id, and may be chosen by `-k`, or with `-m` by its kind and its tags. It passes when the answer
is right and cites what it should. A tag that means something to pytest, such as `skip`, is chosen as `fact_skip`.
Under pytest-xdist each process has a library of its own.
"""

import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from corpus.errors import RapporteurError
    from evals.cases.case import Case
    from evals.outcome import Outcome
    from evals.running.quotes import Shelves

_OPEN = pytest.StashKey["Opened"]()
_MEANT = frozenset(
    "skip skipif xfail parametrize usefixtures filterwarnings tryfirst trylast timeout flaky asyncio anyio".split()
)
"""Marks that do something, to pytest or to a plugin that many have."""


class FactLost(Exception):
    """A case that is not well."""

    def __init__(self, outcome: "Outcome") -> None:
        super().__init__(outcome.fault)
        self.outcome = outcome


class Opened:
    """The libraries that are open during a session, by the documents they hold."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._stack = ExitStack()
        self._by_corpus: dict[Path | None, tuple[Assistant, Shelves] | RapporteurError] = {}

    def assistant_for(self, cases: Path) -> "tuple[Assistant, Shelves]":
        """Return the assistant that answers a file of cases; raise what stands in the way, which is tried once."""
        from corpus.errors import RapporteurError
        from interfaces.evaluating.run import starter_corpus

        named = self._config.getoption("facts_corpus")
        corpus = Path(named) if named else starter_corpus(cases)
        if corpus not in self._by_corpus:
            try:
                with ExitStack() as opening:
                    self._by_corpus[corpus] = self._open(corpus, opening)
                    self._stack.push(opening.pop_all())
            except RapporteurError as error:
                self._by_corpus[corpus] = error
        opened = self._by_corpus[corpus]
        if isinstance(opened, RapporteurError):
            raise opened
        return opened

    def close(self) -> None:
        """Close the libraries."""
        self._stack.close()

    def _open(self, corpus: Path | None, opening: ExitStack) -> "tuple[Assistant, Shelves]":
        from assistant.compose import Settings
        from corpus.offline import stay_offline
        from evals.running.quotes import Shelves
        from evals.running.run import threads_shared
        from interfaces.evaluating.run import temporary_library
        from interfaces.terminal.opening import assistant_over, library_of, load_models

        stay_offline()
        settings = Settings.from_environment()
        if corpus is not None:
            library = opening.enter_context(temporary_library(settings, corpus, keep=True))
        else:
            library = opening.enter_context(library_of(self._own(settings)))
        assistant = assistant_over(library, settings)
        load_models(assistant)
        beside = getattr(self._config, "workerinput", {}).get("workercount", 1)
        opening.enter_context(threads_shared(beside))
        return assistant, Shelves(library)

    def _own(self, settings: Any) -> Any:
        """Return settings for the person's library, or in one of several processes for a copy of it."""
        if not hasattr(self._config, "workerinput") or not settings.library.is_dir():
            return settings
        folder = Path(self._stack.enter_context(tempfile.TemporaryDirectory(prefix="rapporteur-facts-")))
        shutil.copytree(settings.library, folder / "library")
        return replace(settings, library=folder / "library")


class FactsFile(pytest.File):
    """A file of cases."""

    def collect(self) -> Iterator["FactItem"]:
        """Yield a test for each case; a faulty file is an error in plain words."""
        from corpus.errors import RapporteurError
        from evals.cases.load import load_cases

        try:
            cases = load_cases(self.path)
            expected = _not_well_before(self.config.getoption("facts_against"), cases)
        except RapporteurError as error:
            raise self.CollectError(str(error)) from error
        for case in cases:
            item = FactItem.from_parent(self, name=case.id, case=case)
            for name in dict.fromkeys(_mark(each) for each in (case.kind, *case.tags)):
                self.config.addinivalue_line("markers", f"{name}: known facts of this kind or with this tag")
                item.add_marker(name)
            if case.id in expected:
                item.add_marker(pytest.mark.xfail(reason="not well in the baseline", raises=FactLost, strict=False))
            yield item


class FactItem(pytest.Item):
    """One case."""

    def __init__(self, *, case: "Case", **more: Any) -> None:
        super().__init__(**more)
        self.case = case

    def runtest(self) -> None:
        """Ask the question and judge the answer."""
        from corpus.errors import RapporteurError
        from evals.comparing.stages import lost_at
        from evals.running.quotes import require_quotes
        from evals.running.run import run_case

        stopped = ""
        try:
            assistant, shelves = self.config.stash[_OPEN].assistant_for(self.path)
            require_quotes([self.case], shelves)
            outcome = run_case(self.case, assistant, shelves)
        except RapporteurError as error:
            stopped = str(error)
        if stopped:
            pytest.fail(stopped, pytrace=False)
        self.user_properties += [("gold_rank", outcome.gold_rank), ("stage", lost_at(outcome))]
        if not outcome.passed:
            raise FactLost(outcome)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Say what was asked, what came and what is wrong with it."""
        if not isinstance(excinfo.value, FactLost):
            return super().repr_failure(excinfo, style)
        from evals.comparing.stages import MEANING, lost_at
        from evals.comparing.trouble import trouble
        from interfaces.terminal.visible import visible

        outcome = excinfo.value.outcome
        stage = lost_at(outcome)
        lines = [*(f"before:   {turn}" for turn in self.case.history), f"question: {self.case.question}"]
        lines += [f"answer:   {outcome.answer}", f"wrong:    {trouble(outcome)}"]
        lines += [f"stage:    {stage}, {MEANING[stage]}"] if stage else []
        cited = [f"cites:    {each.document}, {each.address}: {each.quote}" for each in outcome.sources]
        return visible("\n".join([*lines, *cited]))

    def reportinfo(self) -> tuple[Path, int, str]:
        """Return where the case stands."""
        return self.path, self.case.line - 1, f"fact {self.case.id}"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options."""
    group = parser.getgroup("rapporteur", "known facts of a Rapporteur library")
    group.addoption("--facts", metavar="FILE", action="append", default=[], help="ask the known facts of this file")
    group.addoption("--facts-corpus", metavar="DIR", help="ask these documents instead of your library")
    group.addoption(
        "--facts-against", metavar="BASELINE", help="cases that were not well in this run are expected to fail"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Collect the files of cases: alone, or beside the paths that were named."""
    files = [str(path) for path in _files(config)]
    if files:
        config.stash[_OPEN] = Opened(config)
        named = config.args if config.args_source is pytest.Config.ArgsSource.ARGS else []
        there = {str(Path(each.partition("::")[0]).absolute()) for each in named}
        config.args = [*named, *(path for path in files if path not in there)]


def pytest_unconfigure(config: pytest.Config) -> None:
    """Close what was opened."""
    opened = config.stash.get(_OPEN, None)
    if opened is not None:
        opened.close()


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> FactsFile | None:
    """Collect a file of cases that was asked for; any other YAML is left alone."""
    return FactsFile.from_parent(parent, path=file_path) if file_path in _files(parent.config) else None


def _files(config: pytest.Config) -> list[Path]:
    return [Path(name).absolute() for name in config.getoption("facts")]


def _not_well_before(baseline: str | None, cases: "tuple[Case, ...]") -> frozenset[str]:
    if not baseline:
        return frozenset()
    from evals.comparing.record_json import read_record

    record, _ = read_record(Path(baseline), cases)
    return frozenset(outcome.case.id for outcome in record.outcomes if not outcome.passed)


def _mark(name: str) -> str:
    """Return a kind or a tag as a mark; one that would do something has `fact_` before it."""
    mark = re.sub(r"[^\w-]", "_", name)
    return f"fact_{mark}" if mark in _MEANT else mark
