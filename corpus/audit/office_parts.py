"""Give the words of the parts of an Office file that hold any, apart from its main text and without our readers.

Diagrams, charts, comments, notes, running heads and text boxes of sheets lie in parts of their own; a reader that never
opens one loses its words without a sign.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

_PARTS = {
    "docx": re.compile(
        r"word/(?:charts/chart\d*|diagrams/data\d*|comments|footnotes|endnotes|header\d*|footer\d*|glossary/document)\.xml"
    ),
    "pptx": re.compile(r"ppt/(?:charts/chart\d*|diagrams/data\d*|comments/[^/]+|notesSlides/notesSlide\d*)\.xml"),
    "xlsx": re.compile(r"xl/(?:drawings/drawing\d*|charts/chart\d*|comments\d*)\.xml"),
}
_SIGNS = {"tab": " ", "br": " ", "cr": " ", "fldSimple": " ", "fldChar": " "}
_MOST = 64 * 1024 * 1024
"""Bytes that a part may unpack to; a larger one is not looked at a second time."""


def part_texts(source: bytes, format_name: str) -> Iterator[str]:
    """Yield the texts of the parts beside the main one, paragraph by paragraph."""
    wanted = _PARTS.get(format_name)
    if wanted is None:
        return
    with zipfile.ZipFile(io.BytesIO(source)) as archive:
        for entry in archive.infolist():
            if wanted.fullmatch(entry.filename) and entry.file_size <= _MOST:
                content = archive.read(entry)
                if b"<!DOCTYPE" not in content:
                    yield from _texts(ElementTree.fromstring(content), values=format_name != "xlsx")  # noqa: S314


def is_strict(source: bytes) -> bool:
    """Tell whether a Word document has the names of ISO 29500 Strict."""
    try:
        with zipfile.ZipFile(io.BytesIO(source)) as archive:
            return b"purl.oclc.org/ooxml" in archive.read("word/document.xml")[:4_000]
    except (zipfile.BadZipFile, KeyError, OSError):
        return False


def main_texts(source: bytes) -> Iterator[str]:
    """Yield the texts of the main part of a Word document, paragraph by paragraph."""
    with zipfile.ZipFile(io.BytesIO(source)) as archive:
        yield from _texts(ElementTree.fromstring(archive.read("word/document.xml")), values=False)  # noqa: S314


def _texts(root: ElementTree.Element, *, values: bool) -> Iterator[str]:
    """Yield the text of each paragraph, and where `values` is set the names of what a chart shows."""
    for element in root.iter():
        name = _local(element)
        if name == "p" or name == "text":
            yield "".join(map(_shown, element.iter())) or element.text or ""
        elif name == "strCache" and values:
            yield " ".join(node.text or "" for node in element.iter() if _local(node) == "v")


def _shown(node: ElementTree.Element) -> str:
    name = _local(node)
    return node.text or "" if name == "t" else _SIGNS.get(name, "")


def _local(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]
