"""Check that a number is attributed to whom the source attributes it to."""

from collections.abc import Iterator
from functools import lru_cache

from assistant.language.places import country_of
from assistant.verification.checks.names import is_name
from assistant.verification.problem import Problem
from assistant.verification.tokenized import TokenizedText
from corpus.text.words import is_year


def owner_problems(stated: TokenizedText, source: TokenizedText) -> Iterator[Problem]:
    """Yield the names that a sentence gives a number to, where the source gives it to another and them a third."""
    theirs = _owned(source)
    for number, names in _owned(stated).items():
        owners = theirs.get(number)
        if not owners or names & owners:
            continue
        elsewhere = {name for other, held in theirs.items() if other != number for name in held}
        if names and names <= elsewhere - owners and not _is_named_beside(stated, number, owners):
            yield Problem("name", _surface(stated, min(names)), _surface(source, min(owners)))


def _is_named_beside(stated: TokenizedText, number: str, owners: frozenset[str]) -> bool:
    """Tell whether the sentence names an owner and gives it no number: `the Board, which has 5 under rule 2 of …`."""
    given = {name for other, names in _owned(stated).items() if other != number for name in names}
    return bool((owners & {_canonical(stated, rank) for rank in range(len(stated.tokens))}) - given)


@lru_cache(maxsize=64)
def _owned(tokenized: TokenizedText) -> dict[str, frozenset[str]]:
    """Return for each number of a text, but years and ordinals, the names in its clause, else those before or after."""
    found: dict[str, frozenset[str]] = {}
    dated = {at for number in tokenized.numbers if number.kind == "date" for at in range(number.start, number.end)}
    marks = [
        rank
        for rank, token in enumerate(tokenized.tokens)
        if token.word.stem[:1].isdigit()
        and token.word.stem[-1:].isdigit()
        and token.word.start not in dated
        and not is_year(token.word.stem)
    ]
    for order, rank in enumerate(marks):
        before = marks[order - 1] if order else -1
        after = marks[order + 1] if order + 1 < len(marks) else len(tokenized.tokens)
        names = (
            _names(tokenized, before + 1, after, clause=tokenized.tokens[rank].clause)
            or _names(tokenized, before + 1, rank, sentence=tokenized.tokens[rank].sentence)
            or _names(tokenized, rank + 1, after, sentence=tokenized.tokens[rank].sentence)
        )
        value = tokenized.tokens[rank].word.stem
        found[value] = found.get(value, frozenset()) | names
    return found


def _names(
    tokenized: TokenizedText, first: int, end: int, *, clause: int | None = None, sentence: int | None = None
) -> frozenset[str]:
    return frozenset(
        _canonical(tokenized, rank)
        for rank in range(first, end)
        if is_name(tokenized, rank)
        and (clause is None or tokenized.tokens[rank].clause == clause)
        and (sentence is None or tokenized.tokens[rank].sentence == sentence)
    )


def _canonical(tokenized: TokenizedText, rank: int) -> str:
    word = tokenized.tokens[rank].word.stem
    return country_of(word) or word


def _surface(tokenized: TokenizedText, name: str) -> str:
    for rank, token in enumerate(tokenized.tokens):
        if _canonical(tokenized, rank) == name:
            return token.word.surface
    return name
