"""Which words of a sentence are set in bold as the answer, and where they stand once it is cut down."""

from dataclasses import replace

import pytest
from shelf import Piece, Report, Shelf, composed, given, marked, texts

FILLER = "the members of the board went on to speak of their plans for the coming year at some length"
LONG = f"On Monday {FILLER}; {FILLER}, and {FILLER}; the fleet was sold to Tarn for 12 crowns; then {FILLER}."


def _answer(question: str, text: str, read: str = "") -> tuple[list[str], list[str]]:
    """Return the sentences and the marked words of a candidate in which the reader sees an answer in some words."""
    shelf = Shelf(Report([Piece(text, "row" if "\t" in text else "paragraph", columns=("Island", "Ships", "Since"))]))
    at = text.find(read)
    item = replace(given(shelf.candidate("")), span=(at, at + len(read)) if read else None)
    answer = composed(question, [item], shelf)
    return texts(answer), marked(answer)


@pytest.mark.parametrize(
    ("question", "text", "read", "words"),
    [
        ("How many ships came?", "Of 12 men and 7 ships 3 came.", "", ["7"]),
        ("How many ships came?", "Of 12 men and 7 ships 3 came.", "3 came", ["3"]),
        ("How many ships came?", "Of 12 men and 7 ships 3 came.", "men and 7", ["7"]),
        ("How many ships came?", "Of 12 men and 7 ships 3 came.", "12 men and 7", ["12"]),
        ("How many ships came?", "Of 12 men and 7 ships 3 came.", "men", ["7"]),
        ("How many came?", "Of 12 men and 7 ships 3 came.", "", ["12"]),
        ("How many boats came?", "Of 12 men and 7 ships 3 came.", "", ["12"]),
        ("How many ships came?", "The ships came, 7 and 12 of them.", "", ["7"]),
        ("How many Korean ships came?", "Of 12 Korean men 7 came by ship.", "", ["7"]),
        ("How many ships came?", "The ships came.", "ships", []),
        ("What did they think of the ships?", "They thought the ships too old.", "too old", ["too old"]),
        ("What did they think of the ships?", "They thought the ships too old.", "", []),
    ],
)
def test_the_words_that_answer_are_marked(question: str, text: str, read: str, words: list[str]) -> None:
    """What looks like an answer and the reader sees, else what is nearest to the thing counted, else the first."""
    assert _answer(question, text, read) == ([text], words)


@pytest.mark.parametrize(
    ("text", "read"),
    [("Of 12 men and 7 ships 3 came.", " men and "), ("Of 12 men 7 ships came.", "men "), ("Men: 5 12 ships.", "en: ")],
)
def test_what_only_touches_is_not_what_the_reader_sees(text: str, read: str) -> None:
    """Words beside those that it marks are not marked by it."""
    assert _answer("How many gulls came?", text, read)[1] == [next(word for word in text.split() if word.isdecimal())]


@pytest.mark.parametrize(
    ("question", "text", "shown", "words"),
    [
        ("For how many crowns was the fleet sold?", LONG, "… the fleet was sold to Tarn for 12 crowns …", ["12"]),
        ("How many ships has Vell?", "Vell\t12\t2031", "Island: Vell; Ships: 12; Since: 2031", ["12"]),
        ("Since when has Vell ships?", "Vell\t12\t2031", "Island: Vell; Ships: 12; Since: 2031", ["2031"]),
    ],
)
def test_marked_words_are_found_in_what_is_shown(question: str, text: str, shown: str, words: list[str]) -> None:
    """In a clause that is left of a sentence, and in a row with its headings."""
    assert _answer(question, text) == ([shown], words)


def test_of_words_that_stand_there_twice_those_meant_are_marked() -> None:
    """Where the sentence is whole up to them, they are at their own place."""
    text = "The 7 men came with 7 ships."
    shelf = Shelf(text)
    answer = composed("How many ships came?", [given(shelf.candidate(""))], shelf)
    assert answer.sentences[0].spans == ((text.rindex("7"), text.rindex("7") + 1),)


def test_words_that_are_not_shown_are_not_marked() -> None:
    """What was marked in a cell is marked only where the shown row has it."""
    text = "Vell\tin all\t12"
    assert _answer("What does the board say of Vell?", text, "Vell\tin") == (
        ["Island: Vell; Ships: in all; Since: 12"],
        [],
    )


PLEDGES = "The pledges are: Ostra - $4000, Vell - €870, Lima - $500, and Tarn - $15,000."


@pytest.mark.parametrize(
    ("question", "read", "shown"),
    [
        ("How much did Vell pledge?", "", "The pledges are: … Vell - €870 …"),
        ("How much did Vell pledge?", "$15,000", "The pledges are: … Vell - €870 …"),
        ("How much did the isle of vell pledge?", "$15,000", "The pledges are: … Vell - €870 … Tarn - $15,000."),
        ("Who pledged the most?", "Tarn", "The pledges are: … Tarn - $15,000."),
        ("What were the pledges?", "", PLEDGES),
        ("What did Brannoc think of them?", "", PLEDGES),
    ],
)
def test_of_a_series_what_the_question_names_is_shown(question: str, read: str, shown: str) -> None:
    """A name is enough; by other words, what the reader sees stays as well; without either all of it is shown."""
    assert _answer(question, PLEDGES, read)[0] == [shown]


@pytest.mark.parametrize(("words", "cut"), [(60, False), (61, True)])
def test_a_sentence_is_cut_from_sixty_words_on(words: int, cut: bool) -> None:
    """Up to them it is shown as it is."""
    text = f"The fleet was sold for 12 crowns; {'and ' * (words - 8)}others."
    [shown] = _answer("For how many crowns was the fleet sold?", text)[0]
    assert (shown != text) is cut
