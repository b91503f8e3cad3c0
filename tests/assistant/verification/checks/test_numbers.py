"""Numbers, dates, ordinals and symbols of a sentence are those of its source."""

import pytest
from verified import problems

ATTENDED = "The meeting was attended by 41 delegates."
FAIR = "The fair was held on 18 October in Tarn."


@pytest.mark.parametrize(
    ("sentence", "source", "found"),
    [
        ("Forty-one delegates attended the meeting.", ATTENDED, ""),
        ("Forty-two delegates attended the meeting.", ATTENDED, "number Forty-two"),
        ("The costs came to 15,000.", "The port said that the costs came to $15,000.", ""),
        ("The costs came to €15,000.", "The port said that the costs came to $15,000.", "number 15,000"),
        ("The costs came to $15,000.", "The costs, in US dollars, came to 15,000.", ""),
        ("The costs came to €15,000.", "The costs, in euros, came to 15,000.", ""),
        ("The costs came to $15,000.", "The port said that the costs came to 15,000.", "number 15,000"),
        ("The costs came to 15,000 yen.", "The port said that the costs came to 15,000.", ""),
        ("Traffic went up by 12 per cent.", "Traffic, in %, went up by 12.", ""),
        ("Traffic went up by 12 per cent.", "Traffic by sea went up by 12.", "number 12"),
        ("The budget is 2.5 million.", "The port said that the budget is 2,500,000.", ""),
        ("The budget is 2.5 million.", "The port said that the budget is 2,500.", "number 2.5 million"),
    ],
)
def test_a_value_is_that_of_the_source_in_its_unit(sentence: str, source: str, found: str) -> None:
    """In letters or figures; a unit may be left out, or stand elsewhere in the source."""
    assert problems(sentence, source) == found


@pytest.mark.parametrize(
    ("sentence", "source", "found"),
    [
        ("The third session was short.", "The 3rd session was short, as planned.", ""),
        ("The third session was short.", "Session 3 was short, as planned.", ""),
        ("The third session was short.", "The 4th session was short, as planned.", "number third"),
        ("There were three sessions.", "The board met for its third session.", "number three"),
        ("The third session was short.", "The session was short, as was said on 3 May 2021.", "number third"),
        ("The session of 2021 was short.", "The session was short, as was said on 3 May 2021.", ""),
        ("The session had 41 members.", "The session had members, as was said on 3 May 2021.", "number 41"),
    ],
)
def test_an_ordinal_is_no_count(sentence: str, source: str, found: str) -> None:
    """A number may be told as a rank, not a rank as a number; of a date, a number is the year alone."""
    assert problems(sentence, source) == found


@pytest.mark.parametrize(
    ("sentence", "source", "found"),
    [
        ("The board took note of 78/5.", "The board took note of document QA/78/5.", ""),
        ("The board took note of QA/78/5.", "The board took note of document 78/5.", ""),
        ("The board took note of 78/5.", "The board took note of document QA-78/5.", ""),
        ("The board took note of 8/5.", "The board took note of document QA/78/5.", "number 8/5"),
        ("The board took note of QA/78/6.", "The board took note of document QA/78/5.", "number QA/78/6"),
        ("The board took note of resolution 5.", "The board took note of resolution 78/5.", ""),
        ("The board took 5 decisions.", "The board took decisions, among them QA/78/15.", "number 5"),
        ("The third text was noted.", "The text was noted as QA/3.", "number third"),
    ],
)
def test_a_symbol_may_be_shortened(sentence: str, source: str, found: str) -> None:
    """To its last parts, or to the number that a person calls it by."""
    assert problems(sentence, source) == found


@pytest.mark.parametrize(
    ("sentence", "source", "context", "found"),
    [
        ("Under resolution 27, the fee is due.", "The fee is due.", "Notes on resolution 27", ""),
        ("In all 27 fees are due.", "The fees are due.", "Notes on resolution 27", "number 27"),
        ("The Fourth Session was short.", "The session was short.", "Report of the Fourth Session", ""),
        ("The fourth session was short.", "The session was short.", "Report of the Fourth Session", "number fourth"),
        ("Cases of FLU-19 were few.", "Cases were few.", "Notes on FLU-19", ""),
        ("Cases of FLU-19 were few.", "Cases were few.", "Notes on FLU-18", "number FLU-19"),
        ("The fair was held in 2021.", "The fair was held.", "Notes of the harbour board, 2021", "date 2021"),
        ("The fair was held on 3 May 2021.", "The fair was held.", "Notes of 3 May 2021", ""),
    ],
)
def test_what_the_surroundings_may_give(sentence: str, source: str, context: str, found: str) -> None:
    """Dates, and numbers that are part of a name; no other number."""
    assert problems(sentence, source, context) == found


