"""Answer a question from a library: find, read, decide, cite, verify."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.answer import Answer, Citation, Sentence
from assistant.composing.edition import edition_note
from assistant.composing.write import ComposedAnswer, write
from assistant.deadline import Stop
from assistant.evidence.evidence import Candidate
from assistant.evidence.library_context import LibraryContext, LibraryContextCache
from assistant.question.filters import documents_named
from assistant.question.followup import Query, complete
from assistant.question.question import Question, understand
from assistant.question.smalltalk import reply_to
from assistant.ranking.reader import ReaderModel
from assistant.ranking.refusal import lacking, refusal_text
from assistant.ranking.select import RankedCandidate, rank
from assistant.trace import Trace
from assistant.untrusted.injection import injection_start
from assistant.verification.verify import verify
from corpus.document import Document
from corpus.errors import QuestionError
from index.library import Library
from index.passage import Passage
from index.scope import Scope

LONGEST_QUESTION = 2_000
RELATED = 3
"""Nearest paragraphs shown with a refusal."""


class Assistant:
    """Answers questions, each sentence with its citation; the same library gives the same question the same answer."""

    def __init__(self, library: Library, reader: ReaderModel | None, *, passages: int, settings_digest: str) -> None:
        self._library = library
        self._reader = reader
        self._passages = passages
        self._settings_digest = settings_digest
        self._contexts = LibraryContextCache(library)

    def load(self) -> None:
        """Load what answering needs, so that the first question does not wait for it."""
        self.read("What is this about?")

    def ask(self, question: str, history: Sequence[str] = (), scope: Scope | None = None) -> Answer:
        """Answer a question; `history` holds the earlier turns of the person, oldest first.

        Raise `QuestionError` for white space or more than `LONGEST_QUESTION` characters.
        """
        return self.follow(question, history, scope).answer

    def stream(
        self, question: str, history: Sequence[str] = (), scope: Scope | None = None, stop: Stop | None = None
    ) -> Iterator[Answer]:
        """Yield the answer as it grows, the whole of it last; without a chat model it is there at once.

        `stop` says that nobody waits for it any more.
        """
        if not stop:
            yield self.ask(question, history, scope)

    def follow(self, question: str, history: Sequence[str] = (), scope: Scope | None = None) -> Trace:
        """Answer a question as `ask` does, and give with the answer what each stage made of it."""
        started = time.perf_counter()
        query = _query(question, history)
        if reply := reply_to(question):
            if reply.refused:
                return Trace(self._answer(question, query.text, started, ComposedAnswer((), ()), reason=reply.text))
            return Trace(self._answer(question, query.text, started, ComposedAnswer((), (), reply.text)))
        asked = understand(query.asked, query.carried, query.text)
        around = self._contexts.now()
        passages, within = self._search(query, scope, around)
        ranked = self._rank(asked, passages, around)
        reason = lacking(asked, ranked, around.rarity)
        if reason is not None:
            return Trace(self._refuse(asked, question, started, passages, reason), passages, ranked)
        draft = write(asked, ranked, around)
        sound = checked(draft)
        note = " ".join(part for part in (sound.note, _looked_in(within), self._of_editions(sound)) if part)
        answer = self._answer(question, query.text, started, ComposedAnswer(sound.sentences, sound.citations, note))
        return Trace(answer, passages, ranked, draft)

    def find(self, question: str, history: Sequence[str] = (), scope: Scope | None = None) -> tuple[Passage, ...]:
        """Return the passages that an answer is drawn from, best first."""
        return tuple(self._search(_query(question, history), scope, self._contexts.now())[0])

    def read(self, question: str, history: Sequence[str] = (), scope: Scope | None = None) -> list[RankedCandidate]:
        """Return every sentence that could answer, best first, without deciding whether one does."""
        query = _query(question, history)
        around = self._contexts.now()
        passages, _ = self._search(query, scope, around)
        return self._rank(understand(query.asked, query.carried, query.text), passages, around)

    def _search(
        self, query: Query, scope: Scope | None, around: LibraryContext
    ) -> tuple[list[Passage], tuple[Document, ...]]:
        """Return the passages for a query, and the documents to which its words limit it, if any."""
        scope = scope or Scope()
        open_to = [each for each in around.documents if not scope.documents or each.id in scope.documents]
        within = documents_named(query.text, open_to)
        if within:
            scope = replace(scope, documents=frozenset(document.id for document in within))
        return self._library.search(query.text, scope=scope, limit=self._passages), within

    def _rank(self, question: Question, passages: Sequence[Passage], around: LibraryContext) -> list[RankedCandidate]:
        evidence = [around.evidence(passage) for passage in passages]
        ranked = rank(question, evidence, around.rarity, self._reader)
        return [item for item in ranked if not _is_injected(item.candidate)]

    def _of_editions(self, draft: ComposedAnswer) -> str:
        """Say which of the documents cited has been superseded, corrected or added to."""
        cited = {citation.document.id: citation.document for citation in draft.citations}
        return " ".join(
            edition_note(document.metadata.symbol or document.name, symbol or name)
            for document in cited.values()
            for name, symbol in self._library.editions_of(document.id)
        )

    def _refuse(
        self, asked: Question, question: str, started: float, passages: Sequence[Passage], missing: Sequence[str]
    ) -> Answer:
        near = [passage for passage in passages if passage.paragraph.kind != "heading"][:RELATED]
        related = tuple(
            Citation(marker, passage.document, passage.paragraph, passage.paragraph.text)
            for marker, passage in enumerate(near, start=1)
        )
        reason = refusal_text(asked, missing)
        return self._answer(question, asked.text, started, ComposedAnswer((), ()), reason=reason, related=related)

    def _answer(
        self,
        question: str,
        query: str,
        started: float,
        draft: ComposedAnswer,
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


def _looked_in(within: Sequence[Document]) -> str:
    """Say to which documents the question was limited."""
    if not within:
        return ""
    names = [f"“{document.name}”" for document in within]
    return f"Looked in {names[0]} alone." if len(names) == 1 else f"Looked in {len(names)} documents that fit alone."


def check_question(question: str) -> None:
    """Raise `QuestionError` for a question of white space, or of more than `LONGEST_QUESTION` characters."""
    if not question.strip():
        raise QuestionError("the question is empty; write what you want to know")
    if len(question) > LONGEST_QUESTION:
        raise QuestionError(
            f"the question has {len(question):,} characters, and at most {LONGEST_QUESTION:,} are read; shorten it"
        )


def _query(question: str, history: Sequence[str]) -> Query:
    check_question(question)
    return complete(_sound(question), [_sound(turn) for turn in history if turn.strip()])


def _sound(text: str) -> str:
    """Fold white space, and put a mark in the place of what is no character."""
    return " ".join(text.encode(errors="replace").decode().split())


def _is_injected(candidate: Candidate) -> bool:
    """Tell whether a candidate speaks to an assistant, or stands after what does: no statement of its document."""
    return candidate.end > injection_start(candidate.evidence.paragraph.text)


def checked(draft: ComposedAnswer) -> ComposedAnswer:
    """Say in the source's unaltered words each sentence that states what its source does not.

    A row is cited with its column headings.
    """
    sources = {citation.marker: citation for citation in draft.citations}
    said = []
    for sentence in draft.sentences:
        cited = [sources[marker] for marker in sentence.citations]
        source = " ".join(" ".join((*citation.paragraph.columns, citation.quote)) for citation in cited)
        sound = not verify(sentence.text, source)
        said.append(sentence if sound else Sentence(cited[0].quote, sentence.citations))
    return ComposedAnswer(tuple(said), draft.citations, draft.note)
