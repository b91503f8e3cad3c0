"""The footnotes of a Word document that is being written."""

from typing import Any

_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FIRST = 2
"""Id of the first note; 0 and 1 are the separators (ECMA-376 17.18.33)."""
_EMPTY = (
    f'<w:footnotes xmlns:w="{_W}">'
    '<w:footnote w:type="separator" w:id="0"><w:p><w:pPr><w:spacing w:after="0" w:line="240" '
    'w:lineRule="auto"/></w:pPr>'
    "<w:r><w:separator/></w:r></w:p></w:footnote>"
    '<w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:pPr><w:spacing w:after="0" w:line="240" '
    'w:lineRule="auto"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote></w:footnotes>'
)


class Footnotes:
    """Takes notes as they are called and writes their part at the end."""

    def __init__(self, made: Any) -> None:
        from docx.oxml import parse_xml

        self._made = made
        self._root = parse_xml(_EMPTY)
        self._count = 0
        _add_styles(made)

    def call(self, paragraph: Any, text: str) -> None:
        """Call a new note at the end of a paragraph."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        number = _FIRST + self._count
        self._count += 1
        run = paragraph.add_run()
        run.style = self._made.styles["Footnote Reference"]
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(number))
        run._r.append(reference)
        self._root.append(self._note(number, text))

    def finish(self) -> None:
        """Add the part of the notes to the document, and name its separators in the settings."""
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn
        from lxml import etree

        if not self._count:
            return
        written = etree.tostring(self._root, xml_declaration=True, encoding="UTF-8", standalone=True)
        package = self._made.part.package
        part = Part(PackURI("/word/footnotes.xml"), _CONTENT_TYPE, written, package)
        self._made.part.relate_to(part, _RELATION)
        settings = self._made.settings.element
        properties = OxmlElement("w:footnotePr")
        for number in ("0", "1"):
            named = OxmlElement("w:footnote")
            named.set(qn("w:id"), number)
            properties.append(named)
        before = settings.find(qn("w:compat"))
        if before is not None:
            before.addprevious(properties)
        else:
            settings.append(properties)

    def _note(self, number: int, text: str) -> Any:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        note = OxmlElement("w:footnote")
        note.set(qn("w:id"), str(number))
        paragraph, properties, style = OxmlElement("w:p"), OxmlElement("w:pPr"), OxmlElement("w:pStyle")
        style.set(qn("w:val"), "FootnoteText")
        properties.append(style)
        paragraph.append(properties)
        paragraph.append(self._mark())
        paragraph.append(_text(f" {text}"))
        note.append(paragraph)
        return note

    def _mark(self) -> Any:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        run, properties, style = OxmlElement("w:r"), OxmlElement("w:rPr"), OxmlElement("w:rStyle")
        style.set(qn("w:val"), "FootnoteReference")
        properties.append(style)
        run.append(properties)
        run.append(OxmlElement("w:footnoteRef"))
        return run


def _text(words: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = words
    text.set(qn("xml:space"), "preserve")
    run.append(text)
    return run


def _add_styles(made: Any) -> None:
    """Add the two styles that Word gives to notes, where the template lacks them."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    names = {style.name for style in made.styles}
    if "Footnote Text" not in names:
        style = made.styles.add_style("Footnote Text", WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = made.styles["Normal"]
        style.font.size = Pt(8.5)
        style.paragraph_format.space_after = Pt(0)
    if "Footnote Reference" not in names:
        style = made.styles.add_style("Footnote Reference", WD_STYLE_TYPE.CHARACTER)
        style.font.superscript = True
