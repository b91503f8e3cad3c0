"""Read RTF: paragraphs with their printed numbers, headings by style, tables, notes; what is not shown is listed."""

from dataclasses import dataclass, field, replace

from corpus.block import Block, SourceContent
from corpus.errors import UnreadableSource
from corpus.paragraph import Exclusion
from corpus.readers.rtf.styles import heading_levels
from corpus.readers.rtf.text import Event, RtfText
from corpus.readers.table_grid import Cell, TableGrid, row_block
from corpus.text.numerals import raised

_BREAKS = frozenset({"par", "sect", "page"})


@dataclass(slots=True)
class _Row:
    """The row that is open: its cells so far, and how the format says they are merged."""

    cells: list[str] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    """For each boundary of a cell: `first` and `on` of cells merged to the right, empty for others."""
    pending: str = ""
    header: bool = False


@dataclass(slots=True)
class _Reading:
    """What is gathered while the file is read."""

    levels: dict[int, float]
    blocks: list[Block] = field(default_factory=list)
    visible: list[str] = field(default_factory=list)
    exclusions: list[Exclusion] = field(default_factory=list)
    parts: dict[str, list[str]] = field(default_factory=dict)
    """Text of each part that is open: the paragraph itself, its printed mark, a note, a running head."""
    waiting: list[Block] = field(default_factory=list)
    """Notes that the open paragraph calls."""
    calls: list[str] = field(default_factory=list)
    notes: int = 0
    bold: int = 0
    letters: int = 0
    style: int = 0
    outline: int = 9
    in_table: bool = False
    row: _Row = field(default_factory=_Row)
    grid: TableGrid = field(default_factory=TableGrid)
    table: int = 0
    last_was_row: bool = False


def read(source: bytes, name: str) -> SourceContent:
    """Return the blocks of an RTF file; raise `UnreadableSource` for one that is none."""
    if not source.lstrip().startswith(b"{\\rtf"):
        raise UnreadableSource(f"'{name}' does not begin as RTF does; save it again and try once more")
    reading = _Reading(heading_levels(source))
    for event in RtfText().events(source.lstrip()):
        if event.text:
            _add_text(reading, event)
        else:
            _follow(reading, event)
    _end_paragraph(reading)
    for part in list(reading.parts):
        _end_part(reading, part)
    return SourceContent(tuple(reading.blocks), tuple(reading.visible), tuple(reading.exclusions))


def _add_text(reading: _Reading, event: Event) -> None:
    look = event.look
    left_out = "hidden" if look.hidden else "deleted" if look.deleted else "struck out" if look.struck else ""
    if left_out:
        reading.parts.setdefault(left_out, []).append(event.text)
        return
    text = raised(event.text) if look.raised and not look.part else event.text
    reading.parts.setdefault(look.part, []).append(text)
    if look.part in ("", "note"):
        reading.visible.append(event.text)
    count = sum(map(str.isalnum, event.text)) if not look.part else 0
    reading.letters, reading.bold = reading.letters + count, reading.bold + (count if look.bold else 0)


def _follow(reading: _Reading, event: Event) -> None:
    word, look = event.word, event.look
    if not look.shown:
        return
    if word == "part end":
        _end_part(reading, look.part)
    elif look.part and (word in _BREAKS or word in ("cell", "row")):
        reading.parts.setdefault(look.part, []).append(" ")
    elif word in _BREAKS:
        _break(reading)
    elif word in ("cell", "nestcell"):
        _end_cell(reading, nested=word == "nestcell")
    elif word == "row":
        _end_row(reading)
    elif word == "pard":
        reading.style, reading.outline, reading.in_table = 0, 9, False
    elif word == "intbl":
        reading.in_table = True
    elif word == "s" and event.number is not None:
        reading.style = event.number
    elif word == "outlinelevel" and event.number is not None:
        reading.outline = event.number
    else:
        _define_row(reading.row, word)


def _define_row(row: _Row, word: str) -> None:
    if word == "trowd":
        row.merged, row.pending, row.header = [], "", False
    elif word == "trhdr":
        row.header = True
    elif word in ("clmgf", "clmrg"):
        row.pending = "first" if word == "clmgf" else "on"
    elif word in ("clvmgf", "clvmrg"):
        row.pending = "down" if word == "clvmgf" else "below"
    elif word == "cellx":
        row.merged.append(row.pending)
        row.pending = ""


def _break(reading: _Reading) -> None:
    """End a paragraph, or go on in the cell that is open."""
    if reading.in_table:
        reading.parts.setdefault("", []).append(" ")
    else:
        _end_paragraph(reading)


def _taken(reading: _Reading, part: str) -> str:
    return "".join(reading.parts.pop(part, ())).strip()


def _end_part(reading: _Reading, part: str) -> None:
    if part in ("", "mark"):
        return
    text = " ".join(_taken(reading, part).split())
    if part == "note" and text:
        reading.notes += 1
        mark = str(reading.notes)
        reading.calls.append(mark)
        reading.waiting.append(Block(text, role="note", note=mark))
    elif text:
        reading.exclusions.append(Exclusion(text, part))


def _end_paragraph(reading: _Reading) -> None:
    mark, text = _taken(reading, "mark"), _taken(reading, "")
    calls = tuple(reading.calls)
    if text:
        reading.visible += [mark] if any(map(str.isalnum, mark.removeprefix("o"))) else []
        bold = reading.letters > 0 and reading.bold == reading.letters
        block = Block(text, mark=mark, calls=calls, bold=bold)
        level = reading.outline + 1.0 if reading.outline < 9 else reading.levels.get(reading.style, 0.0)
        if mark and not any(map(str.isalnum, mark.removeprefix("o"))):
            block = replace(block, role="item", mark="•")
        elif level:
            block = replace(block, role="heading", level=level)
        reading.blocks.append(block)
        reading.last_was_row = False
    reading.blocks += reading.waiting
    reading.waiting, reading.calls, reading.letters, reading.bold = [], [], 0, 0


def _end_cell(reading: _Reading, *, nested: bool) -> None:
    if nested:
        reading.parts.setdefault("", []).append(" ")
        return
    mark, text = _taken(reading, "mark"), _taken(reading, "")
    reading.visible.append(mark)
    reading.row.cells.append(" ".join(f"{mark} {text}".split()))


def _end_row(reading: _Reading) -> None:
    row, reading.row = reading.row, _Row(merged=reading.row.merged, header=reading.row.header)
    if not reading.last_was_row:
        reading.table += 1
        reading.grid = TableGrid()
    texts, spans = reading.grid.row(_cells(row))
    calls = tuple(reading.calls)
    if len(texts) == 1 and texts[0]:
        reading.blocks.append(Block(texts[0], calls=calls))
    elif any(texts):
        reading.blocks.append(replace(row_block(texts, spans, reading.table, header=row.header), calls=calls))
    reading.last_was_row = True
    reading.blocks += reading.waiting
    reading.waiting, reading.calls, reading.letters, reading.bold = [], [], 0, 0


def _cells(row: _Row) -> list[Cell]:
    cells: list[Cell] = []
    for rank, text in enumerate(row.cells):
        merged = row.merged[rank] if rank < len(row.merged) else ""
        if merged == "on" and cells:
            joined = f"{cells[-1].text} {text}".strip()
            cells[-1] = Cell(joined, cells[-1].across + 1)
        else:
            cells.append(Cell(text))
    return cells
