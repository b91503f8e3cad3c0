"""A sentence denies what its source denies, and rises where it rises."""

import pytest
from verified import problems

RAISED = "The port raised the fee for boats."
APPROVED = "The board approved the plan for the mole."
DREDGED = "The port dredged the basin for boats."
BOTH = "The town dredged the lake, and the port did not dredge the basin."
BUT = "The port dredged the basin in May, but it did not dredge the lake."
NOT_APPROVED = "The board did not approve the plan for the mole."


@pytest.mark.parametrize(
    ("sentence", "source", "found"),
    [
        ("By then the port did not dredge it.", DREDGED, "negation not dredge for dredged"),
        ("By then the port didn't dredge it.", DREDGED, "negation didn't dredge for dredged"),
        ("By then the port never dredged it.", DREDGED, "negation never dredged for dredged"),
        ("By then the port failed to dredge it.", DREDGED, "negation failed to dredge for dredged"),
        ("By then the port refused to dredge it.", DREDGED, "negation refused to dredge for dredged; verb refused"),
        ("By then the port declined to dredge it.", DREDGED, "negation declined to dredge for dredged; verb declined"),
        ("By then the port has yet to dredge it.", DREDGED, "negation yet to dredge for dredged"),
        ("By then the port is still to dredge it.", DREDGED, "negation still to dredge for dredged"),
        ("By then the basin is still dredged.", DREDGED, ""),
        ("By then nobody dredged it.", DREDGED, "negation nobody dredged for dredged"),
        ("By then it was impossible to dredge it.", DREDGED, "negation impossible to dredge for dredged"),
        ("By then the basin had not been dredged by the port.", DREDGED, "negation not been dredged for dredged"),
        ("By then the port did not, in truth, dredge it.", DREDGED, "negation not, in truth for nothing of the kind"),
        ("By then the plan was approved without a mole.", APPROVED, "negation without a mole for mole"),
        ("All towns except Tarn have paid.", "All towns have paid, Tarn too.", "negation except Tarn for Tarn"),
        ("All towns other than Tarn have paid.", "All towns have paid, Tarn too.", "negation other than Tarn for Tarn"),
        ("All other towns than Tarn have paid.", "All towns have paid, Tarn too.", ""),
        (
            "Neither the plan nor the mole was new.",
            "The plan is new, as is the mole.",
            "negation Neither the plan for plan; negation nor the mole for mole",
        ),
        ("The guests were not amused.", "The guests came to the hall.", "negation not amused for nothing of the kind"),
        ("The guests were not amused.", "The guests never came to the hall.", ""),
        ("By then fees had declined.", "By then fees had dropped.", ""),
    ],
)
def test_a_denial_that_the_source_lacks(sentence: str, source: str, found: str) -> None:
    """By whatever word, of what the source states, or of what it never speaks of."""
    assert problems(sentence, source) == found


@pytest.mark.parametrize(
    ("sentence", "source", "found"),
    [
        ("The port never dredged it.", "The port dredged it, and never sold it.", "negation never dredged for dredged"),
        ("The port never in long years dredged it.", "The port dredged it, and never sold it.", ""),
        ("By then the port did not dredge it.", "Nobody in the old town says that the port dredged it.", ""),
        (
            "By then the port did not dredge it.",
            "Nobody came, says the town, and the port dredged it.",
            "negation not dredge for dredged",
        ),
        ("By then the port did not dredge the basin.", BOTH, ""),
        ("By then the town did not dredge the lake.", BOTH, "negation not dredge for dredged"),
        ("By then the port dredged the basin.", BOTH, "negation dredged for not dredge"),
        ("By then the port dredged the lake.", BUT, "negation dredged for not dredge"),
    ],
)
def test_what_is_denied_beside_what_is_not(sentence: str, source: str, found: str) -> None:
    """A word is looked up where the source has it among the same words; a denial reaches through its clause."""
    assert problems(sentence, source) == found


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("By then it not only raised the fee.", RAISED),
        ("By then it raised the fee, not least for boats.", RAISED),
        ("It asks whether or not the fee is raised.", RAISED),
        ("By rule No. 5 the port raised the fee.", f"By rule 5: {RAISED}"),
        ("There is no doubt the fee was raised.", RAISED),
        ("It is nothing more than a fee for boats.", RAISED),
    ],
)
def test_words_that_deny_nothing(sentence: str, source: str) -> None:
    """Some words with `not` or `no` belong to a turn of phrase."""
    assert problems(sentence, source) == ""


@pytest.mark.parametrize(
    ("sentence", "source", "found"),
    [
        ("By then the board approved the plan.", NOT_APPROVED, "negation approved for not approve"),
        ("By then the board did not approve the plan.", NOT_APPROVED, ""),
        ("By then the board failed to approve the plan.", NOT_APPROVED, ""),
        ("By then the plan was rejected.", NOT_APPROVED, ""),
        ("By then the board approved the fee.", "The board approved the fee. It did not approve the plan.", ""),
        (
            "By then the board approved the fee.",
            "The board read the plan. It did not approve the fee.",
            "negation approved for not approve",
        ),
        ("There is little trust in the port.", "There is no trust in the port.", ""),
        ("There is much trust in the port.", "There is no trust in the port.", "negation trust for no trust"),
        ("There is little money and trust in the port.", "There is no trust in the port.", ""),
        (
            "Little was said by all of them of much trust.",
            "There is no trust in the port.",
            "negation trust for no trust",
        ),
        ("By then the fee was due.", "By then the fee was due, though not due at night.", ""),
    ],
)
def test_a_denial_that_is_left_out(sentence: str, source: str, found: str) -> None:
    """Of what the sentence states, in the sentence of the source that says most of it."""
    assert problems(sentence, source) == found


@pytest.mark.parametrize(
    ("sentence", "source", "found"),
    [
        ("By then traffic rose.", "Traffic by sea fell.", "direction rose for fell"),
        ("By then traffic fell.", "Traffic by sea fell.", ""),
        ("By then traffic did not rise.", "Traffic by sea fell.", ""),
        ("By then traffic fell.", "Traffic by sea did not rise.", ""),
        (
            "By then traffic did not fall.",
            "Traffic by sea fell.",
            "direction fall for fell",
        ),
        ("By then traffic increased.", "Traffic by sea fell.", "direction increased for fell"),
        ("By then fees rose.", "Traffic by sea fell, and fees rose.", ""),
        ("By then fees fell.", "Traffic by sea fell, and fees rose.", "direction fell for rose"),
        ("By then tolls rose.", "Traffic by sea fell.", ""),
        ("It is due before the fair.", "It is due after the fair.", "direction before for after"),
        ("It is due after the fair.", "It is due after the fair, and was planned before it.", ""),
        ("Fees went up. Traffic fell.", "Fees rose. Traffic by sea rose.", "direction fell for rose"),
        ("Traffic rose by land and fell by sea.", "Traffic by land rose, traffic by sea fell.", ""),
        ("Fees for old boats of all of these ports rose.", "Fees for boats of ports fell.", "direction rose for fell"),
        ("Fees in short rose.", "Fees in the end of the very long year fell.", ""),
        ("Fees fell as the new mole was built.", "Fees for the new mole rose.", "direction fell for rose"),
    ],
)
def test_what_rises_and_what_falls(sentence: str, source: str, found: str) -> None:
    """Of the same thing, by the words around; a denial turns the word round."""
    assert problems(sentence, source) == found
