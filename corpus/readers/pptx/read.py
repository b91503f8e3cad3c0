"""Read presentations: a slide is a page, its title a section; bullets, tables, charts, diagrams and notes.

Read from the parts of the file as Word documents are, for unstructured keeps neither the numbers that PowerPoint
counts, nor charts, nor the rows of a table apart.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from corpus.block import Block, SourceContent
from corpus.paragraph import Exclusion
from corpus.readers.archive import Archive
from corpus.readers.drawing import (
    chart_of,
    chart_rows,
    diagram_items,
    diagram_of,
    labels_of,
    text_of,
    visible_in,
    visible_in_chart,
)
from corpus.readers.ooxml import A, PackagePart, open_part
from corpus.readers.pptx.bullets import TITLES, Bullets, placeholder_of
from corpus.readers.pptx.parts import P, slide_names
from corpus.readers.pptx.tables import table_rows

_FURNITURE = {"sldNum": "page number", "dt": "running foot", "ftr": "running foot", "hdr": "running head"}


@dataclass(slots=True)
class _Show:
    """What is gathered while the slides are read."""

    archive: Archive
    blocks: list[Block] = field(default_factory=list)
    exclusions: list[Exclusion] = field(default_factory=list)
    visible: list[str] = field(default_factory=list)
    table: int = 0


def read(source: bytes, name: str) -> SourceContent:
    """Return the blocks of a presentation in the order in which its slides, and on each its shapes, are read out."""
    archive = Archive(source, name)
    show = _Show(archive)
    slides = slide_names(archive, name)
    for number, part_name in enumerate(slides, start=1):
        slide = open_part(archive, part_name)
        if slide is not None:
            _read_slide(show, slide, number)
    show.exclusions += _comments(archive)
    return SourceContent(tuple(show.blocks), tuple(show.visible), tuple(show.exclusions), pages=len(slides))


def _comments(archive: Archive) -> Iterator[Exclusion]:
    """Yield the comments on slides, and the texts of those who answer them."""
    for part in archive.names:
        root = archive.xml(part) if part.startswith("ppt/comments/") and part.endswith(".xml") else None
        text = " ".join(" ".join(root.itertext()).split()) if root is not None else ""
        if text:
            yield Exclusion(text, "comment")


def _read_slide(show: _Show, slide: PackagePart, page: int) -> None:
    layout = open_part(show.archive, slide.of_kind.get("slideLayout", ""))
    master = open_part(show.archive, layout.of_kind.get("slideMaster", "")) if layout is not None else None
    shapes = list(_shapes(slide.root))
    titles = [shape for shape in shapes if (place := placeholder_of(shape)) is not None and place[0] in TITLES]
    title = " ".join(" ".join(text_of(shape) for shape in titles).split())
    if title or page > 1:
        level = 1 if page == 1 else 2
        show.blocks.append(Block(title or f"Slide {page}", role="heading", level=level, page=page))
        show.visible += [] if title else [f"Slide {page}"]
    for shape in shapes:
        if shape not in titles:
            _read_shape(show, shape, slide, (layout, master), page)
    show.visible += visible_in(slide)
    _read_notes(show, slide, page)


def _shapes(root: Any) -> Iterator[Any]:
    """Yield the shapes of a slide, those of groups in their place."""
    stack = list(reversed(list(root.iter(P + "spTree"))[:1]))
    while stack:
        node = stack.pop()
        if node.tag in (P + "sp", P + "graphicFrame", P + "cxnSp", P + "pic"):
            yield node
        elif isinstance(node.tag, str) and not node.tag.endswith("}Fallback"):
            stack.extend(reversed(node))


def _read_shape(
    show: _Show, shape: Any, slide: PackagePart, above: tuple[PackagePart | None, PackagePart | None], page: int
) -> None:
    place = placeholder_of(shape)
    if place is not None and place[0] in _FURNITURE:
        if shown := text_of(shape):
            show.exclusions.append(Exclusion(" ".join(shown.split()), _FURNITURE[place[0]], page))
    elif shape.tag == P + "graphicFrame":
        _read_frame(show, shape, slide, page)
    else:
        frame = shape.find(P + "txBody")
        show.blocks += _paragraphs(frame, Bullets(shape, *above), page) if frame is not None else ()


def _read_frame(show: _Show, frame: Any, slide: PackagePart, page: int) -> None:
    show.table += 1
    table = next(frame.iter(A + "tbl"), None)
    if table is not None:
        show.blocks += table_rows(table, show.table, page)
    else:
        chart = chart_of(show.archive, frame, slide)
        diagram = diagram_of(show.archive, frame, slide)
        show.blocks += chart_rows(chart, show.table, page) if chart is not None else ()
        show.blocks += diagram_items(diagram, page) if diagram is not None else ()
        show.visible += visible_in_chart(chart) if chart is not None else ()
        show.exclusions += labels_of(chart) if chart is not None else ()
        show.visible += visible_in(diagram) if diagram is not None else ()


def _paragraphs(frame: Any, bullets: Bullets, page: int) -> Iterator[Block]:
    for paragraph in frame.iter(A + "p"):
        shown = text_of(paragraph)
        if not shown:
            continue
        mark, level = bullets.printed(paragraph)
        if mark == "•":
            yield Block(shown, role="item", mark=mark, level=level, page=page)
        else:
            yield Block(shown, mark=mark, level=level, page=page, bold=_is_bold(paragraph))


def _is_bold(paragraph: Any) -> bool:
    runs = [run.find(A + "rPr") for run in paragraph.iter(A + "r")]
    return bool(runs) and all(run is not None and run.get("b") in ("1", "true") for run in runs)


def _read_notes(show: _Show, slide: PackagePart, page: int) -> None:
    """Add the speaker's notes of a slide in a section of their own."""
    notes = open_part(show.archive, slide.of_kind.get("notesSlide", ""))
    if notes is None:
        return
    kinds = [(placeholder_of(shape), shape) for shape in _shapes(notes.root)]
    spoken = [shape for place, shape in kinds if place is not None and place[0] in ("body", "obj")]
    blocks = [block for shape in spoken for block in _paragraphs(shape, Bullets(shape, None, None), page)]
    rest = [text for _, shape in kinds if shape not in spoken and (text := text_of(shape))]
    show.exclusions += [Exclusion(" ".join(text.split()), "furniture of a page of notes", page) for text in rest]
    show.visible += visible_in(notes)
    if blocks:
        show.blocks += [Block("Notes", role="heading", level=3, page=page), *blocks]
        show.visible.append("Notes")
