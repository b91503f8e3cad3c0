"""What is said after the best candidate, and how what is said is numbered."""

from collections.abc import Sequence

import pytest
from shelf import Report, Shelf, composed, given, listed, texts

QUESTION = "What did the board think of the pilots?"
BEST = "The board praised the pilots of the harbour."
NEW = ("They steered barges through fog.", "Divers mended nets at dusk.", "Cooks baked bread for sailors.")


def _said(*others: tuple[str, float], kind: str = QUESTION, holds: Sequence[float] = ()) -> list[str]:
    """Return what is said after the best candidate, of others with their scores below it."""
    shelf = Shelf(*(Report([text], f"report-{rank}") for rank, (text, _) in enumerate([(BEST, 0.0), *others])))
    held = [*holds, *[1.0] * len(others)]
    items = [given(shelf.candidate(BEST), 3.0)]
    for (text, below), holding in zip(others, held, strict=False):
        items.append(given(shelf.candidate(text), 3.0 - below, seen={"holds what is asked for": holding}))
    first, *rest = texts(composed(kind, items, shelf))
    assert first == BEST
    return rest


@pytest.mark.parametrize(
    ("others", "said"),
    [
        ([(NEW[0], 0.69)], [0]),
        ([(NEW[0], 0.71)], []),
        ([(NEW[0], 0.1), (NEW[1], 0.2), (NEW[2], 0.3)], [0, 1]),
        ([(NEW[0], 0.1), (NEW[1], 0.8), (NEW[2], 0.3)], [0]),
        ([], []),
    ],
)
def test_what_nearly_answers_as_well_is_said_after_it(others: list[tuple[str, float]], said: list[int]) -> None:
    """Two sentences at most, as near to the best as that, and none after one that is further."""
    assert _said(*others) == [NEW[rank] for rank in said]


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ("The board praised the pilots.", False),
        ("The board praised pilots of barges.", False),
        ("The board praised old barges, nets and bread.", True),
        ("Barges in fog", False),
    ],
)
def test_it_is_a_sentence_that_says_something_new(other: str, said: bool) -> None:
    """Of its words more than three in ten by their weight were not said before."""
    assert _said((other, 0.1)) == [other] * said


def test_what_the_second_says_is_not_new_in_the_third() -> None:
    """What was just added counts as said."""
    assert _said((NEW[0], 0.1), ("They steered barges.", 0.2), (NEW[1], 0.3)) == [NEW[0], NEW[1]]


@pytest.mark.parametrize(("holds", "said"), [((1, 0.2), [0, 1]), ((1, 0), [0]), ((0, 1), [])])
def test_it_holds_the_kind_of_thing_asked_for(holds: Sequence[float], said: list[int]) -> None:
    """After one that does not, no more is said."""
    assert _said((NEW[0], 0.1), (NEW[1], 0.1), holds=holds) == [NEW[rank] for rank in said]


@pytest.mark.parametrize(("known", "said"), [(3, [NEW[0]]), (4, [])])
def test_only_the_next_four_are_looked_at(known: int, said: list[str]) -> None:
    """What ranks below them is far from the question."""
    old = [(f"The board praised the pilots{'!' * (rank + 1)}", 0.1) for rank in range(known)]
    assert _said(*old, (NEW[0], 0.1)) == said


@pytest.mark.parametrize(
    ("best", "new", "said"),
    [("Pilots steer", "gannets", True), ("Pilots steer old barges home", "with gannets", False)],
)
def test_three_words_in_ten_are_enough(best: str, new: str, said: bool) -> None:
    """Where each is as rare as the others: one in three is more, two in seven are less."""
    shelf = Shelf(Report([f"{best}.", f"{best} {new}.", f"{new}."]))
    items = [given(shelf.candidate(words)) for words in (f"{best}.", f"{best} {new}.")]
    assert texts(composed(QUESTION, items, shelf)) == [f"{best}.", *[f"{best} {new}."] * said]


def test_what_differs_takes_the_place_of_what_supports() -> None:
    """Beside two values nothing more is said."""
    shelf = Shelf(*(Report([f"The board of Vell has {number} pilots."], f"r{number}") for number in (12, 17)), NEW[0])
    items = [given(shelf.candidate(words)) for words in ("12", "17", "fog")]
    assert len(texts(composed("How many pilots has the board of Vell?", items, shelf))) == 2


def test_words_that_are_said_twice_have_one_number() -> None:
    """Two items with their lead-in rest on three citations, each with its own words."""
    lead, items = "It praised:", ["pilots who steered barges in fog", "divers who mended nets at dusk"]
    shelf = Shelf(Report(listed(lead, items)))
    answer = composed("Whom did they think of?", [given(shelf.candidate(words)) for words in items], shelf)
    assert [(sentence.text, sentence.citations) for sentence in answer.sentences] == [
        (lead, (1,)),
        (items[0], (2,)),
        (lead, (1,)),
        (items[1], (3,)),
    ]
    assert [(each.marker, each.quote, each.paragraph.position) for each in answer.citations] == [
        (1, lead, 0),
        (2, items[0], 1),
        (3, items[1], 2),
    ]


def test_the_same_words_in_another_paragraph_have_a_number_of_their_own() -> None:
    """A list may say a thing twice."""
    shelf = Shelf(Report(listed("It named:", ["pilots;", "pilots;"])))
    answer = composed(QUESTION, [given(shelf.candidate("named"))], shelf)
    assert [sentence.citations for sentence in answer.sentences] == [(1,), (2,), (3,)]


def test_the_same_words_in_another_document_have_a_number_of_their_own() -> None:
    """At the same place in it."""
    items = ["pilots who steered barges in fog", "divers who mended nets at dusk"]
    shelf = Shelf(*(Report(listed("It named:", [item]), item[:1]) for item in items))
    answer = composed(QUESTION, [given(shelf.candidate(item)) for item in items], shelf)
    assert [sentence.citations for sentence in answer.sentences] == [(1,), (2,), (3,), (4,)]
    assert [citation.document.id for citation in answer.citations] == ["p", "p", "d", "d"]
