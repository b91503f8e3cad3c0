"""The second reader of each format: another program, which shares no line with ours."""

import io
import posixpath
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

from corpus.audit import unstructured_texts, workbook_texts
from corpus.audit.office_parts import is_strict, main_texts


@dataclass(frozen=True, slots=True)
class SecondReader:
    """A program that reads a format, and how to have it do so."""

    name: str
    package: str
    """What is imported of it."""
    texts: Callable[[bytes, Sequence[str]], Iterator[str]]
    """From the bytes of a file, and the texts that our reader made of it, to the texts that it finds."""


def _unstructured(kind: str) -> SecondReader:
    return SecondReader("unstructured", "unstructured", lambda source, _: unstructured_texts.texts_of(source, kind))


def _mail(kind: str) -> SecondReader:
    """Read the words of a message; what it carries is named by our reader, and read by that of its format."""

    def texts(source: bytes, _: Sequence[str]) -> Iterator[str]:
        return unstructured_texts.texts_of(source, kind, process_attachments=False)

    return SecondReader("unstructured", "unstructured", texts)


def _word(source: bytes, _: Sequence[str]) -> Iterator[str]:
    """Read a Word document; one of the strict kind, which unstructured cannot open, from its XML as it stands."""
    if is_strict(source):
        return main_texts(source)
    return unstructured_texts.texts_of(source, "docx")


def _book(source: bytes, _: Sequence[str]) -> Iterator[str]:
    """Read each page that the list of the book's parts has in its order of reading; without a list, each page."""
    with zipfile.ZipFile(io.BytesIO(source)) as archive:
        names = [name for name in archive.namelist() if name.lower().endswith((".xhtml", ".html", ".htm"))]
        packages = [archive.read(name) for name in archive.namelist() if name.endswith(".opf")]
        chapters = _chapters(packages[0]) if packages and b"<!DOCTYPE" not in packages[0] else None
        for name in names:
            if chapters is None or posixpath.basename(name) in chapters:
                yield from unstructured_texts.texts_of(archive.read(name), "html")


def _chapters(package: bytes) -> set[str]:
    """Return the names of the files that are read, without their folders."""
    nodes = list(ElementTree.fromstring(package).iter())  # noqa: S314 - no entities are declared in it
    read = {node.get("idref") for node in nodes if node.tag.endswith("itemref")}
    items = (node for node in nodes if node.tag.endswith("}item") and node.get("id") in read)
    return {posixpath.basename(unquote(node.get("href") or "")) for node in items}


def _markdown(source: bytes, _: Sequence[str]) -> Iterator[str]:
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable("table").parse(source.decode("utf-8", "replace"))
    for token in tokens:
        yield "".join(map(_shown, token.children or ()))
        if token.type in ("fence", "code_block"):
            yield token.content


def _shown(token: Any) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    return str(token.content) if token.type in ("text", "code_inline") else ""


def _rich_text(source: bytes, _: Sequence[str]) -> Iterator[str]:
    from striprtf.striprtf import rtf_to_text

    text: str = rtf_to_text(source.decode("latin-1"), errors="replace")  # type: ignore[no-untyped-call]
    yield text.replace("|", " ")


def _open_document(source: bytes, _: Sequence[str]) -> Iterator[str]:
    from odfdo import Document

    for paragraph in Document(io.BytesIO(source)).body.get_elements("//text:p|//text:h"):
        yield paragraph.text_recursive


def _presentation(source: bytes, _: Sequence[str]) -> Iterator[str]:
    from pptx import Presentation

    for slide in Presentation(io.BytesIO(source)).slides:
        waiting = list(slide.shapes)
        while waiting:
            shape = waiting.pop()
            waiting += getattr(shape, "shapes", ())
            if shape.has_text_frame:
                yield shape.text_frame.text.replace("\v", "\n")
            elif getattr(shape, "has_table", False):
                yield from (cell.text for row in shape.table.rows for cell in row.cells)


READERS: Mapping[str, SecondReader] = {
    "docx": SecondReader("unstructured", "unstructured", _word),
    "html": _unstructured("html"),
    "eml": _mail("email"),
    "msg": _mail("msg"),
    "csv": _unstructured("csv"),
    "epub": SecondReader("unstructured", "unstructured", _book),
    "md": SecondReader("markdown-it", "markdown_it", _markdown),
    "ods": SecondReader("odfdo", "odfdo", _open_document),
    "odt": SecondReader("odfdo", "odfdo", _open_document),
    "pptx": SecondReader("python-pptx", "pptx", _presentation),
    "rtf": SecondReader("striprtf", "striprtf", _rich_text),
    "xlsx": SecondReader("calamine", "python_calamine", workbook_texts.texts_of),
}
"""Formats that are read a second time."""
