"""How much of a sentence its source says: the share of its telling words that stand there."""

from assistant.language.alike import kinds_of
from assistant.language.places import country_of
from assistant.verification.reading import Reading

_STEM = 5
"""Letters from which two words that begin alike are taken for forms of one: `decision`, `decided`."""


def support(stated: Reading, source: Reading) -> tuple[float, tuple[str, ...]]:
    """Return the share of the telling words of a sentence that its source holds, 0 to 1, and those it lacks.

    A verb in the past is held where one that may stand for it is. A sentence without a telling word is supported by
    nothing.
    """
    telling = {place.word.canonical: place.word.surface for place in stated.places if place.word.is_content}
    if not telling:
        return 0.0, ()
    kinds = {kind for place in source.places for kind in kinds_of(place.word.surface)}
    missing = tuple(
        surface
        for word, surface in telling.items()
        if not _is_held(word, source) and kinds.isdisjoint(kinds_of(surface))
    )
    return 1 - len(missing) / len(telling), missing


def _is_held(word: str, source: Reading) -> bool:
    if word in source.held:
        return True
    if country := country_of(word):
        return any(country_of(other) == country for other in source.held)
    return len(word) >= _STEM and any(other.startswith(word[:_STEM]) for other in source.held)
