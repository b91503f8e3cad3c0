"""Read workbooks: the rows of each sheet, text boxes, titles of charts; what is hidden is listed."""

import re
from collections.abc import Iterator
from typing import Any

from corpus.block import Block, SourceContent
from corpus.errors import UnreadableSource
from corpus.paragraph import Exclusion
from corpus.readers.archive import Archive
from corpus.readers.ooxml import A, PackagePart, S, open_part, referred, relations
from corpus.readers.sheet import sheet_blocks
from corpus.readers.xlsx.cells import Book, read_sheet, rich_text
from corpus.readers.xlsx.shown import NumberFormats

_MAIN = "xl/workbook.xml"
_UNNAMED = re.compile(r"(?:Sheet|Tabelle|Feuil(?:le)?|Hoja|Foglio|Blad|Planilha|Лист|工作表)\s?\d*", re.I)
_ON = ("1", "true")


def read(source: bytes, name: str) -> SourceContent:
    """Return the rows of a workbook, each with its sheet and cells as its address."""
    archive = Archive(source, name)
    main = open_part(archive, _MAIN)
    if main is None:
        raise UnreadableSource(
            f"'{name}' lacks the part that lists its sheets ({_MAIN}); save it again in Excel and try once more"
        )
    book = _book(archive, main)
    blocks: list[Block] = []
    listed = [sheet for sheet in main.root.iter(S + "sheet") if referred(sheet, main)]
    for sheet in listed:
        title = " ".join((sheet.get("name") or "").split())
        found = list(_sheet(book, sheet, referred(sheet, main), title, len(blocks)))
        if found and (len(listed) > 1 or not _UNNAMED.fullmatch(title)):
            blocks.append(Block(title, role="heading", level=2))
            book.visible.append(title)
        blocks += found
    return SourceContent(tuple(blocks), tuple(book.visible), tuple(book.exclusions))


def _book(archive: Archive, main: PackagePart) -> Book:
    strings = archive.xml(main.of_kind.get("sharedStrings", ""))
    properties = main.root.find(S + "workbookPr")
    from_1904 = properties is not None and properties.get("date1904") in _ON
    texts = ["".join(rich_text(entry)) for entry in strings.iter(S + "si")] if strings is not None else []
    return Book(archive, texts, NumberFormats(archive.xml(main.of_kind.get("styles", "")), from_1904=from_1904))


def _sheet(book: Book, listed: Any, part: str, title: str, first_table: int) -> Iterator[Block]:
    hidden = (listed.get("state") or "visible") != "visible"
    sheet = read_sheet(book, part, title, hidden=hidden)
    attached = _attached(book.archive, part)
    for kind, other in attached:
        if kind == "table":
            sheet.heads |= _head_rows(other)
    yield from sheet_blocks(sheet, first_table + 1)
    for kind, other in attached:
        if kind in ("comments", "threadedComment"):
            text = " ".join(" ".join(other.root.itertext()).split())
            book.exclusions += [Exclusion(text, f"comment (sheet {title})")] if text else []
        elif kind == "drawing":
            yield from _drawn(book, other, title, hidden=hidden)


def _attached(archive: Archive, part: str) -> list[tuple[str, PackagePart]]:
    """Return the parts that a sheet refers to, each with what it is to it."""
    opened = ((each.kind, open_part(archive, each.target)) for each in relations(archive, part) if each.is_xml)
    return [(kind, other) for kind, other in opened if other is not None]


def _head_rows(table: PackagePart) -> set[int]:
    """Return the number of the row that holds the heads of a table, where it has one."""
    first = (table.root.get("ref") or "").partition(":")[0].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return {int(first)} if first.isdigit() and table.root.get("headerRowCount") != "0" else set()


def _drawn(book: Book, drawing: PackagePart, title: str, *, hidden: bool) -> Iterator[Block]:
    """Yield the texts of text boxes and the titles of charts that lie on a sheet."""
    charts = [open_part(book.archive, target) for target in drawing.targets.values() if "/charts/" in target]
    for part in (drawing, *(chart for chart in charts if chart is not None)):
        for paragraph in part.root.iter(A + "p"):
            text = " ".join("".join(node.text or "" for node in paragraph.iter(A + "t")).split())
            if text and hidden:
                book.exclusions.append(Exclusion(text, f"hidden sheet (sheet {title})"))
            elif text:
                book.visible.append(text)
                yield Block(text)
