"""The day of a document, and where it was found."""

from collections.abc import Callable

import pytest

from corpus.metadata.file_name import date_in_name, title_in_name
from corpus.parse import Parsed

Reader = Callable[..., Parsed]


@pytest.mark.parametrize(
    ("cover", "name", "last", "date", "origin"),
    [
        ("Harbour Trust\n\nState of the piers\n\n12 April 2030", "a.txt", "", "2030-04-12", "cover"),
        ("State of the piers\n\nDate of issue: 12 April 2030, Saltmarsh", "a.txt", "", "2030-04-12", "cover"),
        ("# Council agenda\n\n- Meeting date: 2026-07-31\n\n## Attendance", "a.md", "", "2026-07-31", "cover"),
        ("## Minutes of the Harbour Council meeting Feb 22, 2018", "a.md", "", "2018-02-22", "title"),
        ("Piers\n\nHearing on Tuesday, March 1, 2022\n\nMarch 3, 2022", "votes_2022-03-03.txt", "", "2022-03-03",
         "cover and file name"),
        ("Minutes of the pier board\n\nMonday, 9 October 2019\n\nHeld on 18 September 2019", "board_9_October_2019.txt",
         "", "2019-10-09", "cover and file name"),
        ("Harbour Council\n\nMinutes", "minutes_2018-04-17.txt", "", "2018-04-17", "file name"),
        ("PRESS RELEASE\n\nSecond pier opens", "a.txt", "4 May 2009 · Press contact", "2009-05-04", "last lines"),
        ("# Travel policy\n\n## Purpose", "a.md", "Last updated: 1 June 2020", "2020-06-01", "last lines"),
        ("LEASE AGREEMENT\n\nThis lease is made on the 5th day of May, 2011 between the Harbour Trust and Bo Lind, who "
         "takes the north pier for the term that is set out below.", "a.txt", "", "2011-05-05", "first lines"),
        ("# Marketplace terms\n\n## Preamble\n\nEffective Date: August 1, 2024", "a.md", "", "2024-08-01", "cover"),
        ("# Event terms", "a.md", "These event terms were last updated on February 7th 2024.", "2024-02-07",
         "last lines"),
        ("# QUAY October 2019 Interim Meeting Minutes", "a.md", "", "2019-10", "title"),
        ("# Summary for the 70th meeting\n\nThe committee held a meeting in Port Vale on June 4th to June 6th, 2019, "
         "and heard eleven reports of its members there.", "a.md", "", "2019-06-04", "first lines"),
        ("# Agenda for the March 13 call of the piers group\n\n- **When**: March 13, 2019 at 3pm-4pm UTC", "a.md", "",
         "2019-03-13", "cover"),
        ("Second pier opens\n\nBy Ann Holt · May 4, 2019", "a.txt", "", "2019-05-04", "cover"),
        ("# March 1\n\n- The council synced up on the pier", "2021-03-council-update.md", "", "2021-03", "file name"),
        ("ANNUAL REPORT 2018\n\nAdopted by the board on 4 September 2019", "a.txt", "", "2019-09-04", "cover"),
    ],
)  # fmt: skip
def test_the_day_is_found_where_it_stands(
    identified: Reader, cover: str, name: str, last: str, date: str, origin: str
) -> None:
    """The cover, the title, the first and last lines and the name of the file give the day, and say so."""
    parsed = identified(cover, name, last)
    assert (parsed.metadata.date, parsed.origins.get("date")) == (date, origin)


@pytest.mark.parametrize(
    ("cover", "last"),
    [
        ("# Minutes\n\nNext meeting: 5 May 2020", ""),
        ("# Table of contents\n\n- [January 29, 2019 notes](jan-29.md)\n- [January 30, 2019 notes](jan-30.md)", ""),
        ("# Decision making\n\n- 2020-02-15 minors", ""),
        (
            "# Corporate terms\n\nEffective 30 November 2021, and until further notice, these terms are offered to no "
            "new customer of the trust.",
            "",
        ),
        ("Notice on the piers\n\nComments are due by 1 June 2021", ""),
        ("State of the piers", "Next meeting: 5 May 2020"),
        ("Piers built since 1950", ""),
    ],
)
def test_another_day_is_not_the_documents_own(identified: Reader, cover: str, last: str) -> None:
    """The day of the next meeting or a deadline is left aside, and the date is empty."""
    assert identified(cover, last=last).metadata.date == ""


def test_the_day_of_issue_comes_before_that_of_the_session(identified: Reader) -> None:
    """A bare day is the document's, though the line that says where the session meets stands above it."""
    cover = "Committee on Harbours\n\nTenth session\nSaltmarsh, 3–5 June 2030\n\nState of the piers\n\n12 April 2030"
    assert identified(cover).metadata.date == "2030-04-12"


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("voting_minutes_2020-05-07", "2020-05-07"),
        ("20150916-model", "2015-09-16"),
        ("180314-March-14-2018-SOW", "2018-03-14"),
        ("report_2019-03", "2019-03"),
        ("S_2025_10_Add.33", ""),
        ("ed-19-01", ""),
        ("05-06-2019", ""),
    ],
)
def test_a_files_name_gives_a_date_that_can_be_no_other(name: str, date: str) -> None:
    """A symbol or a day that may be read two ways gives none."""
    assert date_in_name(name) == date


def test_a_files_name_makes_a_title_of_two_words_at_least() -> None:
    """Numbers and the word `final` make no title."""
    assert title_in_name("minutes_harbour-council_2023-06-22") == "Minutes harbour council 2023-06-22"
    assert title_in_name("nda_12_final") == ""
