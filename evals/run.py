"""Put each case to an assistant and judge what comes back."""

import time
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from assistant.answer import Answer
from corpus.document import Document
from corpus.errors import CaseError, QuestionError
from evals.case import Case
from evals.judge import is_document, judge
from evals.outcome import Outcome
from index.passage import Passage

Progress = Callable[[int, int], None]
"""Told how many cases are done, of how many."""


class Answering(Protocol):
    """What is evaluated: something that answers, and shows the passages it reads for it."""

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer:
        """Answer a question; `history` holds the earlier turns of the person, oldest first."""
        ...

    def find(self, question: str, history: Sequence[str] = ()) -> Sequence[Passage]:
        """Return the passages that an answer is drawn from, best first."""
        ...


def run_cases(cases: Sequence[Case], assistant: Answering, progress: Progress | None = None) -> tuple[Outcome, ...]:
    """Return the outcome of each case, in their order; raise `CaseError` for a question that cannot be asked."""
    outcomes = []
    for done, case in enumerate(cases):
        if progress:
            progress(done, len(cases))
        outcomes.append(_run(case, assistant))
    if progress:
        progress(len(cases), len(cases))
    return tuple(outcomes)


def absent_documents(cases: Iterable[Case], documents: Sequence[Document]) -> dict[str, list[str]]:
    """Return the references that cases make to documents that are not there, each with the ids of its cases."""
    absent: dict[str, list[str]] = {}
    for case in cases:
        for reference in dict.fromkeys(name for gold in case.gold for name in gold.documents):
            if not any(is_document(reference, document) for document in documents):
                absent.setdefault(reference, []).append(case.id)
    return absent


def _run(case: Case, assistant: Answering) -> Outcome:
    started = time.perf_counter()
    try:
        answer = assistant.ask(case.question, case.history)
    except QuestionError as error:
        raise CaseError(f"case {case.id!r} (line {case.line}) cannot be asked: {error}") from error
    seconds = time.perf_counter() - started
    # After the answer, so that nothing found here is at hand when the answer is timed.
    return judge(case, answer, assistant.find(case.question, case.history), seconds)
