"""A name that opens a sentence, where a capital says nothing: `Tidewell proposed …` of what another proposed."""

import re
from collections.abc import Callable, Iterable
from functools import cached_property

from assistant.check_names import is_known, is_name
from assistant.reading import Reading
from assistant.words import STOP_WORDS

_WORDS = re.compile(r"[^\W\d_][\w’'-]+")
_STEM, _SHORTEST = 5, 4
"""Letters by which words are taken for forms of one, and that a name has at least."""
_OPENERS = frozenset(
    "according additionally altogether although among another around attendees attendance besides beyond copies "
    "delegates despite documents elsewhere everybody everyone everything experts finally fewer furthermore guests "
    "hence however instead later likewise members moreover meanwhile money nearly nobody nothing officials organizers "
    "otherwise overall parties people participants participation persons since several similarly somebody someone "
    "speakers staff still taken therefore though thus together today total towards unlike unless various "
    "whereas whether within without women work yesterday".split()
)
"""Words that sentences of any document may begin with, whether or not it writes them."""


class SmallWords:
    """The words that some texts write small, which are no names; read when they are first asked for."""

    def __init__(self, texts: Callable[[], Iterable[str]]) -> None:
        self._texts = texts

    def __contains__(self, word: str) -> bool:
        """Tell whether a form of a word, in small letters, is among them."""
        return word in STOP_WORDS or word in _OPENERS or word[:_STEM] in self._stems

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(word[:_STEM] for text in self._texts() for word in _WORDS.findall(text) if word.islower())


def first_word_fault(stated: Reading, around: Reading, small: SmallWords) -> str:
    """Return what is wrong with the first word of a sentence when it is a name that does not stand around its source.

    It is taken for one where it has a capital and the documents never write it small. What shows by itself to be a
    name is left to the verifier.
    """
    if not stated.places or is_name(stated, 0):
        return ""
    word = stated.places[0].word
    surface = word.surface
    if len(surface) < _SHORTEST or not surface[0].isupper() or word.is_figure:
        return ""
    lowered = surface.lower()
    if lowered[:_STEM] in around.plain or is_known(word.canonical, around) or lowered in small:
        return ""
    return f"the name “{surface}” is not in the cited words"
