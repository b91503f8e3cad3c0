"""Check that a name or figure stands where the source has it: to be in the source is not enough."""

from collections.abc import Iterator

from assistant.language.places import country_of
from assistant.language.words import STOP_WORDS, canonical, is_year
from assistant.verification.checks.names import TITLES, is_name
from assistant.verification.problem import Problem
from assistant.verification.reading import Reading

_DISTANCES = (-3, -2, -1, 1, 2, 3)
_WITHIN = frozenset("of and for on the in to".split())
"""Small words within a name."""
_SMALL = frozenset(canonical(word) for word in STOP_WORDS | TITLES) | {"^", "$"}
_MOST_PLACES = 40
"""Places of one neighbour that are looked at; a paragraph has fewer."""
_CLEARLY = 2
"""Neighbours by which another place in the source must be the better match."""


def swap_problems(stated: Reading, source: Reading) -> Iterator[Problem]:
    """Yield the names and figures in whose place, between the same words, the source has another that is left out.

    What stands only around the source is no better in that place.
    """
    dated = {at for figure in stated.figures if figure.kind == "date" for at in range(figure.start, figure.end)}
    for rank, place in enumerate(stated.places):
        word = place.word
        if word.start in dated or not (word.is_figure or is_name(stated, rank)):
            continue
        if (
            word.is_figure
            and word.canonical not in source.held
            and not (is_year(word.canonical) or "-" in word.canonical)
        ):
            continue
        cited = _in_its_place(stated, rank, source)
        if cited:
            yield Problem("number" if word.is_figure else "name", word.surface, cited)


def _in_its_place(stated: Reading, rank: int, source: Reading) -> str:
    """Return what the source has between the same words, empty where it has the same there or nothing."""
    word = stated.places[rank].word
    best, found, own = 0, "", int(_is_shortened(stated, rank, source))
    for other, alike in between_the_same(stated, rank, source):
        cited = source.places[other].word
        if _is_same(cited.canonical, word.canonical):
            own = max(own, alike)
            continue
        if word.canonical in _name_around(source, other):
            continue
        same_kind = _is_like(cited.canonical, word.canonical) if word.is_figure else is_name(source, other)
        if alike > best and same_kind and _is_left_out(stated, cited.canonical, source, other):
            best, found = alike, cited.surface
    return found if best >= own + _CLEARLY or (best and not own) else ""


def _name_around(source: Reading, rank: int) -> set[str]:
    """Return the words beside a word, and of the name that it is part of: `Economic and Social Council`."""
    found = {_neighbour(source, rank, -1), _neighbour(source, rank, 1)}
    for step in (-1, 1):
        at = rank + step
        while 0 <= at < len(source.places) and source.places[at].clause == source.places[rank].clause:
            if not is_name(source, at) and source.places[at].word.surface.lower() not in _WITHIN:
                break
            found.add(source.places[at].word.canonical)
            at += step
    return found


def _is_shortened(stated: Reading, rank: int, source: Reading) -> bool:
    """Tell whether a word and the name before it stand in one name of the source: `Fourth Conference`."""
    before = _neighbour(stated, rank, -1)
    if not (rank and is_name(stated, rank - 1)):
        return False
    return any(before in _name_around(source, at) for at in source.at.get(stated.places[rank].word.canonical, ()))


def _is_same(one: str, other: str) -> bool:
    """Tell whether two words are one, or name one country: `Thai`, `Thailand`."""
    return one == other or (country_of(one) == country_of(other) != "")


def _is_like(figure: str, other: str) -> bool:
    """Tell whether both are years, or both are figures of another kind."""
    return figure[:1].isdigit() == other[:1].isdigit() and is_year(figure) == is_year(other)


def _is_left_out(stated: Reading, cited: str, source: Reading, rank: int) -> bool:
    """Tell whether the sentence has a word less often than the sentence of the source that it stands in."""
    return len(stated.at.get(cited, ())) < source.sentences[source.places[rank].sentence][cited]


def between_the_same(stated: Reading, rank: int, source: Reading) -> Iterator[tuple[int, int]]:
    """Yield the ranks in the source between neighbours of a word, with how many of the nearest six they share.

    Two on one side or one on each must be shared, and one of those shared must be telling.
    """
    around = [_neighbour(stated, rank, away) for away in _DISTANCES]
    seen = set()
    for beside, step in ((around[2], 1), (around[3], -1)):
        for at in source.at.get(beside, [])[:_MOST_PLACES]:
            other = at + step
            if other in seen or not 0 <= other < len(source.places):
                continue
            seen.add(other)
            same = [word == _neighbour(source, other, away) for word, away in zip(around, _DISTANCES, strict=True)]
            telling = any(alike and word not in _SMALL for word, alike in zip(around, same, strict=True))
            if telling and ((same[1] and same[2]) or (same[3] and same[4]) or (same[2] and same[3])):
                yield other, sum(same)


def _neighbour(reading: Reading, rank: int, distance: int) -> str:
    """Return the canonical word at a distance within the sentence, `^` and `$` beyond its edges."""
    at = rank + distance
    if 0 <= at < len(reading.places) and reading.places[at].sentence == reading.places[rank].sentence:
        return reading.places[at].word.canonical
    return "^" if distance < 0 else "$"
