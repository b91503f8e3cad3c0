"""What each search alone finds: by words (BM25), by meaning (cosine), and both fused by reciprocal rank.

The passages come from one search of the library, put in the order of either score. Sentences are scored by the same
word index and the same encoder. Nothing is read and nothing refused: this is what the assistant is compared with.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from corpus.text.sentences import sentence_spans
from index.scope import Scope
from index.stores.terms import WordIndex

if TYPE_CHECKING:
    from corpus.paragraph import Paragraph
    from index.library import Library
    from index.passage import Passage

ALONE = ("bm25", "dense", "fused")
COMPARABLE = ("bm25", "dense")
"""Searches whose scores compare between questions; fused ranks do so within one search only."""
DEPTH = 600
"""Passages fetched so that the first 100 of either order are certain to be among them: what stands at rank r ≤ 100 in
one order has a fused score of at least 1 / (60 + r), which fewer than 600 others can reach."""
_RANK_CONSTANT = 60
Place = tuple[str, int, int, int]
"""Document, position of the paragraph, first and last character: which sentence it is."""


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence and its score in one of the searches, higher is better."""

    place: Place
    words: str
    score: float


def passages_alone(library: "Library", query: str, scope: Scope | None = None) -> dict[str, list["Passage"]]:
    """Return the passages in the order of each search alone, best first; BM25 gives those that share a word."""
    fused = library.search(query, scope=scope, limit=DEPTH)
    address = {id(passage): (passage.document.id, passage.paragraph.position) for passage in fused}
    by_words = [passage for passage in fused if passage.bm25 > 0]
    return {
        "bm25": sorted(by_words, key=lambda passage: (-passage.bm25, address[id(passage)])),
        "dense": sorted(fused, key=lambda passage: (-passage.similarity, address[id(passage)])),
        "fused": fused,
    }


class SentencePool:
    """Every sentence and row of a library, to be ranked for a question within some paragraphs."""

    def __init__(self, library: "Library") -> None:
        self._library = library
        self._words: dict[Place, str] = {}
        self._of: dict[tuple[str, int], list[int]] = {}
        for document in library.documents():
            for paragraph in library.paragraphs(document.id):
                self._take(document.id, paragraph)
        self._places = list(self._words)
        self._vectors: dict[int, NDArray[np.float32]] = {}
        self._terms = WordIndex(None)
        self._terms.add((key, 0, self._words[place]) for key, place in enumerate(self._places))
        self._terms.commit()

    def ranked(self, question: str, paragraphs: Iterable[tuple[str, int]]) -> dict[str, list[Found]]:
        """Return the sentences of some paragraphs, given as `(document, position)`, in the order of each search."""
        keys = [key for paragraph in paragraphs for key in self._of.get(paragraph, [])]
        if not keys:
            return {search: [] for search in ALONE}
        shared = dict(self._terms.search(question, limit=len(keys), keys=keys))
        near = self._cosines(question, keys)
        scores = {"bm25": {key: shared.get(key, 0.0) for key in keys}, "dense": near}
        scores["fused"] = _fused(list(scores.values()))
        return {search: self._best_first(scores[search]) for search in ALONE}

    def _take(self, document: str, paragraph: "Paragraph") -> None:
        if paragraph.kind == "heading":
            return
        spans = [(0, len(paragraph.text))] if paragraph.kind == "row" else sentence_spans(paragraph.text)
        for start, end in spans:
            self._of.setdefault((document, paragraph.position), []).append(len(self._words))
            self._words[(document, paragraph.position, start, end)] = paragraph.text[start:end]

    def _cosines(self, question: str, keys: Sequence[int]) -> dict[int, float]:
        """Return the cosine of the question and each sentence, whose vector is kept for the next question."""
        new = [key for key in keys if key not in self._vectors]
        vectors = self._library.encode([question, *(self._words[self._places[key]] for key in new)])
        self._vectors.update(zip(new, vectors[1:], strict=True))
        return {key: float(self._vectors[key] @ vectors[0]) for key in keys}

    def _best_first(self, scores: Mapping[int, float]) -> list[Found]:
        order = sorted(scores, key=lambda key: (-scores[key], key))
        return [Found(self._places[key], self._words[self._places[key]], scores[key]) for key in order]


def best_of_top_passage(
    pool: SentencePool, question: str, passages: Mapping[str, Sequence["Passage"]]
) -> dict[str, Found]:
    """Return, for each search that finds anything, the best sentence of the best passage that is no heading."""
    found = {}
    for search, ranking in passages.items():
        top = next((passage for passage in ranking if passage.paragraph.kind != "heading"), None)
        ranked = pool.ranked(question, [(top.document.id, top.paragraph.position)])[search] if top else []
        if ranked:
            found[search] = ranked[0]
    return found


def _fused(scores: Sequence[Mapping[int, float]]) -> dict[int, float]:
    """Add 1 / (k + rank) over the rankings (Cormack et al. 2009); ties keep the order of the text."""
    fused: dict[int, float] = {}
    for of_one in scores:
        for rank, key in enumerate(sorted(of_one, key=lambda key: (-of_one[key], key)), start=1):
            fused[key] = fused.get(key, 0.0) + 1 / (_RANK_CONSTANT + rank)
    return fused
