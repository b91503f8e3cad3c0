"""How telling words are."""

import math

import pytest

from assistant.evidence.rarity import Rarity


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
