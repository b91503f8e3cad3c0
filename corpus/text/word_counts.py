"""How many paragraphs of a document hold each word, and which words it writes small: counted once, when it comes in."""

import json
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from corpus.text.words import tokenize

TOKENIZER = "1"
"""Raise it when `tokenize` comes to give other stems: what was counted before is then counted again."""


@dataclass(frozen=True, slots=True)
class WordCounts:
    """The words of one document."""

    paragraphs: int
    holding: Mapping[str, int]
    """For each stem the number of paragraphs that hold it."""
    small: frozenset[str]
    """Stems that are somewhere written without a capital: they are no names."""

    def to_bytes(self) -> bytes:
        """Write the counts in the form that is stored."""
        rows = [self.paragraphs, dict(sorted(self.holding.items())), sorted(self.small)]
        return zlib.compress(json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode(), 1)

    @classmethod
    def from_bytes(cls, stored: bytes) -> "WordCounts":
        """Read counts as `to_bytes` wrote them."""
        paragraphs, holding, small = json.loads(zlib.decompress(stored))
        return cls(paragraphs, holding, frozenset(small))


def count_words(texts: Iterable[str]) -> WordCounts:
    """Count the words of paragraphs."""
    paragraphs = 0
    holding: Counter[str] = Counter()
    small: set[str] = set()
    for text in texts:
        words = tokenize(text)
        paragraphs += 1
        holding.update({word.stem for word in words})
        small.update(word.stem for word in words if word.surface.islower())
    return WordCounts(paragraphs, dict(holding), frozenset(small))
