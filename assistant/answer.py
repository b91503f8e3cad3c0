"""What is given back for a question."""

from dataclasses import dataclass

from assistant.writing import StruckSentence, Writing
from corpus.document import Document
from corpus.paragraph import Paragraph


@dataclass(frozen=True, slots=True)
class Citation:
    """A numbered pointer to the exact words that a sentence rests on."""

    marker: int
    """1-based, printed as `[1]`."""
    document: Document
    paragraph: Paragraph
    quote: str
    """Words of the paragraph, unaltered: `quote in paragraph.text`."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an answer."""

    text: str
    citations: tuple[int, ...]
    """Markers of the citations it rests on; never empty in an answer that is not refused."""
    spans: tuple[tuple[int, int], ...] = ()
    """Character ranges of `text` that hold the answer itself, to be set in bold."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The whole reply to one question."""

    question: str
    """What the person said."""
    query: str
    """What was searched."""
    sentences: tuple[Sentence, ...]
    citations: tuple[Citation, ...]
    refused: bool
    reason: str
    """Why it was refused: what was looked for and not found; empty otherwise."""
    related: tuple[Citation, ...]
    """Nearest paragraphs of a refusal; not an answer."""
    seconds: float
    settings_digest: str
    """Digest of the settings and the prompts that made the answer."""
    note: str = ""
    """A remark beside the sentences, such as that the sources differ, or a reply to a greeting."""
    struck: tuple[StruckSentence, ...] = ()
    """Sentences that a chat model wrote and that are not part of the answer, in the order it wrote them."""
    writing: Writing | None = None
    """How a chat model took part; None where none is named."""

    @property
    def text(self) -> str:
        """Return the reply as plain text without markers: the sentences, the refusal, or the note."""
        if self.refused:
            return self.reason
        words = " ".join(sentence.text for sentence in self.sentences)
        return f"{self.note} {words}".strip() if self.note else words

    @property
    def marked_text(self) -> str:
        """Return the reply with its citation markers, as a terminal prints it."""
        if self.refused:
            return self.reason
        parts = [self.note] if self.note else []
        for sentence in self.sentences:
            parts.append(sentence.text + "".join(f" [{marker}]" for marker in sentence.citations))
        return " ".join(parts)
