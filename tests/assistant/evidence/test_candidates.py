"""Passages taken apart into candidates, and what each of them is."""

import pytest
from shelf import Piece, Report, Shelf, listed

from assistant.evidence.evidence import Candidate, candidates_of
from corpus.paragraph import ParagraphKind


def _candidates(*pieces: Piece | str) -> list[Candidate]:
    return candidates_of(Shelf(Report(pieces)).evidence())


@pytest.mark.parametrize(
    ("piece", "quotes"),
    [
        (Piece("The board met. It rested."), ["The board met.", "It rested."]),
        (Piece("The board met. It rested.", "footnote"), ["The board met.", "It rested."]),
        (Piece("pilots of the port", "item"), ["pilots of the port"]),
        (Piece("The ships. A caption", "caption"), ["The ships.", "A caption"]),
        (Piece("The board met.", "heading"), []),
        (Piece("Vell. Old\t12. May", "row"), ["Vell. Old\t12. May"]),
        (Piece("The board met. It rested.", "row"), ["The board met.", "It rested."]),
        (Piece("Year\tShips", "row", columns=("Year", "Ships")), []),
    ],
)
def test_what_can_be_said_of_a_paragraph(piece: Piece, quotes: list[str]) -> None:
    """Each sentence, a row of several cells whole, and nothing of a heading or of the headings of columns."""
    assert [candidate.quote for candidate in _candidates(piece)] == quotes


def test_a_sentence_leans_on_the_one_before() -> None:
    """On its words, within its paragraph; the first leans on nothing."""
    first, second, third = _candidates("The board met. They rested.", "It ended.")
    assert (first.before, third.before) == (frozenset(), frozenset())
    assert second.before == first.terms == {"the", "board", "met"}
    assert [candidate.is_first for candidate in (first, second, third)] == [True, False, True]


@pytest.mark.parametrize(
    ("kind", "text", "last"),
    [
        ("paragraph", "The board met the pilots.", True),
        ("paragraph", "The board met: the pilots", False),
        ("paragraph", "The board met!", True),
        ("paragraph", "Did the board meet?", True),
        ("paragraph", "The board met;", True),
        ("paragraph", "The board met:", True),
        ("paragraph", "The board said “we met.”", True),
        ("paragraph", "The board met (twice.)", True),
        ("paragraph", "The board met,", False),
        ("paragraph", "Date: 3 May 2031.", False),
        ("paragraph", "Prepared from old minutes: the board's.", True),
        ("paragraph", "Prepared by the: board.", False),
        ("paragraph", "It rested. Date: 3 May 2031.", True),
        ("paragraph", "date: 3 May 2031.", True),
        ("item", "pilots of the port", True),
        ("row", "Vell\t12", True),
        ("caption", "pilots of the port", False),
    ],
)
def test_a_sentence_ends_like_one(kind: ParagraphKind, text: str, last: bool) -> None:
    """Or is an item or a row whole; a line of a cover with its label is none."""
    assert _candidates(Piece(text, kind))[-1].is_sentence is last


@pytest.mark.parametrize(
    ("kind", "text", "sentences"),
    [
        ("paragraph", "Meeting of the board. It rested.", [False, True]),
        ("paragraph", f"The {'old ' * 12}board. It rested.", [False, True]),
        ("paragraph", f"The {'old ' * 13}board. It rested.", [True, True]),
        ("item", "Meeting of the board. It rested", [False, True]),
        ("paragraph", "It rested. Then the board met. It ended.", [False, True, True]),
    ],
)
def test_a_title_may_open_a_paragraph(kind: ParagraphKind, text: str, sentences: list[bool]) -> None:
    """Up to fourteen words with more after them are taken for one."""
    assert [candidate.is_sentence for candidate in _candidates(Piece(text, kind))] == sentences


@pytest.mark.parametrize(
    ("piece", "parent", "lead"),
    [
        (Piece("pilots", "item", 0), "The board met. It named:", "It named:"),
        (Piece("pilots", "item", 0), "It named: ", "It named:"),
        (Piece("pilots", "item", 0), "The board met.", ""),
        (Piece("pilots", "paragraph", 0), "It named:", ""),
        (Piece("pilots", "item"), "It named:", ""),
    ],
)
def test_an_item_has_the_last_sentence_of_its_lead_in(piece: Piece, parent: str, lead: str) -> None:
    """Where that ends with a colon."""
    assert _candidates(parent, piece)[-1].lead == lead


def test_a_lead_in_is_the_sentence_before_its_items() -> None:
    """Not one before it, nor a colon below which nothing hangs."""
    found = _candidates(*listed("The board met. It named: ", ["pilots:"]))
    assert [candidate.leads_in for candidate in found] == [False, True, False]
