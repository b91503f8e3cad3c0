"""Check that the verbs of a sentence agree with its source: what was discussed was not approved."""

from collections.abc import Iterator
from functools import lru_cache

from assistant.language.thesaurus import (
    act_of,
    are_synonyms,
    grave_acts,
    is_past,
    is_saying,
    side_of,
    synonym_sets_of_stem,
    weakest_act,
)
from assistant.verification.checks.swaps import between_the_same
from assistant.verification.problem import Problem
from assistant.verification.tokenized import TokenizedText
from corpus.text.words import Word

_STEM = 5
"""Letters of a verb with which a noun for the same begins: `suspended`, `suspension`."""
_AROUND = 6
"""Words on either side that say of whom and what an act is."""
_OTHER = 0.15
"""Share of the telling words of a sentence that may be others than those of its source."""
_LEAST = 2
"""Telling words that the surroundings of two acts must share to be taken for one."""


def act_problems(stated: TokenizedText, source: TokenizedText) -> Iterator[Problem]:
    """Yield the words for an act that the source never names, where it names another of the same people and things.

    A grave one, such as a cancellation, it must name.
    """
    acts, theirs = _acts(stated), _acts(source)
    known = {act for _, act in theirs} | {weakest_act()}
    ours = {act for _, act in acts}
    for rank, act in acts:
        if act in known:
            continue
        if act in grave_acts() and not _is_alike_to_any(stated.tokens[rank].word, source):
            yield Problem("verb", stated.tokens[rank].word.surface)
            continue
        near = _near(stated, rank)
        others = [(len(near & _near(source, at)), -at) for at, other in theirs if other not in ours]
        if others and max(others)[0] >= _LEAST:
            cited = source.tokens[-max(others)[1]].word.surface
            yield Problem("verb", stated.tokens[rank].word.surface, cited)


def replaced_problems(stated: TokenizedText, source: TokenizedText) -> Iterator[Problem]:
    """Yield the verbs that the source lacks, where between the same words it has a verb of another meaning."""
    for rank, token in enumerate(stated.tokens):
        verb = token.word
        if verb.stem in source.stems or not is_past(verb.surface) or act_of(verb.surface) == weakest_act():
            continue
        if is_saying(verb.surface):
            continue
        theirs = [source.tokens[at].word for at, _ in between_the_same(stated, rank, source)]
        cited = [word for word in theirs if is_past(word.surface) and word.stem not in stated.stems]
        if cited and _is_hardly_reworded(stated, source) and not any(_alike(verb, word) for word in cited):
            yield Problem("verb", verb.surface, cited[0].surface)


def _is_alike_to_any(verb: Word, source: TokenizedText) -> bool:
    """Tell whether a source has a word that says much the same, or its opposite, which is looked at elsewhere."""
    if verb.stem in source.stems or not synonym_sets_of_stem(verb.stem).isdisjoint(
        kind for word in source.stems for kind in synonym_sets_of_stem(word)
    ):
        return True
    if any(word.startswith(verb.stem[:_STEM]) for word in source.stems):
        return True
    pair = side_of(verb.stem)
    return pair is not None and any((side_of(word) or (None,))[0] == pair[0] for word in source.stems)


def _is_hardly_reworded(stated: TokenizedText, source: TokenizedText) -> bool:
    """Tell whether the telling words of a sentence are those of its source but for one or two.

    Whoever puts a whole sentence in other words puts other verbs as well.
    """
    telling = {token.word.stem for token in stated.tokens if token.word.is_content}
    return len(telling - source.stems) <= max(1, _OTHER * len(telling))


def _alike(one: Word, other: Word) -> bool:
    """Tell whether two verbs say much the same, or whether they rise or fall, which is looked at elsewhere."""
    return are_synonyms(one.surface, other.surface) or (side_of(one.stem) or 1) == (side_of(other.stem) or 2)


@lru_cache(maxsize=64)
def _acts(tokenized: TokenizedText) -> tuple[tuple[int, int], ...]:
    found = ((rank, act_of(token.word.surface)) for rank, token in enumerate(tokenized.tokens))
    return tuple((rank, act) for rank, act in found if act is not None)


def _near(tokenized: TokenizedText, rank: int) -> frozenset[str]:
    """Return the stems of the telling words near a word in its sentence."""
    sentence = tokenized.tokens[rank].sentence
    around = tokenized.tokens[max(0, rank - _AROUND) : rank + _AROUND + 1]
    return frozenset(
        token.word.stem
        for token in around
        if token.sentence == sentence and token.word.is_content and act_of(token.word.surface) is None
    )
