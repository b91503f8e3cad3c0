"""Passages split into candidate answers: sentences, items and rows, each with its context."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from assistant.language.matching import held_words, with_parts
from assistant.untrusted.injection import BELIEVED, injection_start
from corpus.document import Document
from corpus.paragraph import Paragraph
from corpus.text.sentences import sentence_spans
from corpus.text.words import Word, tokenize
from index.passage import Passage

_RUN_IN_WORDS = 30
_LEAD_IN_CHARACTERS = 300
_TITLE_WORDS = 14
_LABELLED = re.compile(r"[A-Z]\w*(?: \w+){0,2}: \S")
"""How a line of a cover begins: `Prepared from: …`, `Date: …`."""


@dataclass(frozen=True)
class Evidence:
    """A passage and all that a reader sees around it."""

    passage: Passage
    parent: Paragraph | None
    children: tuple[Paragraph, ...]
    years: frozenset[str]
    """Years in which the document stands: of its date, or of its opening where it has none."""
    is_signpost: bool = False
    """It is the column headings of the rows below it, or an entry of the contents: it says nothing itself."""
    before: str = ""
    """The paragraph before it in its section, where it opens with a word that points back: `It brought together …`."""
    topics: frozenset[str] = frozenset()
    """Canonical words that many paragraphs of the document hold: what it is about, and need not say each time."""

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
        """Return title, metadata, headings, lead-in and column headings: the implied context of the paragraph.

        What an assistant is told in the lead-in is no part of it.
        """
        metadata = self.document.metadata
        parts = [
            metadata.title,
            metadata.symbol,
            metadata.body,
            metadata.session,
            metadata.place,
            metadata.date,
            metadata.period,
            *self.paragraph.section,
        ]
        if self.parent:
            parts.append(self.parent.text[: min(_LEAD_IN_CHARACTERS, injection_start(self.parent.text, BELIEVED))])
        return " · ".join(part for part in (*parts, *self.paragraph.columns) if part)

    @cached_property
    def taken_as_read(self) -> str:
        """Return the context with what the document is about, its years, and what the paragraph points back to."""
        topics = sorted(topic for topic in self.topics if topic.isalpha())
        parts = (self.context, " ".join(topics), " ".join(sorted(self.years)), self.before)
        return " · ".join(part for part in parts if part)

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
    def near_words(self) -> frozenset[str]:
        """Return the stems of the near context and of how the paragraph opens."""
        return held_words(f"{self.near_context} {self.run_in}")

    @cached_property
    def said_words(self) -> list[Word]:
        """Return the words of the paragraph, from which those of its candidates are taken."""
        return tokenize(self.paragraph.text)

    @cached_property
    def words(self) -> frozenset[str]:
        """Return the stems of the paragraph and its context."""
        return held_words(self.context) | with_parts([word.stem for word in self.said_words]) | self.years

    @cached_property
    def stated_until(self) -> int:
        """Return the character at which it begins to speak to an assistant: what stands there states nothing."""
        return injection_start(self.paragraph.text)


@dataclass(frozen=True)
class Candidate:
    """One sentence, item or row that may answer."""

    evidence: Evidence
    start: int
    end: int
    """Characters of the paragraph's text."""
    before: frozenset[str] = frozenset()
    """Canonical words of the sentence before it, which `They are:` leans on."""

    @property
    def quote(self) -> str:
        """Return the exact words."""
        return self.evidence.paragraph.text[self.start : self.end]

    @cached_property
    def words(self) -> list[Word]:
        """Return the words of the quote."""
        at = self.start
        return [
            word._replace(start=word.start - at, end=word.end - at)
            for word in self.evidence.said_words
            if at <= word.start and word.end <= self.end
        ]

    @cached_property
    def terms(self) -> frozenset[str]:
        """Return the stems of the quote."""
        return with_parts([word.stem for word in self.words])

    @cached_property
    def lead(self) -> str:
        """Return the last sentence of the lead-in that an item hangs from, which says who and where; else empty."""
        parent = self.evidence.parent
        if self.evidence.paragraph.kind != "item" or parent is None or not parent.text.rstrip().endswith(":"):
            return ""
        start, end = list(sentence_spans(parent.text))[-1]
        return parent.text[start:end]

    @property
    def leads_in(self) -> bool:
        """Tell whether items hang from it."""
        return bool(self.evidence.children) and self.quote.rstrip().endswith(":")

    @property
    def is_first(self) -> bool:
        """Tell whether it opens its paragraph."""
        return self.start == 0

    @property
    def is_sentence(self) -> bool:
        """Tell whether it says something by itself: it ends like a sentence, and no title opens a paragraph with it."""
        whole = self.end >= len(self.evidence.paragraph.text.rstrip())
        if self.evidence.paragraph.kind in ("item", "row") and whole:
            return True
        if self.is_first and not whole and len(self.words) <= _TITLE_WORDS:
            return False
        if self.is_first and _LABELLED.match(self.quote):
            return False
        return self.quote.rstrip("\"'”’»)")[-1:] in ".!?;:"


def candidates_of(evidence: Iterable[Evidence]) -> list[Candidate]:
    """Return every sentence of paragraphs and notes, and every row of several cells whole.

    Headings say nothing, nor does what speaks to an assistant, nor what stands after that.
    """
    found = []
    for piece in evidence:
        paragraph = piece.paragraph
        if paragraph.kind == "heading" or piece.is_signpost:
            continue
        if paragraph.kind == "row" and "\t" in paragraph.text:
            if piece.stated_until >= len(paragraph.text):
                found.append(Candidate(piece, 0, len(paragraph.text)))
        else:
            before: frozenset[str] = frozenset()
            for start, end in sentence_spans(paragraph.text):
                if end > piece.stated_until:
                    break
                found.append(Candidate(piece, start, end, before))
                before = found[-1].terms
    return found
