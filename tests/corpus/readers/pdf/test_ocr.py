"""Scanned pages: read where the extra is installed, and where it is not, plainly said."""

import pypdfium2
import pytest
from fpdf import FPDF

from corpus.errors import NoText
from corpus.parse import parse
from corpus.progress import telling
from corpus.readers.pdf.ocr import INSTALL, can_recognise

LINES = (
    "II. Joint work of the office",
    "1. The committee met in Tashkent from 3 to 5 June 2023 and was attended by 41 delegates of nine islands, all of "
    "whom took part in its work to the end.",
    "2. It took note of document A/78/5 and adopted its report.",
)
needs_ocr = pytest.mark.skipif(not can_recognise(), reason=f"the reader of pictures is not installed: {INSTALL}")


def written() -> bytes:
    """Return a page of text."""
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    for line in LINES:
        pdf.multi_cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
        pdf.ln(4)
    return bytes(pdf.output())


def scanned(*, behind_text: bool = False) -> bytes:
    """Return the page as a picture, after a page of text where that is wanted."""
    out = FPDF(unit="pt")
    out.set_font("Helvetica", size=11)
    if behind_text:
        out.add_page()
        out.multi_cell(0, 14, "A page that holds its text.")
    page = pypdfium2.PdfDocument(written())[0]
    out.add_page(format=page.get_size())
    out.image(page.render(scale=150 / 72).to_pil(), 0, 0, *page.get_size())
    return bytes(out.output())


@needs_ocr
def test_a_scanned_page_is_read_with_its_numbers() -> None:
    """Headings, numbers and words come out as on a page of text, and each page is told while it is read."""
    told: list[str] = []
    with telling(told.append):
        parsed = parse(scanned(), "scan.pdf", "d")
    assert told == ["recognising page 1 of 1"]
    assert parsed.coverage.whole
    assert [(p.label, p.page) for p in parsed.paragraphs if p.kind != "heading"] == [("1", 1), ("2", 1)]
    texts = [paragraph.text for paragraph in parsed.paragraphs]
    assert texts[1:] == [LINES[1].removeprefix("1. "), LINES[2].removeprefix("2. ")]
    assert any(e.reason == "text recognised in the picture of page 1" for e in parsed.exclusions)


@needs_ocr
def test_a_pdf_that_is_scanned_in_part_is_read_whole() -> None:
    """Pages of text are read as such, and only the others are recognised."""
    parsed = parse(scanned(behind_text=True), "half.pdf", "d")
    assert {paragraph.page for paragraph in parsed.paragraphs} == {1, 2}
    assert any("page 2" in exclusion.reason for exclusion in parsed.exclusions)


@pytest.mark.skipif(can_recognise(), reason="the reader of pictures is installed")
def test_without_the_extra_the_command_is_named() -> None:
    """The message says which pages have no text and how to have them read."""
    with pytest.raises(NoText) as caught:
        parse(scanned(), "scan.pdf", "d")
    assert str(caught.value) == (
        "'scan.pdf' looks scanned: its page has no text, only pictures; install the reader of pictures "
        '(pip install "rapidocr>=3.10,<4" onnxruntime) and add it again'
    )
    parsed = parse(scanned(behind_text=True), "half.pdf", "d")
    assert any(e.reason.startswith("no text on page 2") and INSTALL in e.reason for e in parsed.exclusions)
