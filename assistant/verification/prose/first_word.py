"""Check a name at the beginning of a sentence, where a capital proves nothing: `Tidewell proposed …`."""

import re

from assistant.language.places import country_of
from assistant.verification.checks.names import OPENERS, is_known, is_name
from assistant.verification.problem import Problem
from assistant.verification.prose.document_words import DocumentWords
from assistant.verification.tokenized import TokenizedText

_STEM, _SHORTEST = 5, 4
"""Letters by which words are taken for forms of one, and that a name has at least."""
_NO_NAME = re.compile(
    r"[A-Z][a-z]+(?:ly(?:,|\s+[a-z])|(?:ed|ing|wn|en)\s+(?:in|on|at|by|to|as|for|from|with|of|back|ahead|together)\b)"
)
"""An adverb or a participle that opens a sentence: `Separately, …`, `Known as …`, `Looking back …`."""


def first_word_problem(stated: TokenizedText, around: TokenizedText, words: DocumentWords) -> Problem | None:
    """Return what is wrong with the first word of a sentence when it is a name that its source and context lack.

    It is taken for one where it has a capital and the documents never write it small. What shows by itself to be a
    name is left to the verifier.
    """
    if not stated.tokens or is_name(stated, 0):
        return None
    word = stated.tokens[0].word
    surface = word.surface
    if len(surface) < _SHORTEST or not surface[0].isupper() or word.is_numeric:
        return None
    if _NO_NAME.match(stated.text) and not country_of(word.stem):
        return None
    lowered = surface.lower()
    if lowered[:_STEM] in around.plain or is_known(word.stem, around) or lowered in OPENERS:
        return None
    if words.is_small(lowered):
        return None
    return Problem("name", surface)