@pytest.mark.parametrize(
    ("sentence", "context", "found"),
    [
        ("The fund [of 5,000] was opened.", "A fund of 5,000 crowns", ""),
        ("The fund [of 5,000] was opened.", "A fund of 6,000 crowns", "number 5,000"),
        ("The fund of 5,000 was opened.", "A fund of 5,000 crowns", "number 5,000"),
        ("The fund was opened [3].", "", ""),
        ("The fund [of 5,000] was opened by 7 towns.", "A fund of 5,000 crowns", "number 7"),
        ("The fund [of the port] was opened 3 times.", "A fund of 3 crowns", "number 3"),
    ],
)
def test_what_stands_in_square_brackets(sentence: str, context: str, found: str) -> None:
    """It was put in by the writer, from around; a figure by itself is the mark of a citation."""
    assert problems(sentence, "The fund was opened by the port.", context) == found


@pytest.mark.parametrize(
    ("sentence", "source", "context", "found"),
    [
        ("The fair was held in 2020.", "The fair was held in 2021.", "", "date 2020"),
        ("The port paid $2,020.", "The port paid $2,021.", "", "number 2,020"),
        ("The fair was held on 3 May 2021.", "The fair was held in May 2021.", "", "date 3 May 2021"),
        ("The fair was held in May 2021.", "The fair of 2021 was held on 3 May 2021.", "", ""),
        (
            "The fair was held in June 2021.",
            "The fair of 2021 was held on 3 May 2021.",
            "",
            "date June 2021; date June",
        ),
        ("The fair was held on 18 October 2021.", FAIR, "Notes of the harbour board, 2021", ""),
        ("The fair was held on 18 October 2021.", FAIR, "Notes of 2021-11-02", ""),
        ("The fair was held on 18 October 2021.", FAIR, "Notes of the harbour board, 2020", "date 18 October 2021"),
        ("The fair was held on 18 October 2021.", "The fair of 18 October 2021 was held.", "", ""),
        ("The fair was held on 18 October 2021.", "The fair of 18 October 2020 was held.", "", "date 18 October 2021"),
    ],
)
def test_a_date_says_no_more_than_its_source(sentence: str, source: str, context: str, found: str) -> None:
    """A day is not known from a month; a year that is left out may stand around."""
    assert problems(sentence, source, context) == found


@pytest.mark.parametrize(
    ("sentence", "source", "context", "found"),
    [
        ("The fair was held on 19 October in Tarn.", FAIR, "Notes of 19 October", "date 19 October for 18 October"),
        ("The fair was held [on 19 October].", FAIR, "Notes of 19 October", ""),
        (
            "The [harbour] fair was on 19 October in Tarn.",
            FAIR,
            "Notes of 19 October",
            "date 19 October for 18 October",
        ),
        ("The fair of 18 October was held before 19 October.", f"{FAIR} It went well.", "Notes of 19 October", ""),
        (
            "The fair was held in June 2021.",
            "The fair was held in May 2021.",
            "Notes, June 2021",
            "date June 2021 for May 2021",
        ),
    ],
)
def test_a_date_of_the_surroundings_takes_no_other_place(sentence: str, source: str, context: str, found: str) -> None:
    """Where the source gives a date of the same kind that the sentence leaves out, that one is meant."""
    assert problems(sentence, source, context) == found


@pytest.mark.parametrize(
    ("sentence", "source", "found"),
    [
        (
            "There were 13 participants.",
            "There were 70 participants from 13 towns.",
            "number 13 for 70",
        ),
        ("There were 70 participants.", "There were 70 participants from 13 towns.", ""),
        ("With 13 others he was hurt.", "He was hurt, with 13 guards and 2 others.", ""),
        ("There were 13 guests.", "There were 70 participants from 13 towns.", ""),
        ("There were 13 young participants.", "There were 70 participants, 13 young workers among them.", ""),
        ("There were 13 participants.", "There were 70 participants, later 13 participants.", ""),
        ("The port has 13, participants said.", "There were 70 participants from 13 towns of the port.", ""),
    ],
)
def test_a_number_counts_what_the_source_counts(sentence: str, source: str, found: str) -> None:
    """The number of one thing is not told of another that the source counts as well."""
    assert problems(sentence, source) == found
