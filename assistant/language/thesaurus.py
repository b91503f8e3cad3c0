"""A thesaurus of what reports tell, in three relations: the same, the opposite, and grave acts.

The words stand in `thesaurus.yaml`, each relation with what it is for and an example.
"""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from corpus.text.words import stem_of


@cache
def _data() -> dict[str, Any]:
    text = (files("assistant.language") / "thesaurus.yaml").read_text(encoding="utf-8")
    return dict(yaml.safe_load(text))


def act_of(surface: str) -> int | None:
    """Return the class of acts that a word tells of, None for one that is in none."""
    return _acts().get(surface.lower())


@cache
def grave_acts() -> frozenset[int]:
    """Return the classes of what is not said of anybody who is not said to have done it."""
    return frozenset(rank for rank, each in enumerate(_data()["acts"]) if each.get("grave"))


@cache
def weakest_act() -> int:
    """Return the class that says least: what was approved or rejected was discussed."""
    return next(rank for rank, each in enumerate(_data()["acts"]) if each.get("weak"))


def side_of(stem: str) -> tuple[int, bool] | None:
    """Return the pair of opposites that a stem belongs to and its side, None for most words."""
    return _sides().get(stem)


def is_past(surface: str) -> bool:
    """Tell whether a word looks like a verb in the past, or a participle."""
    if surface in _listed("denying") or not surface.islower():
        return False
    return (surface.endswith("ed") and len(surface) > 4) or surface in _listed("irregular")


def are_synonyms(one: str, other: str) -> bool:
    """Tell whether two verbs in the past may replace one another."""
    act = act_of(one)
    if act is not None and act == act_of(other):
        return True
    return not synonym_sets(one).isdisjoint(synonym_sets(other))


def synonym_sets(surface: str) -> frozenset[int]:
    """Return the sets of synonyms that a verb in the past is in."""
    return _same().get(surface, frozenset())


def synonym_sets_of_stem(stem: str) -> frozenset[int]:
    """Return the sets of synonyms that a stem is in, in whatever form they list it."""
    return _same_by_stem().get(stem, frozenset())


def is_saying(surface: str) -> bool:
    """Tell whether a verb tells that something was said, as any words in quotation marks were."""
    return 0 in synonym_sets(surface)


@cache
def _acts() -> dict[str, int]:
    found: dict[str, int] = {}
    for rank, each in enumerate(_data()["acts"]):
        for verb in each["verbs"].split():
            for form in _forms(verb):
                found.setdefault(form, rank)
        for word in each.get("words", "").split():
            found[word] = rank
    return found


def _forms(verb: str) -> tuple[str, ...]:
    """Return the regular forms of a verb; a base that is often a noun says so little that its forms do it no harm."""
    stem = verb[:-1] if verb.endswith("e") else verb
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return (verb, verb[:-1] + "ied", verb[:-1] + "ies", verb + "ing")
    third = verb + "es" if verb.endswith(("s", "sh", "ch", "x")) else verb + "s"
    doubled = (verb + verb[-1] + "ed", verb + verb[-1] + "ing")
    return (verb, third, stem + "ed", stem + "ing", *doubled)


@cache
def _sides() -> dict[str, tuple[int, bool]]:
    return {
        stem_of(word): (pair, bool(side))
        for pair, sides in enumerate(_data()["opposite"])
        for side, words in enumerate(sides)
        for word in words.split()
    }


@cache
def _same() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for rank, verbs in enumerate(_data()["same"]):
        for verb in verbs.split():
            found.setdefault(verb, set()).add(rank)
    return {verb: frozenset(ranks) for verb, ranks in found.items()}


@cache
def _same_by_stem() -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for verb, ranks in _same().items():
        found[stem_of(verb)] = found.get(stem_of(verb), frozenset()) | ranks
    return found


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(_data()[name].split())
