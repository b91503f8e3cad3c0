"""Read OpenDocument texts from their parts: body, lists, tables, notes, text boxes, charts; the rest is listed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from corpus.block import Block, SourceContent
from corpus.errors import UnreadableSource
from corpus.paragraph import Exclusion
from corpus.readers.archive import Archive
from corpus.readers.odt.lists import MAX_DEPTH, ListCounter
from corpus.readers.odt.runs import Runs, TextStyle, read_runs, text_styles
from corpus.readers.opendocument import CHART, DRAW, OFFICE, STYLE, TABLE, TEXT, XLINK
from corpus.readers.table_grid import MAX_COLUMNS, Cell, TableGrid, row_block

_MOST_REPEATED_ROWS = 100
_LISTED = {
    TEXT + "tracked-changes": "deleted", OFFICE + "annotation": "comment", TEXT + "ruby-text": "reading aid",
    TEXT + "hidden-text": "hidden", TEXT + "hidden-paragraph": "hidden",
}  # fmt: skip
_PASSED = frozenset({TEXT + "sequence-decls", TEXT + "variable-decls", OFFICE + "forms", OFFICE + "scripts"})


@dataclass(slots=True)
class _Reading:
    """What is needed to read one document, and what is gathered."""

    archive: Archive
    styles: dict[str, TextStyle]
    lists: ListCounter
    exclusions: list[Exclusion] = field(default_factory=list)
    visible: list[str] = field(default_factory=list)
    table: int = 0
    notes: int = 0
    objects: int = 0


def read(source: bytes, name: str) -> SourceContent:
    """Return the blocks of an OpenDocument text."""
    archive = Archive(source, name)
    manifest = archive.xml("META-INF/manifest.xml")
    if manifest is not None and any(str(node.tag).endswith("}encryption-data") for node in manifest.iter()):
        raise UnreadableSource(f"'{name}' is locked by a password; save it without one and try again")
    content = archive.xml("content.xml")
    if content is None:
        raise UnreadableSource(
            f"'{name}' lacks the part that holds its text (content.xml); save it again in the program it was made with"
        )
    common = archive.xml("styles.xml")
    reading = _Reading(archive, text_styles(common, content), ListCounter())
    for root in (common, content):
        if root is not None:
            reading.lists.learn(root)
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    blocks = list(_blocks(body, reading)) if body is not None else []
    if common is not None:
        _list_furniture(common, reading)
    return SourceContent(tuple(blocks), tuple(reading.visible), tuple(reading.exclusions))


def _list_furniture(common: Any, reading: _Reading) -> None:
    for page in common.iter(STYLE + "master-page"):
        for part in page:
            kind = "running head" if "header" in part.tag else "running foot"
            if text := _all_text(part):
                reading.exclusions.append(Exclusion(text, kind))


def _all_text(element: Any) -> str:
    return " ".join(" ".join(element.itertext()).split())


def _blocks(parent: Any, reading: _Reading, depth: int = 0, style: str = "") -> Iterator[Block]:
    """Yield what stands in a part of the text, in order."""
    for node in parent:
        if not isinstance(node.tag, str) or node.tag in _PASSED:
            continue
        if node.tag in (TEXT + "p", TEXT + "h"):
            yield from _paragraph(node, reading)
        elif node.tag == TEXT + "list" and depth < MAX_DEPTH:
            yield from _list(node, reading, depth + 1, style)
        elif node.tag == TABLE + "table":
            yield from _table(node, reading)
        elif node.tag in _LISTED:
            _leave_out(node, reading)
        elif node.tag.startswith(DRAW):
            yield from _drawn(node, reading)
        elif len(node):
            yield from _blocks(node, reading, depth, style)


def _leave_out(node: Any, reading: _Reading) -> None:
    if text := _all_text(node):
        reading.exclusions.append(Exclusion(text, _LISTED[node.tag]))


def _paragraph(node: Any, reading: _Reading, mark: str = "", depth: int = 0) -> Iterator[Block]:
    runs = read_runs(node, reading.styles)
    calls, attached = _inside(runs, reading)
    text = runs.text.strip()
    if text:
        reading.visible.append(text)
        level = node.get(TEXT + "outline-level") if node.tag == TEXT + "h" else None
        style = (node.get(TEXT + "style-name") or "").casefold()
        parent = reading.styles.get(node.get(TEXT + "style-name") or "", TextStyle()).parent.casefold()
        if level or "title" in (style, parent):
            rank = float(level) if level and level.isdigit() else 1.0
            yield Block(text, role="heading", level=rank, mark=mark.replace("•", ""), calls=calls)
        elif mark == "•":
            yield Block(text, role="item", mark=mark, level=depth, calls=calls)
        else:
            yield Block(text, mark=mark, level=depth, bold=runs.bold, calls=calls)
    yield from attached


def _inside(runs: Runs, reading: _Reading) -> tuple[tuple[str, ...], list[Block]]:
    """Return the marks of the notes that a paragraph calls, and the blocks of what is anchored in it."""
    calls: list[str] = []
    blocks: list[Block] = []
    reading.exclusions += [Exclusion(text.strip(), reason) for reason, text in runs.unseen if text.strip()]
    for node in runs.inside:
        if node.tag in _LISTED:
            _leave_out(node, reading)
        elif node.tag == TEXT + "note":
            reading.notes += 1
            mark = _all_text(node.find(TEXT + "note-citation")) if node.find(TEXT + "note-citation") is not None else ""
            mark = mark or str(reading.notes)
            body = node.find(TEXT + "note-body")
            text = _flat(body, reading) if body is not None else ""
            calls.append(mark)
            blocks += [Block(text, role="note", note=mark)] if text else []
        else:
            blocks += _drawn(node, reading)
    return tuple(calls), blocks


def _flat(part: Any, reading: _Reading) -> str:
    """Return all paragraphs within a part on one line."""
    texts = []
    for paragraph in part.iter(TEXT + "p", TEXT + "h"):
        runs = read_runs(paragraph, reading.styles)
        reading.exclusions += [Exclusion(text.strip(), reason) for reason, text in runs.unseen if text.strip()]
        for node in runs.inside:
            if node.tag in _LISTED:
                _leave_out(node, reading)
        texts.append(runs.text)
    line = " ".join(" ".join(texts).split())
    reading.visible += [line] if line else []
    return line


def _list(node: Any, reading: _Reading, depth: int, above: str) -> Iterator[Block]:
    style = node.get(TEXT + "style-name") or above
    goes_on = node.get(TEXT + "continue-numbering") == "true" or node.get(TEXT + "continue-list") is not None
    reading.lists.begin(style, depth, goes_on=goes_on)
    for entry in node:
        if entry.tag not in (TEXT + "list-item", TEXT + "list-header"):
            continue
        start = entry.get(TEXT + "start-value") or ""
        marked = entry.tag == TEXT + "list-item"
        for child in entry:
            if child.tag in (TEXT + "p", TEXT + "h"):
                first = int(start) if start.isdigit() else None
                yield from _paragraph(child, reading, reading.lists.mark(style, depth, first) if marked else "", depth)
                marked = False
            elif child.tag == TEXT + "list" and depth < MAX_DEPTH:
                yield from _list(child, reading, depth + 1, style)
            elif child.tag == TABLE + "table":
                yield from _table(child, reading)


def _drawn(node: Any, reading: _Reading) -> Iterator[Block]:
    """Yield the texts of a frame or a shape, and those of an object in it."""
    for part in node.iter(DRAW + "text-box"):
        yield from _blocks(part, reading)
        return
    linked = next(node.iter(DRAW + "object"), None)
    if linked is not None:
        yield from _object(linked.get(XLINK + "href") or "", reading)
    elif node.tag != DRAW + "frame":
        for paragraph in node.iter(TEXT + "p"):
            yield from _paragraph(paragraph, reading)
    for described in node:
        if str(described.tag).endswith(("}title", "}desc")) and (text := _all_text(described)):
            reading.exclusions.append(Exclusion(text, "description of a picture"))


def _object(path: str, reading: _Reading) -> Iterator[Block]:
    """Yield the title of a chart and its figures; any other object is listed by its words."""
    reading.objects += 1
    part = path.removeprefix("./").rstrip("/")
    root = reading.archive.xml(f"{part}/content.xml") if reading.objects <= 200 else None
    chart = next(root.iter(CHART + "chart"), None) if root is not None else None
    if chart is None:
        if root is not None and (text := _all_text(root)):
            reading.exclusions.append(Exclusion(text, "embedded object"))
        return
    for title in chart.iter(CHART + "title", CHART + "subtitle"):
        if text := _flat(title, reading):
            yield Block(text, role="caption")
    for table in chart.iter(TABLE + "table"):
        yield from _table(table, reading)


def _table(table: Any, reading: _Reading) -> Iterator[Block]:
    reading.table += 1
    number, grid = reading.table, TableGrid()
    rows = [row for row in table.iter(TABLE + "table-row") if _table_of(row) is table]
    wide = max((len(row) for row in rows), default=0) > 1
    for row in rows:
        if not wide:
            for cell in row:
                yield from _blocks(cell, reading)
            continue
        header = str(row.getparent().tag) == TABLE + "table-header-rows"
        times = row.get(TABLE + "number-rows-repeated") or "1"
        texts, spans = grid.row(_cells(row, reading))
        if any(texts):
            block = row_block(texts, spans, number, header=header)
            yield from [block] * min(int(times) if times.isdigit() else 1, _MOST_REPEATED_ROWS)


def _table_of(row: Any) -> Any:
    return next(ancestor for ancestor in row.iterancestors() if ancestor.tag == TABLE + "table")


def _cells(row: Any, reading: _Reading) -> Iterator[Cell]:
    for cell in row:
        if cell.tag != TABLE + "table-cell":
            continue
        across, down, times = (
            int(value) if (value := cell.get(TABLE + name) or "1").isdigit() else 1
            for name in ("number-columns-spanned", "number-rows-spanned", "number-columns-repeated")
        )
        text = _flat(cell, reading)
        for _ in range(min(times, MAX_COLUMNS if text else 63)):
            yield Cell(text, across, down)
