"""The context of a passage in its document and library, cached between questions."""

import re
import threading
from functools import lru_cache

from assistant.evidence.evidence import Evidence
from assistant.evidence.rarity import Rarity
from assistant.untrusted.injection import BELIEVED, injection_start
from corpus.document import Document
from corpus.metadata.period import years_of
from corpus.paragraph import Paragraph
from index.library import Library
from index.passage import Passage

_DOCUMENTS_AT_HAND = 256
_TOPIC = 20
"""A word is a topic of its document when one paragraph in so many holds it, and three at least."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PAGES = re.compile(r"\d+(?:\s?[-–]\s?\d+)?")
_POINTS_BACK = re.compile(r"\W*(?:It|They|He|She|His|Her|Its|Their|Th(?:is|at|ese|ose)|Such|Both|The(?= [a-z]))\b")
_OPENING = 400
"""Characters in which a document without a date may show one."""


def _opening_years(paragraphs: tuple[Paragraph, ...]) -> list[str]:
    opening = " ".join(paragraph.text for paragraph in paragraphs[:8])[:_OPENING]
    return _YEAR.findall(opening)


def _is_signpost(row: Paragraph, paragraphs: tuple[Paragraph, ...]) -> bool:
    """Tell whether a row names the columns of the one below it, or is the entry of a heading in the contents."""
    if row.kind != "row":
        return False
    cells = tuple(row.text.split("\t"))
    below = paragraphs[row.position + 1 : row.position + 2]
    if cells == row.columns or any(other.kind == "row" and other.columns == cells for other in below):
        return True
    filled = [cell for cell in cells if cell.strip()]
    return (
        len(filled) == 2
        and _PAGES.fullmatch(filled[1]) is not None
        and any(other.kind == "heading" and filled[0].endswith(other.text) for other in paragraphs)
    )


def _pointed_back_to(paragraph: Paragraph, paragraphs: tuple[Paragraph, ...]) -> str:
    """Return the text of the paragraph before, where one opens with a word that points back to it.

    What an assistant is told there is no part of it.
    """
    if not paragraph.position or not _POINTS_BACK.match(paragraph.text):
        return ""
    before = paragraphs[paragraph.position - 1]
    if before.section != paragraph.section or before.kind == "heading":
        return ""
    return before.text[: injection_start(before.text, BELIEVED)]


class LibraryContext:
    """The context of passages, and how rare words are, in a library as it is at one time."""

    def __init__(self, library: Library) -> None:
        """Put together what was counted when the documents came in."""
        self._library = library
        self._at_hand = lru_cache(maxsize=_DOCUMENTS_AT_HAND)(self._load)
        self._topics: dict[str, frozenset[str]] = {}
        self.rarity = Rarity()
        """How rare words are among its paragraphs."""
        for document, counts in library.word_counts():
            self.rarity.add(counts)
            least = max(3, counts.paragraphs / _TOPIC)
            self._topics[document] = frozenset(word for word, count in counts.holding.items() if count >= least)
        self.documents = tuple(library.documents(with_text=False))
        """Its documents without their texts."""

    def evidence(self, passage: Passage) -> Evidence:
        """Return a passage with its lead-in and what hangs from it."""
        paragraphs = self.paragraphs(passage.document)
        parent = passage.paragraph.parent
        children = tuple(other for other in paragraphs if other.parent == passage.paragraph.position)
        metadata = passage.document.metadata
        known = years_of(metadata.date) | years_of(metadata.period)
        years = known or frozenset(_opening_years(paragraphs))
        lead_in = paragraphs[parent] if parent is not None else None
        topics = self._topics.get(passage.document.id, frozenset())
        before = _pointed_back_to(passage.paragraph, paragraphs)
        return Evidence(passage, lead_in, children, years, _is_signpost(passage.paragraph, paragraphs), before, topics)

    def paragraphs(self, document: Document) -> tuple[Paragraph, ...]:
        """Return the paragraphs of a document by position."""
        return self._at_hand(document.id, document.digest)

    def _load(self, document: str, digest: str) -> tuple[Paragraph, ...]:
        del digest  # part of the key alone: another digest is another text
        return tuple(self._library.paragraphs(document))


class LibraryContextCache:
    """Keeps the context of a library at hand, and takes it anew when the library has changed."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._taken: tuple[str, LibraryContext] | None = None
        self._taking = threading.Lock()

    def now(self) -> LibraryContext:
        """Return the context of the library as it is now."""
        with self._taking:
            digest = self._library.digest
            if self._taken is None or self._taken[0] != digest:
                self._taken = digest, LibraryContext(self._library)
            return self._taken[1]
