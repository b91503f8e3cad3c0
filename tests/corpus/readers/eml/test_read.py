"""Mail messages: headers, text, attachments and loops of them."""

import io
from email.message import EmailMessage

import pytest

from corpus.errors import NoText, SourceLimit, UnreadableSource
from corpus.parse import Parsed, parse

PLAIN = "Dear all,\n\nplease note two points.\n\n1. The budget stands.\n\n2. The venue moves to Tashkent.\n"
RICH = (
    "<html><head><meta charset=latin-1></head><body><p>Dear all, the café meets.</p>"
    "<ol start=4><li>The budget stands.<li>The venue moves.</ol>"
    "<table><tr><th>Country<th>Seats</tr><tr><td>Chad<td>3</tr></table></body></html>"
)


def message(text: str = PLAIN, subject: str = "Report of the regional office") -> EmailMessage:
    """Return a message with the usual headers."""
    made = EmailMessage()
    made["From"] = "Zoë Office <office@example.org>"
    made["To"] = "members@example.org"
    made["Date"] = "Mon, 05 Jun 2023 23:30:00 +0200"
    made["Subject"] = subject
    made.set_content(text)
    return made


def word_file() -> bytes:
    """Return a Word file of one paragraph."""
    from docx import Document

    document, stream = Document(), io.BytesIO()
    document.add_paragraph("One plain sentence.")
    document.save(stream)
    return stream.getvalue()


def pdf_file(line: str) -> bytes:
    """Return a PDF of one line."""
    from fpdf import FPDF

    pdf = FPDF()
    pdf.set_font("Helvetica", size=11)
    pdf.add_page()
    pdf.multi_cell(0, 6, line)
    return bytes(pdf.output())


def read(made: EmailMessage) -> Parsed:
    """Return a message as parsed, with every character accounted for."""
    parsed = parse(bytes(made), "note.eml", "d")
    assert parsed.coverage.whole, parsed.coverage.missing
    return parsed


def test_headers_give_metadata_and_can_be_cited() -> None:
    """The subject is the title, the day of sending the date, and each header a paragraph."""
    parsed = read(message())
    assert (parsed.metadata.title, parsed.metadata.date) == ("Report of the regional office", "2023-06-05")
    assert (parsed.metadata.kind, parsed.metadata.body, parsed.metadata.symbol) == ("", "", "")
    texts = [paragraph.text for paragraph in parsed.paragraphs]
    assert texts[:4] == [
        "Report of the regional office",
        "From: Zoë Office <office@example.org>",
        "To: members@example.org",
        "Date: Mon, 05 Jun 2023 23:30:00 +0200",
    ]


def test_plain_text_keeps_its_numbers() -> None:
    """The text of a message is read as plain text is."""
    parsed = read(message())
    assert [(p.label, p.text) for p in parsed.paragraphs if p.label] == [
        ("1", "The budget stands."),
        ("2", "The venue moves to Tashkent."),
    ]


def test_html_is_read_and_its_plain_copy_is_excluded() -> None:
    """Of two renderings the one with lists and tables is read, in the character set that it is really in."""
    made = message()
    made.add_alternative(RICH, subtype="html")
    parsed = read(made)
    assert any(paragraph.text == "Dear all, the café meets." for paragraph in parsed.paragraphs)
    assert [paragraph.label for paragraph in parsed.paragraphs if paragraph.label] == ["4", "5"]
    row = next(paragraph for paragraph in parsed.paragraphs if paragraph.text == "Chad\t3")
    assert row.columns == ("Country", "Seats")
    assert [e.text for e in parsed.exclusions if e.reason == "another rendering of the text"] == [PLAIN]


def test_attachments_are_sections_with_numbers_of_their_own() -> None:
    """Readable attachments follow the text, and their labels say which of them is meant."""
    made = message()
    made.add_attachment("1. An attached paragraph.\n\n(a) A part of it.\n", filename="../../etc/notes.txt")
    made.add_attachment(word_file(), maintype="application", subtype="octet-stream", filename="rapport final.docx")
    made.add_attachment(pdf_file("Page one."), maintype="application", subtype="pdf")
    parsed = read(made)
    labels = [paragraph.label for paragraph in parsed.paragraphs if paragraph.label]
    assert labels == ["1", "2", "Attachment 1, 1", "Attachment 1, 1(a)"]
    part = next(paragraph for paragraph in parsed.paragraphs if paragraph.text == "A part of it.")
    assert part.section[0] == "Attachment 1: notes.txt"
    assert part.parent is not None
    assert parsed.paragraphs[part.parent].text == "An attached paragraph."
    pages = [(p.section[0], p.page) for p in parsed.paragraphs if p.text in ("One plain sentence.", "Page one.")]
    assert pages == [("Attachment 2: rapport final.docx", None), ("Attachment 3: attachment 3.pdf", 1)]


