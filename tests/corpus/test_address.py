"""A paragraph is found by the number a person types."""

import pytest

from corpus.address import labels, paragraphs_at
from corpus.paragraph import Paragraph


def paragraph(position: int, label: str, section: str = "", ordinal: int = 1) -> Paragraph:
    """Return a paragraph at an address."""
    return Paragraph("d", position, label, ordinal, (section,) if section else (), None, 0, 1, "x")


REPORT = [
    paragraph(0, "", "Opening of the session", 2),
    paragraph(1, "1"),
    paragraph(2, "11"),
    paragraph(3, "1(1)"),
    paragraph(4, "13(c)"),
    paragraph(5, "13(c)(ii)"),
    paragraph(6, "IV.A"),
    paragraph(7, "Annex I, 24"),
    paragraph(8, "13(c)"),
    paragraph(9, "", "", 2),
]


@pytest.mark.parametrize(
    ("reference", "positions"),
    [
        ("13(c)", [4, 8]),
        ("13 (c)", [4, 8]),
        ("13c", [4, 8]),
        ("para. 13(c)", [4, 8]),
        ("Paragraph 13 (C).", [4, 8]),
        ("13(c)(ii)", [5]),
        ("13cii", [5]),
        ("iv a", [6]),
        ("annex I 24", [7]),
        ("24", [7]),
        ("11", [2]),
        ("1(1)", [3]),
        ("1", [1]),
        ("Opening of the session, ¶ 2", [0]),
        ("¶ 2", [9]),
        ("13", []),
        ("99", []),
        ("para.", []),
        ("", []),
    ],
)
def test_paragraphs_at(reference: str, positions: list[int]) -> None:
    """Spaces, brackets, capitals and the word before the number make no difference; repeated labels all come."""
    assert [found.position for found in paragraphs_at(REPORT, reference)] == positions


def test_labels_come_once_in_order() -> None:
    """What can be asked for is listed without repeats."""
    assert labels(REPORT) == ("1", "11", "1(1)", "13(c)", "13(c)(ii)", "IV.A", "Annex I, 24")
