"""Check that what a source only asks for, plans or allows is not told as done."""

from functools import lru_cache

from assistant.alike import is_past
from assistant.reading import Reading
from assistant.words import canonical

_MODALS = frozenset("should must shall may might could would will ought".split())
_BETWEEN = frozenset("not also be been have has being then now therefore again further fully always soon".split())
"""Words that stand between such a word and its verb; adverbs in `-ly` do as well."""
_INTENDING = frozenset(
    canonical(word)
    for word in "request ask urge call invite recommend propose suggest plan intend expect aim hope need require wish "
    "want encourage seek consider promise pledge".split()
)
"""Verbs after which `to do` is not yet done."""
_SOFT = frozenset(
    canonical(word) for word in "recommendation proposal request suggestion intention ambition goal if".split()
)
_IS = frozenset("is are was were has had have".split())
_REACH = 4
"""Words before a verb among which a modal is looked for."""
_LONG_REACH = 7
"""Words before `to` among which a verb of intention is looked for."""


def modality_fault(stated: Reading, source: Reading) -> str:
    """Return why a sentence tells as done what its source does not, empty when it does not.

    Verbs in the past are looked at; a sentence that itself says `should` or `planned` is taken to mean it.
    """
    if any(_softens(place.word.surface, place.word.canonical) for place in stated.places):
        return ""
    surfaces = [place.word.surface.lower() for place in source.places]
    modal = next((word for word in surfaces if word in _MODALS), "")
    told = any(word in _IS or is_past(word) for word in surfaces)
    if modal and not told and any(place.word.surface.lower() in _IS for place in stated.places):
        return f"it tells as a fact what the cited words say with “{modal}” alone"
    for place in stated.places:
        if not is_past(place.word.surface) or place.word.canonical not in source.at:
            continue
        ranks = source.at[place.word.canonical]
        words = [_not_done(source, rank) for rank in ranks]
        if all(words):
            cited = f"{words[0]} … {source.places[ranks[0]].word.surface}"
            return f"it tells as done (“{place.word.surface}”) what the cited words do not (“{cited}”)"
    return ""


def _softens(surface: str, word: str) -> bool:
    return surface.lower() in _MODALS or word in _INTENDING or word in _SOFT


@lru_cache(maxsize=256)
def _not_done(source: Reading, rank: int) -> str:
    """Return the word by which a verb of the source is asked for, planned or allowed; empty where it is done."""
    sentence = source.places[rank].sentence
    before = [place for place in source.places[max(0, rank - _LONG_REACH) : rank] if place.sentence == sentence][::-1]
    surfaces = [place.word.surface.lower() for place in before]
    if is_past(source.places[rank].word.surface) and not {"be", "been", "have"} & set(surfaces[:2]):
        return ""
    for distance, surface in enumerate(surfaces):
        if surface in _MODALS and distance < _REACH:
            return surface
        if surface == "to":
            later = (place.word for place in before[distance + 1 :])
            return next((word.surface for word in later if word.canonical in _INTENDING), "")
        if not (surface in _BETWEEN or surface.endswith("ly")):
            return ""
    return ""
