"""PDF files that are hard in their own way: columns of text, and very many pages."""

import random
import time

import pytest
from fpdf import FPDF

from corpus.errors import CorpusError
from corpus.parse import parse

NOUNS = "council committee office region programme budget member report session partner network centre fund".split()
VERBS = "reviewed adopted noted welcomed financed prepared extended opened compared".split()
RANDOM = random.Random(5)
SENTENCES = [
    " ".join(["The", *(RANDOM.choice((NOUNS, VERBS)[place % 2]) for place in range(RANDOM.randint(18, 45)))]) + "."
    for _ in range(24)
]


def two_columns(*, title: bool, by_row: bool) -> bytes:
    """Return pages in two columns of numbered paragraphs; a cover line may run over both of them.

    `by_row` draws the lines of both columns in turn, as some programs do.
    """
    pdf = FPDF()
    pdf.set_font("Helvetica", size=10)
    pdf.set_auto_page_break(False)
    paragraphs = [f"{number}. {sentence}" for number, sentence in enumerate(SENTENCES, start=1)]
    for page in range(2):
        pdf.add_page()
        if title and page == 0:
            pdf.set_font_size(18)
            pdf.cell(0, 10, "Report on the work of the regional office in 2023", align="C")
            pdf.set_font_size(10)
        columns = [paragraphs[page * 12 + half * 6 : page * 12 + half * 6 + 6] for half in range(2)]
        lines = [
            [line for text in column for line in [*pdf.multi_cell(85, 5, text, dry_run=True, output="LINES"), ""]]
            for column in columns
        ]
        placed = [(row, half, line) for half in range(2) for row, line in enumerate(lines[half]) if line]
        for row, half, line in sorted(placed) if by_row else placed:
            pdf.text(10 + half * 100, 30 + row * 5, line)
    return bytes(pdf.output())


@pytest.mark.parametrize("title", [False, True], ids=["plain", "with a title"])
@pytest.mark.parametrize("by_row", [False, True], ids=["column by column", "row by row"])
def test_two_columns_are_read_one_after_the_other(title: bool, by_row: bool) -> None:
    """Paragraphs come whole, with their labels, down the left column and then down the right one."""
    parsed = parse(two_columns(title=title, by_row=by_row), "columns.pdf", "d")
    assert parsed.coverage.whole
    found = [(p.label, p.text) for p in parsed.paragraphs if p.label]
    assert found == [(str(number), sentence) for number, sentence in enumerate(SENTENCES, start=1)]
    assert {p.page for p in parsed.paragraphs} == {1, 2}


def many_pages(count: int) -> bytes:
    """Return a PDF of so many pages, each with a running head, a numbered paragraph and its number."""
    pdf = FPDF()
    pdf.set_font("Helvetica", size=10)
    for number in range(1, count + 1):
        pdf.add_page()
        pdf.text(10, 8, "Work of the regional office")
        pdf.text(10, 60, f"{(number - 1) % 999 + 1}. Paragraph {number} of the report stands here alone.")
        pdf.text(100, 290, str(number))
    return bytes(pdf.output())


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_ten_thousand_pages_are_read() -> None:
    """Very many pages are read in less than a file may take, each paragraph with its label and page."""
    source = many_pages(10_000)
    began = time.process_time()
    parsed = parse(source, "long.pdf", "d")
    assert time.process_time() - began < 110
    assert parsed.coverage.whole
    found = [(p.label, p.page) for p in parsed.paragraphs]
    assert found == [(str((number - 1) % 999 + 1), number) for number in range(1, 10_001)]


def test_more_pages_than_are_read_give_one_line() -> None:
    """A PDF of more pages than the limit is refused at once."""
    kids = " ".join(["3 0 R"] * 20_001)
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count 20001>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
    )
    body = "".join(f"{number} 0 obj{content}endobj\n" for number, content in enumerate(objects, start=1))
    source = f"%PDF-1.4\n{body}trailer<</Root 1 0 R>>\n".encode()
    began = time.process_time()
    with pytest.raises(CorpusError) as caught:
        parse(source, "endless.pdf", "d")
    assert time.process_time() - began < 20
    assert "20,001 pages" in str(caught.value)
    assert "\n" not in str(caught.value)
