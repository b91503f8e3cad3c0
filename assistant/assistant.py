"""What answers questions, and which questions can be asked."""

from collections.abc import Iterator, Sequence
from typing import Protocol, runtime_checkable

from assistant.answer import Answer
from assistant.deadline import Stop
from assistant.ranking.select import RankedCandidate
from assistant.trace import Trace
from corpus.errors import QuestionError
from index.passage import Passage
from index.scope import Scope

LONGEST_QUESTION = 2_000


@runtime_checkable
class Assistant(Protocol):
    """Answers questions, each sentence with its citation.

    `history` holds the earlier turns of the person, oldest first. Each raises `QuestionError` for a question of white
    space or of more than `LONGEST_QUESTION` characters.
    """

    def load(self) -> None:
        """Load what answering needs, so that the first question does not wait for it."""

    def ask(self, question: str, history: Sequence[str] = (), scope: Scope | None = None) -> Answer:
        """Answer a question."""

    def stream(
        self, question: str, history: Sequence[str] = (), scope: Scope | None = None, stop: Stop | None = None
    ) -> Iterator[Answer]:
        """Yield the answer as it grows, the whole of it last; `stop` says that nobody waits for it any more."""

    def follow(self, question: str, history: Sequence[str] = (), scope: Scope | None = None) -> Trace:
        """Answer a question, and give with the answer what each stage made of it."""

    def find(self, question: str, history: Sequence[str] = (), scope: Scope | None = None) -> tuple[Passage, ...]:
        """Return the passages that an answer is drawn from, best first."""

    def read(self, question: str, history: Sequence[str] = (), scope: Scope | None = None) -> list[RankedCandidate]:
        """Return every sentence that could answer, best first, without deciding whether one does."""


def check_question(question: str) -> None:
    """Raise `QuestionError` for a question of white space, or of more than `LONGEST_QUESTION` characters."""
    if not question.strip():
        raise QuestionError("the question is empty; write what you want to know")
    if len(question) > LONGEST_QUESTION:
        raise QuestionError(
            f"the question has {len(question):,} characters, and at most {LONGEST_QUESTION:,} are read; shorten it"
        )
