"""The period that a document covers."""

from collections.abc import Callable

import pytest

from corpus.metadata.period import years_of
from corpus.parse import Parsed

Reader = Callable[..., Parsed]


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("Report of the treasurer for the quarter ended 31 March 2019", "2019-01-01/2019-03-31"),
        ("Financial statements for the biennium ended 31 December 2011", "2010-01-01/2011-12-31"),
        ("Accounts for the financial year ended 30 June 2020", "2019-07-01/2020-06-30"),
        ("Reporting period: 16 March 2018 – 15 March 2019", "2018-03-16/2019-03-15"),
        ("Activities of the office during the period from 1 January to 30 June 2019", "2019-01-01/2019-06-30"),
        ("Quadrennial reports for the period 2020–2023", "2020/2023"),
        ("Annual report of the advisory committee, 2024", "2024"),
        ("Annual report 2018/19", "2018/2019"),
        ("2018 Harbour Council Year in Review", "2018"),
        ("Report for the third quarter of 2021", "2021-07-01/2021-09-30"),
    ],
)
def test_a_title_states_the_period(identified: Reader, title: str, period: str) -> None:
    """The period is ISO 8601, and the day on the cover stays the date."""
    metadata = identified(f"{title}\n\n2 May 2025").metadata
    assert (metadata.period, metadata.date) == (period, "2025-05-02")


@pytest.mark.parametrize(
    "title",
    [
        "Technical discussions on the strategic plan for harbours 2017–2030",
        "Report of the visit to the islands, 26–27 August 2024",
        "Implementation of resolution 2733 (2024)",
    ],
)
def test_other_years_are_no_period(identified: Reader, title: str) -> None:
    """The years of a plan, of a visit and of a resolution are not what the document covers."""
    assert identified(title).metadata.period == ""


def test_the_first_sentence_may_state_it(identified: Reader) -> None:
    """`Between … and …,` at the beginning of a report is its period."""
    opening = (
        "Between 2021-01-06 and 2021-05-04, the committee of the harbour looked into one incident that had been "
        "reported to it by a member, and found that no rule had been broken; it wrote to both sides, and told the "
        "board of what it had found there."
    )
    parsed = identified(f"Transparency report\n\n2021-05-06\n\n{opening}")
    assert (parsed.metadata.period, parsed.origins["period"]) == ("2021-01-06/2021-05-04", "first lines")


def test_what_a_report_covers_is_said_in_its_first_paragraph(identified: Reader) -> None:
    """`The present report covers … from … to …` gives the period."""
    opening = "The present report covers developments in the harbour from 5 December 2024 to 4 April 2025, and what "
    opening += "the trust did about them. It also gives an overview of the state of the piers and of the office there."
    assert identified(f"State of the harbour\n\n11 April 2025\n\n{opening}").metadata.period == "2024-12-05/2025-04-04"


def test_a_period_touches_its_years() -> None:
    """All years from the first to the last, and none without a period."""
    assert years_of("2020/2023") == {"2020", "2021", "2022", "2023"}
    assert years_of("2019-07-01/2020-06-30") == {"2019", "2020"}
    assert years_of("") == frozenset()
