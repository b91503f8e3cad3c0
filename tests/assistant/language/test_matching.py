"""Words that are forms of one."""

import pytest

from assistant.language.matching import held_words, matched, same_word


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
        ("thai", "thailand", True),
        ("thai", "tajik", False),
        ("congo", "congress", False),
        ("port", "ports", True),
        ("port", "portal", True),
        ("port", "porter", False),
        ("por", "port", False),
        ("port", "pork", False),
        ("harbor", "harbour", True),
        ("gauge", "gauges", True),
        ("canal", "canall", False),
        ("cannal", "cannals", True),
        ("lagoon", "lagoons", True),
        ("solhem", "solheem", True),
        ("solhe", "solhee", False),
        ("solhem", "solheeem", False),
        ("abcd1", "abcd1s", False),
        ("2020a", "2020", False),
    ],
)
def test_forms_of_a_word_are_one_word_and_other_names_are_not(one: str, other: str, same: bool) -> None:
    """Endings and a doubled letter are forgiven, another country is not."""
    assert same_word(one, other) is same
    assert same_word(other, one) is same


def test_matched_gives_the_terms_of_the_question() -> None:
    """What is returned is what was asked, whichever form is held."""
    assert matched(["korean", "budget"], {"korea", "report"}) == {"korean"}


@pytest.mark.parametrize(
    ("terms", "held", "shared"),
    [
        (["korean", "budget"], {"korean", "budget"}, {"korean", "budget"}),
        (["thai", "budget"], {"thailand"}, {"thai"}),
        (["thai"], {"tajikistan", "budget"}, set()),
        (["ports"], {"port"}, {"ports"}),
        (["port", "port"], {"port"}, {"port"}),
        (["2021"], {"2020"}, set()),
        ([], {"port"}, set()),
        (["port"], set(), set()),
    ],
)
def test_terms_are_matched_in_any_form(terms: list[str], held: set[str], shared: set[str]) -> None:
    """A country by any word for it, whatever letters that begins with."""
    assert matched(terms, held) == shared


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Elected for 2020-2022.", {"elect", "for", "2020-2022", "2020", "2022"}),
        ("Under A/2031/5.", {"under", "a/2031/5"}),
        ("Pages 10-11.", {"page", "10-11"}),
        ("79/2031", {"79/2031", "2031"}),
        ("", set()),
    ],
)
def test_the_years_of_a_span_are_held(text: str, words: set[str]) -> None:
    """Beside the whole; other parts are not, nor those of a symbol."""
    assert held_words(text) == words
