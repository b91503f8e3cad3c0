"""The title of a document; never the section of a site, a letterhead or a standing notice."""

from collections.abc import Callable

import pytest

from corpus.parse import Parsed, parse

Reader = Callable[..., Parsed]


@pytest.mark.parametrize(
    ("cover", "title"),
    [
        ("Latest news\n\nSecond pier opens\n\nPosted on 3 July 2015", "Second pier opens"),
        ("Read by a machine and may hold errors. See the original for the words\n\n12 May 2019", ""),
        ("See file\n\nOriginal file\n\nRepair of the north pier", "Repair of the north pier"),
        ("MINUTES OF THE MEETING OF THE DISTRICT OF SALTMARSH-\n\nTIDEWELL HELD IN THE OLD HALL\n\nPRESENT: ALL",
         "MINUTES OF THE MEETING OF THE DISTRICT OF SALTMARSH-TIDEWELL HELD IN THE OLD HALL"),
        ("This document is for internal use only\n\nRepair of the north pier", "Repair of the north pier"),
        ("EXHIBIT 10.4\n\nMUTUAL NON-DISCLOSURE AGREEMENT", "MUTUAL NON-DISCLOSURE AGREEMENT"),
        ("Please sign the last page and return it\n\nNon-Disclosure Agreement", "Non-Disclosure Agreement"),
        ("Harbour Trust\n1 Quay Street\n\n12 March 2017\n\nDear Ms Holt,\n\nRepair of the north pier",
         "Repair of the north pier"),
        ("MEMORANDUM\n\nTo: The board\nSubject: Repair of the north pier", "Repair of the north pier"),
        ("Harbour Trust\n\nReport of the treasurer for the quarter ended 31 March 2019",
         "Report of the treasurer for the quarter ended 31 March 2019"),
        ("State of the piers\n\nReport of the Director of the Harbour Trust", "State of the piers"),
        ("United Nations\n\nUnited Nations Support Mission in Saltmarsh\n\nReport of the Secretary-General",
         "United Nations Support Mission in Saltmarsh"),
        ("Harbour Council\n\nAgenda item 2\nAdoption of the agenda\n\nDraft decision submitted by the Chair\n\n"
         "Dates of the meetings in 2026", "Dates of the meetings in 2026"),
        ("HARBOUR COUNCIL\n\nItems 138 and 139 of the preliminary list\n\nProposed budget for 2027",
         "Proposed budget for 2027"),
        ("HARBOUR OFFICE\n\nM-15-14\n\nMEMORANDUM FOR HEADS OF DEPARTMENTS AND AGENCIES\n\nFROM: Ann Holt\n\n"
         "SUBJECT: Management of the north pier", "Management of the north pier"),
        ("Harbour Office\n\nEmergency Directive 19-01\n\nOriginal Release Date: January 22, 2019",
         "Emergency Directive 19-01"),
    ],
)  # fmt: skip
def test_the_title_is_what_names_the_document(identified: Reader, cover: str, title: str) -> None:
    """Notices, sites, letterheads and who a document is by are passed over."""
    assert identified(cover).metadata.title == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("## Minutes of the Council meeting May 24th, 2018\n\n**Present**\n\n- Ann\n\n**044/18 The roof**",
         "Minutes of the Council meeting May 24th, 2018"),
        ("# Council 2024-08-16\n\n## Attendance\n\n- Ann\n\n## Announcements or custom items", "Council 2024-08-16"),
        ("# 2023-06-22\n\n## Agenda\n\n- Roof\n\n## Formally establish the pier council", ""),
        ("<div class=\"x\"></div>\n\n## <a name=\"a\"></a> 4 Harbour&mdash;model\n\n_See below._", "4 Harbour—model"),
        ("# Summary for the 70th meeting of the council\n\n- one", "Summary for the 70th meeting of the council"),
        ("# Press release\n\n## Second pier opens", "Second pier opens"),
        ("---\ntitle: '2018-09-12'\n---\n# TAC Meeting - September 12, 2018\n\n## Regrets\n\n- Ann\n\n# Agenda\n\n- x",
         "TAC Meeting - September 12, 2018"),
        ("# Saltmarsh City Council\n\nMINUTES OF PROCEEDINGS AT MEETING OF SALTMARSH CITY COUNCIL HELD ON MONDAY 15TH "
         "SEPTEMBER 2014 AT 10.00 A.M.\n\n## Present", "MINUTES OF PROCEEDINGS AT MEETING OF SALTMARSH CITY COUNCIL "
         "HELD ON MONDAY 15TH SEPTEMBER 2014 AT 10.00 A.M."),
        ("### TAG Teleconference – 18 November 2015\n\n### Call Agenda\n\n- x\n\n### Logistics\n\n- y",
         "TAG Teleconference – 18 November 2015"),
        ("# March 1\n\n- The council synced up.\n\n# March 8\n\n- It did so again.", ""),
        ("A new roof for the church\n\n## Why\n\n- rain\n\n## How\n\n- tin", "A new roof for the church"),
        ("# Minutes\n\n**Date:** 2021-03-04\n\n## Attendees\n\n- Ann", "Minutes"),
    ],
)  # fmt: skip
def test_the_outermost_heading_is_the_title(identified: Reader, text: str, title: str) -> None:
    """Where a format ranks headings no section is the title, and a bare date is none."""
    assert identified(text, "a.md").metadata.title == title


