"""Words that are forms of one."""

import pytest

from assistant.language.matching import matched, same_word


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("korea", "korean", True),
        ("indonesia", "indonesian", True),
        ("akhanov", "akhannov", True),
        ("austria", "australia", False),
        ("iran", "iraq", False),
        ("guinea", "guyana", False),
        ("niger", "nigeria", False),
        ("slovenia", "slovakia", False),
        ("2020", "2021", False),
        ("national", "nation", True),
    ],
)
def test_forms_of_a_word_are_one_word_and_other_names_are_not(one: str, other: str, same: bool) -> None:
    """Endings and a doubled letter are forgiven, another country is not."""
    assert same_word(one, other) is same
    assert same_word(other, one) is same


def test_matched_gives_the_terms_of_the_question() -> None:
    """What is returned is what was asked, whichever form is held."""
    assert matched(["korean", "budget"], {"korea", "report"}) == {"korean"}
