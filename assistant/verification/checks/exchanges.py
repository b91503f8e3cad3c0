"""Check that two names, or two numbers, have not been exchanged."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from assistant.verification.checks.names import is_name
from assistant.verification.problem import Problem
from assistant.verification.tokenized import TokenizedText

_BESIDE = (1, 2)
"""Distances at which a neighbour counts."""
_LEAST = 2
"""Neighbours that two places must share to be taken for one."""
_JOINING = frozenset("and or the as well also both".split())
"""Words that stand between the members of a list."""
_MOST = 40
"""Names and numbers that are compared; a sentence has fewer."""


@dataclass(frozen=True, slots=True)
class _Run:
    """A number, or a name of one or more words."""

    words: tuple[str, ...]
    first: int
    last: int
    """Ranks of its words."""
    is_numeric: bool
    around: tuple[str, ...]
    """The two words before it and the two after."""


def exchange_problems(stated: TokenizedText, source: TokenizedText) -> Iterator[Problem]:
    """Yield the names or numbers that are exchanged: each between the words that the source has around the other.

    To change the order of a list, in which nothing stands between the two but names, numbers and small words, is no
    exchange.
    """
    theirs = _by_words(source)
    ours = [run for run in _runs(stated) if run.words in theirs][:_MOST]
    for one, other in combinations(ours, 2):
        if one.words == other.words or one.is_numeric != other.is_numeric:
            continue
        there, back = _best(one, theirs[other.words]), _best(other, theirs[one.words])
        stays, remains = _best(one, theirs[one.words]), _best(other, theirs[other.words])
        moved = there[0] >= _LEAST and back[0] >= _LEAST and there[0] > stays[0] and back[0] > remains[0]
        if moved and not _in_one_list(source, there[1], back[1]):
            said = stated.text[stated.tokens[one.first].word.start : stated.tokens[one.last].word.end]
            cited = source.text[source.tokens[there[1].first].word.start : source.tokens[there[1].last].word.end]
            yield Problem("number" if one.is_numeric else "name", said, cited)


@lru_cache(maxsize=64)
def _by_words(tokenized: TokenizedText) -> dict[tuple[str, ...], list[_Run]]:
    found: dict[tuple[str, ...], list[_Run]] = {}
    for run in _runs(tokenized):
        found.setdefault(run.words, []).append(run)
    return found


def _runs(tokenized: TokenizedText) -> Iterator[_Run]:
    first = -1
    for rank in range(len(tokenized.tokens) + 1):
        here = rank < len(tokenized.tokens)
        is_numeric = here and tokenized.tokens[rank].word.is_numeric
        named = here and not is_numeric and is_name(tokenized, rank)
        starts_anew = first >= 0 and named and tokenized.tokens[rank].sentence != tokenized.tokens[first].sentence
        if first >= 0 and (not named or starts_anew):
            yield _run(tokenized, first, rank - 1, is_numeric=False)
            first = -1
        if is_numeric:
            yield _run(tokenized, rank, rank, is_numeric=True)
        elif named and first < 0:
            first = rank


def _run(tokenized: TokenizedText, first: int, last: int, *, is_numeric: bool) -> _Run:
    words = tuple(token.word.stem for token in tokenized.tokens[first : last + 1])
    before = (_word(tokenized, first, -distance) for distance in _BESIDE)
    after = (_word(tokenized, last, distance) for distance in _BESIDE)
    return _Run(words, first, last, is_numeric, (*before, *after))


def _word(tokenized: TokenizedText, rank: int, distance: int) -> str:
    """Return the stem at a distance in the sentence, empty beyond its edges."""
    at = rank + distance
    if 0 <= at < len(tokenized.tokens) and tokenized.tokens[at].sentence == tokenized.tokens[rank].sentence:
        return tokenized.tokens[at].word.stem
    return ""


def _best(run: _Run, others: list[_Run]) -> tuple[int, _Run]:
    """Return the place whose neighbours are most like those of a run, with how many are."""
    shared = [sum(a == b and bool(a) for a, b in zip(run.around, other.around, strict=True)) for other in others]
    at = shared.index(max(shared))
    return shared[at], others[at]


def _in_one_list(source: TokenizedText, one: _Run, other: _Run) -> bool:
    first, last = sorted((one, other), key=lambda run: run.first)
    if source.tokens[first.first].sentence != source.tokens[last.first].sentence:
        return False
    return all(
        source.tokens[at].word.is_numeric or source.tokens[at].word.surface.lower() in _JOINING or is_name(source, at)
        for at in range(first.last + 1, last.first)
    )
