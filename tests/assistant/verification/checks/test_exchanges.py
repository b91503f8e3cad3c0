"""Two names, or two numbers, of a sentence have not been exchanged."""

import pytest
from verified import problems

SAT = "The board sat in Oslo in May and left for Tarn in June."


@pytest.mark.parametrize(
    ("sentence", "source", "found"),
    [
        ("The board sat in Tarn in May and left for Oslo in June.", SAT, "name Tarn for Oslo"),
        ("The board sat in Oslo in May, then left for Tarn in June.", SAT, ""),
        (
            "Sweden hosted the May meeting and Norway paid for the June dinner.",
            "Norway hosted the May meeting and Sweden paid for the June dinner.",
            "name Sweden for Norway",
        ),
        (
            "In May they sat in Sweden. Norway paid for the hall.",
            "In May they sat in Norway. Sweden paid for the hall.",
            "name Sweden for Norway",
        ),
        (
            "The chair, Ida Berg, then thanked the clerk, Tom Holm, for it.",
            "The chair, Tom Holm, then thanked the clerk, Ida Berg, for it.",
            "name Ida Berg for Tom Holm",
        ),
        (
            "In all 17 of the gauges and 42 of the buoys were lost.",
            "In all 42 of the gauges and 17 of the buoys were lost.",
            "number 17 for 42",
        ),
        ("They met in May in Sweden, and in June in Norway.", "They met in June in Norway, and in May in Sweden.", ""),
        ("Delegates came from Tarn, Oslo and Umea by sea.", "Delegates came from Umea, Tarn and Oslo by sea.", ""),
        ("The fee went up from 12 as well as 14 to 20.", "The fee went up from 14 as well as 12 to 20.", ""),
    ],
)
def test_each_stands_between_the_words_around_the_other(sentence: str, source: str, found: str) -> None:
    """Members of a list, and whole clauses, may be told in another order."""
    assert problems(sentence, source) == found
