"""Words that stand for one another or against one another: acts, synonyms, antonyms and countries."""

import pytest

from assistant.language.places import COUNTRIES, country_of
from assistant.language.thesaurus import (
    act_of,
    are_synonyms,
    grave_acts,
    is_past,
    is_saying,
    side_of,
    synonym_sets,
    synonym_sets_of_stem,
    weakest_act,
)
from corpus.text.words import stem_of


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("reject", "dismissed", True),
        ("Rejects", "dismissing", True),
        ("approve", "approving", True),
        ("approved", "ratifies", True),
        ("ratify", "ratified", True),
        ("deny", "denied", True),
        ("defer", "deferred", True),
        ("permit", "permitting", True),
        ("discuss", "discusses", True),
        ("publish", "publishes", True),
        ("teach", "teaches", True),
        ("employ", "employed", False),
        ("buy", "buys", True),
        ("oppose", "opposition", False),
        ("reject", "approve", False),
        ("lend", "borrow", False),
    ],
)
def test_an_act_has_its_regular_forms(one: str, other: str, same: bool) -> None:
    """And the single words beside them; forms of two acts are two."""
    assert (act_of(one) is not None and act_of(one) == act_of(other)) is same


@pytest.mark.parametrize("word", ["report", "reports", "plan", "call", "harbour", "", "rejectes"])
def test_what_is_no_act_has_none(word: str) -> None:
    """Nor have words that are often nouns."""
    assert act_of(word) is None


@pytest.mark.parametrize(
    ("word", "grave"),
    [
        ("rejected", True),
        ("resigned", True),
        ("lost", True),
        ("discussed", False),
        ("approved", False),
        ("joined", False),
    ],
)
def test_grave_acts_are_told_from_others(word: str, grave: bool) -> None:
    """What is not said of anybody who is not said to have done it; to discuss says least."""
    assert (act_of(word) in grave_acts()) is grave
    assert (act_of(word) == weakest_act()) is (word == "discussed")


@pytest.mark.parametrize(
    ("one", "other", "opposed"),
    [
        ("rose", "fell", True),
        ("increased", "declining", True),
        ("rose", "grew", False),
        ("accepted", "rejection", True),
        ("public", "private", True),
        ("public", "export", None),
        ("increase", "less", None),
        ("majority", "minority", True),
        ("harbour", "fell", None),
    ],
)
def test_antonyms_are_two_sides_of_one_pair(one: str, other: str, opposed: bool | None) -> None:
    """In any form; what is of two pairs says nothing of the other."""
    ours, theirs = side_of(stem_of(one)), side_of(stem_of(other))
    if opposed is None:
        assert ours is None or theirs is None or ours[0] != theirs[0]
    else:
        assert ours is not None
        assert theirs is not None
        assert ours[0] == theirs[0]
        assert (ours[1] != theirs[1]) is opposed


@pytest.mark.parametrize(
    ("word", "past"),
    [
        ("opened", True),
        ("held", True),
        ("led", True),
        ("need", False),
        ("freed", True),
        ("refused", False),
        ("failed", False),
        ("Opened", False),
        ("open", False),
        ("opening", False),
    ],
)
def test_a_verb_in_the_past_is_told_by_its_form(word: str, past: bool) -> None:
    """Regular ones of five letters and more, and those listed; verbs that deny what follows are looked at elsewhere."""
    assert is_past(word) is past


@pytest.mark.parametrize(
    ("one", "other", "synonyms"),
    [
        ("said", "stated", True),
        ("held", "convened", True),
        ("led", "chaired", True),
        ("led", "resulted", True),
        ("chaired", "resulted", False),
        ("rejected", "dismissed", True),
        ("rejected", "approved", False),
        ("opened", "harboured", False),
        ("harboured", "harboured", False),
    ],
)
def test_synonyms_share_an_act_or_a_set(one: str, other: str, synonyms: bool) -> None:
    """A verb may be in several sets, which are not one for that."""
    assert are_synonyms(one, other) is synonyms
    assert are_synonyms(other, one) is synonyms


@pytest.mark.parametrize(("word", "saying"), [("said", True), ("recalled", True), ("held", True), ("opened", False)])
def test_verbs_of_saying(word: str, saying: bool) -> None:
    """Of which `held` is one as well."""
    assert is_saying(word) is saying


def test_sets_are_found_by_the_stem() -> None:
    """In whatever form they list a verb."""
    assert synonym_sets("opening") == frozenset()
    assert synonym_sets_of_stem(stem_of("opening")) == synonym_sets("opened")
    assert synonym_sets_of_stem("harbour") == frozenset()


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("Thailand", "Thailand"),
        ("Thai", "Thailand"),
        ("Koreans", "Korea"),
        ("Indonesian", "Indonesia"),
        ("Nigerian", "Nigeria"),
        ("Niger", "Niger"),
        ("Nigeria", "Nigeria"),
        ("Dominica", "Dominica"),
        ("Nepalese", "Nepal"),
        ("Iraqi", "Iraq"),
        ("Dutch", "Netherlands"),
        ("Macau", "Macao"),
        ("Tarn", ""),
        ("", ""),
    ],
)
def test_a_country_is_known_by_its_words(word: str, country: str) -> None:
    """By its name, its people and its language, and not by those of another."""
    assert country_of(stem_of(word)) == country


def test_every_country_is_found_by_its_own_name() -> None:
    """No other takes it."""
    assert [name for name in COUNTRIES if country_of(stem_of(name)) != name] == []
