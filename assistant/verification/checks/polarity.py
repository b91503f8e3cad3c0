"""Check that a sentence denies what its source denies, and rises where it rises."""

from collections.abc import Iterator
from functools import lru_cache

from assistant.language.thesaurus import side_of
from assistant.verification.problem import Problem
from assistant.verification.tokenized import TokenizedText
from corpus.text.words import STOP_WORDS, stem_of

_DENIES = frozenset("not no never without neither nor none nobody nothing nowhere cannot non".split())
_FAILS = frozenset(
    stem_of(word) for word in "fail failed failure refuse refused refusal unable lack absence impossible avoid".split()
)
"""Stems that deny what follows them; a sentence may put them for `not`, and `not` for them."""
_DECLINES = stem_of("decline")
_SCARCE = frozenset("limited insufficient inadequate little low poor scarce shortage missing few".split())
_BUT = frozenset("except excluding".split())
_STILL = frozenset(("yet", "still"))
"""Words before `to` that say that something has not been done."""
_NOT_DENIALS = frozenset(
    {
        ("not", "only"),
        ("no", "doubt"),
        ("none", "theless"),
        ("or", "not"),
        ("not", "least"),
        ("nothing", "more"),
        ("no", "more"),
    }
)
_SMALL = STOP_WORDS - frozenset("more most above below before after up down under over same".split()) | frozenset(
    "yet able fully necessarily been".split()
)
_GOVERNED = 3
"""Words after a denial that it is taken to deny."""
_MOST_SIDED = 60
"""Words with an opposite that are compared; a paragraph has fewer."""
_AROUND = 5
"""Words on either side that say what rises or falls."""


def polarity_problems(stated: TokenizedText, source: TokenizedText) -> Iterator[Problem]:
    """Yield what the sentence denies and the source does not, and the other way round."""
    ours, theirs = _denials(stated), _denials(source)
    yield from _added(stated, source, ours, theirs)
    yield from _dropped(stated, source, ours, theirs)


def direction_problems(stated: TokenizedText, source: TokenizedText) -> Iterator[Problem]:
    """Yield the words of the sentence, such as `rose`, where the source has their opposite of the same thing."""
    theirs = _sided(source)[:_MOST_SIDED]
    for pair, turned, rank in _sided(stated)[:_MOST_SIDED]:
        near = _distances(stated, rank)
        cited = [(_closeness(near, _distances(source, at)), side, at) for other, side, at in theirs if other == pair]
        best = max((closeness for closeness, _, _ in cited), default=0.0)
        nearest = [(side, at) for closeness, side, at in cited if closeness == best]
        if best and turned not in {side for side, _ in nearest}:
            yield Problem("direction", stated.tokens[rank].word.surface, source.tokens[nearest[0][1]].word.surface)


def _closeness(distances: dict[str, int], others: dict[str, int]) -> float:
    """Return how much two words have in common by the words around them, each the more the nearer it stands."""
    return sum(1 / (distance + others[word]) for word, distance in distances.items() if word in others)


@lru_cache(maxsize=64)
def _denials(tokenized: TokenizedText) -> dict[int, list[int]]:
    """Return the rank of each denial with the ranks of the words it denies, the nearest first."""
    found = {}
    for rank, token in enumerate(tokenized.tokens):
        surface = token.word.surface.lower()
        denies = surface in _DENIES or surface.endswith("n't") or token.word.stem in _FAILS
        denies = denies or (_next(tokenized, rank) == "to" and (token.word.stem == _DECLINES or surface in _STILL))
        denies = denies or surface in _BUT or (surface == "other" and _next(tokenized, rank) == "than")
        if denies and not _is_idiom(tokenized, rank, surface):
            found[rank] = _governed(tokenized, rank)
    return found


def _is_idiom(tokenized: TokenizedText, rank: int, surface: str) -> bool:
    """Tell whether a denial denies nothing: `not only`, `whether or not`, `No. 5`."""
    before = tokenized.tokens[rank - 1].word.surface.lower() if rank else ""
    after = _next(tokenized, rank)
    numbered = surface == "no" and after[:1].isdigit()
    return numbered or not _NOT_DENIALS.isdisjoint({(before, surface), (surface, after)})


def _next(tokenized: TokenizedText, rank: int) -> str:
    return tokenized.tokens[rank + 1].word.surface.lower() if rank + 1 < len(tokenized.tokens) else ""


def _governed(tokenized: TokenizedText, rank: int) -> list[int]:
    """Return the ranks of the words after a denial in its clause, or where it ends the clause, in the next."""
    own = tokenized.tokens[rank]
    found: list[int] = []
    for at in range(rank + 1, min(rank + 12, len(tokenized.tokens))):
        token = tokenized.tokens[at]
        if token.sentence != own.sentence or len(found) == _GOVERNED:
            break
        if found and token.clause != tokenized.tokens[found[0]].clause:
            break
        if token.word.surface.lower() not in _SMALL:
            found.append(at)
    return found


