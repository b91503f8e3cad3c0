"""How fast each format is read: the same report of numbered paragraphs and one table, written in all of them.

Usage: python benchmarks/formats.py [PARAGRAPHS]. Prints, for each format, processor time to parse it, paragraphs and
pages (250 words) a second. What needs LibreOffice is left out, for its time is that of another program.
"""

import io
import random
import sys
import time
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "fixtures")]

from corpus.parse import parse  # noqa: E402

_WORDS_A_PAGE = 250
_VOCABULARY = (
    "committee region workshop technology innovation energy water harbour report session members of the and".split()
)
Rows = Sequence[tuple[str, str, str]]


def _html(texts: Sequence[str], rows: Rows) -> bytes:
    items = "".join(f"<li>{text}</li>" for text in texts)
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<html><body><h1>Report</h1><ol>{items}</ol><table>{table}</table></body></html>".encode()


def _txt(texts: Sequence[str], rows: Rows) -> bytes:
    return "\n\n".join(["Report", *(f"{n}. {t}" for n, t in enumerate(texts, 1)), *map("\t".join, rows)]).encode()


def _md(texts: Sequence[str], rows: Rows) -> bytes:
    table = "\n".join(f"| {' | '.join(row)} |" for row in (rows[0], ("---",) * 3, *rows[1:]))
    return "\n\n".join(["# Report", *(f"{n}. {text}" for n, text in enumerate(texts, 1)), table]).encode()


def _csv(texts: Sequence[str], rows: Rows) -> bytes:
    return "\n".join(map(",".join, (*rows, *(("text", text, "") for text in texts)))).encode()


def _docx(texts: Sequence[str], rows: Rows) -> bytes:
    from docx import Document

    document, stream = Document(), io.BytesIO()
    for text in texts:
        document.add_paragraph(text, style="List Number")
    table = document.add_table(rows=0, cols=3)
    for row in rows[:200]:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.save(stream)
    return stream.getvalue()


def _pptx(texts: Sequence[str], _: Rows) -> bytes:
    from pptx import Presentation

    made, stream = Presentation(), io.BytesIO()
    for start in range(0, len(texts), 8):
        slide = made.slides.add_slide(made.slide_layouts[1])
        slide.shapes.title.text = f"Part {start}"
        slide.placeholders[1].text = "\n".join(texts[start : start + 8])
    made.save(stream)
    return stream.getvalue()


def _xlsx(texts: Sequence[str], rows: Rows) -> bytes:
    import xlsxwriter

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as made:
        sheet = made.add_worksheet("Report")
        for number, row in enumerate((*rows, *(("text", text, "") for text in texts))):
            sheet.write_row(number, 0, row)
    return stream.getvalue()


def _zipped(kind: str, **parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", kind)
        for name, content in parts.items():
            archive.writestr(name.replace("__", "."), content)
    return stream.getvalue()


def _odt(texts: Sequence[str], rows: Rows) -> bytes:
    names = "".join(f" xmlns:{n}='urn:oasis:names:tc:opendocument:xmlns:{n}:1.0'" for n in ("office", "text", "table"))
    body = "".join(f"<text:p>{number}. {text}</text:p>" for number, text in enumerate(texts, 1))
    cells = ("".join(f"<table:table-cell><text:p>{c}</text:p></table:table-cell>" for c in row) for row in rows)
    table = "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
    content = (
        f"<x{names}><office:body><office:text>{body}<table:table>{table}</table:table></office:text></office:body></x>"
    )
    return _zipped("application/vnd.oasis.opendocument.text", content__xml=content.encode())


def _rtf(texts: Sequence[str], rows: Rows) -> bytes:
    body = "".join(rf"\pard {number}. {text}\par" + "\n" for number, text in enumerate(texts, 1))
    table = "".join(
        r"\trowd\cellx9\cellx99\cellx999\intbl " + "".join(rf"{c}\cell " for c in row) + r"\row" for row in rows
    )
    return rf"{{\rtf1\ansi {body}{table}}}".encode()


def _epub(texts: Sequence[str], rows: Rows) -> bytes:
    return _zipped("application/epub+zip", report__xhtml=_html(texts, rows))


def _eml(texts: Sequence[str], rows: Rows) -> bytes:
    return b"From: a@example.org\nSubject: Report\n\n" + _txt(texts, rows)


def _msg(texts: Sequence[str], rows: Rows) -> bytes:
    from compound_file import compound_file, outlook_message

    return compound_file(outlook_message(body=_txt(texts, rows).decode()))


def _pdf(texts: Sequence[str], _: Rows) -> bytes:
    from fpdf import FPDF

    pdf = FPDF()
    pdf.set_font("Helvetica", size=11)
    pdf.add_page()
    for number, text in enumerate(texts, 1):
        pdf.multi_cell(0, 6, f"{number}. {text}\n", new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


MAKERS: dict[str, Callable[[Sequence[str], Rows], bytes]] = {
    "txt": _txt, "md": _md, "html": _html, "docx": _docx, "pdf": _pdf, "pptx": _pptx, "xlsx": _xlsx, "csv": _csv,
    "odt": _odt, "rtf": _rtf, "epub": _epub, "eml": _eml, "msg": _msg,
}  # fmt: skip


def main() -> None:
    """Print a line for each format."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    drawn = random.Random(7)
    texts = [f"In {1990 + n % 30} {' '.join(drawn.choices(_VOCABULARY, k=40))}." for n in range(count)]
    rows = [("Town", "Trees", "Mills"), *((f"Town {n}", str(n * 7), str(n % 9)) for n in range(count))]
    print(f"{'format':<7} {'MB':>6} {'seconds':>8} {'paragraphs/s':>13} {'pages/s':>8}")
    for kind, made in MAKERS.items():
        source = made(texts, rows)
        parse(source, f"warm.{kind}", "d")
        began = time.process_time()
        parsed = parse(source, f"report.{kind}", "d")
        seconds = time.process_time() - began
        pages = len(parsed.text.split()) / _WORDS_A_PAGE
        rates = f"{len(parsed.paragraphs) / seconds:13,.0f} {pages / seconds:8,.0f}"
        print(f"{kind:<7} {len(source) / 1e6:6.2f} {seconds:8.2f} {rates}")


if __name__ == "__main__":
    main()
