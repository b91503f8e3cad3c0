"""Check that a sentence which reuses the words of its source has not reordered names or numbers among them.

It is for sentences that are hardly reworded: their words in another order. What is moved is joined anew at either end.
"""

from collections import Counter
from itertools import pairwise

from assistant.verification.checks.names import is_name
from assistant.verification.problem import Problem
from assistant.verification.tokenized import TokenizedText

_OWN = 0.9
"""Share of the words of a sentence that must be those of the source for it to be hardly reworded."""
_KEPT = 0.75
"""Share of the words of the source that must be kept."""
_FEWEST = 2
"""Joins that show a move."""
_LONGEST_GAP = 6
"""Words that may be left out between two without the two counting as joined anew."""
_MOST_WORDS = 100
_JOINING = frozenset("and or the of as well also both".split())


def moved_problem(stated: TokenizedText, source: TokenizedText) -> Problem | None:
    """Return the name or number of a sentence that was put beside words it does not belong to, None for none."""
    for sentence in range(len(source.sentences)):
        ranks = [rank for rank, token in enumerate(source.tokens) if token.sentence == sentence]
        if len(ranks) <= _MOST_WORDS and _is_hardly_reworded(stated, source.sentences[sentence]):
            joins = _joins(stated, source, ranks)
            named = [
                rank for pair in joins for rank in pair if _is_distinctive(stated, rank) and not _owns(stated, rank)
            ]
            if len(joins) >= _FEWEST and named:
                moved = stated.tokens[named[0]].word.surface
                return Problem("order", moved, told=f"“{moved}” has another place among the cited words")
    return None


def _is_hardly_reworded(stated: TokenizedText, sentence: Counter[str]) -> bool:
    words = Counter(token.word.stem for token in stated.tokens)
    if words["by"] != sentence["by"]:
        # "Oslo opened the session" for "the session was opened by Oslo": turned, and rightly in another order.
        return False
    shared = (words & sentence).total()
    return shared >= _OWN * words.total() and shared >= _KEPT * sentence.total()


def _joins(stated: TokenizedText, source: TokenizedText, ranks: list[int]) -> list[tuple[int, int]]:
    """Return the pairs of ranks in the sentence that stand side by side and are torn from their clauses."""
    places = _aligned(stated, source, ranks)
    found = []
    for one, other in pairwise(range(len(places))):
        before, after = places[one], places[other]
        if before is None or after is None or _only_left_out(source, before, after, places):
            continue
        if not _is_in_date(stated, source, (one, before), (other, after)) and not _is_list(source, before, after):
            found.append((one, other))
    return found


def _only_left_out(source: TokenizedText, before: int, after: int, places: list[int | None]) -> bool:
    """Tell whether one word follows another as in the source, perhaps with a few words left out between them."""
    if not 0 < after - before <= _LONGEST_GAP:
        return False
    return not any(_is_distinctive(source, rank) and rank in places for rank in range(before + 1, after))


def _aligned(stated: TokenizedText, source: TokenizedText, ranks: list[int]) -> list[int | None]:
    """Return for each word of a sentence its rank in the source: longest runs first, each place once."""
    found: list[int | None] = [None] * len(stated.tokens)
    free = set(ranks)
    left = set(range(len(found)))
    while best := max(_runs(stated, source, left, free), default=None):
        length, first, start = best[0], -best[1], -best[2]
        for step in range(length):
            found[first + step] = start + step
            left.discard(first + step)
            free.discard(start + step)
    return found


def _runs(stated: TokenizedText, source: TokenizedText, left: set[int], free: set[int]) -> list[tuple[int, int, int]]:
    """Return the length of each run of words that both have in one order, and where it begins in either, negated."""
    runs = []
    for first in left:
        for start in source.positions.get(stated.tokens[first].word.stem, ()):
            length = 0
            while (
                first + length in left
                and start + length in free
                and stated.tokens[first + length].word.stem == source.tokens[start + length].word.stem
            ):
                length += 1
            if length:
                runs.append((length, -first, -start))
    return runs


def _is_distinctive(tokenized: TokenizedText, rank: int) -> bool:
    return tokenized.tokens[rank].word.is_numeric or is_name(tokenized, rank)


def _owns(stated: TokenizedText, rank: int) -> bool:
    """Tell whether a name is put before what is its: `Brazil's Ministry` for `the Ministry of Brazil`."""
    return stated.tokens[rank].word.surface.endswith(("'s", "s'"))


def _is_in_date(stated: TokenizedText, source: TokenizedText, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Tell whether two words, by their ranks in both texts, are of a date or beside one: dates are written freely."""
    dated = [_dated(stated, rank) for rank, _ in (one, other)]
    beside = [any(_dated(source, rank + step) for step in (-1, 1)) for _, rank in (one, other)]
    return all(dated) or (dated[0] and beside[1]) or (dated[1] and beside[0])


def _dated(tokenized: TokenizedText, rank: int) -> bool:
    if not 0 <= rank < len(tokenized.tokens):
        return False
    start = tokenized.tokens[rank].word.start
    return any(number.kind == "date" and number.start <= start < number.end for number in tokenized.numbers)


def _is_list(source: TokenizedText, before: int, after: int) -> bool:
    """Tell whether two words are of one list, whose members have no order, and neither is torn from its own name."""
    if _goes_on(source, before, before + 1) or _goes_on(source, after - 1, after):
        return False
    between = range(min(before, after), max(before, after) + 1)
    return all(_is_distinctive(source, at) or source.tokens[at].word.surface.lower() in _JOINING for at in between)


def _goes_on(source: TokenizedText, rank: int, following: int) -> bool:
    """Tell whether a name goes on from one word to the next."""
    return (
        rank >= 0
        and following < len(source.tokens)
        and source.tokens[rank].clause == source.tokens[following].clause
        and _is_distinctive(source, rank)
        and _is_distinctive(source, following)
    )
