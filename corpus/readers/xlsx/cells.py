"""Read the cells of one sheet of a workbook, as they are shown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from corpus.paragraph import Exclusion
from corpus.readers.archive import Archive
from corpus.readers.ooxml import S
from corpus.readers.sheet import Merge, Sheet, check_rows, column_name
from corpus.readers.table_grid import MAX_COLUMNS
from corpus.readers.xlsx.shown import NumberFormats

_WORDS = {"1": "TRUE", "0": "FALSE"}
_MOST_ROWS = 1_048_576


@dataclass(slots=True)
class Book:
    """What all sheets of a workbook share."""

    archive: Archive
    strings: Sequence[str]
    formats: NumberFormats
    filled_rows: int = 0
    exclusions: list[Exclusion] = field(default_factory=list)
    visible: list[str] = field(default_factory=list)


def read_sheet(book: Book, part: str, name: str, *, hidden: bool) -> Sheet:
    """Return the cells of a sheet; those that are not shown are listed among the exclusions."""
    sheet = Sheet(name)
    hidden_columns: set[int] = set()
    rows: list[tuple[int, dict[int, str], bool]] = []
    without_value: list[str] = []
    for element in _elements(book.archive, part):
        if element.tag == S + "row":
            number = int(element.get("r") or 0) or (rows[-1][0] + 1 if rows else 1)
            cells = dict(_row(book, element, number, without_value))
            if cells and number <= _MOST_ROWS:
                rows.append((number, cells, element.get("hidden") in ("1", "true")))
                book.filled_rows += 1
                check_rows(book.filled_rows, book.archive.name)
        elif element.tag == S + "col" and element.get("hidden") in ("1", "true"):
            last = min(int(element.get("max") or 0), MAX_COLUMNS)
            hidden_columns.update(range(int(element.get("min") or 1), last + 1))
        elif element.tag == S + "mergeCell":
            sheet.merges += [merge] if (merge := _merge(element.get("ref") or "")) else []
        elif element.tag == S + "headerFooter":
            _list(book, name, ("running head", " ".join(element.itertext())))
    covered = _covered(sheet.merges)
    unseen: dict[str, list[str]] = {}
    for number, cells, row_hidden in sorted(rows, key=lambda row: row[0]):
        shown = sheet.rows.setdefault(number, {})
        for column, text in cells.items():
            reason = _unseen(hidden, row_hidden, column in hidden_columns, (number, column) in covered)
            if reason:
                unseen.setdefault(reason, []).append(text)
            else:
                shown[column] = text
                book.visible.append(text)
    for reason, texts in unseen.items():
        _list(book, name, (reason, " ".join(texts)))
    if without_value:
        _list(book, name, ("formula without a saved value", " ".join(without_value)))
    return sheet


def _list(book: Book, sheet: str, left_out: tuple[str, str]) -> None:
    reason, text = left_out
    if text.strip():
        book.exclusions.append(Exclusion(" ".join(text.split()), f"{reason} (sheet {sheet})"))


def _unseen(sheet: bool, row: bool, column: bool, covered: bool) -> str:
    """Return why a cell is not shown, empty where it is."""
    reasons = ((sheet, "hidden sheet"), (row, "hidden row"), (column, "hidden column"), (covered, "covered cell"))
    return next((reason for applies, reason in reasons if applies), "")


def _covered(merges: Sequence[Merge]) -> set[tuple[int, int]]:
    return {
        (row, column)
        for merge in merges
        if (merge.bottom - merge.top + 1) * (merge.right - merge.left + 1) <= 100_000
        for row in range(merge.top, merge.bottom + 1)
        for column in range(merge.left, merge.right + 1)
        if (row, column) != (merge.top, merge.left)
    }


def _elements(archive: Archive, part: str) -> Iterator[Any]:
    """Yield the rows and the merged cells of a sheet, each forgotten when the next is asked for."""
    from lxml import etree

    content = archive.markup(part)
    wanted = [S + name for name in ("row", "col", "mergeCell", "headerFooter")]
    try:
        for _, element in etree.iterparse(
            BytesIO(content), tag=wanted, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        ):
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        raise archive.malformed(part) from error


def _row(book: Book, row: Any, number: int, without_value: list[str]) -> Iterator[tuple[int, str]]:
    column = 0
    for cell in row.iter(S + "c"):
        column = _column(cell.get("r") or "") or column + 1
        text = " ".join(_text(book, cell).split())
        if text:
            yield column, text
        elif cell.find(S + "f") is not None and cell.find(S + "v") is None:
            without_value.append(f"{column_name(column)}{number}")


def _text(book: Book, cell: Any) -> str:
    kind = cell.get("t") or "n"
    if kind == "inlineStr":
        return "".join(rich_text(cell.find(S + "is")))
    value = cell.findtext(S + "v") or ""
    if kind == "s":
        return book.strings[int(value)] if value.isdigit() and int(value) < len(book.strings) else ""
    if kind == "b":
        return _WORDS.get(value, value)
    if kind == "d":
        return value.removesuffix("T00:00:00").replace("T", " ")
    return book.formats.shown(value, cell.get("s") or "0") if kind == "n" and value else value


def rich_text(element: Any) -> Iterator[str]:
    """Yield the runs of a text, without the reading aids beside it."""
    for text in element.iter(S + "t") if element is not None else ():
        if text.getparent().tag != S + "rPh":
            yield text.text or ""


def _column(reference: str) -> int:
    letters = reference.rstrip("0123456789")
    if not letters.isascii() or not letters.isalpha() or len(letters) > 3:
        return 0
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - 64
    return column


def _merge(reference: str) -> Merge | None:
    first, _, last = reference.partition(":")
    digits = [corner.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") for corner in (first, last)]
    if not all(digit.isdigit() for digit in digits):
        return None
    return Merge(int(digits[0]), _column(first), int(digits[1]), _column(last))
