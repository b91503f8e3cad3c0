"""A text tokenized for verification: normalised, in sentences and clauses, with its words and numbers."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from assistant.language.numbers import Number, numbers_of
from corpus.text.sentences import sentence_spans
from corpus.text.words import Word, tokenize

PLAIN_PUNCTUATION = dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("‘’‚‛′`´", "'") | dict.fromkeys("“”„‟″«»", '"')
"""One kind of dash and of quotation marks for all of them."""
LEFT_OUT = re.compile(r"\s*(?:…|\[…\]|\[?\.\.\.\]?)\s*")
"""How words that are left out of a quotation are shown."""
_FOLDED = str.maketrans(
    PLAIN_PUNCTUATION
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", "")
    | {"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl"}
)
_THOUSANDS = re.compile(r"(?<=\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))")
_CLAUSE_ENDS = frozenset(',;:.!?()[]…"')

_OPENERS = ('"', "'", ": ")


class Token(NamedTuple):
    """A word with its sentence and clause."""

    word: Word
    sentence: int
    """Rank of its sentence in the text."""
    clause: int
    """Rank of its clause in the text; a clause ends at punctuation."""
    first: bool
    """Whether its sentence or a quotation begins with it, so that a capital says nothing."""


@dataclass(frozen=True)
class TokenizedText:
    """A text taken apart once, for any number of comparisons."""

    text: str
    """With one kind of dash, quotation mark and space, and no invisible characters."""

    @cached_property
    def plain(self) -> str:
        """Return the text in lower case."""
        return self.text.lower()

    @cached_property
    def numbers(self) -> list[Number]:
        """Return the numbers in order."""
        return numbers_of(self.text)

    @cached_property
    def values(self) -> frozenset[tuple[str, str, str]]:
        """Return kind, value and unit of each number."""
        return frozenset((number.kind, number.value, number.unit) for number in self.numbers)

    @cached_property
    def tokens(self) -> list[Token]:
        """Return the words in order, each with its sentence and clause."""
        starts = [start for start, _ in sentence_spans(self.text)]
        found: list[Token] = []
        sentence = clause = end = 0
        for word in tokenize(self.text):
            between = self.text[end : word.start]
            begins = not found or (sentence + 1 < len(starts) and word.start >= starts[sentence + 1])
            while sentence + 1 < len(starts) and word.start >= starts[sentence + 1]:
                sentence += 1
            spaced = between == " "
            clause += begins or not (spaced or _CLAUSE_ENDS.isdisjoint(between))
            found.append(Token(word, sentence, clause, begins or (not spaced and between.endswith(_OPENERS))))
            end = word.end
        return found

    @cached_property
    def stems(self) -> frozenset[str]:
        """Return the stems."""
        return frozenset(token.word.stem for token in self.tokens)

    @cached_property
    def positions(self) -> dict[str, list[int]]:
        """Return the ranks at which each stem stands."""
        found: dict[str, list[int]] = {}
        for rank, token in enumerate(self.tokens):
            found.setdefault(token.word.stem, []).append(rank)
        return found

    @cached_property
    def sentences(self) -> list[Counter[str]]:
        """Return the stems of each sentence."""
        found: list[Counter[str]] = []
        for token in self.tokens:
            while len(found) <= token.sentence:
                found.append(Counter())
            found[token.sentence][token.word.stem] += 1
        return found

    def nearest(self, held: frozenset[str]) -> int:
        """Return the rank of the sentence that shares most with some stems, the first of equals."""
        shared = [sum(self._weight(word) for word in sentence.keys() & held) for sentence in self.sentences]
        return shared.index(max(shared)) if shared else 0

    @cached_property
    def _content(self) -> frozenset[str]:
        return frozenset(token.word.stem for token in self.tokens if token.word.is_content)

    def _weight(self, word: str) -> int:
        return 4 if word in self._content else 1


def tokenized_text(text: str) -> TokenizedText:
    """Take a text apart; the last few texts are remembered, for one source is often cited by several sentences."""
    return _tokenized_text(text)


@lru_cache(maxsize=64)
def _tokenized_text(text: str) -> TokenizedText:
    return TokenizedText(fold(text))


def fold(text: str) -> str:
    """Return a text with one kind of dash, quotation mark and space: what writers change freely."""
    return " ".join(_THOUSANDS.sub(",", text).translate(_FOLDED).split())
