"""Read Word documents, with the numbers that Word prints without storing them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from corpus.block import Block, SourceContent
from corpus.errors import UnreadableSource
from corpus.paragraph import Exclusion
from corpus.readers.archive import Archive
from corpus.readers.docx.numbering import AutomaticNumbers, W, attribute
from corpus.readers.docx.runs import M, Runs, read_runs, visible_nodes
from corpus.readers.docx.styles import Styles, read_styles
from corpus.text.markers import BULLETS
from corpus.text.notes import plain_mark, take_raised

_TABLE_NOTE = re.compile(r"\s*([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}|[ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ])\s+(?=\S)")
_STAR = re.compile(r"\s*(\*{1,4})\s+(?=\S)")
_CONTENT = (W + "p", W + "tbl")


@dataclass(slots=True)
class _Source:
    """What is needed to read the paragraphs of one document."""

    numbers: AutomaticNumbers
    styles: Styles
    note_marks: dict[str, str] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    table: int = 0
    page: int = 1
    told: set[str] = field(default_factory=set)


def read(source: bytes, name: str) -> SourceContent:
    """Return the blocks of a Word document: body, tables, text boxes, footnotes; headers and footers are excluded."""
    archive = Archive(source, name)
    document = archive.xml("word/document.xml")
    if document is None:
        raise UnreadableSource(
            f"'{name}' lacks the part that holds its text (word/document.xml); save it again in Word and try once more"
        )
    styles = archive.xml("word/styles.xml")
    known = _Source(AutomaticNumbers(archive.xml("word/numbering.xml"), styles), read_styles(styles))
    for part, prefix in (("word/footnotes.xml", ""), ("word/endnotes.xml", "e")):
        known.notes.update(_notes(archive.xml(part), prefix))
    body = document.find(W + "body")
    blocks = list(_blocks(body, known)) if body is not None else []
    visible = _visible(document) + [text for text in known.notes.values() if text]
    return SourceContent(tuple(blocks), tuple(visible), tuple(_furniture(archive)))


def _notes(part: Any, prefix: str) -> dict[str, str]:
    if part is None:
        return {}
    tag = W + ("endnote" if prefix else "footnote")
    notes = {}
    for note in part.iter(tag):
        if note.get(W + "type") in ("separator", "continuationSeparator", "continuationNotice"):
            continue
        texts = [read_runs(paragraph, {}).text.strip() for paragraph in note.iter(W + "p")]
        notes[prefix + (note.get(W + "id") or "")] = " ".join(text for text in texts if text)
    return notes


def _visible(document: Any) -> list[str]:
    """Return the text of every paragraph that Word shows, without looking at what became of it."""
    texts = []
    for paragraph in document.iter(W + "p"):
        shown = "".join(
            node.text or "" for node in visible_nodes(paragraph) if node.tag in (W + "t", M + "t") and _unfolded(node)
        )
        if shown.strip():
            texts.append(shown)
    return texts


def _unfolded(node: Any) -> bool:
    """Tell whether a text is not in the fallback copy of a drawing and not hidden."""
    run = node.getparent()
    properties = run.find(W + "rPr") if run is not None else None
    if properties is not None and properties.find(W + "vanish") is not None:
        return False
    return not any(
        ancestor.tag.endswith("}Fallback") or ancestor.tag in (W + "del", W + "moveFrom")
        for ancestor in node.iterancestors()
    )


def _furniture(archive: Archive) -> Iterator[Exclusion]:
    """Give the texts of headers and footers as exclusions."""
    for part in archive.names:
        match = re.fullmatch(r"word/(header|footer)\d*\.xml", part)
        root = archive.xml(part) if match else None
        if match and root is not None:
            text = " ".join(read_runs(paragraph, {}).text.strip() for paragraph in root.iter(W + "p"))
            if text.strip():
                yield Exclusion(
                    " ".join(text.split()), "running head" if match.group(1) == "header" else "running foot"
                )


def _content(parent: Any) -> Iterator[Any]:
    """Give the paragraphs and tables of a part in order, through content controls and insertions, without recursion."""
    stack = list(reversed(parent))
    while stack:
        node = stack.pop()
        if node.tag in _CONTENT:
            yield node
        elif not node.tag.endswith(("}Fallback", "}del", "}moveFrom")) if isinstance(node.tag, str) else False:
            stack.extend(reversed(node))


def _blocks(parent: Any, known: _Source) -> Iterator[Block]:
    for node in _content(parent):
        if node.tag == W + "tbl":
            yield from _table(node, known)
        else:
            yield from _paragraph(node, known)
            for box in node.iter(W + "txbxContent"):
                if not any(a.tag.endswith("}Fallback") for a in box.iterancestors()):
                    yield from _blocks(box, known)


def _paragraph(node: Any, known: _Source) -> Iterator[Block]:
    runs = read_runs(node, known.note_marks)
    mark, depth = known.numbers.printed(node) if runs.text.strip() else ("", 0)
    calls = _calls(runs, known)
    text = runs.text.strip()
    if text:
        yield from _classified(text, runs, mark, depth, calls, known.styles.of(node))
    yield from _called_notes(runs, known)


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


def _calls(runs: Runs, known: _Source) -> tuple[str, ...]:
    return tuple(known.note_marks[note] for note in runs.notes if note in known.notes)


def _called_notes(runs: Runs, known: _Source) -> Iterator[Block]:
    for note in runs.notes:
        if note not in known.told and known.notes.get(note):
            known.told.add(note)
            yield Block(known.notes[note], role="note", note=known.note_marks[note])


def _table(table: Any, known: _Source) -> Iterator[Block]:
    rows = list(_rows(table))
    known.table += 1
    number = known.table
    columns = max((len(cells) for _, cells in rows), default=0)
    if columns <= 1:
        for _, cells in rows:
            for cell in cells:
                yield from _blocks(cell, known)
        return
    for properties, cells in rows:
        yield from _row(properties, cells, number, known)


def _rows(table: Any) -> Iterator[tuple[Any, list[Any]]]:
    for row in table.iter(W + "tr"):
        if next(ancestor for ancestor in row.iterancestors() if ancestor.tag == W + "tbl") is table:
            cells = [
                cell for cell in row.iter(W + "tc") if next(a for a in cell.iterancestors() if a.tag == W + "tr") is row
            ]
            yield row.find(W + "trPr"), cells


def _row(properties: Any, cells: list[Any], number: int, known: _Source) -> Iterator[Block]:
    shown: list[str] = []
    calls: tuple[str, ...] = ()
    notes: list[Block] = []
    for cell in cells:
        texts = []
        for paragraph in cell.iter(W + "p"):
            runs = read_runs(paragraph, known.note_marks)
            mark, _ = known.numbers.printed(paragraph) if runs.text.strip() else ("", 0)
            calls += _calls(runs, known)
            notes += _called_notes(runs, known)
            text, stars = take_raised(runs.text.strip())
            calls += stars
            texts.append(f"{mark} {text}".strip())
        shown.append(" ".join(" ".join(texts).split()))
        span = attribute(cell, "tcPr/gridSpan")
        shown += [""] * (min(int(span), 63) - 1 if span.isdigit() else 0)
    filled = [cell for cell in shown if cell]
    if len(filled) == 1 and filled[0][0] in BULLETS:
        yield Block(filled[0], role="item", calls=calls)
    elif filled:
        header = properties is not None and properties.find(W + "tblHeader") is not None
        yield Block("\t".join(shown), role="row", cells=tuple(shown), table=number, header=header, calls=calls)
    yield from notes
