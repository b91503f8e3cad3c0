"""What is said beside an answer from a document of which there is another edition."""

import pytest

from assistant.composing.edition import edition_note


@pytest.mark.parametrize(
    ("edition", "said"),
    [
        ("B/7/2/Rev.1", "has been superseded by"),
        ("b/7/2/REV.1", "has been superseded by"),
        ("B/7/2/Corr.1", "has been corrected by"),
        ("B/7/2/Add.1", "has an addendum,"),
        ("B/7/2/Rev.1/Corr.1", "has been superseded by"),
        ("B/7/2", "has another edition,"),
        ("Rev.1", "has another edition,"),
        ("Review of the board", "has another edition,"),
    ],
)
def test_an_edition_is_what_its_symbol_says(edition: str, said: str) -> None:
    """A part of the symbol after a stroke; without one it is another edition."""
    assert edition_note("B/7/2", edition) == f"B/7/2 {said} {edition}."
