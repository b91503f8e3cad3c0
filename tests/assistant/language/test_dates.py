"""Dates in all the ways that reports write them, and what only looks like one."""

import pytest

from assistant.language.dates import agrees, dates_of, parts_of


def _values(text: str) -> list[str]:
    return [value for date in dates_of(text) for value in date.values]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("3 Nov. 2031", ["2031-11-03"]),
        ("3rd of November, 2031", ["2031-11-03"]),
        ("the 31 MAY 2031", ["2031-05-31"]),
        ("Sept 1, 2031", ["2031-09-01"]),
        ("November of 2031", ["2031-11"]),
        ("1, 2, 3, 4, 5, 6 and 7 June", [f"--06-0{day}" for day in range(1, 8)]),
        ("3/4 June", ["--06-03", "--06-04"]),
        ("3 through 5 June", ["--06-03", "--06-05"]),
        ("June 3 & 5", ["--06-03", "--06-05"]),
        ("2031-12-31", ["2031-12-31"]),
        ("3 June 1499", ["--06-03"]),
        ("3 June 1500", ["1500-06-03"]),
        ("3 June 2199", ["2199-06-03"]),
        ("3 June 2200", ["--06-03"]),
    ],
)
def test_a_date_has_one_form(text: str, values: list[str]) -> None:
    """Months long and short, days before and after them, spans and series, of five centuries and more."""
    assert _values(text) == values


@pytest.mark.parametrize(
    "text",
    [
        "3 may be read",
        "paragraph 1.3 June",
        "1,003 June",
        "32 June",
        "0 June",
        "2031-00-03",
        "2031-13-03",
        "2031-12-32",
        "2031-12-00",
        "12031-12-01",
        "2031-12-011",
        "A-2031-12-01",
        "marching 3",
        "3 Junes",
        "the year 2031",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    """A verb, a part of a number, a day that no month has, a longer number."""
    assert _values(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("30 May to 2 June 2031", ["2031-05-30", "2031-06-02"]),
        ("30 May – 2 June 2031", ["2031-05-30", "2031-06-02"]),
        ("30 December until 2 January 2031", ["2030-12-30", "2031-01-02"]),
        ("2 June and 2 June 2031", ["2031-06-02", "2031-06-02"]),
        ("30 May, then 2 June 2031", ["--05-30", "2031-06-02"]),
        ("30 May 2030 to 2 June", ["2030-05-30", "--06-02"]),
        ("30 May 2030 to 2 June 2031", ["2030-05-30", "2031-06-02"]),
        ("30 May to 2 June", ["--05-30", "--06-02"]),
    ],
)
def test_a_span_gives_its_year_to_both(text: str, values: list[str]) -> None:
    """Over the turn of a year to the first the year before; dates that only follow each other have each their own."""
    assert _values(text) == values


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It met on 3-4 June 2031, twice.", "3-4 June 2031"),
        ("It met in Nov. 2031.", "Nov. 2031"),
        ("On 3 June we met", "3 June"),
    ],
)
def test_a_date_knows_where_it_stands(text: str, words: str) -> None:
    """All its words, and no others."""
    [date] = dates_of(text)
    assert text[date.start : date.end] == words


@pytest.mark.parametrize(
    ("date", "parts"),
    [
        ("2031-06-03", ("2031", "06", "03")),
        ("2031-06", ("2031", "06", "")),
        ("--06-03", ("", "06", "03")),
        ("2031", ("2031", "", "")),
    ],
)
def test_the_parts_of_a_date(date: str, parts: tuple[str, str, str]) -> None:
    """Year, month and day, empty where one is left out."""
    assert parts_of(date) == parts


@pytest.mark.parametrize(
    ("one", "other", "one_day"),
    [
        ("2031-06-03", "2031-06-03", True),
        ("2031-06-03", "2031-06", True),
        ("2031", "--06-03", True),
        ("2031-06-03", "2031-07-03", False),
        ("2031-06", "--07-03", False),
        ("2031-06", "2030", False),
    ],
)
def test_dates_agree_where_each_says_what_the_other_leaves_out(one: str, other: str, one_day: bool) -> None:
    """They may be one day unless both say a part, and differ in it."""
    assert agrees(one, other) is one_day
    assert agrees(other, one) is one_day
