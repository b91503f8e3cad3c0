"""Printed dates as ISO 8601."""

import pytest

from corpus.text.dates import find_date


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("2019-04-30", "2019-04-30"),
        ("2019/04/30", "2019-04-30"),
        ("30/04/2019", "2019-04-30"),
        ("04/30/2019", "2019-04-30"),
        ("Nov, 17 2022", "2022-11-17"),
        ("2018 November 09", "2018-11-09"),
        ("this 18th day of November, 2005", "2005-11-18"),
        ("28 September to 2 October 2015", "2015-09-28"),
        ("June 4th to June 6th, 2019", "2019-06-04"),
        ("28-Oct-2017", "2017-10-28"),
        ("September 23rd, 2020", "2020-09-23"),
        ("April 2019", "2019-04"),
    ],
)
def test_a_date_is_read_as_it_is_printed(printed: str, date: str) -> None:
    """Each way of writing a day or a month gives the same form."""
    assert find_date(printed) == date


@pytest.mark.parametrize("printed", ["03/04/1998", "E/2025/68", "A/CONF.230/2025/2", "2019-13-01", "version 2.3.2019"])
def test_what_may_be_another_day_is_none(printed: str) -> None:
    """Day and month that may be exchanged, and the numbers of a symbol, are no date."""
    assert find_date(printed) == ""
