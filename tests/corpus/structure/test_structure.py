"""Labels, sections, lists, notes and tables, on small texts."""

import io
import zipfile

import pytest

from corpus.paragraph import Paragraph
from corpus.parse import parse

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def paragraphs(text: str, suffix: str = "txt") -> tuple[Paragraph, ...]:
    """Parse a small text and return its paragraphs."""
    parsed = parse(text.encode(), f"small.{suffix}", "d")
    assert parsed.coverage.whole, parsed.coverage.missing
    return parsed.paragraphs


def labels(text: str, suffix: str = "txt") -> list[str]:
    """Return the labels of a small text's paragraphs, headings left out."""
    return [p.label for p in paragraphs(text, suffix) if p.kind != "heading"]


def test_roman_i_is_told_from_letter_i() -> None:
    """`(i)` after `(h)` is a letter when `(j)` follows and opens a roman list when `(ii)` does."""
    letters = "".join(f"({letter}) The item {letter} is here;\n\n" for letter in "abcdefgh")
    assert labels("1. The list is this:\n\n" + letters + "(i) The ninth;\n\n(j) The tenth.")[-2:] == ["1(i)", "1(j)"]
    nested = labels("1. The list is this:\n\n" + letters + "(i) An inner one;\n\n(ii) Another.")
    assert nested[-2:] == ["1(h)(i)", "1(h)(ii)"]


def test_numbers_go_on_after_sub_paragraphs_and_over_headings() -> None:
    """Paragraph numbers run through the sections, and a heading closes the lists below them."""
    text = "I. Opening\n\n1. The session was opened as follows:\n\n(a) By the chair;\n\n(b) By the host.\n\n"
    text += "II. Closing\n\n2. The session was closed:\n\n(a) By the chair."
    assert labels(text) == ["1", "1(a)", "1(b)", "2", "2(a)"]


def test_an_annex_starts_its_own_numbers() -> None:
    """Numbers begin anew in an annex and carry its name."""
    text = (
        "1. The report was adopted by all members.\n\nAnnex II\n\n1. First entry of it.\n\n(a) Part of the first entry."
    )
    assert labels(text) == ["1", "Annex II, 1", "Annex II, 1(a)"]


def test_decisions_carry_their_name_where_there_are_several() -> None:
    """Two decisions both have a paragraph 1, told apart by the decision."""
    text = "Decision 1/CP.5\n\n1. Adopts the rules.\n\nDecision 2/CP.5\n\n1. Adopts the budget."
    assert labels(text) == ["Decision 1/CP.5, 1", "Decision 2/CP.5, 1"]


def test_headings_carry_composed_labels() -> None:
    """A letter heading below a roman one is `IV.A`."""
    text = "IV. Decisions\n\nA. Budget\n\n1. The budget was adopted by consensus at the meeting."
    assert [p.label for p in paragraphs(text)] == ["IV", "IV.A", "1"]


def test_numbers_with_points_are_whole_labels() -> None:
    """`13.1` and `29C.4` are labels as they stand, and a decimal fraction is none."""
    text = "13.1 The work began early.\n\n(a) In spring;\n\n29C.4 The work ended late.\n\n"
    text += "2.3 per cent were left over at the end."
    assert labels(text) == ["13.1", "13.1(a)", "29C.4", ""]


def test_questions_and_answers_keep_their_marks() -> None:
    """Q1 and A1 are addresses too."""
    assert labels("Q1: How many came to it?\n\nA1: Seventy people came to it.") == ["Q1", "A1"]


def test_a_sentence_is_no_heading() -> None:
    """A short line that ends in a full stop is a paragraph."""
    text = "Opening\n\nThe chair opened the session at ten in the morning and thanked the host.\n\nAll agreed."
    assert [p.kind for p in paragraphs(text)][-1] == "paragraph"


def test_a_paragraph_cut_by_a_footnote_is_joined() -> None:
    """The footnote between the halves comes after the whole and hangs from its caller."""
    text = (
        "1. The office expanded its work to all of the regions¹ and prepared a plan that extends the\n\n"
        "¹ Except the north.\n\nprogramme to the islands.\n\n2. The plan was adopted."
    )
    found = paragraphs(text)
    assert found[0].text.endswith("extends the programme to the islands.")
    assert (found[1].kind, found[1].parent, found[1].text) == ("footnote", 0, "Except the north.")
    assert "regions and" in found[0].text