def test_a_line_of_signs_below_marks_the_title_of_a_text(identified: Reader) -> None:
    """A plain text whose headings are underlined is titled by the first, whose date is read as well."""
    parsed = identified(
        "General Meeting 17:30 28-Oct-2017\n=================================\n\nPresent\n-------\nAnn came."
    )
    assert parsed.metadata.title == "General Meeting 17:30 28-Oct-2017"
    assert parsed.metadata.date == "2017-10-28"
    assert parsed.paragraphs[-1].section == ("Present",)
    assert parsed.coverage.whole


def test_a_title_among_the_properties_counts_where_the_text_repeats_it() -> None:
    """The name of the site in a page's title is left out; a title that the page does not show is not believed."""
    page = (
        "<html><head><title>Second pier opens | Harbour Trust</title>"
        '<meta property="article:published_time" content="2019-05-04T10:00:00Z"></head><body>'
        f"<h2>News</h2><h2>Second pier opens</h2><p>{'The pier is open to all. ' * 12}</p></body></html>"
    )
    parsed = parse(page.encode(), "pier.html", "d")
    assert (parsed.metadata.title, parsed.metadata.date) == ("Second pier opens", "2019-05-04")
    assert parsed.origins["date"] == "tags of the page"
    other = page.replace("<h2>Second pier opens</h2>", "")
    assert parse(other.encode(), "pier.html", "d").metadata.title == ""


def test_a_title_left_in_a_word_file_is_not_believed() -> None:
    """The properties of a file made from another one name that one."""
    import io

    from docx import Document

    made, stream = Document(), io.BytesIO()
    made.core_properties.title = "Minutes of the meeting of 6 March"
    made.add_paragraph("State of the harbour and of its piers", style="Title")
    made.add_paragraph("The trust looked after the harbour wall and the two piers. " * 4)
    made.save(stream)
    assert parse(stream.getvalue(), "a.docx", "d").metadata.title == "State of the harbour and of its piers"


def test_a_title_in_the_properties_of_a_pdf_finds_the_line() -> None:
    """Of several lines of one size, the one that the properties repeat is the title."""
    from fpdf import FPDF

    made = FPDF()
    made.set_title("HT-3 - State of the harbour piers")
    made.add_page()
    made.set_font("Helvetica", size=12)
    for line in ("Report on works of the trust", "State of the harbour piers"):
        made.cell(text=line, new_x="LMARGIN", new_y="NEXT")
        made.ln(8)
    made.multi_cell(0, text="The trust looked after the harbour wall and the two piers. " * 8)
    assert parse(bytes(made.output()), "a.pdf", "d").metadata.title == "State of the harbour piers"