def test_what_is_not_read_is_listed() -> None:
    """A picture, a damaged file and an archive are exclusions that name the file and the reason."""
    made = message()
    made.add_attachment(b"\x89PNG\r\n\x1a\n", maintype="image", subtype="png", filename="logo.png")
    made.add_attachment(b"%PDF-1.7\n%%EOF", maintype="application", subtype="pdf", filename="cut.pdf")
    parsed = read(made)
    reasons = {exclusion.text: exclusion.reason for exclusion in parsed.exclusions}
    assert reasons["logo.png"].startswith("attachment that is not read: files ending in '.png'")
    assert "damaged" in reasons["cut.pdf"]


def test_an_attached_message_is_read_with_its_attachments() -> None:
    """A forwarded message is a section, and its own attachment a section within it."""
    inner = message("The forwarded words.\n", "Inner subject")
    inner.add_attachment("Deep words stand here.\n", filename="deep.txt")
    outer = message()
    outer.add_attachment(inner)
    parsed = read(outer)
    deep = next(paragraph for paragraph in parsed.paragraphs if paragraph.text == "Deep words stand here.")
    assert deep.section == ("Attachment 1: Inner subject.eml", "Attachment 1: deep.txt")


@pytest.mark.parametrize("as_file", [False, True], ids=["as messages", "as files"])
def test_a_loop_of_attachments_is_refused_in_one_line(as_file: bool) -> None:
    """Messages within messages are followed to a depth, however they are attached."""
    made = message()
    for _ in range(12):
        outer = message()
        if as_file:
            outer.add_attachment(bytes(made), maintype="application", subtype="octet-stream", filename="note.eml")
        else:
            outer.add_attachment(made)
        made = outer
    with pytest.raises(SourceLimit) as caught:
        parse(bytes(made), "loop.eml", "d")
    assert "loop of attachments" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_thousands_of_parts_are_refused_in_one_line() -> None:
    """A message of more parts than anyone sends is not taken apart."""
    part = b"--x\r\nContent-Type: text/plain\r\n\r\nwords\r\n"
    source = b"From: a@example.org\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n" + part * 3_000 + b"--x--\r\n"
    with pytest.raises(SourceLimit, match="parts"):
        parse(source, "many.eml", "d")


def test_multiparts_nested_without_end_give_one_line() -> None:
    """Parts within parts, 5,000 deep, do not bring the parser down."""
    source = b"From: a@example.org\r\n" + b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (depth, depth) for depth in range(5_000)
    )
    with pytest.raises((UnreadableSource, NoText, SourceLimit)) as caught:
        parse(source + b"\r\nwords\r\n", "deep.eml", "d")
    assert "\n" not in str(caught.value)


def test_a_text_without_headers_is_no_message() -> None:
    """A file that is only named as a message is refused, with what to do."""
    with pytest.raises(UnreadableSource, match="no headers"):
        parse(b"Just some words\nand more of them.\n", "note.eml", "d")


@pytest.mark.parametrize(
    "header",
    [
        b"Subject: =?utf-8?b?!!!?=",
        b"Subject: =?x-nonsense?q?caf=E9?=",
        b"Subject: caf\xe9",
        b"Date: yesterday",
        b"From: <<<>>>, ,;",
        b"Content-Type: text/plain; charset=x-nonsense",
        b"Content-Type: ;;;",
        b"Content-Type: multipart/mixed",
        b"Content-Transfer-Encoding: base64",
        b"Content-Disposition: attachment; filename*=utf-8''%ff%zz; filename=\"",
    ],
)
def test_broken_headers_hide_no_text(header: bytes) -> None:
    """A header that cannot be decoded costs no more than itself."""
    source = b"From: a@example.org\r\n" + header + b"\r\n\r\nThe words of the message stand here.\r\n"
    parsed = parse(source, "odd.eml", "d")
    assert parsed.coverage.whole
    assert "base64" in header.decode("latin-1") or "words of the message" in parsed.text
