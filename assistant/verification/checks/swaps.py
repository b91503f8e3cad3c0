"""Check that a name or number is used in the same place as in the source; occurring in the source is not enough."""

from collections.abc import Iterator

from assistant.language.places import country_of
from assistant.verification.checks.names import TITLES, is_name
from assistant.verification.problem import Problem
from assistant.verification.tokenized import TokenizedText
from corpus.text.words import STOP_WORDS, is_year, stem_of

_DISTANCES = (-3, -2, -1, 1, 2, 3)
_WITHIN = frozenset("of and for on the in to".split())
"""Small words within a name."""
_SMALL = frozenset(stem_of(word) for word in STOP_WORDS | TITLES) | {"^", "$"}
_MOST_PLACES = 40
"""Places of one neighbour that are looked at; a paragraph has fewer."""
_CLEARLY = 2
"""Neighbours by which another place in the source must be the better match."""


def swap_problems(stated: TokenizedText, source: TokenizedText) -> Iterator[Problem]:
    """Yield the names and numbers in whose place, between the same words, the source has another that is left out.

    What stands only around the source is no better in that place.
    """
    dated = {at for number in stated.numbers if number.kind == "date" for at in range(number.start, number.end)}
    for rank, token in enumerate(stated.tokens):
        word = token.word
        if word.start in dated or not (word.is_numeric or is_name(stated, rank)):
            continue
        if word.is_numeric and word.stem not in source.stems and not (is_year(word.stem) or "-" in word.stem):
            continue
        cited = _in_its_place(stated, rank, source)
        if cited:
            yield Problem("number" if word.is_numeric else "name", word.surface, cited)


def _in_its_place(stated: TokenizedText, rank: int, source: TokenizedText) -> str:
    """Return what the source has between the same words, empty where it has the same there or nothing."""
    word = stated.tokens[rank].word
    best, found, own = 0, "", 0
    for other, alike in between_the_same(stated, rank, source):
        cited = source.tokens[other].word
        if _is_same(cited.stem, word.stem):
            own = max(own, alike)
            continue
        if word.stem in _name_around(source, other):
            continue
        same_kind = _is_like(cited.stem, word.stem) if word.is_numeric else is_name(source, other)
        if alike > best and same_kind and _is_left_out(stated, cited.stem, source, other):
            best, found = alike, cited.surface
    return found if best >= own + _CLEARLY or (best and not own) else ""


def _name_around(source: TokenizedText, rank: int) -> set[str]:
    """Return the words beside a word, and of the name that it is part of: `Economic and Social Council`."""
    found = {_neighbour(source, rank, -1), _neighbour(source, rank, 1)}
    for step in (-1, 1):
        at = rank + step
        while 0 <= at < len(source.tokens) and source.tokens[at].clause == source.tokens[rank].clause:
            if not is_name(source, at) and source.tokens[at].word.surface.lower() not in _WITHIN:
                break
            found.add(source.tokens[at].word.stem)
            at += step
    return found


def _is_same(one: str, other: str) -> bool:
    """Tell whether two words are one, or name one country: `Thai`, `Thailand`."""
    return one == other or (country_of(one) == country_of(other) != "")


def _is_like(number: str, other: str) -> bool:
    """Tell whether both are years, or both are numbers of another kind."""
    return number[:1].isdigit() == other[:1].isdigit() and is_year(number) == is_year(other)


def _is_left_out(stated: TokenizedText, cited: str, source: TokenizedText, rank: int) -> bool:
    """Tell whether the sentence has a word less often than the sentence of the source that it stands in."""
    return len(stated.positions.get(cited, ())) < source.sentences[source.tokens[rank].sentence][cited]


def between_the_same(stated: TokenizedText, rank: int, source: TokenizedText) -> Iterator[tuple[int, int]]:
    """Yield the ranks in the source between neighbours of a word, with how many of the nearest six they share.

    Two on one side or one on each must be shared, and one of those shared must be telling.
    """
    around = [_neighbour(stated, rank, away) for away in _DISTANCES]
    seen = set()
    for beside, step in ((around[2], 1), (around[3], -1)):
        for at in source.positions.get(beside, [])[:_MOST_PLACES]:
            other = at + step
            if other in seen or not 0 <= other < len(source.tokens):
                continue
            seen.add(other)
            same = [word == _neighbour(source, other, away) for word, away in zip(around, _DISTANCES, strict=True)]
            telling = any(alike and word not in _SMALL for word, alike in zip(around, same, strict=True))
            if telling and ((same[1] and same[2]) or (same[3] and same[4]) or (same[2] and same[3])):
                yield other, sum(same)


def _neighbour(tokenized: TokenizedText, rank: int, distance: int) -> str:
    """Return the stem at a distance within the sentence, `^` and `$` beyond its edges."""
    at = rank + distance
    if 0 <= at < len(tokenized.tokens) and tokenized.tokens[at].sentence == tokenized.tokens[rank].sentence:
        return tokenized.tokens[at].word.stem
    return "^" if distance < 0 else "$"
