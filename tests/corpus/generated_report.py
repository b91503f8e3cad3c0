"""Make up reports with a known structure, and render one text in every format."""

import html
import io
import random
from dataclasses import dataclass, field

NOUNS = (
    "council committee office region programme budget member report session partner network centre fund region".split()
)
VERBS = "reviewed adopted noted welcomed financed prepared extended opened compared".split()
ADJECTIVES = "annual regional technical joint digital national common renewable rural open".split()
LETTERS = "abcdefgh"
ROMANS = ("i", "ii", "iii", "iv", "v")


@dataclass
class Report:
    """A report as its author means it: what is printed, and what label each piece has."""

    lines: list[tuple[str, str, str]] = field(default_factory=list)
    """`(what, number, text)`; what is title, section, subsection, annex, paragraph, sub, subsub, bullet or row."""
    expected: list[tuple[str, str]] = field(default_factory=list)
    """`(label, text)` of everything citable, in reading order."""


def sentence(rng: random.Random, words: int, end: str = ".") -> str:
    """Return a made-up sentence of about so many words."""
    made = [rng.choice((NOUNS, VERBS, ADJECTIVES)[place % 3]) for place in range(words - 1)]
    figure = str(rng.randint(2, 980)) if rng.random() < 0.6 else "several"
    return " ".join(["The", *made[: words // 2], figure, *made[words // 2 :]]) + end


def make_report(seed: int) -> Report:
    """Return the report of a seed: sections, numbered paragraphs, sub-paragraphs, bullets, a table, an annex."""
    rng = random.Random(seed)
    report = Report()
    report.lines.append(("title", "", "Report on the work of the regional office in " + str(2010 + seed)))
    number = 0
    for place, roman in enumerate(("I", "II", "III")):
        report.lines.append(("section", f"{roman}.", rng.choice(ADJECTIVES).capitalize() + " work of the office"))
        for letter in "AB" if place == 1 else "":
            report.lines.append(("subsection", f"{letter}.", rng.choice(ADJECTIVES).capitalize() + " matters"))
            number = _paragraphs(report, rng, number)
        number = _paragraphs(report, rng, number)
    _table(report, rng)
    report.lines.append(("annex", "", "Annex I"))
    for entry in range(1, 6):
        _add(report, "paragraph", f"{entry}.", sentence(rng, rng.randint(6, 14)), f"Annex I, {entry}")
    return report


def _add(report: Report, what: str, number: str, text: str, label: str) -> None:
    report.lines.append((what, number, text))
    report.expected.append((label, text))


def _paragraphs(report: Report, rng: random.Random, number: int) -> int:
    for _ in range(rng.randint(1, 3)):
        number += 1
        kind = rng.random()
        if kind < 0.45:
            text = " ".join(sentence(rng, rng.randint(8, 30)) for _ in range(rng.randint(1, 4)))
            _add(report, "paragraph", f"{number}.", text, str(number))
            continue
        _add(report, "paragraph", f"{number}.", sentence(rng, 12, " as follows:"), str(number))
        count = rng.randint(2, 5)
        for place in range(count):
            last = place == count - 1
            text = sentence(rng, rng.randint(5, 30), "." if last else ";")
            if kind < 0.8:
                _add(report, "sub", f"({LETTERS[place]})", text, f"{number}({LETTERS[place]})")
                if rng.random() < 0.3:
                    for roman in ROMANS[: rng.randint(2, 4)]:
                        inner = sentence(rng, rng.randint(4, 12), ";")
                        _add(report, "subsub", f"({roman})", inner, f"{number}({LETTERS[place]})({roman})")
            else:
                _add(report, "bullet", "-", text, "")
    return number


def _table(report: Report, rng: random.Random) -> None:
    report.lines.append(("row", "head", "N\tCountry\tContribution"))
    for row in range(1, 5):
        text = f"{rng.choice(NOUNS).capitalize()} {rng.choice(NOUNS)}\t{rng.randint(100, 900)} units"
        report.lines.append(("row", "", f"{row}\t{text}"))
        report.expected.append((str(row), text))


def as_txt(report: Report) -> bytes:
    """Render as plain text, one paragraph a line."""
    shown = []
    for what, number, text in report.lines:
        shown.append(text if what == "row" else f"{number} {text}".strip())
        shown.append("" if what != "row" else None)
    return "\n".join(line for line in shown if line is not None).encode()


def as_md(report: Report) -> bytes:
    """Render as Markdown."""
    shown = []
    for what, number, text in report.lines:
        level = {"title": "# ", "section": "## ", "subsection": "### ", "annex": "## "}.get(what, "")
        if what == "row":
            shown.append("| " + " | ".join(text.split("\t")) + " |" + ("\n|---|---|---|" if number == "head" else ""))
        else:
            shown.append("\n" + level + f"{number} {text}".strip())
    return "\n".join(shown).encode()


def as_html(report: Report) -> bytes:
    """Render as HTML, with numbers that only the browser shows."""
    shown: list[str] = ["<!DOCTYPE html><html lang=en><head><title>x</title></head><body><nav><a>Home</a></nav><main>"]
    open_lists: list[str] = []
    depth = {"paragraph": 1, "sub": 2, "bullet": 2, "subsub": 3}
    kinds = {"paragraph": "ol", "sub": "ol type=a", "bullet": "ul", "subsub": "ol type=i"}
    in_table = False
    for what, number, text in report.lines:
        wanted = depth.get(what, 0)
        while len(open_lists) > wanted or (len(open_lists) == wanted and wanted and open_lists[-1] != kinds[what]):
            shown.append(f"</{open_lists.pop()[:2]}>")
        if in_table and what != "row":
            shown.append("</table>")
            in_table = False
        if wanted:
            if len(open_lists) < wanted:
                start = f" start={number.strip('.')}" if what == "paragraph" else ""
                shown.append(f"<{kinds[what]}{start}>")
                open_lists.append(kinds[what])
            shown.append(f"<li>{html.escape(text)}")
        elif what == "row":
            cell = "th" if number == "head" else "td"
            shown.append("" if in_table else "<table>")
            in_table = True
            shown.append(
                "<tr>" + "".join(f"<{cell}>{html.escape(part)}</{cell}>" for part in text.split("\t")) + "</tr>"
            )
        else:
            level = {"title": 1, "section": 2, "subsection": 3, "annex": 2}[what]
            shown.append(f"<h{level}>{html.escape(f'{number} {text}'.strip())}</h{level}>")
    return ("\n".join(shown) + "</main></body></html>").encode()


def as_docx(report: Report) -> bytes:
    """Render as a Word document with typed numbers and heading styles."""
    from docx import Document

    document = Document()
    table = None
    for what, number, text in report.lines:
        if what == "row":
            table = table or document.add_table(rows=0, cols=3)
            for cell, part in zip(table.add_row().cells, text.split("\t"), strict=True):
                cell.text = part
            continue
        style = {"title": "Title", "section": "Heading 1", "subsection": "Heading 2", "annex": "Heading 1"}.get(what)
        document.add_paragraph(f"{number}\t{text}" if number else text, style=style)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def as_pdf(report: Report) -> bytes:
    """Render as a PDF of several pages with a running head and page numbers."""
    from fpdf import FPDF

    class Paged(FPDF):
        def header(self) -> None:
            self.set_font("Helvetica", size=8)
            self.cell(0, 6, "Work of the regional office")
            self.ln(12)

        def footer(self) -> None:
            self.set_y(-14)
            self.set_font("Helvetica", size=8)
            self.cell(0, 6, f"{self.page_no()}/{{nb}}", align="C")

    pdf = Paged(format=(148, 210))
    pdf.add_page()
    rows: list[list[str]] = []
    sizes = {"title": 16, "section": 13, "subsection": 11, "annex": 13}
    indents = {"sub": 8, "bullet": 8, "subsub": 16}
    for what, number, text in [*report.lines, ("end", "", "")]:
        if what == "row":
            rows.append(text.split("\t"))
            continue
        if rows:
            pdf.set_font("Helvetica", size=10)
            with pdf.table(col_widths=(1, 4, 3), width=110, align="LEFT") as table:
                for row in rows:
                    table.row(row)
            pdf.ln(4)
            rows = []
        if what == "end":
            break
        pdf.set_font("Helvetica", style="B" if what in sizes else "", size=sizes.get(what, 10))
        left = pdf.l_margin
        pdf.set_left_margin(left + indents.get(what, 0))
        pdf.set_x(pdf.l_margin)
        pdf.multi_cell(0, 5 if what not in sizes else 7, f"{number} {text}".strip(), align="L")
        pdf.ln(3)
        pdf.set_left_margin(left)
    return bytes(pdf.output())


RENDERERS = {"txt": as_txt, "md": as_md, "html": as_html, "docx": as_docx, "pdf": as_pdf}
