"""What is said for a candidate that is part of a list: its lead-in, its items, or itself alone."""

import pytest
from shelf import Piece, Report, Shelf, composed, given, listed, texts

from assistant.composing.write import row_text
from corpus.paragraph import Paragraph

LEAD = "The board met. It named the crews of the port:"
SEVERAL = "What are the crews of the port?"
ONE = "What did the board think of the pilots?"


def _sentence(words: int, opening: str = "Divers") -> str:
    return f"{opening} {'and ' * (words - 2)}others."


def _said(question: str, shelf: Shelf, words: str) -> list[str]:
    return texts(composed(question, [given(shelf.candidate(words))], shelf))


@pytest.mark.parametrize("question", [SEVERAL, ONE])
def test_a_lead_in_is_said_with_its_items(question: str) -> None:
    """Its last sentence, then what hangs from it and no other paragraph."""
    shelf = Shelf(Report([*listed(LEAD, ["pilots;", "divers."]), "It rested.", Piece("cooks", "item", 3)]))
    assert _said(question, shelf, "named") == ["It named the crews of the port:", "pilots;", "divers."]


@pytest.mark.parametrize(("words", "whole"), [(40, True), (41, False)])
def test_of_a_long_item_the_first_sentence_says_what_it_is(words: int, whole: bool) -> None:
    """Up to forty words it is given whole."""
    item = f"{_sentence(words - 10)} They dive in the old port all the year through."
    shelf = Shelf(Report(listed(LEAD, [item, "pilots"])))
    first = item if whole else _sentence(words - 10)
    assert _said(ONE, shelf, "named") == ["It named the crews of the port:", first, "pilots"]


def test_items_of_the_list_that_a_candidate_is_of() -> None:
    """Where several things are asked for, one item brings the whole list with the last sentence of its lead-in."""
    shelf = Shelf(Report([*listed(LEAD, ["pilots;", "divers."]), Piece("cooks", "item", 2)]))
    assert _said(SEVERAL, shelf, "divers") == ["It named the crews of the port:", "pilots;", "divers."]


@pytest.mark.parametrize(
    ("question", "piece", "said"),
    [
        ("What of the divers?", Piece("Divers of the port.", "item", 0), ["Divers of the port."]),
        (SEVERAL, Piece("Divers of the port.", "paragraph", 0), ["Divers of the port."]),
        (SEVERAL, Piece("Divers of the port.", "item"), ["Divers of the port."]),
    ],
)
def test_otherwise_an_item_is_said_alone(question: str, piece: Piece, said: list[str]) -> None:
    """Where one thing is asked for, for what is no item, and for one that hangs from nothing."""
    shelf = Shelf(Report([Piece(LEAD), Piece("Pilots.", "item", 0), piece]))
    assert _said(question, shelf, "Divers") == said


@pytest.mark.parametrize(
    ("words", "said"), [(175, ["Crews:", "Pilots of the port came."]), (176, ["Pilots of the port came."])]
)
def test_a_list_that_is_too_long_is_not_said(words: int, said: list[str]) -> None:
    """Of more than 180 words only the item is given, without its lead-in; of fewer, as many items as have room."""
    shelf = Shelf(Report(listed("Crews:", ["Pilots of the port came.", _sentence(words)])))
    assert _said(SEVERAL, shelf, "Pilots") == said


@pytest.mark.parametrize(
    ("words", "said"),
    [((36, 36, 36), 4), ((36, 36, 37), 3), ((44, 44, 45, 45), 5), ((44, 44, 45, 46), 4), ((100, 9, 3), 2)],
)
def test_a_longer_list_may_have_more_words(words: tuple[int, ...], said: int) -> None:
    """Of more than four sentences 180 words are shown, else 110; from what goes over on, the rest is left out."""
    shelf = Shelf(Report(listed("Of crews:", [_sentence(number) for number in words])))
    assert len(_said(ONE, shelf, "crews")) == said


def test_a_first_sentence_is_shown_however_long() -> None:
    """An answer says something."""
    long = _sentence(111)
    assert _said(ONE, Shelf(long), "Divers") == [long]


@pytest.mark.parametrize(
    ("item", "lead", "with_lead"),
    [
        ("pilots of the port", "It named:", True),
        ("Pilots of the port", "It named:", False),
        ("Pilots of the port", "On 3 May 2031 it named:", True),
        ("Pilots from 4 June 2031 on", "On 3 May 2031 it named:", False),
        ("pilots of the port", "It named.", False),
        ("pilots of the port", f"It named {'and ' * 37}these:", True),
        ("pilots of the port", f"It named {'and ' * 38}these:", False),
    ],
)
def test_an_item_that_says_too_little_has_its_lead_in_before_it(item: str, lead: str, with_lead: bool) -> None:
    """One that is no sentence, or one without the date that the lead-in gives; a lead-in of forty words at most."""
    shelf = Shelf(Report(listed(lead, [item])))
    assert _said("When were the pilots named?", shelf, "ilots") == ([lead, item] if with_lead else [item])


@pytest.mark.parametrize(
    ("cells", "columns", "text"),
    [
        ("Vell\t12", ("Island", "Ships"), "Island: Vell; Ships: 12"),
        ("Vell\t \t12", ("Island", "Port", "Ships"), "Island: Vell; Ships: 12"),
        ("Vell\t12", ("Island", ""), "Island: Vell; 12"),
        ("Vell\t12", ("Island",), "Vell; 12"),
        ("Vell\t12", (), "Vell; 12"),
    ],
)
def test_the_cells_of_a_row_have_their_headings(cells: str, columns: tuple[str, ...], text: str) -> None:
    """Empty cells are left out; headings that are not as many as the cells are none of theirs."""
    assert row_text(Paragraph("report", 0, "", 1, (), None, 0, 1, cells, "row", None, columns)) == text
    shelf = Shelf(Report([Piece(cells, "row", columns=columns)]))
    assert _said("How many ships has Vell?", shelf, "Vell") == [text]


def test_rows_that_hang_from_a_lead_in_have_their_headings() -> None:
    """As those that stand alone."""
    row = Piece("Vell\t12", "row", 0, columns=("Island", "Ships"))
    assert _said(ONE, Shelf(Report([Piece("Ships:"), row])), "Ships:") == ["Ships:", "Island: Vell; Ships: 12"]
