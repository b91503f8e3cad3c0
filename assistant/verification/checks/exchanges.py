"""Check that two names, or two figures, have not taken each other's place."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from assistant.language.words import STOP_WORDS
from assistant.verification.checks.names import TITLES, is_name
from assistant.verification.problem import Problem
from assistant.verification.reading import Reading

_BESIDE = (1, 2)
"""Distances at which a neighbour counts."""
_LEAST = 2
"""Neighbours that two places must share to be taken for one."""
_JOINING = frozenset("and or the as well also both".split())
"""Words that stand between the members of a list."""
_MOST = 40
"""Names and figures that are compared; a sentence has fewer."""


@dataclass(frozen=True, slots=True)
class _Run:
    """A figure, or a name of one or more words."""

    words: tuple[str, ...]
    first: int
    last: int
    """Ranks of its words."""
    is_figure: bool
    around: tuple[str, ...]
    """The two words before it and the two after."""


def exchange_problems(stated: Reading, source: Reading) -> Iterator[Problem]:
    """Yield the names or figures of which each stands between the words that the source has around the other.

    To change the order of a list, in which nothing stands between the two but names, figures and small words, is no
    exchange.
    """
    theirs = _by_words(source)
    ours = [run for run in _runs(stated) if run.words in theirs][:_MOST]
    for one, other in combinations(ours, 2):
        if one.words == other.words or one.is_figure != other.is_figure:
            continue
        there, back = _best(one, theirs[other.words]), _best(other, theirs[one.words])
        stays, remains = _best(one, theirs[one.words]), _best(other, theirs[other.words])
        moved = there[0] >= _LEAST and back[0] >= _LEAST and there[0] > stays[0] and back[0] > remains[0]
        if moved and not _in_one_list(source, there[1], back[1]):
            said = stated.text[stated.places[one.first].word.start : stated.places[one.last].word.end]
            cited = source.text[source.places[there[1].first].word.start : source.places[there[1].last].word.end]
            yield Problem("number" if one.is_figure else "name", said, cited)


@lru_cache(maxsize=64)
def _by_words(reading: Reading) -> dict[tuple[str, ...], list[_Run]]:
    found: dict[tuple[str, ...], list[_Run]] = {}
    for run in _runs(reading):
        found.setdefault(run.words, []).append(run)
    return found


def _runs(reading: Reading) -> Iterator[_Run]:
    first = -1
    for rank in range(len(reading.places) + 1):
        here = rank < len(reading.places)
        is_figure = here and reading.places[rank].word.is_figure
        named = here and not is_figure and _is_named(reading, rank)
        starts_anew = first >= 0 and named and reading.places[rank].sentence != reading.places[first].sentence
        if first >= 0 and (not named or starts_anew):
            yield _run(reading, first, rank - 1, is_figure=False)
            first = -1
        if is_figure:
            yield _run(reading, rank, rank, is_figure=True)
        elif named and first < 0:
            first = rank


def _run(reading: Reading, first: int, last: int, *, is_figure: bool) -> _Run:
    words = tuple(place.word.canonical for place in reading.places[first : last + 1])
    before = (_word(reading, first, -distance) for distance in _BESIDE)
    after = (_word(reading, last, distance) for distance in _BESIDE)
    return _Run(words, first, last, is_figure, (*before, *after))


def _word(reading: Reading, rank: int, distance: int) -> str:
    """Return the canonical word at a distance in the sentence, empty beyond its edges."""
    at = rank + distance
    if 0 <= at < len(reading.places) and reading.places[at].sentence == reading.places[rank].sentence:
        return reading.places[at].word.canonical
    return ""


def _best(run: _Run, others: list[_Run]) -> tuple[int, _Run]:
    """Return the place whose neighbours are most like those of a run, with how many are."""
    shared = [sum(a == b and bool(a) for a, b in zip(run.around, other.around, strict=True)) for other in others]
    at = shared.index(max(shared))
    return shared[at], others[at]


def _is_named(reading: Reading, rank: int) -> bool:
    return reading.places[rank].word.surface.lower() not in STOP_WORDS | TITLES and is_name(reading, rank)


def _in_one_list(source: Reading, one: _Run, other: _Run) -> bool:
    first, last = sorted((one, other), key=lambda run: run.first)
    if source.places[first.first].sentence != source.places[last.first].sentence:
        return False
    return all(
        source.places[at].word.is_figure or source.places[at].word.surface.lower() in _JOINING or _is_named(source, at)
        for at in range(first.last + 1, last.first)
    )
