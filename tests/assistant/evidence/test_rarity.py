"""How telling words are."""

import math

import pytest

from assistant.evidence.rarity import Rarity
from corpus.text.word_counts import count_words


def test_weight_is_the_logarithm_of_how_few_texts_hold_a_word() -> None:
    """`river` is in two of four texts, `delta` in none."""
    rarity = Rarity(["river", "a river", "lake", "sea"])
    assert rarity.of("river") == pytest.approx(math.log(1 + 4.5 / 2.5))
    assert rarity.of("delta") == pytest.approx(math.log(1 + 4.5 / 0.5))


def test_share_weighs_the_words_that_are_held() -> None:
    """A rare word counts more than a common one."""
    rarity = Rarity(["river", "river", "river", "delta"])
    assert rarity.share(["river", "delta"], {"delta"}) > 0.5
    assert rarity.share([], {"delta"}) == 0.0


def test_a_word_that_also_stands_in_small_letters_is_no_name() -> None:
    """`Board` is a noun with a capital once `board` is seen; `Solheim` stays a name."""
    rarity = Rarity(["The Board heard Solheim.", "a board"])
    assert not rarity.is_proper("Board")
    assert rarity.is_proper("Solheim")


@pytest.mark.parametrize(
    ("surface", "proper"),
    [
        ("Solheim", True),
        ("solheim", False),
        ("Board", False),
        ("Delta-Board", False),
        ("Delta-Solheim", True),
        ("", False),
    ],
)
def test_a_proper_name_is_written_with_a_capital_alone(surface: str, proper: bool) -> None:
    """Every part of it; a word that the library never holds may be a name."""
    assert Rarity(["The Board heard Solheim.", "a board"]).is_proper(surface) is proper


def test_a_library_is_counted_document_by_document() -> None:
    """What was added later counts as what was there from the beginning."""
    rarity = Rarity(["the Board met", "Lakes"])
    assert (rarity.holds("lake"), rarity.is_common("lake"), rarity.is_common("board")) == (True, False, False)
    rarity.add(count_words(["a board met"]))
    assert rarity.is_common("board")
    assert [rarity.of(word) for word in ("board", "lake", "sea")] == [
        Rarity(["the Board met", "Lakes", "a board met"]).of(word) for word in ("board", "lake", "sea")
    ]
    assert rarity.of("board") < rarity.of("lake") < rarity.of("sea")
    assert not rarity.holds("sea")


@pytest.mark.parametrize(
    ("terms", "held", "share"),
    [(["a", "b", "c"], {"a"}, 1 / 3), (["a", "b"], {"a", "b", "c"}, 1), (["a", "b"], set(), 0)],
)
def test_words_that_are_as_rare_weigh_the_same(terms: list[str], held: set[str], share: float) -> None:
    """What is held beside them adds nothing."""
    assert Rarity().share(terms, held) == pytest.approx(share)
