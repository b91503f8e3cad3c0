"""Answer a question from a library: find, read, decide, cite, verify."""

import time
from collections.abc import Sequence

from assistant.answer import Answer, Citation
from assistant.followup import Query, complete
from assistant.question import Question, understand
from assistant.reader import Reader
from assistant.refusal import lacking, refusal_text
from assistant.select import Ranked, rank
from assistant.smalltalk import reply_to
from assistant.surroundings import Surroundings
from assistant.verify import verify
from assistant.write import Draft, write
from corpus.errors import QuestionError
from index.library import Library
from index.passage import Passage
from index.scope import Scope

LONGEST_QUESTION = 2_000
RELATED = 3
"""Nearest paragraphs shown with a refusal."""


class Assistant:
    """Answers questions, each sentence with its citation; the same library gives the same question the same answer."""

    def __init__(self, library: Library, reader: Reader | None, *, passages: int, settings_digest: str) -> None:
        self._library = library
        self._reader = reader
        self._passages = passages
        self._settings_digest = settings_digest
        self._surroundings = Surroundings(library)

    def ask(self, question: str, history: Sequence[str] = (), scope: Scope | None = None) -> Answer:
        """Answer a question; `history` holds the earlier turns of the person, oldest first.

        Raise `QuestionError` for white space or more than `LONGEST_QUESTION` characters.
        """
        started = time.perf_counter()
        query = _query(question, history)
        if reply := reply_to(question):
            if reply.refused:
                return self._answer(question, query.text, started, Draft((), ()), reason=reply.text)
            return self._answer(question, query.text, started, Draft((), (), reply.text))
        asked = understand(query.asked, query.carried)
        passages = self._library.search(query.text, scope=scope, limit=self._passages)
        ranked = self._rank(asked, passages)
        reason = lacking(asked, ranked, self._surroundings.rarity)
        if reason is not None:
            return self._refuse(asked, question, started, passages, reason)
        return self._answer(question, query.text, started, _checked(write(asked, ranked, self._surroundings)))

    def find(self, question: str, history: Sequence[str] = (), scope: Scope | None = None) -> tuple[Passage, ...]:
        """Return the passages that an answer is drawn from, best first."""
        return tuple(self._library.search(_query(question, history).text, scope=scope, limit=self._passages))

    def read(self, question: str, history: Sequence[str] = (), scope: Scope | None = None) -> list[Ranked]:
        """Return every sentence that could answer, best first, without deciding whether one does."""
        query = _query(question, history)
        passages = self._library.search(query.text, scope=scope, limit=self._passages)
        return self._rank(understand(query.asked, query.carried), passages)

    def _rank(self, question: Question, passages: Sequence[Passage]) -> list[Ranked]:
        evidence = [self._surroundings.evidence(passage) for passage in passages]
        return rank(question, evidence, self._surroundings.rarity, self._reader)

    def _refuse(
        self, asked: Question, question: str, started: float, passages: Sequence[Passage], missing: Sequence[str]
    ) -> Answer:
        near = [passage for passage in passages if passage.paragraph.kind != "heading"][:RELATED]
        related = tuple(
            Citation(marker, passage.document, passage.paragraph, passage.paragraph.text)
            for marker, passage in enumerate(near, start=1)
        )
        reason = refusal_text(asked, missing)
        return self._answer(question, asked.text, started, Draft((), ()), reason=reason, related=related)

    def _answer(
        self,
        question: str,
        query: str,
        started: float,
        draft: Draft,
        *,
        reason: str = "",
        related: tuple[Citation, ...] = (),
    ) -> Answer:
        return Answer(
            question=question,
            query=query,
            sentences=draft.sentences,
            citations=draft.citations,
            refused=bool(reason),
            reason=reason,
            related=related,
            seconds=time.perf_counter() - started,
            settings_digest=self._settings_digest,
            note=draft.note,
        )


def _query(question: str, history: Sequence[str]) -> Query:
    if not question.strip():
        raise QuestionError("the question is empty; write what you want to know")
    if len(question) > LONGEST_QUESTION:
        raise QuestionError(
            f"the question has {len(question):,} characters, and at most {LONGEST_QUESTION:,} are read; shorten it"
        )
    return complete(" ".join(question.split()), [" ".join(turn.split()) for turn in history if turn.strip()])


def _checked(draft: Draft) -> Draft:
    """Leave out each sentence that states what its source does not; a row is cited with its column headings."""
    sources = {citation.marker: " ".join((*citation.paragraph.columns, citation.quote)) for citation in draft.citations}
    kept = [
        sentence
        for sentence in draft.sentences
        if not verify(sentence.text, " ".join(sources[marker] for marker in sentence.citations))
    ]
    return Draft(tuple(kept), draft.citations, draft.note)
