"""Read PDF files that hold text: lines, paragraphs, rows and footnotes from the places of the characters."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from corpus.block import Block, Reading
from corpus.markers import BULLETS, split_marker
from corpus.notes import plain_mark, take_raised
from corpus.paragraph import Exclusion
from corpus.pdf_chars import Fragment, PageText
from corpus.pdf_columns import zones_of
from corpus.pdf_furniture import without_furniture
from corpus.pdf_layout import Band, Cell, Line, bands_of, has_columns
from corpus.pdf_pages import read_pages
from corpus.pdf_paragraphs import (
    NOTE_START,
    Typography,
    joined,
    joined_texts,
    paragraphs_of,
    room_for,
    typography,
)
from corpus.pdf_tables import Column, Table, cells_of, regions_of, same_columns

_LEADER = re.compile(r"\s*(?:[.…_]\s?){4,}\s*(\d{1,4}|[ivxl]{1,6})?\s*$")
_CLOSED = re.compile(r"[.;:!?]['”\"’)\]]*$")
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
    last: tuple[Column, ...] | None = None
    """Columns of the table read last."""
    heading_rows: list[tuple[str, ...]] = field(default_factory=list)
    row_page: int = 0
    """Page of the row read last."""
    tail: Line | None = None
    """Last line of running text on the page before, until the text of this page has begun."""
    tail_block: int = -1
    tail_right: float = 0.0
    tail_start: float = 0.0
    """Left edge of the first line of that paragraph."""
    text_page: int = 0


def read(source: bytes, name: str) -> Reading:
    """Return the blocks of a PDF with their pages; furniture of the pages is excluded.

    Raises what `read_pages` raises.
    """
    opened = read_pages(source, name)
    pages = opened.pages
    kept, furniture = without_furniture(pages)
    usual = typography(kept)
    build = _Build(usual, _heading_sizes(kept, usual), exclusions=list(furniture))
    columns = any(
        has_columns(page, fragments, usual.leading) for page, fragments in zip(pages[:12], kept, strict=False)
    )
    for page, fragments in zip(pages, kept, strict=True):
        for zone in zones_of(page, fragments):
            _read_page(build, page, bands_of(page, zone, usual.leading, columns=columns))
    if build.hyphens:
        build.exclusions.append(Exclusion("-" * build.hyphens, "hyphen at a line end"))
    build.exclusions += opened.remarks
    return Reading(tuple(build.blocks), tuple(page.raw for page in pages), tuple(build.exclusions), pages=len(pages))


def _heading_sizes(pages: Sequence[Sequence[Fragment]], usual: Typography) -> dict[float, float]:
    """Rank the font sizes above that of running text, the largest first."""
    sizes = {
        round(fragment.size, 1) for fragments in pages for fragment in fragments if fragment.size > usual.body + 0.9
    }
    return {size: 2.0 + min(rank, 6) / 2 for rank, size in enumerate(sorted(sizes, reverse=True))}


def _read_page(build: _Build, page: PageText, bands: Sequence[Band]) -> None:
    right = _right_edge(bands, page)
    for region in regions_of(bands):
        if isinstance(region, Table):
            _read_table(build, region, page, right)
        else:
            _flow(build, region.cells[0], min(right, page.width))


def _right_edge(bands: Sequence[Band], page: PageText) -> float:
    ends = sorted(
        line.x1
        for band in bands
        if len(band.cells) == 1
        for line in band.cells[0].lines
        if line.x1 - line.x0 > 0.3 * page.width
    )
    return ends[int(len(ends) * 0.9)] if ends else page.width * 0.9


def _read_table(build: _Build, table: Table, page: PageText, right: float) -> None:
    if _is_masthead(table, build.usual):
        for row in table.rows:
            for cell in row.cells:
                _flow(build, cell, right)
        return
    rows = [cells_of(band, table.columns, [_cell_text(build, cell) for cell in band.cells]) for band in table.rows]
    goes_on = bool(
        build.last is not None
        and build.blocks
        and build.blocks[-1].table == build.table
        and same_columns(build.last, table.columns)
    )
    if not goes_on:
        build.table += 1
        build.heading_rows = []
    build.last = table.columns
    small, before_page = _heading_rows(table), build.row_page
    for index, cells in enumerate(rows):
        if goes_on and index < small and cells in build.heading_rows:
            build.exclusions.append(
                Exclusion(" ".join(cell for cell in cells if cell), "repeated column headings", page.number)
            )
            continue
        if index < small:
            build.heading_rows.append(cells)
        _add_row(
            build,
            cells,
            page.number,
            header=index < small,
            joins=goes_on and index == small and before_page < page.number,
        )
    build.row_page = page.number


def _is_masthead(table: Table, usual: Typography) -> bool:
    """Tell whether texts side by side are the head of a first page: the name of a body, a symbol, a date."""
    lines = [line for row in table.rows for cell in row.cells for line in cell.lines]
    return lines[0].page == 1 and len(table.rows) <= 3 and max(line.size for line in lines) > usual.body + 2


def _heading_rows(table: Table) -> int:
    """Return how many rows at the top hold column headings: those set smaller, or bold, with other rows below."""
    sizes = [max(line.size for cell in row.cells for line in cell.lines) for row in table.rows]
    bold = [all(line.bold for cell in row.cells for line in cell.lines) for row in table.rows]
    body = max(sizes[-1], sorted(sizes)[len(sizes) // 2])
    count = 0
    while count < len(sizes) - 1 and (sizes[count] < body - 1 or (bold[count] and not all(bold))) and count < 4:
        count += 1
    return count


def _add_row(build: _Build, cells: tuple[str, ...], page: int, *, header: bool, joins: bool) -> None:
    shown, calls = _rid_of_calls(cells)
    before = build.blocks[-1] if build.blocks else None
    if joins and before is not None and before.role == "row" and _continues_row(before.cells, shown):
        whole = tuple(f"{a} {b}".strip() for a, b in zip(before.cells, shown, strict=True))
        build.blocks[-1] = replace(before, cells=whole, text="\t".join(whole), calls=before.calls + calls)
        return
    filled = [cell for cell in shown if cell]
    if len(filled) == 1 and filled[0][0] in BULLETS:
        build.blocks.append(Block(filled[0], role="item", page=page, calls=calls))
        return
    build.blocks.append(
        Block("\t".join(shown), role="row", cells=shown, table=build.table, page=page, calls=calls, header=header)
    )


def _continues_row(before: Sequence[str], after: Sequence[str]) -> bool:
    """Tell whether the first row of a page goes on with the last row of the page before it."""
    if len(before) != len(after):
        return False
    pairs = [(a, b) for a, b in zip(before, after, strict=True) if b]
    cut = [
        (a, b) for a, b in pairs if a and not _CLOSED.search(a) and (b[0].islower() or b[0].isdigit() or len(a) > 60)
    ]
    return (
        bool(pairs)
        and all(a for a, _ in pairs)
        and len(cut) > 0
        and (not after[0] or bool(after[0][0].islower()) or len(cut) == len(pairs))
    )


def _rid_of_calls(cells: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    taken = [take_raised(cell) for cell in cells]
    return tuple(text for text, _ in taken), tuple(mark for _, marks in taken for mark in marks)


def _cell_text(build: _Build, cell: Cell) -> str:
    text, hyphens = joined(cell.lines, build.usual)
    build.hyphens += hyphens
    entry = _leader(build, text, cell.lines[0].page)
    return " ".join(part for part in entry if part) if entry else text


def _leader(build: _Build, text: str, page: int) -> tuple[str, str] | None:
    """Split an entry of a table of contents into its words and its page; the dots between them are excluded."""
    match = _LEADER.search(text[-400:])
    if match is None or len(match.group(0)) == len(text):
        return None
    words = text[: len(text) - len(match.group(0))]
    build.exclusions.append(Exclusion(re.sub(r"[^.…_]", "", match.group(0)), "leader", page))
    return words, match.group(1) or ""


def _flow(build: _Build, cell: Cell, right: float) -> None:
    for group in paragraphs_of(cell.lines, right, build.usual):
        first = group[0]
        begins_page = build.text_page < first.page
        before = len(build.blocks)
        build.blocks += _block(build, group)
        added = build.blocks[before:]
        if not added or added[0].role not in ("text", "item"):
            continue
        if begins_page and build.tail is not None and _goes_on_over_page(build.tail, group, build):
            _append_to_tail(build, before)
        else:
            build.tail_block, build.tail_start = len(build.blocks) - 1, first.x0
        build.text_page, build.tail, build.tail_right = first.page, group[-1], right


def _goes_on_over_page(last: Line, group: Sequence[Line], build: _Build) -> bool:
    """Tell whether a page begins in the middle of the paragraph that the page before ended with.

    The last line is full, and the first one stands right under where it began, with no number that is set apart or
    stands below the beginning of that paragraph.
    """
    first = group[0]
    if first.tab or first.page != last.page + 1 or abs(first.size - last.size) > 0.3 or first.bold != last.bold:
        return False
    if split_marker(first.text)[0] is not None and abs(first.x0 - build.tail_start) < 2 * last.size:
        return False
    return room_for(last, first, build.tail_right) < 0.8 * last.size and abs(first.x0 - last.x0) < 0.5 * last.size


def _append_to_tail(build: _Build, added: int) -> None:
    """Join the block at `added` to the paragraph of the page before."""
    more, head = build.blocks[added], build.blocks[build.tail_block]
    text, hyphens = joined_texts(head.text, more.text, build.usual)
    build.hyphens += hyphens
    build.blocks[build.tail_block] = replace(head, text=text, calls=head.calls + more.calls)
    del build.blocks[added]


def _block(build: _Build, group: Sequence[Line]) -> Iterator[Block]:
    text, hyphens = joined(group, build.usual)
    build.hyphens += hyphens
    first = group[0]
    if _RULE.fullmatch(text):
        build.exclusions.append(Exclusion(text, "rule", first.page))
        return
    if cells := _leader(build, text, first.page):
        yield Block("\t".join(cells), role="row", cells=cells, table=-first.page, page=first.page)
        return
    if (match := NOTE_START.match(text)) and first.size < build.usual.body - 0.4:
        yield Block(text[match.end() :], role="note", note=plain_mark(match.group(1)), page=first.page)
        return
    bold = all(line.bold for line in group)
    shown, calls = take_raised(text)
    size = round(first.size, 1)
    level = build.headings.get(size, 0.0) if len(group) <= 8 and len(shown) < 600 else 0.0
    if level and any(map(str.isalpha, shown)):
        yield Block(shown, role="heading", level=level, page=first.page, bold=bold, calls=calls, loose=True)
    else:
        yield Block(shown, page=first.page, bold=bold, calls=calls, loose=True)
