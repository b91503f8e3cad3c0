"""A text as the verifier reads it: folded, in sentences and clauses, with its words and figures."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from assistant.language.numbers import Figure, figures_of
from assistant.language.words import Word, words_of
from corpus.text.sentences import sentence_spans

_FOLDED = str.maketrans(
    dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("‘’‚‛′`´", "'")
    | dict.fromkeys("“”„‟″«»", '"')
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", "")
    | {"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl"}
)
_THOUSANDS = re.compile(r"(?<=\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))")
_CLAUSE_ENDS = frozenset(',;:.!?()[]…"')

_OPENERS = ('"', "'", ": ")


class Place(NamedTuple):
    """A word with what stands around it."""

    word: Word
    sentence: int
    """Rank of its sentence in the text."""
    clause: int
    """Rank of its clause in the text; a clause ends at punctuation."""
    first: bool
    """Whether its sentence or a quotation begins with it, so that a capital says nothing."""


@dataclass(frozen=True)
class Reading:
    """A text taken apart once, for any number of comparisons."""

    text: str
    """With one kind of dash, quotation mark and space, and no invisible characters."""

    @cached_property
    def plain(self) -> str:
        """Return the text in lower case."""
        return self.text.lower()

    @cached_property
    def figures(self) -> list[Figure]:
        """Return the figures in order."""
        return figures_of(self.text)

    @cached_property
    def values(self) -> frozenset[tuple[str, str, str]]:
        """Return kind, value and unit of each figure."""
        return frozenset((figure.kind, figure.value, figure.unit) for figure in self.figures)

    @cached_property
    def places(self) -> list[Place]:
        """Return the words in order, each with its sentence and clause."""
        starts = [start for start, _ in sentence_spans(self.text)]
        found: list[Place] = []
        sentence = clause = end = 0
        for word in words_of(self.text):
            between = self.text[end : word.start]
            begins = not found or (sentence + 1 < len(starts) and word.start >= starts[sentence + 1])
            while sentence + 1 < len(starts) and word.start >= starts[sentence + 1]:
                sentence += 1
            spaced = between == " "
            clause += begins or not (spaced or _CLAUSE_ENDS.isdisjoint(between))
            found.append(Place(word, sentence, clause, begins or (not spaced and between.endswith(_OPENERS))))
            end = word.end
        return found

    @cached_property
    def held(self) -> frozenset[str]:
        """Return the canonical words."""
        return frozenset(place.word.canonical for place in self.places)

    @cached_property
    def at(self) -> dict[str, list[int]]:
        """Return the ranks at which each canonical word stands."""
        found: dict[str, list[int]] = {}
        for rank, place in enumerate(self.places):
            found.setdefault(place.word.canonical, []).append(rank)
        return found

    @cached_property
    def sentences(self) -> list[Counter[str]]:
        """Return the canonical words of each sentence."""
        found: list[Counter[str]] = []
        for place in self.places:
            while len(found) <= place.sentence:
                found.append(Counter())
            found[place.sentence][place.word.canonical] += 1
        return found

    def nearest(self, held: frozenset[str]) -> int:
        """Return the rank of the sentence that shares most with some canonical words, the first of equals."""
        shared = [sum(self._weight(word) for word in sentence.keys() & held) for sentence in self.sentences]
        return shared.index(max(shared)) if shared else 0

    @cached_property
    def _content(self) -> frozenset[str]:
        return frozenset(place.word.canonical for place in self.places if place.word.is_content)

    def _weight(self, word: str) -> int:
        return 4 if word in self._content else 1


def read(text: str) -> Reading:
    """Take a text apart; the last few texts are remembered, for one source is often cited by several sentences."""
    return _read(text)


@lru_cache(maxsize=64)
def _read(text: str) -> Reading:
    return Reading(fold(text))


def fold(text: str) -> str:
    """Return a text with one kind of dash, quotation mark and space: what writers change freely."""
    return " ".join(_THOUSANDS.sub(",", text).translate(_FOLDED).split())
