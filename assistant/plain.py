"""Answer a question in the documents' own words: find, read, decide, cite, verify."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.answer import Answer, Citation, Sentence
from assistant.assistant import check_question
from assistant.composing.edition import edition_note
from assistant.composing.write import ComposedAnswer, write
from assistant.deadline import Stop
from assistant.evidence.library_context import LibraryContext, LibraryContextCache
from assistant.question.filters import documents_named
from assistant.question.followup import Query, complete
from assistant.question.question import Question, understand
from assistant.question.smalltalk import reply_to
from assistant.ranking.reader import ReaderModel
from assistant.ranking.refusal import lacking, refusal_text
from assistant.ranking.select import RankedCandidate, rank
from assistant.trace import Trace
from assistant.verification.verify import verify
from corpus.document import Document
from index.library import Library
from index.passage import Passage
from index.scope import Scope

RELATED = 3
"""Nearest paragraphs shown with a refusal."""


class PlainAssistant:
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
            draft = ComposedAnswer((), ()) if reply.refused else ComposedAnswer((), (), reply.text)
            answer = self._answer(question, query.text, draft, reason=reply.text if reply.refused else "")
            return Trace(_timed(answer, started))
        asked = understand(query.asked, query.carried, query.text)
        around = self._contexts.now()
        passages, within = self._search(query, scope, around)
        ranked = self._rank(asked, passages, around)
        reason = lacking(asked, ranked, around.rarity)
        if reason is not None:
            refusal = self.refusal(asked, question, passages, reason)
            return Trace(_timed(refusal, started), passages, ranked, context=around)
        draft = write(asked, ranked, around)
        sound = checked(draft)
        note = " ".join(
            part for part in (sound.note, _looked_in(within), self.note_of_editions(sound.citations)) if part
        )
        answer = self._answer(question, query.text, ComposedAnswer(sound.sentences, sound.citations, note))
        return Trace(_timed(answer, started), passages, ranked, draft, around)

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
        return rank(question, evidence, around.rarity, self._reader)

    def note_of_editions(self, citations: Sequence[Citation]) -> str:
        """Say which of the documents cited has been superseded, corrected or added to."""
        cited = {citation.document.id: citation.document for citation in citations}
        return " ".join(
            edition_note(document.metadata.symbol or document.name, symbol or name)
            for document in cited.values()
            for name, symbol in self._library.editions_of(document.id)
        )

    def refusal(
        self, asked: Question, question: str, passages: Sequence[Passage], missing: Sequence[str] = ()
    ) -> Answer:
        """Refuse a question: say what is missing (stems) where that is known, and show the nearest paragraphs."""
        near = [passage for passage in passages if passage.paragraph.kind != "heading"][:RELATED]
        related = tuple(
            Citation(marker, passage.document, passage.paragraph, passage.paragraph.text)
            for marker, passage in enumerate(near, start=1)
        )
        reason = refusal_text(asked, missing)
        return self._answer(question, asked.text, ComposedAnswer((), ()), reason=reason, related=related)

    def _answer(
        self,
        question: str,
        query: str,
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
            seconds=0.0,
            settings_digest=self._settings_digest,
            note=draft.note,
        )


def _timed(answer: Answer, started: float) -> Answer:
    return replace(answer, seconds=time.perf_counter() - started)


def _looked_in(within: Sequence[Document]) -> str:
    """Say to which documents the question was limited."""
    if not within:
        return ""
    names = [f"“{document.name}”" for document in within]
    return f"Looked in {names[0]} alone." if len(names) == 1 else f"Looked in {len(names)} documents that fit alone."


def _query(question: str, history: Sequence[str]) -> Query:
    check_question(question)
    return complete(_sound(question), [_sound(turn) for turn in history if turn.strip()])


def _sound(text: str) -> str:
    """Fold white space, and put a mark in the place of what is no character."""
    return " ".join(text.encode(errors="replace").decode().split())


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
