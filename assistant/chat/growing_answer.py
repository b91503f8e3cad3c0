"""An answer as it grows: each sentence of a model checked, and kept or struck out."""

from collections.abc import Sequence

from assistant.answer import Citation, Sentence
from assistant.chat.output.parse import WrittenSentence
from assistant.chat.output.sentinel import is_refusal
from assistant.chat.passages import Given
from assistant.verification.prose.check import Cited, check_written
from assistant.verification.prose.document_words import DocumentWords
from assistant.writing import StruckSentence


class GrowingAnswer:
    """The sentences of an answer so far, with what they rest on and what was struck out."""

    def __init__(self, given: Sequence[Given], question: str, words: DocumentWords) -> None:
        self._given = {passage.id: passage for passage in given}
        self._question = question
        self._words = words
        self.sentences: list[Sentence] = []
        self.citations: list[Citation] = []
        self.struck: list[StruckSentence] = []
        self.refused = False
        """Whether the model said that the passages do not answer."""

    def add(self, written: WrittenSentence) -> None:
        """Check a sentence, and keep it or strike it out."""
        if is_refusal(written.text):
            self.refused = True
            return
        if any(written.text == sentence.text for sentence in self.sentences):
            return
        if not written.sources:
            reason = "it names no source"
            self.struck.append(StruckSentence(written.text, reason, len(self.sentences), sourced=False))
            return
        unknown = next((source for source in written.sources if not source.known), None)
        if unknown is not None:
            named = f"“{unknown.id[:40]}”, which is" if unknown.id else "a source that is"
            self._strike(written.text, f"it cites {named} none of the passages")
            return
        passages = [self._given[source.id] for source in written.sources]
        cited = [
            Cited(passage.evidence.paragraph, source.quote, passage.evidence.taken_as_read)
            for passage, source in zip(passages, written.sources, strict=True)
        ]
        checked = check_written(written.text, cited, self._words, self._question)
        if checked.problem:
            self._strike(written.text, str(checked.problem))
            return
        markers = [self._marker(passage, quote) for passage, quote in zip(passages, checked.quotes, strict=True)]
        self.sentences.append(Sentence(written.text, tuple(dict.fromkeys(markers))))

    def _strike(self, text: str, reason: str) -> None:
        self.struck.append(StruckSentence(text, reason, len(self.sentences)))

    def _marker(self, passage: Given, quote: str) -> int:
        """Return the marker of some words, which are cited under a new one when they were not yet."""
        paragraph = passage.evidence.paragraph
        for citation in self.citations:
            if citation.paragraph == paragraph and citation.quote == quote:
                return citation.marker
        self.citations.append(Citation(len(self.citations) + 1, passage.evidence.document, paragraph, quote))
        return len(self.citations)
