"""What another reader finds in a document."""

import datetime
import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from compound_file import compound_file, outlook_message

from corpus.audit.second_reading import SECOND_READ, overlooked_words
from corpus.errors import UnreadableSource
from corpus.parse import parse

_PAGE = b"<html><body><h1>Minutes</h1><ol start=4><li>The Board met in Oslo.<li>It rose at noon.</ol></body></html>"


def _seen(source: bytes, name: str) -> list[str]:
    parsed = parse(source, name, "d")
    return [parsed.text, *(exclusion.text for exclusion in parsed.exclusions)]


def test_nothing_of_the_starter_corpus_is_overlooked(starter: Path) -> None:
    """Every word that a second reader finds in a starter document is in a paragraph or an exclusion."""
    read = [path for path in sorted(starter.iterdir()) if path.suffix.removeprefix(".") in SECOND_READ]
    assert len(read) >= 4
    for path in read:
        source = path.read_bytes()
        assert overlooked_words(source, path.suffix[1:], _seen(source, path.name)) == ()


def test_nothing_of_real_documents_is_overlooked(reference: Path) -> None:
    """The same holds for long documents as published."""
    for path in sorted((reference / "documents" / "pairs").glob("*.docx"))[:3]:
        source = path.read_bytes()
        assert overlooked_words(source, "docx", _seen(source, path.name)) == (), path.name


def test_a_lost_paragraph_is_noticed() -> None:
    """Words that no paragraph holds are named."""
    assert overlooked_words(_PAGE, "html", ["Minutes", "The Board met in Oslo."]) == ("it", "rose", "at", "noon")


def test_a_source_that_cannot_be_read_is_said_to_be() -> None:
    """The message tells that the first reading stands."""
    with pytest.raises(UnreadableSource, match="what was read before stands"):
        overlooked_words(b"no document at all", "docx", [])


_UNTOUCHED = """
import sys
before = list(sys.path)
from corpus.audit.second_reading import overlooked_words
assert overlooked_words(b"<p>The Board met in Oslo. It rose at noon.</p>", "html", ["The Board met in Oslo."])
from unstructured.nlp import tokenize
assert sys.path == before
assert {value.__module__ for value in vars(tokenize).values() if str(value).startswith("<function _")} == {
    tokenize.__name__
}
print(tokenize.sent_tokenize("It met. It rose."))
"""


def test_unstructured_is_used_as_it_is() -> None:
    """Its functions are its own, and find our rules for sentences where an installed pipeline would be."""
    done = subprocess.run([sys.executable, "-c", _UNTOUCHED], capture_output=True, text=True, check=False)
    assert done.stdout == "['It met.', 'It rose.']\n", done.stderr


def _book() -> bytes:
    stream = io.BytesIO()
    made = xlsxwriter.Workbook(stream)
    sheet = made.add_worksheet("Rain")
    sheet.write_row(0, 0, ("Station", "Share", "Day"))
    sheet.write_row(1, 0, ("Alma", 0.256, 1234567.5))
    sheet.write(1, 1, 0.256, made.add_format({"num_format": "0.0%"}))
    sheet.write(1, 2, 1234567.5, made.add_format({"num_format": "#,##0"}))
    sheet.write(2, 0, datetime.date(2021, 5, 4), made.add_format({"num_format": "d mmm yyyy"}))
    sheet.write_comment("A2", "Counted twice")
    made.close()
    return stream.getvalue()


def _open_document() -> bytes:
    from odfdo import Document, Paragraph

    document, stream = Document("text"), io.BytesIO()
    document.body.append(Paragraph("The Board met in Oslo."))
    document.save(stream)
    return stream.getvalue()


def _presentation() -> bytes:
    from pptx import Presentation
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.util import Inches

    made, stream, figures = Presentation(), io.BytesIO(), CategoryChartData()
    slide = made.slides.add_slide(made.slide_layouts[1])
    slide.shapes.title.text, slide.placeholders[1].text = "Minutes", "The Board met in Oslo."
    figures.categories = ["Ulm", "Bonn"]
    figures.add_series("Trees", (412, 77))
    slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *map(Inches, (1, 1, 4, 4)), figures)
    slide.notes_slide.notes_text_frame.text = "Speak slowly."
    made.save(stream)
    return stream.getvalue()


def _epub() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        items = "<item id='a' href='a.xhtml' media-type='application/xhtml+xml'/><item id='n' href='n.xhtml'/>"
        spine = "<spine><itemref idref='a'/></spine>"
        archive.writestr("b.opf", f"<package xmlns='urn:x'><manifest>{items}</manifest>{spine}</package>")
        archive.writestr("a.xhtml", "<html><body><h1>Minutes</h1><p>The Board met in Oslo.</p></body></html>")
        archive.writestr("n.xhtml", "<html><body><p>Left over</p></body></html>")
    return stream.getvalue()


_MADE = {
    "csv": lambda: b"Town,Trees\nUlm,412\nBonn,77\n",
    "eml": lambda: b"From: a@example.org\nSubject: Minutes\n\nThe Board met in Oslo.\n",
    "epub": _epub,
    "md": lambda: b"# Minutes\n\n| Town | Trees |\n|---|---|\n| Ulm | `412` |\n\nThe Board\nmet in [Oslo](x).\n",
    "msg": lambda: compound_file(outlook_message(body="The Board met in Oslo.")),
    "odt": _open_document,
    "pptx": _presentation,
    "rtf": lambda: rb"{\rtf1\ansi The Board met in Oslo.\par{\trowd\cellx9\cellx99\intbl Ulm\cell 412\cell\row}}",
    "xlsx": _book,
}


@pytest.mark.parametrize("kind", sorted(_MADE))
def test_each_format_has_a_second_reader(kind: str) -> None:
    """It finds nothing that was overlooked, and finds all when nothing was seen."""
    source = _MADE[kind]()
    assert overlooked_words(source, kind, _seen(source, f"made.{kind}")) == ()
    assert len(overlooked_words(source, kind, [])) > 3


def test_words_of_charts_notes_and_comments_are_missed_where_they_are_not_told() -> None:
    """What lies in a part of its own is looked for there."""
    missed = overlooked_words(_presentation(), "pptx", ["Minutes The Board met in Oslo."])
    assert {"bonn", "trees", "slowly"} <= set(missed)
    assert set(overlooked_words(_book(), "xlsx", ["Rain Station Share Day Alma 25.6% 1,234,568 2021"])) == {
        "counted", "twice",
    }  # fmt: skip


def test_a_number_that_is_not_told_is_missed() -> None:
    """Numbers are compared by what they are worth: rounded, with thousands parted, as a percentage."""
    told = "Rain Station Share Day Alma 71.9% 1,234,568 2021 Counted twice"
    assert overlooked_words(_book(), "xlsx", [told]) == ("0", "256")


def test_strict_documents_are_read_a_second_time_too() -> None:
    """A kind that the second reader cannot open is read from its XML as it stands."""
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = "<w:body><w:p><w:r><w:t>It holds 70 tonnes.</w:t></w:r></w:p></w:body>"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document xmlns:w='{strict}'>{body}</w:document>")
    assert overlooked_words(stream.getvalue(), "docx", ["It holds tonnes."]) == ("70",)
