"""Read PDF files that hold text: lines, paragraphs, rows and footnotes from the places of the characters."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from corpus.block import Block, Reading
from corpus.errors import NoText, SourceLimit, UnreadableSource
from corpus.notes import SUPERSCRIPTS
from corpus.paragraph import Exclusion
from corpus.pdf_chars import PageText, read_page
from corpus.pdf_furniture import without_furniture
from corpus.pdf_layout import Band, Cell, Line, bands_of
from corpus.pdf_paragraphs import Typography, joined, paragraphs_of, typography
from corpus.pdf_tables import cells_of, columns_of

MAX_PAGES = 20_000
_LEADER = re.compile(r"^(.*?\w.*?)\s*(?:[.…_]\s?){4,}\s*(\d{1,4}|[ivxl]{1,6})?\s*$")
_NOTE = re.compile(r"\s*([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|[ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ]|\*{1,4})\s*(?=\S)")
_CALL = re.compile(r"(?<=[\w.,;:)\]”\"’%])([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|[ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ]|\*{1,4})(?=[\s,.;:)\]”\"’]|$)")
_UNIT = re.compile(r"(?:^|[\s\d(/])(?:m|km|cm|mm|ft|ha|dm)$")
_RULE = re.compile(r"[_\-–—=.\s]{6,}")


@dataclass(slots=True)
class _Build:
    """What is gathered while the pages of one document are read."""

    usual: Typography
    headings: dict[float, float]
    """Font size → rank of a heading."""
    blocks: list[Block] = field(default_factory=list)
    exclusions: list[Exclusion] = field(default_factory=list)
    table: int = 0
    hyphens: int = 0
    rows: list[Band] = field(default_factory=list)


def read(source: bytes, name: str) -> Reading:
    """Return the blocks of a PDF with their pages; furniture of the pages is excluded.

    Raises `UnreadableSource` for a damaged or locked file and `NoText` for pages that are pictures.
    """
    pages = _pages(source, name)
    empty = [page.number for page in pages if not page.raw.strip()]
    if len(empty) == len(pages):
        raise NoText(_no_text(name, empty, len(pages)))
    kept, furniture = without_furniture(pages)
    layout = [bands_of(page, fragments) for page, fragments in zip(pages, kept, strict=True)]
    lines = [line for bands in layout for band in bands for cell in band.cells for line in cell.lines]
    usual = typography(lines)
    build = _Build(usual, _heading_sizes(lines, usual), exclusions=list(furniture))
    for page, bands in zip(pages, layout, strict=True):
        _read_bands(build, page, bands)
    if build.hyphens:
        build.exclusions.append(Exclusion("-" * build.hyphens, "hyphen at a line end"))
    if empty:
        build.exclusions.append(Exclusion("", f"no text on {_page_list(empty)}"))
    return Reading(tuple(build.blocks), tuple(page.raw for page in pages), tuple(build.exclusions), pages=len(pages))


def _pages(source: bytes, name: str) -> list[PageText]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(source)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableSource(f"'{name}' is locked by a password; save it without one and try again") from error
        raise UnreadableSource(f"'{name}' is a damaged PDF; fetch or save it again, then try once more") from error
    try:
        if len(document) == 0:
            raise UnreadableSource(f"'{name}' is a PDF without pages; fetch or save it again, then try once more")
        if len(document) > MAX_PAGES:
            raise SourceLimit(f"'{name}' has {len(document):,} pages, more than the {MAX_PAGES:,} that are read; split it")
        return [_page(document, index) for index in range(len(document))]
    finally:
        document.close()


def _page(document: Any, index: int) -> PageText:
    import pypdfium2

    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return PageText(index + 1, 612.0, 792.0)
    try:
        return read_page(page, index + 1)
    except pypdfium2.PdfiumError:
        return PageText(index + 1, 612.0, 792.0)
    finally:
        page.close()


def _no_text(name: str, empty: Sequence[int], total: int) -> str:
    which = "its page has" if total == 1 else f"none of its {total} pages has"
    verb = "no text, only pictures" if total == 1 else "text, only pictures"
    return f"'{name}' looks scanned: {which} {verb}; make it searchable (OCR) and try again"


def _page_list(numbers: Sequence[int]) -> str:
    """Return page numbers as a person writes them: `pages 2, 5–7`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    shown = ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in runs[:30])
    return f"page {shown}" if len(numbers) == 1 else f"pages {shown}"


def _heading_sizes(lines: Sequence[Line], usual: Typography) -> dict[float, float]:
    """Rank the font sizes above that of running text, the largest first."""
    large = sorted({round(line.size, 1) for line in lines if line.size > usual.body + 0.9 and len(line.text) < 300}, reverse=True)
    return {size: 2.0 + min(rank, 6) / 2 for rank, size in enumerate(large)}


