"""Read PDF files that hold text: lines, paragraphs, rows and footnotes from the places of the characters."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.block import Block, SourceContent
from corpus.paragraph import Exclusion
from corpus.readers.pdf.bands import Band, Cell, PdfLine
from corpus.readers.pdf.build import Build, leader
from corpus.readers.pdf.chars import Fragment, PageText
from corpus.readers.pdf.columns import zones_of
from corpus.readers.pdf.contents import without_contents
from corpus.readers.pdf.furniture import without_furniture
from corpus.readers.pdf.gaps import without_gaps
from corpus.readers.pdf.grids import Grid, take_grids
from corpus.readers.pdf.layout import bands_of, has_columns
from corpus.readers.pdf.legible import remarks_on
from corpus.readers.pdf.margins import set_aside
from corpus.readers.pdf.pages import read_pages
from corpus.readers.pdf.paragraphs import (
    CLOSED,
    NOTE_START,
    OPEN_END,
    Typography,
    joined,
    joined_texts,
    paragraphs_of,
    room_for,
    typography,
)
from corpus.readers.pdf.rows import is_masthead, read_grid, read_table
from corpus.readers.pdf.tables import Table, regions_of
from corpus.text.headings import is_caption
from corpus.text.markers import split_marker
from corpus.text.notes import plain_mark, take_raised

_INDENT = 5.0
"""By how much the first line of a paragraph is set in at most, in font sizes."""
_RULE = re.compile(r"[_\-–—=.\s]{6,}")


def read(source: bytes, name: str) -> SourceContent:
    """Return the blocks of a PDF with their pages; furniture of the pages is excluded.

    Raises what `read_pages` raises.
    """
    opened = read_pages(source, name)
    pages = opened.pages
    aside = set_aside(pages)
    grids = [take_grids(page) for page in pages]
    kept, furniture = without_furniture(pages)
    usual = typography(kept)
    kept = [without_gaps(fragments, usual.leading) for fragments in kept]
    build = Build(usual, _heading_sizes(kept, usual), exclusions=[*furniture, *aside])
    columns = any(
        has_columns(page, fragments, usual.leading) for page, fragments in zip(pages[:12], kept, strict=False)
    )
    for page, fragments, ruled in zip(pages, kept, grids, strict=True):
        for zone in zones_of(page, fragments):
            for part in _around(zone, ruled):
                if isinstance(part, Grid):
                    read_grid(build, part, page)
                else:
                    _read_page(build, page, bands_of(page, part, usual.leading, columns=columns))
        for grid in ruled:
            read_grid(build, grid, page)
        for view in (*page.turned, *page.slanted):
            _read_page(build, view, bands_of(view, view.fragments, usual.leading))
        build.blocks += [Block(value, page=page.number) for value in page.values]
        build.exclusions += [Exclusion(comment, "comment", page.number) for comment in page.comments]
    build.blocks, contents = without_contents(build.blocks, len(pages))
    build.exclusions += contents
    if build.hyphens:
        build.exclusions.append(Exclusion("-" * build.hyphens, "hyphen at a line end"))
    build.exclusions += [*opened.remarks, *remarks_on(pages, build.blocks)]
    visible = (text for page in pages for text in (page.raw, *page.values, *page.comments))
    return SourceContent(
        tuple(build.blocks), tuple(visible), tuple(build.exclusions), pages=len(pages), attached=opened.attached
    )


def _heading_sizes(pages: Sequence[Sequence[Fragment]], usual: Typography) -> dict[float, float]:
    """Rank the font sizes above that of running text, the largest first."""
    sizes = {
        round(fragment.size, 1) for fragments in pages for fragment in fragments if fragment.size > usual.body + 0.9
    }
    return {size: 2.0 + min(rank, 6) / 2 for rank, size in enumerate(sorted(sizes, reverse=True))}


def _around(fragments: list[Fragment], grids: list[Grid]) -> Iterator[list[Fragment] | Grid]:
    """Yield the text above, between and below the ruled tables of a page, and these tables, from top to bottom.

    A table is yielded once, and taken off `grids`, with the first zone of text that it stands in and that goes on
    below it; one that stands below all text stays.
    """
    left, right = min((f.x0 for f in fragments), default=0.0), max((f.x1 for f in fragments), default=0.0)
    low = min((f.y for f in fragments), default=0.0)
    for grid in [grid for grid in grids if grid.edges[0] < right and grid.edges[-1] > left and grid.top > low]:
        grids.remove(grid)
        above = [fragment for fragment in fragments if fragment.y >= grid.top]
        fragments = [fragment for fragment in fragments if fragment.y < grid.top]
        if above:
            yield above
        yield grid
    if fragments:
        yield fragments


def _read_page(build: Build, page: PageText, bands: Sequence[Band]) -> None:
    right = _right_edge(bands, page)
    for region in regions_of(bands):
        if isinstance(region, Table) and is_masthead(region, build.usual):
            for cell in (cell for row in region.rows for cell in row.cells):
                _flow(build, cell, right)
        elif isinstance(region, Table):
            read_table(build, region, page)
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


def _flow(build: Build, cell: Cell, right: float) -> None:
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


def _goes_on_over_page(last: PdfLine, group: Sequence[PdfLine], build: Build) -> bool:
    """Tell whether a page begins in the middle of the paragraph that the page before ended with.

    The last line is full or leaves its sentence open, and the first one stands right under where it began, with no
    number that is set apart or stands below the beginning of that paragraph.
    """
    first = group[0]
    if first.tab or first.page != last.page + 1 or abs(first.size - last.size) > 0.3 or first.bold != last.bold:
        return False
    if split_marker(first.text)[0] is not None and abs(first.x0 - build.tail_start) < 2 * last.size:
        return False
    if not _same_edge(last, first, alone=abs(last.x0 - build.tail_start) < 0.1):
        return False
    if not CLOSED.search(last.text) and (first.text[:1].islower() or OPEN_END.search(last.text)):
        return True
    return room_for(last, first, build.tail_right) < 0.8 * last.size


def _same_edge(last: PdfLine, first: PdfLine, *, alone: bool) -> bool:
    """Tell whether a line begins where the line before it does; the first line of a paragraph may be set in."""
    if abs(first.x0 - last.x0) < 0.5 * last.size:
        return True
    set_in = abs(first.x0 - last.text_x) < 0.5 * last.size or 0 < last.x0 - first.x0 < _INDENT * last.size
    return alone and set_in and not CLOSED.search(last.text)


def _append_to_tail(build: Build, added: int) -> None:
    """Join the block at `added` to the paragraph of the page before."""
    more, head = build.blocks[added], build.blocks[build.tail_block]
    text, hyphens = joined_texts(head.text, more.text, build.usual)
    build.hyphens += hyphens
    build.blocks[build.tail_block] = replace(head, text=text, calls=head.calls + more.calls)
    del build.blocks[added]


def _block(build: Build, group: Sequence[PdfLine]) -> Iterator[Block]:
    text, hyphens = joined(group, build.usual)
    build.hyphens += hyphens
    first = group[0]
    if _RULE.fullmatch(text):
        build.exclusions.append(Exclusion(text, "rule", first.page))
        return
    if cells := leader(build, text, first.page):
        entry = tuple(cell for cell in cells if cell)
        yield Block("\t".join(entry), role="row", cells=entry, table=-first.page, page=first.page, leader=True)
        return
    if (match := NOTE_START.match(text)) and first.size < build.usual.body - 0.4:
        yield Block(text[match.end() :], role="note", note=plain_mark(match.group(1)), page=first.page)
        return
    bold = all(line.bold for line in group)
    shown, calls = take_raised(text)
    size = round(first.size, 1)
    level = build.headings.get(size, 0.0) if len(group) <= 8 and len(shown) < 600 else 0.0
    if level and any(map(str.isalpha, shown)) and not is_caption(shown):
        yield Block(shown, role="heading", level=level, page=first.page, bold=bold, calls=calls, loose=True)
    else:
        yield Block(shown, page=first.page, bold=bold, calls=calls, loose=True)