def test_units_keep_their_raised_figure() -> None:
    """A square metre is not a call of footnote 2."""
    found = paragraphs("The hall has 200 m² of floor.¹\n\nIt is rented.²\n\n¹ By the fund.\n\n² By the host.")
    assert found[0].text == "The hall has 200 m² of floor."


def test_wrapped_lines_are_one_paragraph() -> None:
    """Text cut at a fixed width is joined, and lists in it are not."""
    body = (
        "The office reviewed the work of the year and found that most of the\nprojects went well although two of them"
    )
    text = f"1. {body} were late and\nhad to be extended.\n\n2. {body} were early and\n"
    text += f"needed no more time.\n\n3. {body} failed."
    assert labels(text) == ["1", "2", "3"]


def test_rows_of_a_table_know_their_columns() -> None:
    """Each row is citable with its number and its column headings, across an empty line."""
    found = paragraphs("N\tCountry\tName\n1\tChad\tA. Person\n\n2\tPeru\tB. Person")
    assert [(p.label, p.text, p.columns) for p in found[1:]] == [
        ("1", "Chad\tA. Person", ("Country", "Name")),
        ("2", "Peru\tB. Person", ("Country", "Name")),
    ]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<ol start=12><li>Twelfth thing.<li>Next thing.</ol>", ["12", "13"]),
        ("<ol><li>One thing.<li value=5>Fifth thing.<li>Sixth thing.</ol>", ["1", "5", "6"]),
        ("<ol type=a><li>A thing.<li>B thing.</ol>", ["(a)", "(b)"]),
        ("<ol><li>One thing:<ol type=i><li>Inner thing.<li>Inner too.</ol></ol>", ["1", "1(i)", "1(ii)"]),
        ("<ol reversed start=3><li>Third thing.<li>Second thing.</ol>", ["3", "2"]),
    ],
)
def test_html_lists_show_the_numbers_of_a_browser(markup: str, expected: list[str]) -> None:
    """Start, value, type and reversed give the number that a reader sees."""
    assert labels(markup, "html") == expected


def test_only_the_article_of_a_page_is_citable() -> None:
    """Menu, header and footer of a site are excluded."""
    page = (
        "<body><header>Our site</header><nav><ul><li>Home<li>News</ul></nav><article><h1>The event took place</h1>"
        "<p>Seventy people came.</p></article><aside>Related</aside><footer>Imprint</footer></body>"
    )
    assert [p.text for p in paragraphs(page, "html")] == ["The event took place", "Seventy people came."]


def _numbered_docx() -> bytes:
    levels = (
        '<w:lvl w:ilvl="0"><w:start w:val="7"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>'
    )
    numbering = (
        f'<w:numbering xmlns:w="{WORD}"><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    entry = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
    )
    entries = (
        (0, "The plan has two parts:"),
        (1, "The first;"),
        (1, "The second."),
        (0, "It was adopted."),
        (1, "Twice."),
    )
    body = "".join(entry.format(level, text) for level, text in entries)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')
        archive.writestr("word/numbering.xml", numbering)
    return stream.getvalue()


def test_automatic_numbers_of_word_are_visible() -> None:
    """Numbers that Word prints without storing them are labels, and inner lists start anew."""
    found = parse(_numbered_docx(), "auto.docx", "d").paragraphs
    assert [p.label for p in found] == ["7", "7(a)", "7(b)", "8", "8(a)"]


def test_markdown_keeps_structure_and_drops_signs() -> None:
    """Headings, emphasis, links, tables and notes of Markdown come out as a reader sees them."""
    text = "# Title of it\n\n## Part of it\n\nSome **bold** words[^1] and a [link](http://x.y/z).\n\n[^1]: A note.\n"
    found = paragraphs(text, "md")
    assert [p.text for p in found] == ["Title of it", "Part of it", "Some bold words and a link.", "A note."]
    assert found[2].section == ("Part of it",)
    assert found[3].parent == 2
