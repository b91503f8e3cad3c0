"""Books: chapters in their order, what is missing or left over, locks and bombs."""

import io
import zipfile

import pytest

from corpus.errors import SourceLimit, UnreadableSource
from corpus.parse import Parsed, parse

CONTAINER = "<container><rootfiles><rootfile full-path='OPS/book.opf'/></rootfiles></container>"
PAGE = "<?xml version='1.0'?><!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'><body>{}</body></html>"


def book(chapters: dict[str, str], spine: list[str], **parts: str) -> bytes:
    """Return a book of chapters by their names, read in the order of the spine."""
    items = "".join(
        f"<item id='{name[0]}' href='{name}' media-type='application/xhtml+xml'/>" for name in {*chapters, *spine}
    )
    order = "".join(f"<itemref idref='{name[0]}'/>" for name in spine)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr(
            "OPS/book.opf",
            "<package xmlns:dc='http://purl.org/dc/elements/1.1/'><metadata><dc:title>A book</dc:title>"
            "<dc:language>en-GB</dc:language></metadata>"
            f"<manifest>{items}</manifest><spine>{order}</spine></package>",
        )
        for name, body in chapters.items():
            archive.writestr(f"OPS/{name}", PAGE.format(body))
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return stream.getvalue()


def read(source: bytes) -> Parsed:
    """Return a book as parsed, with every character accounted for."""
    parsed = parse(source, "made.epub", "d")
    assert parsed.coverage.whole, parsed.coverage.missing
    return parsed


TABLE = "<table><tr><th>Town<th>Trees<tr><td>Ulm<td>{}</table>"


def test_chapters_are_read_in_the_order_of_the_spine() -> None:
    """Each chapter is a section by its heading, and tables of two chapters stay two."""
    chapters = {
        "b.xhtml": "<h1>Second</h1><p>It grew.</p>" + TABLE.format(412),
        "a.xhtml": "<h1>First</h1><p>It began.</p>" + TABLE.format(77).replace("Trees", "Mills"),
    }
    parsed = read(book(chapters, ["a.xhtml", "b.xhtml"]))
    assert [(p.section[-1], p.text) for p in parsed.paragraphs if p.kind == "paragraph"] == [
        ("First", "It began."), ("Second", "It grew."),
    ]  # fmt: skip
    assert [p.columns for p in parsed.paragraphs if p.columns] == [("Town", "Mills"), ("Town", "Trees")]
    assert (parsed.metadata.title, parsed.metadata.language) == ("A book", "en")


def test_what_is_missing_or_not_of_the_chapters_is_listed() -> None:
    """A chapter that the book names and lacks, and a page that no chapter is, are named."""
    parsed = read(book({"a.xhtml": "<p>Here.</p>", "n.xhtml": "<p>Contents</p>"}, ["a.xhtml", "z.xhtml"]))
    assert {(e.reason, e.text) for e in parsed.exclusions} == {
        ("chapter that is missing", "OPS/z.xhtml"), ("page that is not of the chapters", "OPS/n.xhtml"),
    }  # fmt: skip


def test_hostile_books_are_refused_by_name() -> None:
    """A bomb, a lock of the publisher and a book without chapters each give one line."""
    with pytest.raises(SourceLimit, match=r"made\.epub.*ZIP bomb"):
        read(book({"a.xhtml": " " * 40_000_000}, ["a.xhtml"]))
    lock = "<e><CipherReference URI='OPS/a.xhtml'/></e>"
    with pytest.raises(UnreadableSource, match="locked by its publisher"):
        read(book({"a.xhtml": "x"}, ["a.xhtml"], **{"META-INF__encryption.xml": lock}))
    with pytest.raises(UnreadableSource, match="no chapters"):
        read(book({}, []))
