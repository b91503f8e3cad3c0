"""Write a document as Word reads it: real headings, lists, tables and footnotes. Home of python-docx.

python-docx has no footnotes, so their part is made here, as ECMA-376 part 1, section 17.11 has it: a separator, a
continuation separator, then one note for each call.
"""

import io
import re
from typing import Any

from corpus.writers.docx_notes import Footnotes
from corpus.writers.output import Line, ListBlock, OutputDocument, Prose, TableBlock, Title

_FONT = "Calibri"
_OWN_STOP = "360"
"""Where the text of a list begins in the document that python-docx starts from, in twentieths of a point."""
_WIDTH_CM = 16.5
_INDENT_CM = 0.9
"""Of lists: room for a number of two digits and its full stop."""
_NOT_XML = re.compile("[^\\t\\n\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


def write(document: OutputDocument) -> bytes:
    """Return the document as the bytes of a DOCX file."""
    from docx import Document
    from docx.shared import Cm, Pt

    made = Document()
    section = made.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm((21 - _WIDTH_CM) / 2)
    section.top_margin = section.bottom_margin = Cm(2.2)
    style = made.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(10.5)
    style.paragraph_format.space_after = Pt(5)
    made.styles["Title"].font.size = Pt(18)
    for name in ("List Number", "List Bullet"):
        listed = made.styles[name].paragraph_format
        listed.space_after, listed.left_indent, listed.first_line_indent = Pt(2), Cm(_INDENT_CM), Cm(-_INDENT_CM)
    _indent_numbers(made)
    made.core_properties.title = document.title
    made.core_properties.language = document.language
    made.core_properties.author = ""
    made.core_properties.comments = ""
    notes = Footnotes(made)
    for block in document.blocks:
        _Blocks(made, notes).add(block)
    notes.finish()
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


class _Blocks:
    """Adds blocks to one document."""

    def __init__(self, made: Any, notes: Footnotes) -> None:
        self._made = made
        self._notes = notes

    def add(self, block: Title | Prose | ListBlock | TableBlock) -> None:
        """Add one block at the end."""
        if isinstance(block, Title):
            self._made.add_heading(clean(block.text), block.level)
        elif isinstance(block, Prose):
            self._line(self._made.add_paragraph(), block.line, quiet=block.quiet)
        elif isinstance(block, ListBlock):
            self._list(block)
        else:
            self._table(block)

    def _line(self, paragraph: Any, line: Line, *, quiet: bool = False) -> None:
        for run in line:
            if run.text:
                added = paragraph.add_run(clean(run.text))
                added.bold = run.bold or None
                added.italic = quiet or None
            for note in run.notes:
                self._notes.call(paragraph, clean(note))

    def _list(self, block: ListBlock) -> None:
        if not block.numbers:
            for item in block.items:
                self._line(self._made.add_paragraph(style="List Bullet"), item)
            return
        number = -1
        for value, item in zip(block.numbers, block.items, strict=True):
            if value != number + 1:
                counted = _numbering_from(self._made, value)
            number = value
            paragraph = self._made.add_paragraph(style="List Number")
            _number(paragraph, counted)
            self._line(paragraph, item)

    def _table(self, block: TableBlock) -> None:
        from docx.shared import Cm

        table = self._made.add_table(rows=1, cols=len(block.columns))
        table.style = "Table Grid"
        table.autofit = False
        widths = block.widths or (1 / len(block.columns),) * len(block.columns)
        for cell, column in zip(table.rows[0].cells, block.columns, strict=True):
            cell.paragraphs[0].add_run(clean(column)).bold = True
            _shade(cell)
        _repeat_as_heading(table.rows[0])
        for row in block.rows:
            cells = table.add_row().cells
            for cell, line in zip(cells, row, strict=True):
                self._line(cell.paragraphs[0], line)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(_WIDTH_CM * width)
        for row in table.rows:
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = Cm(_WIDTH_CM * width)
                cell.paragraphs[0].paragraph_format.space_after = Cm(0.06)
        _small(self._made.add_paragraph())


def clean(text: str) -> str:
    """Return a text in which what XML cannot hold is replaced by a character that can be seen."""
    return _NOT_XML.sub("\ufffd", text)


def _numbering_from(made: Any, start: int) -> int:
    """Make a numbering that begins at a number, over the one of the style `List Number`; return its id."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    numbering = made.part.numbering_part.element
    style = made.styles["List Number"].element
    base = style.find(f".//{qn('w:numId')}").get(qn("w:val"))
    abstract = next(
        number.find(qn("w:abstractNumId")).get(qn("w:val"))
        for number in numbering.findall(qn("w:num"))
        if number.get(qn("w:numId")) == base
    )
    taken = [int(number.get(qn("w:numId"))) for number in numbering.findall(qn("w:num"))]
    number = OxmlElement("w:num")
    number.set(qn("w:numId"), str(max(taken) + 1))
    reference = OxmlElement("w:abstractNumId")
    reference.set(qn("w:val"), abstract)
    override = OxmlElement("w:lvlOverride")
    override.set(qn("w:ilvl"), "0")
    begin = OxmlElement("w:startOverride")
    begin.set(qn("w:val"), str(start))
    override.append(begin)
    number.extend((reference, override))
    numbering.append(number)
    return max(taken) + 1


def _number(paragraph: Any, number: int) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = paragraph._p.get_or_add_pPr()
    numbered = OxmlElement("w:numPr")
    for tag, value in (("w:ilvl", "0"), ("w:numId", str(number))):
        child = OxmlElement(tag)
        child.set(qn("w:val"), value)
        numbered.append(child)
    properties.append(numbered)


def _indent_numbers(made: Any) -> None:
    """Let the text of a first line begin where the further ones do: python-docx's own stop is too near for `10.`."""
    from docx.oxml.ns import qn
    from docx.shared import Cm

    numbering = made.part.numbering_part.element
    for tag, name in (("w:tab", "w:pos"), ("w:ind", "w:left"), ("w:ind", "w:hanging")):
        for found in numbering.iter(qn(tag)):
            if found.get(qn(name)) == _OWN_STOP:
                found.set(qn(name), str(Cm(_INDENT_CM).twips))


def _small(paragraph: Any) -> None:
    """Make the empty paragraph that keeps a table from the next one as low as may be."""
    from docx.enum.text import WD_LINE_SPACING
    from docx.shared import Pt

    spacing = paragraph.paragraph_format
    spacing.space_after, spacing.line_spacing_rule, spacing.line_spacing = Pt(0), WD_LINE_SPACING.EXACTLY, Pt(4)


def _shade(cell: Any) -> None:
    """Set the head of a column off by a light grey."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shade = OxmlElement("w:shd")
    for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", "EDEDED")):
        shade.set(qn(name), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _repeat_as_heading(row: Any) -> None:
    """Let the first row of a table stand at the top of each page."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = row._tr.get_or_add_trPr()
    head = OxmlElement("w:tblHeader")
    head.set(qn("w:val"), "true")
    properties.append(head)
