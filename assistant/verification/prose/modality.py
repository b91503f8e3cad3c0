"""Check modality: what a source only asks for, plans or allows is not stated as done."""

import re
from functools import lru_cache

from assistant.language.thesaurus import is_past, synonym_sets_of_stem
from assistant.verification.problem import Problem
from assistant.verification.tokenized import TokenizedText
from corpus.text.words import stem_of

_MODALS = frozenset("should must shall may might could would will ought".split())
_BETWEEN = frozenset("not also be been have has being then now therefore again further fully always soon".split())
"""Words that stand between such a word and its verb; adverbs in `-ly` do as well."""
_DOING = frozenset(
    stem_of(word)
    for word in "decide manage able continue begin began start come came go went proceed help serve use lead led "
    "succeed fail due "
    "according contribute relate respect regard prior next close similar subject addition compared".split()
)
"""Words after which `to` says that something is done, or is no part of a verb."""
_WISHING = frozenset(stem_of(word) for word in "wish want like".split())
"""Words after which a speaker says what he says: `I wish to reaffirm`."""
_IS_TO = re.compile(
    r"\b(?:is|are|was|were|remains?|has|have|had|needs?) (?:\w+ly )?to\s+[a-z]|\bso that\b|\bin order\b"
)
"""How a sentence itself tells what is not yet done."""
_IS = frozenset("is are was were has had have".split())
_REACH = 4
"""Words before a verb among which a modal is looked for."""
_LONG_REACH = 7
"""Words before a verb among which `to` is looked for."""


def modality_problem(stated: TokenizedText, source: TokenizedText) -> Problem | None:
    """Return what a sentence states as done and its source does not, None when there is nothing.

    Verbs in the past are looked at, but those that the sentence too puts after `to`; one that says `should` means it.
    """
    if _IS_TO.search(stated.text) or any(token.word.surface.lower() in _MODALS for token in stated.tokens):
        return None
    surfaces = [token.word.surface.lower() for token in source.tokens]
    modal = next((word for word in surfaces if word in _MODALS), "")
    told = any(word in _IS or is_past(word) for word in surfaces)
    if modal and not told and any(token.word.surface.lower() in _IS for token in stated.tokens):
        told_so = f"it tells as a fact what the cited words say with “{modal}” alone"
        return Problem("modality", stated.text, modal, told_so)
    for said, token in enumerate(stated.tokens):
        if not is_past(token.word.surface) or _not_done(stated, said):
            continue
        ranks = source.positions.get(token.word.stem) or _of_its_kind(token.word.stem, source)
        words = [_not_done(source, rank) for rank in ranks]
        if ranks and all(words):
            cited = f"{words[0]} … {source.tokens[ranks[0]].word.surface}"
            told_so = f"it tells as done (“{token.word.surface}”) what the cited words do not (“{cited}”)"
            return Problem("modality", token.word.surface, cited, told_so)
    return None


def _of_its_kind(word: str, source: TokenizedText) -> list[int]:
    """Return the ranks of the words of a source that may stand for a verb."""
    kinds = synonym_sets_of_stem(word)
    return [
        rank for rank, token in enumerate(source.tokens) if not kinds.isdisjoint(synonym_sets_of_stem(token.word.stem))
    ]


@lru_cache(maxsize=256)
def _not_done(source: TokenizedText, rank: int) -> str:
    """Return the word by which a verb of the source is asked for, planned or allowed; empty where it is done."""
    sentence = source.tokens[rank].sentence
    before = [token for token in source.tokens[max(0, rank - _LONG_REACH) : rank] if token.sentence == sentence][::-1]
    surfaces = [token.word.surface.lower() for token in before]
    if is_past(source.tokens[rank].word.surface) and not {"be", "been", "have"} & set(surfaces[:2]):
        return ""
    for distance, surface in enumerate(surfaces):
        if surface in _MODALS and distance < _REACH:
            return surface
        if surface == "to":
            later = [token.word for token in before[distance + 1 :]]
            if later and later[0].stem in _WISHING and 0 in synonym_sets_of_stem(source.tokens[rank].word.stem):
                return ""
            return "" if later and later[0].stem in _DOING else surface
        if not (surface in _BETWEEN or surface.endswith("ly")):
            return ""
    return ""
