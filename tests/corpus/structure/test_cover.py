"""Where a cover ends, what it says of the document, and what follows a table in plain text."""

import io

import pytest

from corpus.parse import Parsed, parse

RUNNING = "The committee met in Port Vale and reviewed the work of the harbour office, which had been asked to report."
PREAMBLE = [
    "Recalling decision 4 of the council,",
    "Also recalling the report of the office, in which the state of every harbour of the region was set out,",
]


def read(text: str, name: str = "report.txt") -> Parsed:
    """Return a text as parsed, with every character accounted for."""
    parsed = parse(text.encode(), name, "d")
    assert parsed.coverage.whole, parsed.coverage.missing
    return parsed


def sections(parsed: Parsed) -> list[tuple[str, ...]]:
    """Return the section of each paragraph that is no heading, each once."""
    return list(dict.fromkeys(p.section for p in parsed.paragraphs if p.kind != "heading" and len(p.text) > 60))


def test_the_first_heading_below_a_title_names_a_section() -> None:
    """In plain text, a short line that text follows is a section once a title stands above it."""
    parsed = read(
        f"Harbours of the region\nPort Vale, 3 May 2021\n\nAttendance\n1. {RUNNING}\n\nOutcome\n2. {RUNNING}\n"
    )
    assert parsed.metadata.title == "Harbours of the region"
    assert sections(parsed) == [("Attendance",), ("Outcome",)]


@pytest.mark.parametrize("line", ["Port Vale, 3 May 2021", "Tenth session", "REPORT", "Addendum", "(Chair: Norway)"])
def test_a_line_of_the_cover_is_no_section(line: str) -> None:
    """A place with a date, a session, a word for what the document is: text that follows them has no section."""
    parsed = read(f"Harbours of the region\n\n{line}\n\n{RUNNING}\n")
    assert parsed.metadata.title == "Harbours of the region"
    assert sections(parsed) == [()]


def test_the_only_line_above_the_text_is_the_title() -> None:
    """A line that text follows at once is the title where none stands above it."""
    parsed = read(f"Harbours of the region\n\n{RUNNING}\n")
    assert (parsed.metadata.title, sections(parsed)) == ("Harbours of the region", [()])


def test_a_long_title_does_not_end_the_cover() -> None:
    """A title of more words than most paragraphs is one: it ends without a stop."""
    title = (
        "Report of the Conference of the Harbour Authorities of the Northern Islands serving as the meeting of the "
        "members of the Tidal Convention on its tenth session, held in Saltmarsh from 1 to 14 December 2014"
    )
    decisions = f"Decision 1/4\nDredging of harbours\n1. {RUNNING}\n\nDecision 2/4\n1. {RUNNING}\n"
    metadata = read(f"United Nations\n{title}\n\n{decisions}").metadata
    assert metadata.title == title
    assert (metadata.kind, metadata.session, metadata.place) == ("meeting report", "tenth session", "Saltmarsh")


def test_headings_of_the_first_rank_are_sections_below_a_title_of_that_rank() -> None:
    """A Word file whose sections are set as high as its title keeps the first of them."""
    from docx import Document

    made, stream = Document(), io.BytesIO()
    made.add_paragraph("Harbours of the region", style="Title")
    made.add_paragraph("Body: Committee on Harbours")
    for name in ("Attendance", "Outcome"):
        made.add_paragraph(name, style="Heading 1")
        made.add_paragraph(RUNNING)
        made.add_paragraph("The office named these:")
        made.add_paragraph("a new pier;", style="List Bullet")
    made.save(stream)
    parsed = parse(stream.getvalue(), "report.docx", "d")
    assert sections(parsed) == [("Attendance",), ("Outcome",)]
    lead = next(p for p in parsed.paragraphs if p.text == "The office named these:")
    assert next(p.parent for p in parsed.paragraphs if p.text == "a new pier;") == lead.position


