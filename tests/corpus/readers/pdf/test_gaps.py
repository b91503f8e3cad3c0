"""Justified lines with wide gaps are running text, rows of a table are not."""

from collections.abc import Sequence

from corpus.readers.pdf.chars import Fragment
from corpus.readers.pdf.gaps import without_gaps

LEADING = 1.2
SIZE = 10.0
LEFT, RIGHT = 72.0, 500.0
FULL = "The delegates of all the member countries met in the great hall of the town"


def _line(at: int, *pieces: tuple[str, float, float]) -> list[Fragment]:
    return [Fragment(text, x0, x1, 700 - at * LEADING * SIZE, SIZE, bold=False) for text, x0, x1 in pieces]


def _texts(*lines: Sequence[Fragment]) -> list[str]:
    return [each.text for each in without_gaps([fragment for line in lines for fragment in line], LEADING)]


def test_a_justified_line_is_one_piece() -> None:
    """Below a line from edge to edge, words that stand far apart belong together."""
    texts = _texts(
        _line(0, (FULL, LEFT, RIGHT)),
        _line(1, ("effective", LEFT, 140), ("strategies", 230, 300), ("everywhere", 420, RIGHT)),
        _line(2, (FULL, LEFT, RIGHT)),
        _line(3, ("and their", LEFT, 180), ("conformity", 270, RIGHT)),
    )
    assert texts == [FULL, "effective strategies everywhere", FULL, "and their conformity"]


def test_the_first_line_of_a_paragraph_keeps_its_number_apart() -> None:
    """The line below tells; a printed number still waits for its text."""
    texts = _texts(
        _line(0, ("51.", LEFT, 86), ("The mid-term", 108, 180), ("review found", 260, RIGHT)),
        _line(1, (FULL, LEFT, RIGHT)),
    )
    assert texts == ["51.", "The mid-term review found", FULL]


def test_rows_stay_rows() -> None:
    """Pieces in the same places line after line are cells, also right below a full line."""
    rows = [_line(at, ("Norway", LEFT, 120), (f"{at}2", 300, 312), ("$90", 480, RIGHT)) for at in (1, 2, 3)]
    texts = _texts(_line(0, (FULL, LEFT, RIGHT)), *rows)
    assert len(texts) == 1 + 3 * 3


def test_a_line_that_ends_elsewhere_tells_nothing() -> None:
    """A short line, one in another size or one further away is no neighbour to go by."""
    row = _line(1, ("Norway", LEFT, 120), ("$90", 480, RIGHT))
    for above in (
        _line(0, ("A title", LEFT, RIGHT)),
        _line(0, (FULL, LEFT, RIGHT - 60)),
        _line(-1, (FULL, LEFT, RIGHT)),
        [Fragment(FULL, LEFT, RIGHT, 700, 14.0, bold=False)],
    ):
        assert _texts(above, row)[1:] == ["Norway", "$90"]
