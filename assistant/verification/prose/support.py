"""Lexical support: the share of the content words of a sentence that its source contains."""

from assistant.language.places import country_of
from assistant.language.thesaurus import synonym_sets
from assistant.verification.tokenized import TokenizedText

_STEM = 5
"""Letters from which two words that begin alike are taken for forms of one: `decision`, `decided`."""


def lexical_support(stated: TokenizedText, source: TokenizedText) -> tuple[float, tuple[str, ...]]:
    """Return the share of the content words of a sentence that its source contains, 0 to 1, and those it lacks.

    A verb in the past is held where one that may stand for it is. A sentence without a telling word is supported by
    nothing.
    """
    telling = {token.word.stem: token.word.surface for token in stated.tokens if token.word.is_content}
    if not telling:
        return 0.0, ()
    kinds = {kind for token in source.tokens for kind in synonym_sets(token.word.surface)}
    missing = tuple(
        surface
        for word, surface in telling.items()
        if not _is_held(word, source) and kinds.isdisjoint(synonym_sets(surface))
    )
    return 1 - len(missing) / len(telling), missing


def _is_held(word: str, source: TokenizedText) -> bool:
    if word in source.stems:
        return True
    if country := country_of(word):
        return any(country_of(other) == country for other in source.stems)
    return len(word) >= _STEM and any(other.startswith(word[:_STEM]) for other in source.stems)
