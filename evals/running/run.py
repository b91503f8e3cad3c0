"""Put each case to an assistant and judge what comes back."""

import hashlib
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import replace
from typing import Protocol

from assistant.ranking.select import RankedCandidate
from assistant.trace import Trace
from corpus.document import Document
from corpus.errors import CaseError, QuestionError
from evals.cases.case import Case
from evals.metrics.supported import is_guarded
from evals.outcome import Outcome, Trail
from evals.outcome_json import KEPT_PLACES
from evals.running.confidence import sureness
from evals.running.judge import fault_of_words, first_rank, is_document, judge, last_rank
from evals.running.near import missing_groups
from evals.running.quotes import Shelves

Progress = Callable[[int, int], None]
"""Told how many cases are done, of how many."""


class Answering(Protocol):
    """What is evaluated: something that answers, and shows what each stage made of the question."""

    def follow(self, question: str, history: Sequence[str] = ()) -> Trace:
        """Answer a question; `history` holds the earlier turns of the person, oldest first."""
        ...


class Kept(Protocol):
    """Outcomes of an earlier run of the same code over the same library."""

    def get(self, case: Case) -> Outcome | None:
        """Return what came of a case, None when it has not been asked."""
        ...

    def put(self, outcome: Outcome) -> None:
        """Keep what came of a case."""
        ...


def run_cases(
    cases: Sequence[Case],
    assistant: Answering,
    progress: Progress | None = None,
    *,
    shelves: Shelves | None = None,
    kept: Kept | None = None,
    jobs: int = 1,
) -> tuple[Outcome, ...]:
    """Return the outcome of each case, in their order; raise `CaseError` for a question that cannot be asked.

    `jobs` cases are asked at the same time; one that is kept is not asked again. With `shelves` it is seen whether the
    gold paragraphs are in the library at all.
    """
    found: dict[str, Outcome] = {}
    for case in cases:
        if kept is not None and (known := kept.get(case)) is not None:
            found[case.id] = known
    waiting = [case for case in cases if case.id not in found]
    for outcome in _asked(waiting, assistant, shelves, jobs):
        found[outcome.case.id] = outcome
        if kept is not None:
            kept.put(outcome)
        if progress:
            progress(len(found), len(cases))
    return tuple(found[case.id] for case in cases)


def absent_documents(cases: Iterable[Case], documents: Sequence[Document]) -> dict[str, list[str]]:
    """Return the references that cases make to documents that are not there, each with the ids of its cases."""
    absent: dict[str, list[str]] = {}
    for case in cases:
        for reference in dict.fromkeys(name for gold in case.gold for name in gold.documents):
            if not any(is_document(reference, document) for document in documents):
                absent.setdefault(reference, []).append(case.id)
    return absent


def run_case(case: Case, assistant: Answering, shelves: Shelves | None = None) -> Outcome:
    """Return what came of one case; raise `CaseError` when it cannot be asked."""
    started = time.perf_counter()
    try:
        trace = assistant.follow(case.question, case.history)
    except QuestionError as error:
        raise CaseError(f"{case.place}: case {case.id!r} cannot be asked: {error}") from error
    seconds = time.perf_counter() - started
    outcome = judge(case, trace.answer, trace.passages, seconds)
    # As exact as a run is kept, so that one read back from a file differs from it in nothing.
    return replace(
        outcome,
        held=round(outcome.held, KEPT_PLACES),
        overlap=round(outcome.overlap, KEPT_PLACES),
        guarded=None if trace.draft is None else is_guarded(trace.draft),
        confidence=round(sureness(trace.ranked), KEPT_PLACES) if trace.ranked else None,
        trail=_trail(case, trace, shelves, outcome.gold_rank),
    )


def _asked(cases: Sequence[Case], assistant: Answering, shelves: Shelves | None, jobs: int) -> Iterable[Outcome]:
    """Yield outcomes as they come; few cases are under way at once, so that an interruption is heeded soon."""
    if jobs == 1:
        yield from (run_case(case, assistant, shelves) for case in cases)
        return
    with threads_shared(jobs), ThreadPoolExecutor(jobs, thread_name_prefix="case") as pool:
        waiting = iter(cases)
        under_way: set[Future[Outcome]] = set()
        try:
            while True:
                for case in waiting:
                    under_way.add(pool.submit(run_case, case, assistant, shelves))
                    if len(under_way) >= 2 * jobs:
                        break
                if not under_way:
                    return
                done, under_way = wait(under_way, return_when=FIRST_COMPLETED)
                yield from (each.result() for each in done)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


@contextmanager
def threads_shared(jobs: int) -> Iterator[None]:
    """Let what is asked at the same time share the processors, where torch would give each of them all.

    For a program that has loaded torch; any other is left as it is.
    """
    torch = sys.modules.get("torch")
    if torch is None:
        yield
        return
    threads = torch.get_num_threads()
    torch.set_num_threads(max(1, threads // jobs))
    try:
        yield
    finally:
        torch.set_num_threads(threads)


def _trail(case: Case, trace: Trace, shelves: Shelves | None, retrieved: int | None) -> Trail:
    paragraphs = dict.fromkeys(item.candidate.evidence.passage.rank for item in trace.ranked)
    by_rank = {passage.rank: passage for passage in trace.passages}
    read = [by_rank[rank] for rank in paragraphs if rank in by_rank]
    draft = trace.draft
    return Trail(
        parsed=shelves is None or all(shelves.holds(gold) for gold in case.gold),
        retrieved=retrieved,
        read=last_rank([first_rank(gold, read) for gold in case.gold]),
        drafted=draft is not None and not fault_of_words(case, " ".join(each.text for each in draft.sentences)),
        best=_digest_of(trace.ranked[0]) if trace.ranked else "",
        best_right=bool(trace.ranked) and not missing_groups(case, trace.ranked[0].candidate.quote),
    )


def _digest_of(best: RankedCandidate) -> str:
    paragraph, candidate = best.candidate.evidence.paragraph, best.candidate
    read = (paragraph.document, paragraph.address, candidate.quote)
    return hashlib.sha256(repr(read).encode()).hexdigest()[:12]
