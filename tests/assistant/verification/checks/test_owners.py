"""A number is of whom the source says it is, and who did what to whom is kept."""

import pytest
from verified import problems

PRAISED = "At the end Norway praised Sweden."
LENT = "Norway lent 12 gauges, and Sweden lent 17 buoys."


@pytest.mark.parametrize(
    ("sentence", "source", "found"),
    [
        ("Of all, Norway lent 12 gauges.", LENT, ""),
        ("Of the gauges, Sweden lent 12.", LENT, "name Sweden for Norway; number 12 for 17"),
        ("Of the buoys, Sweden lent 17.", LENT, ""),
        ("Of the gauges, 12 came out of Sweden.", LENT, "name Sweden for Norway"),
        ("Of the gauges, 12 were lent, and they came from Sweden.", LENT, "name Sweden for Norway"),
        ("The states of Sweden lent some: 12 of them.", LENT, "name Sweden for Norway"),
        ("Both Norway and Sweden lent some, 12 of them gauges.", LENT, ""),
        ("Of the gauges, Sweden took 12.", "Norway lent 12 gauges, and Sweden was glad.", ""),
        (
            "Of the gauges, Tarn lent 12.",
            "Norway lent 12 gauges, Tarn and Sweden lent 17 buoys.",
            "name Tarn for Norway",
        ),
        (
            "It was Norway that lent 12 gauges, and of the 17 buoys Tarn lent some.",
            "Norway lent 12 gauges, Sweden lent 17 buoys, and Tarn 4 boats.",
            "name Tarn for Sweden",
        ),
        (
            "Of the buoys, 17 went to Norway.",
            "To Norway 12 and to Sweden 17 buoys were lent.",
            "name Norway for Sweden",
        ),
        ("Of the gauges, 12 came out of Sweden, as Norway had told.", LENT, ""),
        (
            "Of the gauges, 12 came out of Sweden. Norway had 17 buoys.",
            LENT,
            "name Sweden for Norway; name Norway for Sweden",
        ),
        ("In 2019 Sweden lent some gauges.", "Gauges were lent by Norway in 2019; Sweden lent 17 buoys.", ""),
        ("On 12 May Sweden lent some gauges.", "Gauges were lent by Norway on 12 May; Sweden lent 17 buoys.", ""),
        (
            "The Board, which has 5 seats under rule 2 of Tarn, sat.",
            "The Board has 5 seats. Under rule 2, Tarn has one.",
            "",
        ),
    ],
)
def test_a_number_is_of_its_owner(sentence: str, source: str, found: str) -> None:
    """The source gives it to another, and gives a number of his own to the one that the sentence names."""
    assert problems(sentence, source) == found
