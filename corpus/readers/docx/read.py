"""Read Word documents, with the numbers that Word prints without storing them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from corpus.block import Block, SourceContent
from corpus.errors import CorpusError, UnreadableSource
from corpus.formats import format_of
from corpus.paragraph import Exclusion
from corpus.readers.archive import Archive
from corpus.readers.docx.content import boxes_in, content_of, drawn_in
from corpus.readers.docx.numbering import AutomaticNumbers, W
from corpus.readers.docx.parts import furniture_of, notes_of, statements_of, unseen_in, visible_in
from corpus.readers.docx.runs import Runs, is_placeholder, read_runs
from corpus.readers.docx.source import DocxSource, called_notes, calls_of
from corpus.readers.docx.styles import read_styles
from corpus.readers.docx.tables import table_blocks
from corpus.readers.ooxml import open_part, referred, relations
from corpus.readers.reading import read_as
from corpus.text.notes import plain_mark, take_raised

_BY_SUFFIX = {".htm": "html", ".mht": "eml", ".mhtml": "eml"}
"""Suffixes that Word gives to merged files and that no document here has, or has with other bytes."""
_TABLE_NOTE = re.compile(r"\s*([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}|[ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ])\s+(?=\S)")
_STAR = re.compile(r"\s*(\*{1,4})\s+(?=\S)")
MAX_DEPTH = 4
"""Word files merged into Word files."""


def read(source: bytes, name: str) -> SourceContent:
    """Return the blocks of a Word document: body, tables, text boxes, diagrams, charts, merged files, footnotes.

    What is not shown, or is shown beside the text on every page, is excluded.
    """
    return _read(source, name, 0)


def _read(source: bytes, name: str, depth: int) -> SourceContent:
    archive = Archive(source, name)
    document = open_part(archive, _main_part(archive))
    if document is None:
        raise UnreadableSource(
            f"'{name}' lacks the part that holds its text (word/document.xml); save it again in Word and try once more"
        )
    styles = archive.xml("word/styles.xml")
    numbers = AutomaticNumbers(archive.xml("word/numbering.xml"), styles)
    known = DocxSource(archive, document, depth, numbers, read_styles(styles))
    notes = [(archive.xml("word/footnotes.xml"), ""), (archive.xml("word/endnotes.xml"), "e")]
    for part, prefix in notes:
        known.notes.update(notes_of(part, prefix))
    blocks = [block for body in document.root.findall(W + "body") for block in _blocks(body, known)]
    statements = list(statements_of(archive))
    blocks += [Block("Running head", role="heading", level=2)] if statements else []
    blocks += map(Block, statements)
    visible = visible_in(document.root) + statements + known.visible + [text for text in known.notes.values() if text]
    exclusions = [*unseen_in(document.root, *(part for part, _ in notes)), *known.exclusions, *furniture_of(archive)]
    return SourceContent(tuple(blocks), tuple(visible), tuple(exclusions))


def _main_part(archive: Archive) -> str:
    """Return the name of the part that holds the text, which some programs call by another name."""
    if "word/document.xml" in archive.names:
        return "word/document.xml"
    listed = relations(archive, "")
    return next((each.target for each in listed if each.kind == "officeDocument"), "word/document.xml")


def _blocks(parent: Iterable[Any], known: DocxSource) -> Iterator[Block]:
    outer, known.carried = known.carried, Runs()
    for node in content_of(parent):
        if node.tag != W + "p":
            yield from _carried(known)
        if node.tag == W + "tbl":
            yield from table_blocks(node, known, _blocks)
        elif node.tag == W + "altChunk":
            yield from _merged_file(node, known)
        else:
            yield from _paragraph(node, known)
            for box in boxes_in(node):
                yield from _blocks(box, known)
            yield from drawn_in(node, known)
    yield from _carried(known)
    known.carried = outer


def _carried(known: DocxSource) -> Iterator[Block]:
    """Yield a paragraph whose end is deleted, where no other follows to go on with it."""
    runs, known.carried = known.carried, Runs()
    if text := runs.text.strip():
        yield Block(text, calls=calls_of(runs, known))
    yield from called_notes(runs, known)


def _merged_file(node: Any, known: DocxSource) -> Iterator[Block]:
    """Yield the blocks of a file that Word shows in this place; one that cannot be read is listed."""
    part = referred(node, known.document)
    content = known.archive.read(part)
    try:
        if part.endswith(".docx") and known.depth >= MAX_DEPTH:
            raise UnreadableSource("it lies within too many others")
        kind = next((kind for suffix, kind in _BY_SUFFIX.items() if part.endswith(suffix)), "")
        kind = kind or format_of(part, content)
        name = known.archive.name
        reading = _read(content, name, known.depth + 1) if kind == "docx" else read_as(kind, content, name)
    except CorpusError as error:
        known.exclusions.append(Exclusion(part or "part that is missing", f"merged file that is not read: {error}"))
        return
    known.visible += reading.visible
    known.exclusions += reading.exclusions
    first = known.table
    for block in reading.blocks:
        known.table = max(known.table, first + block.table)
        yield replace(block, table=first + block.table if block.table else 0)


def _paragraph(node: Any, known: DocxSource) -> Iterator[Block]:
    runs = read_runs(node, known.note_marks)
    mark, depth = known.numbers.printed(node) if runs.text.strip() else ("", 0)
    before, known.carried = known.carried, Runs()
    if before.text:
        runs = Runs(before.text + runs.text, before.bold and runs.bold, before.notes + runs.notes)
    if any(node.find(f"{W}pPr/{W}rPr/{W}{change}") is not None for change in ("del", "moveFrom")):
        known.carried = runs
        return
    calls = calls_of(runs, known)
    text = runs.text.strip()
    if text.endswith(":") and any(map(is_placeholder, node.iter(W + "sdt"))):
        known.exclusions.append(Exclusion(text, "label without a value"))
    elif text:
        yield from _classified(text, runs, mark, depth, calls, known.styles.of(node))
    yield from called_notes(runs, known)


def _classified(
    text: str, runs: Runs, mark: str, depth: int, calls: tuple[str, ...], style: tuple[str, float]
) -> Iterator[Block]:
    name, level = style
    if match := _TABLE_NOTE.match(text) or _STAR.match(text):
        yield Block(text[match.end() :], role="note", note=plain_mark(match.group(1)), calls=calls)
        return
    text, stars = take_raised(text)
    calls += stars
    if name.startswith("toc ") or name == "table of contents":
        yield Block(text, role="item", mark=mark, level=depth, calls=calls)
    elif level and not mark.startswith("•"):
        yield Block(text, role="heading", mark=mark, level=level, calls=calls, bold=runs.bold)
    elif name == "caption":
        yield Block(text, role="caption", mark=mark, calls=calls)
    else:
        yield Block(text, role="item" if mark == "•" else "text", mark=mark, level=depth, calls=calls, bold=runs.bold)
