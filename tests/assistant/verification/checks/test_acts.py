"""What a sentence says was done is what its source says was done."""

import pytest
from verified import problems


@pytest.mark.parametrize(
    ("sentence", "source", "found"),
    [
        ("At last the board approved the plan.", "The board discussed the plan.", "verb approved for discussed"),
        ("At last the board endorsed the plan.", "The board approved the plan.", ""),
        ("At last the board discussed the plan.", "The board approved the plan.", ""),
        ("At last the board approved the fees.", "The board discussed the plan at noon.", ""),
        ("At last the board approved the fees.", "The clerk discussed the plan at noon.", ""),
        ("At last the board approved and signed the plan.", "The board signed the plan.", ""),
        (
            "At last the board approved the plan.",
            "The clerk signed the fees at noon, and the board discussed the plan.",
            "verb approved for discussed",
        ),
        (
            "At last the board approved the plan.",
            "The board discussed the plan, and the board signed the plan.",
            "verb approved for discussed",
        ),
        (
            "The plan which took them all was approved by the board.",
            "The board discussed the plan.",
            "verb approved for discussed",
        ),
        ("The plan, which took them all long, was approved by the board.", "The board discussed the plan.", ""),
        (
            "At last the board approved the plan.",
            "The board hired a clerk for the plan, and discussed the plan.",
            "verb approved for hired",
        ),
        (
            "At last the board signed and approved the plan.",
            "The board signed and discussed the plan.",
            "verb approved for discussed",
        ),
        ("At last the board approved it. The plan is new.", "The board discussed it. The plan is new.", ""),
    ],
)
def test_another_act_of_the_same(sentence: str, source: str, found: str) -> None:
    """An act that the source never names is compared with what it says of the same people and things."""
    assert problems(sentence, source) == found


@pytest.mark.parametrize(
    ("sentence", "source", "found"),
    [
        ("At last the port cancelled the fair.", "The port described the show.", "verb cancelled"),
        ("At last the port cancelled the fair.", "The port told of the cancellation of the fair.", ""),
        ("At last the port suspended the fair.", "The suspension of the fair was told by the port.", ""),
        ("At last the port suspended the fair.", "The suspicion was told by the port.", "verb suspended"),
        ("At last traffic declined.", "It was told that traffic fell.", ""),
        ("At last Tarn lost the bid.", "It was told that Tarn won the bid.", "direction lost for won"),
        ("At last Tarn lost the bid.", "It was told that Tarn made the bid.", "verb lost"),
        ("At last the port demolished the mole.", "It was told that the port will demolish the mole.", ""),
    ],
)
def test_a_grave_act_is_named_by_the_source(sentence: str, source: str, found: str) -> None:
    """In whatever form, or in its opposite, which another check looks at."""
    assert problems(sentence, source) == found


@pytest.mark.parametrize(
    ("sentence", "source", "found"),
    [
        (
            "The clerk cleaned the boats of the port.",
            "The clerk painted the boats of the port.",
            "verb cleaned for painted",
        ),
        ("The clerk started the session of the port.", "The clerk opened the session of the port.", ""),
        ("The clerk noted the boats of the port.", "The clerk painted the boats of the port.", ""),
        ("The clerk discussed the boats of the port.", "The clerk painted the boats of the port.", ""),
        ("The clerk cleaned the boats of the port.", "The clerk likes the boats of the port.", ""),
        ("The clerk cleaned the boats of the port.", "The clerk steers the boats, and painted the port.", ""),
        ("The clerk cleaned and painted the boats.", "The clerk painted the boats.", ""),
        ("A young hand cleaned the boats of the port.", "The clerk painted the boats of the port.", ""),
        ("The young clerk cleaned the boats of the port.", "The clerk painted the boats of the port.", ""),
        (
            "On Monday the old clerk of the port of Tarn cleaned the new white boats, masts, sails, ropes, oars, nets.",
            "On Monday the clerk of the port of Tarn painted the new white boats, masts, sails, ropes, oars, nets.",
            "verb cleaned for painted",
        ),
        ("The fees increased in the port.", "The fees dropped in the port.", "direction increased for dropped"),
        ("The fees doubled in the port.", "The fees dropped in the port.", "verb doubled for dropped"),
    ],
)
def test_another_verb_between_the_same_words(sentence: str, source: str, found: str) -> None:
    """Where the rest of the sentence is that of the source; who puts all in other words puts other verbs as well."""
    assert problems(sentence, source) == found
