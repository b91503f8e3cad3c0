"""Answer a question from a library: find, read, decide, cite, verify."""

import time
from collections.abc import Sequence

from assistant.answer import Answer, Citation, Sentence
from assistant.evidence import Candidate, candidates_of
from assistant.followup import complete
from assistant.question import Question, understand
from assistant.ranking import Ranked, lexical_features
from assistant.refusal import missing_names, refusal_text, unknown_words
from assistant.smalltalk import reply_to
from assistant.spans import answer_spans
from assistant.surroundings import Surroundings
from assistant.verify import verify
from corpus.errors import QuestionError
from index.library import Library
from index.passage import Passage
from index.scope import Scope

LONGEST_QUESTION = 2_000
_READ = 12
_WEIGHTS = (1.6, 0.6, 0.4, 1.2, 0.9, 0.3, 0.8, 0.5, 0.3, 0.2)


class Assistant:
    """Answers questions, each sentence with its citation; the same question on the same library gives the same answer."""

    def __init__(self, library: Library, *, passages: int, settings_digest: str) -> None:
        self._library = library
        self._passages = passages
        self._settings_digest = settings_digest
        self._surroundings = Surroundings(library)

    def ask(self, question: str, history: Sequence[str] = (), scope: Scope | None = None) -> Answer:
        """Answer a question; `history` holds the earlier turns of the person, oldest first.

        Raise `QuestionError` for white space or more than `LONGEST_QUESTION` characters.
        """
        started = time.perf_counter()
        query = self._query(question, history)
        if reply := reply_to(question):
            return self._answer(question, query, started, note=reply)
        passages = self._library.search(query, scope=scope, limit=self._passages)
        asked = understand(query)
        ranked = self._rank(asked, passages)
        missing = self._missing(asked, ranked)
        if not ranked or missing is not None:
            return self._refuse(asked, question, started, passages, missing or ())
        return self._say(asked, question, started, ranked)

    def find(self, question: str, history: Sequence[str] = (), scope: Scope | None = None) -> tuple[Passage, ...]:
        """Return the passages that an answer is drawn from, best first."""
        return tuple(self._library.search(self._query(question, history), scope=scope, limit=self._passages))

    def _query(self, question: str, history: Sequence[str]) -> str:
        if not question.strip():
            raise QuestionError("the question is empty; write what you want to know")
        if len(question) > LONGEST_QUESTION:
            raise QuestionError(
                f"the question has {len(question):,} characters, and at most {LONGEST_QUESTION:,} are read; shorten it"
            )
        return complete(" ".join(question.split()), [turn for turn in history if turn.strip()])

    def _rank(self, question: Question, passages: Sequence[Passage]) -> list[Ranked]:
        """Score the candidates by plain features first, and the best of them with the encoder."""
        rarity = self._surroundings.rarity
        found = candidates_of(self._surroundings.evidence(passage) for passage in passages)
        plain = [(lexical_features(question, candidate, rarity), candidate) for candidate in found]
        plain.sort(key=lambda pair: -sum(w * f for w, f in zip(_WEIGHTS[1:], pair[0], strict=True)))
        near = plain[:_READ]
        if not near:
            return []
        vectors = self._library.encode([question.text, *(candidate.in_context for _, candidate in near)])
        similar = vectors[1:] @ vectors[0]
        import numpy as np

        ranked = []
        for (features, candidate), similarity in zip(near, similar, strict=True):
            values = np.array([float(similarity), *features])
            ranked.append(Ranked(candidate, float(values @ np.array(_WEIGHTS)), values))
        return sorted(ranked, key=lambda item: -item.score)

    def _missing(self, question: Question, ranked: list[Ranked]) -> tuple[str, ...] | None:
        """Return what the evidence lacks when it does not answer, None when it does."""
        if not ranked:
            return ()
        lacking = missing_names(question, ranked[0])
        if lacking:
            return lacking
        shared = ranked[0].features[4]
        return () if shared < 0.4 else None

    def _say(self, question: Question, said: str, started: float, ranked: list[Ranked]) -> Answer:
        best = ranked[0].candidate
        citation = _cite(1, best)
        text = best.quote.replace("\t", " · ")
        spans = tuple(answer_spans(question, text))[:1]
        assert not verify(text, best.quote)
        return self._answer(said, question.text, started, (Sentence(text, (1,), spans),), (citation,))

    def _refuse(
        self, question: Question, said: str, started: float, passages: Sequence[Passage], missing: Sequence[str]
    ) -> Answer:
        related = tuple(
            Citation(marker, passage.document, passage.paragraph, passage.paragraph.text)
            for marker, passage in enumerate((p for p in passages if p.paragraph.kind != "heading"), start=1)
        )[:3]
        unknown = unknown_words(question, self._surroundings.rarity) if not missing else ()
        reason = refusal_text(question, (*missing, *unknown))
        return self._answer(said, question.text, started, refused=True, reason=reason, related=related)

    def _answer(
        self,
        question: str,
        query: str,
        started: float,
        sentences: tuple[Sentence, ...] = (),
        citations: tuple[Citation, ...] = (),
        *,
        refused: bool = False,
        reason: str = "",
        related: tuple[Citation, ...] = (),
        note: str = "",
    ) -> Answer:
        seconds = time.perf_counter() - started
        return Answer(
            question, query, sentences, citations, refused, reason, related, seconds, self._settings_digest, note
        )


def _cite(marker: int, candidate: Candidate) -> Citation:
    return Citation(marker, candidate.evidence.document, candidate.evidence.paragraph, candidate.quote)
