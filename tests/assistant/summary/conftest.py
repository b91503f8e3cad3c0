"""A made-up report of a session, of which everything a draft should find is known."""

import pytest

from benchmarks.made_up import made_up_reports
from corpus.document import Document
from corpus.paragraph import Paragraph
from corpus.parse import parse

REPORT = """Forum on Coastal Ferries

Ninth session

Port Vale, 4 and 5 March 2031

Report of the Forum on Coastal Ferries on its ninth session

I. Organization of the session

1. The ninth session of the Forum on Coastal Ferries was held in Port Vale on 4 and 5 March 2031, in a hybrid format, and was organized by the Harbour Office of Windermoor.

2. The session was chaired by Ms. Ada Merrin, Director of the Harbour Office.

3. Representatives of Windermoor, Saltmarsh and Tidewell attended the session, along with 42 observers.

II. Proposals

4. The delegate from Saltmarsh, Mr. Tom Orrell, Head of the Ferry Service, thanked the organizers and proposed to buy 12 electric ferries by 2034. He also suggested a common ticket for all three coasts.

5. The representative of Tidewell said that 318 people had used the night ferry in 2030. It was not known how many of them had paid.

6. The Chair thanked the delegates.

III. Decisions

7. The Forum adopted the timetable for 2032.

8. The Forum requested the Harbour Office to report on the cost of 12 electric ferries before its tenth session.

9. The Forum noted with regret that no ferry had called at Easterby since 2029.

IV. Next session

10. The Forum agreed to hold its tenth session in Saltmarsh in March 2033.

Annex

List of documents

11. Timetable for 2032, as drafted by the Harbour Office.
"""  # noqa: E501 - a paragraph is a line
NOTE = """Note on grain stores

The store in Accra held 340 tonnes of millet in May 2031, which was 12 per cent more than the year before.

The store in Lagos was empty in the same month, for its roof was being repaired after the storm of April.

A new store is to be built in Tamale, where the harvest of 2030 was lost for want of room.
"""
Work = tuple[Document, tuple[Paragraph, ...]]


def work_of(text: str, name: str) -> Work:
    """Return a text as the document that a library would hold."""
    parsed = parse(text.encode(), f"{name}.txt", name)
    return Document(name, f"/{name}.txt", "0", parsed.format, parsed.metadata, parsed.text), parsed.paragraphs


@pytest.fixture(scope="session")
def session() -> Work:
    """Return the report of a session."""
    return work_of(REPORT, "ferries")


@pytest.fixture(scope="session")
def note() -> Work:
    """Return a note that reports no session."""
    return work_of(NOTE, "stores")


@pytest.fixture(scope="session")
def long_report() -> Work:
    """Return six made-up reports as one document, under headings of their own."""
    reports = made_up_reports(3)
    chapters = [f"{'I' * (rank + 1)}. CHAPTER\n\n{next(reports)}" for rank in range(3)]
    return work_of("Report of the Panel on tidal power\n\n" + "\n\n".join(chapters * 2), "long")
