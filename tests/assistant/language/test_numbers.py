"""Numbers and dates are values, whatever way they are written."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.language.numbers import agrees, is_currency, numbers_of


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
    ("text", "values"),
    [
        ("one ship; a thousand; an hundred", ["1000", "100"]),
        ("zero ships", ["0"]),
        ("twenty one and twenty-two", ["21", "22"]),
        ("a hundred and three thousand", ["103000"]),
        ("two million, three thousand and four", ["2003004"]),
        ("twenty-first", ["21st"]),
        ("twenty first", ["21st"]),
        ("two hundred first", ["200", "1st"]),
        ("5k, 5 thousand and 5-million", ["5000", "5000", "5000000"]),
        ("1,234,567.50", ["1234567.5"]),
        ("1,23", ["1", "23"]),
        ("007", ["7"]),
        ("0.05", ["0.05"]),
        ("Q4 and Q5", ["4th", "q5"]),
        ("1st, 22nd, 33rd", ["1st", "22nd", "33rd"]),
        ("13(c)(ii) of L.20", ["13(c)(ii)", "l.20"]),
        ("3:30 and 10-11-12", ["3:30", "10", "11", "12"]),
        ("$3m", ["3000000"]),
        ("3 m", ["3"]),
        ("someone tenants often", []),
    ],
)
def test_numbers_in_words_and_figures(text: str, values: list[str]) -> None:
    """`one` by itself is hardly a number; what is no number of its own is a symbol, as it stands."""
    assert _values(text) == values


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("5 dollars, 6 euros and 7 yen", ["USD", "EUR", "JPY"]),
        ("GBP 5 and CHF 5", ["GBP", "CHF"]),
        ("5 eurozone states", [""]),
        ("Neur 5", [""]),
        ("5percent, 5 per cent, 5 percentage points", ["", "%", "%"]),
        ("5 million US dollars", ["USD"]),
        ("US$5 in 6 towns", ["USD", ""]),
    ],
)
def test_a_unit_stands_beside_its_number(text: str, units: list[str]) -> None:
    """As a whole word, before it or after it and its scale."""
    assert [number.unit for number in numbers_of(text)] == units


@pytest.mark.parametrize(
    ("word", "currency"),
    [("usd", True), ("euro", True), ("€", True), ("swiss franc", True), ("crown", False), ("USD", False)],
)
def test_currencies_are_known(word: str, currency: bool) -> None:
    """By their codes, signs and names, in lower case."""
    assert is_currency(word) is currency


def test_what_stands_in_a_date_is_no_number_of_its_own() -> None:
    """Before and after it there may be others, in the order of the text."""
    found = [(number.kind, number.value) for number in numbers_of("12 ships on 3-4 June 2031 and 5 more by the 4th")]
    assert found == [
        ("number", "12"),
        ("date", "2031-06-03"),
        ("date", "2031-06-04"),
        ("number", "5"),
        ("ordinal", "4th"),
    ]


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
