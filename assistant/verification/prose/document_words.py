"""Which words the documents behind an answer write in lower case, so that they are no names, and their acronyms."""

import re
from collections.abc import Callable, Iterable
from functools import cached_property

from assistant.language.acronyms import Names
from corpus.text.words import STOP_WORDS, tokenize

_WORDS = re.compile(r"[^\W\d_][\w’'-]+")
_STEM = 5
"""Letters by which words are taken for forms of one."""


class DocumentWords:
    """The words of some texts, read when they are first asked for."""

    def __init__(
        self, texts: Callable[[], Iterable[str]], is_common: Callable[[str], bool] = lambda _word: False
    ) -> None:
        """Keep what gives the texts, and what tells a stem that other texts write small."""
        self._texts = texts
        self._is_common = is_common
        self.names = Names(texts)

    def is_small(self, word: str) -> bool:
        """Tell whether a form of a word, in small letters, is among them, so that it is no name."""
        if word in STOP_WORDS or word[:_STEM] in self._stems:
            return True
        return any(self._is_common(each.stem) for each in tokenize(word))

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(word[:_STEM] for text in self._texts() for word in _WORDS.findall(text) if word.islower())
