"""What a source only asks for, plans or allows is not told as done, whatever the words."""

import pytest
from verified import written_fault

PAST = "it tells as done"
FACT = "it tells as a fact"


@pytest.mark.parametrize(
    ("sentence", "source", "fault"),
    [
        ("The port has a basin.", "The port will keep a basin.", FACT),
        ("The mole is a part of the port.", "The mole may become a part of the port.", FACT),
        ("The mole is a part of the port.", "The port dredged the mole that may become a part.", ""),
        ("The mole is a part of the port.", "The mole is, it may be said, a part of the port.", ""),
        ("The port dredged the basin.", "The port will dredge the basin.", PAST),
        ("The port dredged the basin.", "The port would soon dredge the basin.", PAST),
        ("The port dredged the basin.", "The port would very, very soon dredge the basin.", ""),
        ("The port dredged the basin.", "The port will be glad of the town that dredges the basin.", ""),
        ("The mole was dredged.", "The mole was dredged, and the basin should be as well.", ""),
        ("The mole was dredged.", "The mole could soon have been dredged, it was said.", PAST),
        ("The port dredged the basin.", "The port will then also soon dredge the basin.", PAST),
        ("The port dredged the basin.", "The port will then also soon fully dredge the basin.", ""),
        ("The mole was dredged.", "The mole must be dredged, it was said.", PAST),
        ("The mole was dredged.", "They said that it must. The mole, they said, was dredged.", ""),
    ],
)
def test_what_should_or_may_be_done(sentence: str, source: str, fault: str) -> None:
    """A word such as `will` shortly before a verb of the source says that it has not been done."""
    assert written_fault(sentence, source).partition(" what the cited")[0].partition(" (")[0] == fault


@pytest.mark.parametrize(
    ("sentence", "source", "fault"),
    [
        ("The port dredged the basin.", "The town asked the port to dredge the basin.", PAST),
        ("The port dredged the basin.", "The town asked the old and poor little port to dredge the basin.", PAST),
        ("The port dredged the basin.", "The port was glad to see that all agreed to dredge the basin.", PAST),
        ("The port dredged the basin.", "The port began to dredge the basin.", ""),
        ("The port dredged the basin.", "The port was able to dredge the basin.", ""),
        ("The port dredged the basin.", "The port dredged the basin, as it was asked to dredge one.", ""),
        ("The chair stressed the cost of the mole.", "The chair wishes to stress the cost of the mole.", ""),
        ("The chair dredged the mole.", "The chair wishes to dredge the mole.", PAST),
        ("The chair underlined the cost of the mole.", "The chair wants to stress the cost of the mole.", ""),
        ("The port founded a fund.", "The town asks the port to establish a fund.", PAST),
        ("The port founded a fund.", "The town asks the port to establish a fund, as it created one before.", ""),
        ("The port began a fund.", "The town asks the port to start a fund.", PAST),
    ],
)
def test_what_was_asked_for(sentence: str, source: str, fault: str) -> None:
    """`to build` after a verb that asks or plans; after one such as `began` it was done."""
    assert written_fault(sentence, source).partition(" what the cited")[0].partition(" (")[0] == fault


@pytest.mark.parametrize(
    "sentence",
    [
        "The port should have dredged the basin.",
        "It was a proposal that the port dredged the basin.",
        "The port is to have the basin dredged.",
        "The port met so that the basin was dredged.",
        "The town met in order that the port dredged the basin.",
    ],
)
def test_a_sentence_that_says_so_itself(sentence: str) -> None:
    """What tells of a wish or a plan tells nothing as done."""
    assert "as done" not in written_fault(sentence, "The town asked the port to dredge the basin.")


@pytest.mark.parametrize(
    ("source", "cited"),
    [
        ("The port will soon dredge the basin.", "will … dredge"),
        ("The town asked the poor little old port to dredge the basin.", "to … dredge"),
        ("The town asked for the poor little old port to dredge the basin.", "to … dredge"),
    ],
)
def test_the_word_that_says_so_is_told(source: str, cited: str) -> None:
    """The nearest of those by which the source asks, plans or allows."""
    said = f"it tells as done (“dredged”) what the cited words do not (“{cited}”)"
    assert written_fault("The port dredged the basin.", source) == said
