"""The session and the organ of a document."""

from collections.abc import Callable

import pytest

from corpus.parse import Parsed

Reader = Callable[..., Parsed]


def test_the_session_ahead_is_not_the_documents(identified: Reader) -> None:
    """A report issued before the session opens will be considered there, and is of none."""
    cover = "Committee on Harbours\n\nTenth session\nSaltmarsh, 3–5 June 2030\n\nState of the piers\n\n12 April 2030"
    assert identified(cover).metadata.session == ""


def test_an_item_of_a_provisional_agenda_lies_ahead(identified: Reader) -> None:
    """Where no day of the session is given, the agenda says that it is to come."""
    cover = "Committee on Harbours\n\nTenth session\nItem 4 of the provisional agenda\n\nThe piers\n\n12 April 2030"
    assert identified(cover).metadata.session == ""


def test_the_session_that_a_title_reports_on_is_the_documents(identified: Reader) -> None:
    """The report of one session, laid before the next, is of the first."""
    cover = (
        "Board of Harbours\n\nEleventh session\nItem 1 of the provisional agenda\n\n"
        "Report of the Board of Harbours on its tenth session\n\n2 March 2031"
    )
    assert identified(cover).metadata.session == "tenth session"


def test_a_session_that_is_over_is_the_documents(identified: Reader) -> None:
    """Minutes issued after the session opened are of it."""
    cover = "Committee on Harbours\n\nTenth session\nSaltmarsh, 3–5 June 2030\n\nSummary of the debate\n\n12 June 2030"
    assert identified(cover).metadata.session == "Tenth session"


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Minutes of the meeting of the Parish Board, 17 April 2018", "Parish Board"),
        ("Minutes Harbour Executive Council meeting Feb 22, 2018", "Harbour Executive Council"),
        ("HTF Board monthly meeting, January 10, 2019", "HTF Board"),
        ("Annual report of the Oversight Advisory Committee, 2024", "Oversight Advisory Committee"),
        (
            "Node.js Foundation Technical Steering Committee (TSC) Meeting 2018-02-21",
            "Node.js Foundation Technical Steering Committee (TSC)",
        ),
        ("Report of the Committee for Harbour Policy on its tenth session", "Committee for Harbour Policy"),
        ("Report of the Trade and Harbours Board on its third special session", "Trade and Harbours Board"),
    ],
)
def test_the_title_of_minutes_names_the_organ(identified: Reader, title: str, body: str) -> None:
    """Whose meeting it was is the organ of the minutes."""
    parsed = identified(f"# {title}\n\n- Ann will write to the finance committee", "a.md")
    assert (parsed.metadata.body, parsed.origins["body"]) == (body, "title")


def test_a_letterhead_is_read_without_who_holds_the_office(identified: Reader) -> None:
    """The name of the mayor between the city and its board is no part of the board's."""
    cover = "City of Saltmarsh Mayor Ann B. Holt Licensing Board\n\nVoting Agenda, 3 March 2022"
    assert identified(cover).metadata.body == "City of Saltmarsh, Licensing Board"


def test_what_is_said_in_a_list_is_no_organ(identified: Reader) -> None:
    """A line of the text that mentions a committee is not the name of one."""
    assert identified("# Roofing policy\n\nWe mend.\n\n## About The Community Fund\n\n- x", "a.md").metadata.body == ""
    cover = "# The roof\n\n- Ann (our liaison to the policy committee)\n- formally establish the pier working group"
    assert identified(cover, "a.md").metadata.body == ""
