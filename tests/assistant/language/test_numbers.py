"""Numbers and dates are values, whatever way they are written."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.language.numbers import agrees, numbers_of


def _values(text: str) -> list[str]:
    return [figure.value for figure in numbers_of(text)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("15,000 or 15000 or fifteen thousand", ["15000", "15000", "15000"]),
        ("2.42 billion and 5bn", ["2420000000", "5000000000"]),
        ("two hundred and fifty thousand three hundred twenty-five", ["250325"]),
        ("one of a hundred people", ["100"]),
        ("22.0 and 22 and 0.50", ["22", "22", "0.5"]),
        ("the seventy-sixth session, the 24th, Q2", ["76th", "24th", "2nd"]),
        ("A/78/5, ESCAP/RES/79/10 and COVID-19", ["a/78/5", "escap/res/79/10", "covid-19"]),
        ("paragraph 13(c)", ["13(c)"]),
        ("2020-2022 and 10-11", ["2020", "2022", "10", "11"]),
        ("a 15-year plan of the 1990s", ["15", "1990"]),
    ],
)
def test_numbers_are_values(text: str, values: list[str]) -> None:
    """Digits, words, scales, ordinals and symbols each have one form."""
    assert _values(text) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("3 November 2020", ["2020-11-03"]),
        ("November 3rd, 2020", ["2020-11-03"]),
        ("2020-11-03", ["2020-11-03"]),
        ("10-11 July 2023", ["2023-07-10", "2023-07-11"]),
        ("July 10–11, 2023", ["2023-07-10", "2023-07-11"]),
        ("10, 11 and 12 June 2020", ["2020-06-10", "2020-06-11", "2020-06-12"]),
        ("30 November to 13 December 2023", ["2023-11-30", "2023-12-13"]),
        ("30 December to 2 January 2020", ["2019-12-30", "2020-01-02"]),
        ("on May 10th", ["--05-10"]),
        ("in May 2021", ["2021-05"]),
        ("article 2 may be read", ["2"]),
        ("2020-13-40", ["2020", "13", "40"]),
    ],
)
def test_dates_are_values(text: str, values: list[str]) -> None:
    """Either order, spans of days, partial dates and ISO dates each have one form."""
    assert _values(text) == values


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("16.4 per cent", "%"),
        ("16%", "%"),
        ("$15000", "USD"),
        ("US$ 3 million", "USD"),
        ("50 yuan", "CNY"),
        ("7 men", ""),
    ],
)
def test_units_are_known(text: str, unit: str) -> None:
    """A percentage and a currency are told from a plain number."""
    assert numbers_of(text)[0].unit == unit


@pytest.mark.parametrize(
    ("date", "other", "may_be_one"),
    [
        ("2020-11-03", "--11-03", True),
        ("2020-11", "2020-11-03", True),
        ("2020-11-03", "2021-11-03", False),
        ("--05-10", "--05-11", False),
    ],
)
def test_partial_dates_agree_where_they_overlap(date: str, other: str, *, may_be_one: bool) -> None:
    """What one date leaves out the other may say."""
    assert agrees(date, other) is may_be_one
    assert agrees(other, date) is may_be_one


@given(st.text(alphabet="0123456789 ,.-/%$abQMay twohundrd", max_size=120))
def test_numbers_know_their_positions(text: str) -> None:
    """Any text is read without an error, and each figure lies within it."""
    for figure in numbers_of(text):
        assert 0 <= figure.start < figure.end <= len(text)
        assert figure.value


@given(st.integers(min_value=2, max_value=10**12))
def test_separators_change_nothing(number: int) -> None:
    """A number has the same value with and without its thousands marked."""
    assert _values(f"{number:,}") == _values(str(number)) == [str(number)]


@pytest.mark.parametrize(
    "piece", ["a", "1", "1,", "100,", "1/", "1-", "twenty-", "one hundred ", "May 1-", "1, ", "5 ", "a-1", "$", "(1)"]
)
def test_time_grows_with_length(piece: str) -> None:
    """A run of fifty thousand characters is read in a moment."""
    text = piece * (50_000 // len(piece))
    started = time.process_time()
    numbers_of(text)
    assert time.process_time() - started < 8