def _read_bands(build: _Build, page: PageText, bands: Sequence[Band]) -> None:
    right = _right_edge(bands, page)
    for band in bands:
        if len(band.cells) > 1 or (build.rows and _fits_table(band, build.rows)):
            build.rows.append(band)
            continue
        _flush_rows(build, right)
        _flow(build, band.cells[0], min(right, page.width))
    _flush_rows(build, right)


def _right_edge(bands: Sequence[Band], page: PageText) -> float:
    ends = sorted(line.x1 for band in bands if len(band.cells) == 1 for line in band.cells[0].lines if line.x1 - line.x0 > 0.3 * page.width)
    return ends[int(len(ends) * 0.9)] if ends else page.width * 0.9


def _fits_table(band: Band, rows: Sequence[Band]) -> bool:
    """Tell whether a single cell is a row of the table above it: it stands in its first column."""
    columns = columns_of(rows)
    if len(columns) < 2 or len(band.cells[0].lines) > 4:
        return False
    near = rows[-1].bottom - band.top < 2.6 * band.cells[0].lines[0].size and rows[-1].bottom > band.top
    return near and band.x0 >= columns[0][0] - 8 and band.x1 < columns[1][0] and len(rows) > 1


def _flush_rows(build: _Build, right: float) -> None:
    rows, build.rows = build.rows, []
    if not rows:
        return
    columns = columns_of(rows)
    if len(rows) == 1 and not _is_row(rows[0]):
        for cell in rows[0].cells:
            _flow(build, cell, right)
        return
    build.table += 1
    for band in rows:
        texts = [_cell_text(build, cell) for cell in band.cells]
        cells = cells_of(band, columns, texts)
        cells, calls = _rid_of_calls(cells)
        filled = [cell for cell in cells if cell]
        if len(filled) == 1 and _LEADER.match(filled[0]):
            _flow(build, band.cells[0], right)
            continue
        build.blocks.append(
            Block("\t".join(cells), role="row", cells=cells, table=build.table, page=band.cells[0].lines[0].page, calls=calls)
        )


def _is_row(band: Band) -> bool:
    return len(band.cells) >= 2


def _rid_of_calls(cells: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    calls: list[str] = []
    shown = []
    for cell in cells:
        leader = _LEADER.match(cell)
        text, marks = _without_calls(leader.group(1) if leader and not leader.group(2) else cell)
        calls += marks
        shown.append(text)
    return tuple(shown), tuple(calls)


def _cell_text(build: _Build, cell: Cell) -> str:
    text, hyphens = joined(cell.lines, build.usual)
    build.hyphens += hyphens
    leader = _LEADER.match(text)
    if leader:
        build.exclusions.append(Exclusion(re.sub(r"[^.…_]", "", text[leader.end(1) :]), "leader", cell.lines[0].page))
        return f"{leader.group(1)} {leader.group(2) or ''}".strip()
    return text


def _without_calls(text: str) -> tuple[str, tuple[str, ...]]:
    """Take the raised marks of footnotes out of a text."""
    marks: list[str] = []

    def taken(match: re.Match[str]) -> str:
        if _UNIT.search(text[max(0, match.start() - 4) : match.start()]):
            return match.group(0)
        marks.append(_plain(match.group(1)))
        return ""

    return _CALL.sub(taken, text), tuple(marks)


def _plain(mark: str) -> str:
    import unicodedata

    return unicodedata.normalize("NFKC", mark.translate(SUPERSCRIPTS))


def _flow(build: _Build, cell: Cell, right: float) -> None:
    for group in paragraphs_of(cell.lines, right, build.usual):
        for block in _block(build, group):
            build.blocks.append(block)


def _block(build: _Build, group: Sequence[Line]) -> Iterator[Block]:
    text, hyphens = joined(group, build.usual)
    build.hyphens += hyphens
    first = group[0]
    if _RULE.fullmatch(text):
        build.exclusions.append(Exclusion(text, "rule", first.page))
        return
    if leader := _LEADER.match(text):
        cells = (leader.group(1), leader.group(2) or "")
        build.exclusions.append(Exclusion(re.sub(r"[^.…_]", "", text[leader.end(1) :]), "leader", first.page))
        yield Block("\t".join(cells), role="row", cells=cells, table=-first.page, page=first.page)
        return
    if (match := _NOTE.match(text)) and first.size < build.usual.body - 0.4:
        yield Block(text[match.end() :], role="note", note=_plain(match.group(1)), page=first.page)
        return
    bold = all(line.bold for line in group)
    shown, calls = _without_calls(text)
    size = round(first.size, 1)
    level = build.headings.get(size, 0.0) if len(group) <= 4 and len(shown) < 320 else 0.0
    if level and any(map(str.isalpha, shown)):
        yield Block(shown, role="heading", level=level, page=first.page, bold=bold, calls=calls, loose=True)
    else:
        yield Block(shown, page=first.page, bold=bold, calls=calls, loose=True)
