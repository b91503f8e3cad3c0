"""What stands around a passage in its document, kept at hand between questions."""

import re
import threading
from collections import Counter
from dataclasses import replace
from functools import lru_cache

from assistant.evidence import Evidence
from assistant.rarity import Rarity
from assistant.words import words_of
from corpus.document import Document
from corpus.paragraph import Paragraph
from index.library import Library
from index.passage import Passage

_DOCUMENTS_AT_HAND = 256
_TOPIC = 20
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PAGES = re.compile(r"\d+(?:\s?[-–]\s?\d+)?")
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


class Surroundings:
    """Looks up parents, children and neighbours of paragraphs, and how rare words are in a library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._at_hand = lru_cache(maxsize=_DOCUMENTS_AT_HAND)(self._load)
        self._topics = lru_cache(maxsize=_DOCUMENTS_AT_HAND)(self._count_topics)
        self._whole: tuple[str, Rarity, tuple[Document, ...]] | None = None
        self._counting = threading.Lock()

    def evidence(self, passage: Passage) -> Evidence:
        """Return a passage with its lead-in and what hangs from it."""
        paragraphs = self.paragraphs(passage.document)
        parent = passage.paragraph.parent
        children = tuple(other for other in paragraphs if other.parent == passage.paragraph.position)
        years = frozenset(_YEAR.findall(passage.document.facts.date) or _opening_years(paragraphs))
        lead_in = paragraphs[parent] if parent is not None else None
        topics = self._topics(passage.document.id, passage.document.digest)
        return Evidence(passage, lead_in, children, years, _is_signpost(passage.paragraph, paragraphs), topics)

    def paragraphs(self, document: Document) -> tuple[Paragraph, ...]:
        """Return the paragraphs of a document by position."""
        return self._at_hand(document.id, document.digest)

    @property
    def rarity(self) -> Rarity:
        """Return the rarity of words in the library as it is now."""
        return self._current()[1]

    @property
    def documents(self) -> tuple[Document, ...]:
        """Return the documents of the library as it is now, without their texts."""
        return self._current()[2]

    def _current(self) -> tuple[str, Rarity, tuple[Document, ...]]:
        """Return what is known of the whole library, made anew when its digest changes."""
        with self._counting:
            digest = self._library.digest
            if self._whole is None or self._whole[0] != digest:
                documents = self._library.documents()
                texts = (paragraph.text for document in documents for paragraph in self.paragraphs(document))
                self._whole = digest, Rarity(texts), tuple(replace(document, text="") for document in documents)
            return self._whole

    def _count_topics(self, document: str, digest: str) -> frozenset[str]:
        """Return the words that one paragraph in `_TOPIC` holds, and three at least."""
        paragraphs = self._at_hand(document, digest)
        held = Counter(
            word for paragraph in paragraphs for word in {each.canonical for each in words_of(paragraph.text)}
        )
        return frozenset(word for word, count in held.items() if count >= max(3, len(paragraphs) / _TOPIC))

    def _load(self, document: str, digest: str) -> tuple[Paragraph, ...]:
        del digest  # part of the key alone: another digest is another text
        return tuple(self._library.paragraphs(document))
