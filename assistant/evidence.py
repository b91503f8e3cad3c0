"""Passages taken apart into what can be said: sentences, items and rows, each with what stands around it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from assistant.words import Word, words_of
from corpus.document import Document
from corpus.paragraph import Paragraph
from corpus.sentences import sentence_spans
from index.passage import Passage

_RUN_IN_WORDS = 30
_LEAD_IN_CHARACTERS = 300


@dataclass(frozen=True)
class Evidence:
    """A passage and all that a reader sees around it."""

    passage: Passage
    parent: Paragraph | None
    children: tuple[Paragraph, ...]

    @property
    def paragraph(self) -> Paragraph:
        """Return the paragraph itself."""
        return self.passage.paragraph

    @property
    def document(self) -> Document:
        """Return the document it is of."""
        return self.passage.document

    @cached_property
    def context(self) -> str:
        """Return title, facts, headings, lead-in and column headings: what the paragraph takes as read."""
        facts = self.document.facts
        parts = [facts.title, facts.symbol, facts.body, facts.session, facts.place, facts.date, *self.paragraph.section]
        if self.parent:
            parts.append(self.parent.text[:_LEAD_IN_CHARACTERS])
        return " · ".join(part for part in (*parts, *self.paragraph.columns) if part)

    @cached_property
    def near_context(self) -> str:
        """Return the little of the context that tells this paragraph from its neighbours."""
        parts = [*self.paragraph.section[-1:], self.parent.text[:120] if self.parent else ""]
        return " ".join(part for part in parts if part)

    @cached_property
    def run_in(self) -> str:
        """Return the words a paragraph opens with, which often name what all of it is about."""
        opening = " ".join(self.paragraph.text.split()[:_RUN_IN_WORDS])
        colon = opening.find(":")
        return opening[:colon] if colon > 0 else " ".join(opening.split()[:20])

    @cached_property
    def words(self) -> frozenset[str]:
        """Return the canonical words of the paragraph and its context."""
        return frozenset(word.canonical for word in words_of(f"{self.context} {self.paragraph.text}"))


@dataclass(frozen=True)
class Candidate:
    """One sentence, item or row that may answer."""

    evidence: Evidence
    start: int
    end: int
    """Characters of the paragraph's text."""

    @property
    def quote(self) -> str:
        """Return the exact words."""
        return self.evidence.paragraph.text[self.start : self.end]

    @cached_property
    def words(self) -> list[Word]:
        """Return the words of the quote."""
        return words_of(self.quote)

    @cached_property
    def terms(self) -> frozenset[str]:
        """Return the canonical words of the quote."""
        return frozenset(word.canonical for word in self.words)

    @property
    def is_first(self) -> bool:
        """Tell whether it opens its paragraph."""
        return self.start == 0

    @cached_property
    def in_context(self) -> str:
        """Return the quote with what it is about before it: what the encoder reads."""
        about = "" if self.is_first else self.evidence.run_in
        return " ".join(part for part in (self.evidence.near_context, about, self.quote.replace("\t", " ")) if part)


def candidates_of(evidence: Iterable[Evidence]) -> list[Candidate]:
    """Return every sentence of paragraphs and notes, and every item and row whole; headings say nothing."""
    found = []
    for piece in evidence:
        paragraph = piece.paragraph
        if paragraph.kind == "heading":
            continue
        if paragraph.kind == "row":
            found.append(Candidate(piece, 0, len(paragraph.text)))
        else:
            found += [Candidate(piece, start, end) for start, end in sentence_spans(paragraph.text)]
    return found
