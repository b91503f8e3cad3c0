"""Which format a file is in, by its first bytes and by its suffix."""

import io
import zipfile
from pathlib import Path

import pytest
from compound_file import compound_file

from corpus.formats import FORMATS, proven_suffix
from corpus.readers.reading import READERS

REPOSITORY = Path(__file__).resolve().parents[2]


def zipped(*names: str, kind: str = "") -> bytes:
    """Return an archive of empty parts, with a media type where one is given."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        if kind:
            archive.writestr("mimetype", kind)
        for name in names:
            archive.writestr(name, "")
    return stream.getvalue()


OPEN_DOCUMENT = "application/vnd.oasis.opendocument."


@pytest.mark.parametrize(
    ("source", "suffix"),
    [
        (b"%PDF-1.7", ".pdf"),
        (b"{\\rtf1 x}", ".rtf"),
        (zipped("[Content_Types].xml", "word/document.xml"), ".docx"),
        (zipped("[Content_Types].xml", "ppt/presentation.xml"), ".pptx"),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), ".xlsx"),
        (zipped("content.xml", kind=OPEN_DOCUMENT + "text"), ".odt"),
        (zipped("content.xml", kind=OPEN_DOCUMENT + "spreadsheet"), ".ods"),
        (zipped("content.xml", kind=OPEN_DOCUMENT + "graphics"), ""),
        (zipped("META-INF/container.xml"), ".epub"),
        (compound_file({"__properties_version1.0": b"x", "__attach_version1.0_#0": {"WordDocument": b"x"}}), ".msg"),
        (compound_file({"WordDocument": b"x"}), ".doc"),
        (compound_file({"PowerPoint Document": b"x"}), ".ppt"),
        (compound_file({"EncryptedPackage": b"x"}), ""),
        (zipped("a.txt"), ""),
        (b"Some words.", ""),
    ],
)
def test_first_bytes_prove_a_format(source: bytes, suffix: str) -> None:
    """A file that has lost its name is still known, where its format shows."""
    assert proven_suffix(source) == suffix


def test_every_format_has_a_reader_and_a_line_in_the_documentation() -> None:
    """Each suffix stands in the table of what can be read."""
    assert {known.name for known in FORMATS} == set(READERS)
    page = (REPOSITORY / "docs" / "formats.md").read_text(encoding="utf-8")
    assert [suffix for known in FORMATS for suffix in known.suffixes if f"`{suffix}`" not in page] == []