def _added(
    stated: TokenizedText, source: TokenizedText, ours: dict[int, list[int]], theirs: dict[int, list[int]]
) -> Iterator[Problem]:
    for rank, governed in ours.items():
        denied = [at for at in governed if stated.tokens[at].word.stem in source.stems]
        turned = any(_is_turned(stated.tokens[at].word.stem, source) for at in governed)
        if denied and (denied[0] == governed[0] or not theirs):
            cited = _undenied(stated, rank, denied[0], ours, source, theirs)
        else:
            cited = "" if theirs or turned or denied or not governed else "nothing of the kind"
        if cited:
            yield Problem("negation", _phrase(stated, rank, governed), cited)


def _is_turned(word: str, source: TokenizedText) -> bool:
    """Tell whether a denied word may be the opposite of one of the source: `not settled` for `unsettled`."""
    return side_of(word) is not None or f"un{word}" in source.stems


def _dropped(
    stated: TokenizedText, source: TokenizedText, ours: dict[int, list[int]], theirs: dict[int, list[int]]
) -> Iterator[Problem]:
    nearest = source.nearest(stated.stems)
    for rank, governed in theirs.items():
        if source.tokens[rank].sentence != nearest:
            continue
        denied = [at for at in governed if source.tokens[at].word.stem in stated.stems]
        if denied and _is_scarce(stated, source, denied[0]):
            continue
        if denied and denied[0] == governed[0] and _undenied(source, rank, denied[0], theirs, stated, ours):
            yield Problem(
                "negation", _surface(stated, source.tokens[denied[0]].word.stem), _phrase(source, rank, governed)
            )


def _is_scarce(stated: TokenizedText, source: TokenizedText, rank: int) -> bool:
    """Tell whether a sentence says that there is little of what its source denies: `limited awareness`."""
    ranks = stated.positions[source.tokens[rank].word.stem]
    before = (token for at in ranks for token in stated.tokens[max(0, at - _GOVERNED) : at])
    return any(token.word.surface.lower() in _SCARCE for token in before)


def _undenied(
    tokenized: TokenizedText,
    denial: int,
    rank: int,
    denials: dict[int, list[int]],
    other: TokenizedText,
    others: dict[int, list[int]],
) -> str:
    """Return the word at a rank, which a denial denies, as the other text states it; empty where that denies it too.

    The other text denies it when it stands after a denial in its clause, or when the clause holds as many denials.
    """
    word = tokenized.tokens[rank].word.stem
    near = _distances(tokenized, rank)
    at = max(other.positions[word], key=lambda token: (_closeness(near, _distances(other, token)), -token))
    own, beyond = tokenized.tokens[denial].clause, tokenized.tokens[rank].clause - tokenized.tokens[denial].clause
    clauses = {other.tokens[at].clause, other.tokens[at].clause - beyond}
    as_many = sum(other.tokens[found].clause in clauses for found in others) >= sum(
        tokenized.tokens[found].clause == own for found in denials
    )
    if as_many or any(at in governed for governed in others.values()):
        return ""
    return other.tokens[at].word.surface


def _surface(tokenized: TokenizedText, word: str) -> str:
    return tokenized.tokens[tokenized.positions[word][0]].word.surface


def _phrase(tokenized: TokenizedText, rank: int, governed: list[int]) -> str:
    """Return the words from a denial to the first word it denies."""
    end = tokenized.tokens[governed[0] if governed else rank].word.end
    return tokenized.text[tokenized.tokens[rank].word.start : end]


def _distances(tokenized: TokenizedText, rank: int) -> dict[str, int]:
    """Return the stems of the content words near a word in its sentence, with how many words away they stand."""
    sentence = tokenized.tokens[rank].sentence
    found: dict[str, int] = {}
    for at in range(max(0, rank - _AROUND), min(rank + _AROUND + 1, len(tokenized.tokens))):
        token = tokenized.tokens[at]
        if at != rank and token.sentence == sentence and token.word.is_content:
            distance = abs(at - rank)
            found[token.word.stem] = min(distance, found.get(token.word.stem, distance))
    return found


@lru_cache(maxsize=64)
def _sided(tokenized: TokenizedText) -> list[tuple[int, bool, int]]:
    """Return the pair, the side and the rank of each word that has an opposite; a denial turns it to the other side."""
    denied = {governed[0] for governed in _denials(tokenized).values() if governed}
    found = []
    for rank, token in enumerate(tokenized.tokens):
        side = side_of(token.word.stem)
        if side:
            found.append((side[0], side[1] != (rank in denied), rank))
    return found
