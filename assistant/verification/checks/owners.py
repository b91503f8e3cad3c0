"""Check that a figure is said of whom its source says it of, and that who did something to whom is not turned round."""

from collections.abc import Iterator
from functools import lru_cache

from assistant.language.places import country_of
from assistant.language.words import STOP_WORDS, is_year
from assistant.verification.checks.names import TITLES, is_name
from assistant.verification.problem import Problem
from assistant.verification.reading import Reading

_PASSIVE = 4
"""Words after a verb within which `by` makes it passive."""
_REACH = 8
"""Words between a verb and a name that it is of."""


def owner_problems(stated: Reading, source: Reading) -> Iterator[Problem]:
    """Yield the names that a sentence gives a figure to, where the source gives it to another and them a third."""
    theirs = _owned(source)
    for figure, names in _owned(stated).items():
        owners = theirs.get(figure)
        if not owners or names & owners:
            continue
        elsewhere = {name for other, held in theirs.items() if other != figure for name in held}
        if names and names <= elsewhere - owners and not _is_named_beside(stated, figure, owners):
            yield Problem("name", _surface(stated, min(names)), _surface(source, min(owners)))


def _is_named_beside(stated: Reading, figure: str, owners: frozenset[str]) -> bool:
    """Tell whether the sentence names an owner and gives it no figure: `the Board, which has 5 under rule 2 of …`."""
    given = {name for other, names in _owned(stated).items() if other != figure for name in names}
    return bool((owners & {_canonical(stated, rank) for rank in range(len(stated.places))}) - given)


def role_problems(stated: Reading, source: Reading) -> Iterator[Problem]:
    """Yield the names that do in a sentence what is done to them in the source: "A praised B" for "B praised A"."""
    for verb in sorted(_verbs(stated) & _verbs(source)):
        for doer, done_to in _roles(stated, verb):
            turned = any(
                doer == other_done and done_to == other_doer for other_doer, other_done in _roles(source, verb)
            )
            kept = any(doer == other_doer for other_doer, _ in _roles(source, verb))
            if turned and not kept:
                yield Problem("name", _surface(stated, doer), _surface(source, done_to))


@lru_cache(maxsize=64)
def _owned(reading: Reading) -> dict[str, frozenset[str]]:
    """Return for each number of a text, but years and ordinals, the names in its clause, else those before or after."""
    found: dict[str, frozenset[str]] = {}
    dated = {at for figure in reading.figures if figure.kind == "date" for at in range(figure.start, figure.end)}
    marks = [
        rank
        for rank, place in enumerate(reading.places)
        if place.word.canonical[:1].isdigit()
        and place.word.canonical[-1:].isdigit()
        and place.word.start not in dated
        and not is_year(place.word.canonical)
    ]
    for order, rank in enumerate(marks):
        before = marks[order - 1] if order else -1
        after = marks[order + 1] if order + 1 < len(marks) else len(reading.places)
        names = (
            _names(reading, before + 1, after, clause=reading.places[rank].clause)
            or _names(reading, before + 1, rank, sentence=reading.places[rank].sentence)
            or _names(reading, rank + 1, after, sentence=reading.places[rank].sentence)
        )
        value = reading.places[rank].word.canonical
        found[value] = found.get(value, frozenset()) | names
    return found


def _names(
    reading: Reading, first: int, end: int, *, clause: int | None = None, sentence: int | None = None
) -> frozenset[str]:
    return frozenset(
        _canonical(reading, rank)
        for rank in range(first, end)
        if _is_named(reading, rank)
        and (clause is None or reading.places[rank].clause == clause)
        and (sentence is None or reading.places[rank].sentence == sentence)
    )


def _roles(reading: Reading, verb: str) -> list[tuple[str, str]]:
    """Return who does something to whom, by the names nearest before and after a verb; a passive turns them."""
    found = []
    for rank in reading.at.get(verb, ()):
        before = next((at for at in range(rank - 1, max(-1, rank - _REACH), -1) if _is_named(reading, at)), None)
        after = next(
            (at for at in range(rank + 1, min(len(reading.places), rank + _REACH)) if _is_named(reading, at)), None
        )
        if before is None or after is None or reading.places[before].sentence != reading.places[after].sentence:
            continue
        following = [place.word.surface.lower() for place in reading.places[rank + 1 : rank + 1 + _PASSIVE]]
        pair = (_canonical(reading, before), _canonical(reading, after))
        found.append(pair[::-1] if "by" in following else pair)
    return found


@lru_cache(maxsize=64)
def _verbs(reading: Reading) -> frozenset[str]:
    """Return the canonical words that look like verbs in the past, as reports put what was done."""
    return frozenset(
        place.word.canonical
        for place in reading.places
        if place.word.is_content and place.word.surface.islower() and place.word.surface.endswith("ed")
    )


def _is_named(reading: Reading, rank: int) -> bool:
    surface = reading.places[rank].word.surface.lower()
    return surface not in STOP_WORDS | TITLES and is_name(reading, rank)


def _canonical(reading: Reading, rank: int) -> str:
    word = reading.places[rank].word.canonical
    return country_of(word) or word


def _surface(reading: Reading, name: str) -> str:
    for rank, place in enumerate(reading.places):
        if _canonical(reading, rank) == name:
            return place.word.surface
    return name
