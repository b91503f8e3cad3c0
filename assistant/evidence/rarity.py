"""Inverse document frequency: how rare a word is in a library, and which words are names.

Rarity is the inverse document frequency of Robertson and Spärck Jones 1976.
"""

import math
from collections import Counter
from collections.abc import Collection, Iterable

from corpus.text.word_counts import WordCounts, count_words
from corpus.text.words import tokenize


class Rarity:
    """Weights of words by how few paragraphs hold them."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._holding: Counter[str] = Counter()
        self._common: set[str] = set()
        self._texts = 0
        self.add(count_words(texts))

    def add(self, counts: WordCounts) -> None:
        """Take in what was counted in a document."""
        self._texts += counts.paragraphs
        self._holding.update(counts.holding)
        self._common |= counts.small

    def of(self, term: str) -> float:
        """Return the weight of a stem, above 0; a word that no paragraph holds weighs most."""
        return math.log(1 + (self._texts + 0.5) / (self._holding[term] + 0.5))

    def holds(self, term: str) -> bool:
        """Tell whether any paragraph holds the word."""
        return self._holding[term] > 0

    def is_common(self, term: str) -> bool:
        """Tell whether the library writes a stem small somewhere."""
        return term in self._common

    def is_proper(self, surface: str) -> bool:
        """Tell whether a word stands in the library with a capital alone: a name, not a noun with a capital."""
        return surface[:1].isupper() and all(word.stem not in self._common for word in tokenize(surface))

    def share(self, terms: Collection[str], held: Collection[str]) -> float:
        """Return the weight of those of `terms` that are in `held`, as a share of all, 0 to 1."""
        total = sum(self.of(term) for term in terms)
        return sum(self.of(term) for term in terms if term in held) / total if total else 0.0