def test_a_form_gives_its_metadata() -> None:
    """Labelled lines give date, place and body, in either order and without the remark on taking part from afar."""
    form = (
        "Subject:   Harbours\nBody:      Committee on Harbours, tenth session\n"
        "Date and place: 19 October 2023, Port Vale and online\n"
    )
    metadata = read(f"BRIEFING NOTE\n\nWhat the committee decided\n\n{form}\n1. {RUNNING}\n").metadata
    assert (metadata.title, metadata.kind) == ("What the committee decided", "note")
    assert (metadata.body, metadata.session) == ("Committee on Harbours", "tenth session")
    assert (metadata.date, metadata.place) == ("2023-10-19", "Port Vale")


@pytest.mark.parametrize(
    ("title", "kind"),
    [("Proposed programme budget for 2027", "budget"), ("Meeting summary, Port Vale, 3 May 2021", "meeting report")],
)
def test_the_kind_is_what_the_cover_says(title: str, kind: str) -> None:
    """A budget and a summary of a meeting are known by their words."""
    assert read(f"{title}\n\n1. {RUNNING}\n").metadata.kind == kind


def test_text_after_a_table_is_no_row() -> None:
    """Paragraphs that a tab indents, and lettered ones set off by a tab, are no rows of the table above them."""
    table = "Decision\tPage\n1/4\tDredging\n2/4\tPiers\n"
    parsed = read(
        f"{table}\nDecision 1/4\nDredging\n\t{PREAMBLE[0]}\n\t{PREAMBLE[1]}\n\t(a)\tFirst entry of the list;\n"
    )
    rows = [p.text for p in parsed.paragraphs if p.kind == "row"]
    assert rows == ["Decision\tPage", "1/4\tDredging", "2/4\tPiers"]
    assert [p.text for p in parsed.paragraphs if p.text.endswith(",")] == PREAMBLE
    assert [(p.label, p.text) for p in parsed.paragraphs if p.kind == "item"] == [("(a)", "First entry of the list;")]


def test_a_row_that_fills_its_last_cell_alone_stays_a_row() -> None:
    """A short entry below a full row, indented to the last column, belongs to the table."""
    parsed = read("Country\tName\nNorway\tAda Berg\n\tOla Dahl\nSweden\tEva Lund\n")
    assert [p.text for p in parsed.paragraphs if p.kind == "row"][2] == "\tOla Dahl"


def test_a_star_within_a_line_calls_its_note() -> None:
    """A footnote called after a sentence hangs from the paragraph, and its star is not left in the words."""
    parsed = read(
        "Harbours\n\n1. The office thanked donors.* The pledges follow.\n\n2. Nothing else.\n\n* In dollars.\n"
    )
    note = next(p for p in parsed.paragraphs if p.kind == "footnote")
    assert parsed.paragraphs[note.parent or 0].text == "The office thanked donors. The pledges follow."


CELLS = [
    (20, 20, 18, "Harbours of the region"), (20, 40, 10, RUNNING),
    (20, 60, 10, "Economies"), (62, 60, 10, "First quarter"), (88.5, 60, 10, "Second quarter"),
    (20, 66, 10, "World"), (62, 66, 10, "6.0"), (88.5, 66, 10, "11.2"),
    (20, 72, 10, "Norway"), (62, 72, 10, "2.4"), (88.5, 72, 10, "1.4"),
]  # fmt: skip
"""Place in millimetres, size in points, and words."""


def drawn(scale: float) -> Parsed:
    """Return a page whose text is set larger by a factor and scaled down again by the page, as browsers do."""
    from fpdf import FPDF

    pdf = FPDF()
    pdf.add_page()
    pdf._out(f"{1 / scale} 0 0 {1 / scale} 0 0 cm")
    for x, y, size, text in CELLS:
        pdf.set_font("Helvetica", size=size * scale)
        pdf.text(x * scale, pdf.h - (pdf.h - y) * scale, text)
    return parse(bytes(pdf.output()), "scaled.pdf", "d")


def test_a_pdf_reads_the_same_at_any_scale() -> None:
    """Headings and columns are told by sizes as they are shown, not as the file writes them."""
    plain, scaled = ([(p.kind, p.text, p.columns) for p in drawn(scale).paragraphs] for scale in (1.0, 1.5))
    assert plain == scaled
    assert plain[-1] == ("row", "Norway\t2.4\t1.4", ("Economies", "First quarter", "Second quarter"))
