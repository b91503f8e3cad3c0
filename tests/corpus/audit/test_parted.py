"""Words and numbers that came out in pieces are not accounted for, though all of their characters are there."""

from corpus.audit.coverage import audit
from corpus.audit.parted import parted_words, with_parted
from corpus.paragraph import Exclusion


def test_a_number_in_pieces_is_a_loss() -> None:
    """Every character of `1 28` is there, and 128 is not."""
    visible, text = ["Passengers: 110,128 in 2015."], "Passengers: 1 1 0,1 28 in 2015."
    counted = audit(visible, text, [])
    coverage = with_parted(counted, visible, text, [])
    assert counted.whole
    assert (coverage.accounted, coverage.visible) == (counted.visible - 7, counted.visible)
    assert coverage.missing == ("110,128 stands as 1 1 0,1 28",)


def test_a_word_is_in_pieces_when_they_are_no_words() -> None:
    """Letters that stand nowhere else by themselves are pieces; words that the witness ran together are not."""
    visible = ["The COMMITTEE of thecouncil met the council."]
    assert parted_words(visible, "The C OM MITTEE of the council met the council.", []) == ("c om mittee",)


def test_what_is_whole_is_no_loss() -> None:
    """Words cut at a line end, marks that were taken off and what is excluded are there."""
    visible = ["The coun-\ncil counts 453 seats in 128 rooms. Page 12"]
    text = "The council counts 45 seats in 128 rooms."
    assert parted_words(visible, text, [Exclusion("3", "footnote mark"), Exclusion("Page 12", "page number")]) == ()
