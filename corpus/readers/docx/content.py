"""Find what stands in a part of a Word document: paragraphs, tables, merged files, text boxes, drawings."""

from collections.abc import Iterable, Iterator
from typing import Any

from corpus.block import Block
from corpus.readers.docx.numbering import W
from corpus.readers.docx.runs import is_placeholder
from corpus.readers.docx.source import DocxSource
from corpus.readers.drawing import (
    chart_of,
    chart_rows,
    diagram_items,
    diagram_of,
    labels_of,
    visible_in,
    visible_in_chart,
)
from corpus.readers.ooxml import A

_CONTENT = (W + "p", W + "tbl", W + "altChunk")
_UNSEEN = ("}Fallback", "}del", "}moveFrom", "}rt")


def content_of(parent: Iterable[Any]) -> Iterator[Any]:
    """Give the paragraphs and tables of a part in order, through content controls and insertions, without recursion."""
    stack = list(reversed(list(parent)))
    while stack:
        node = stack.pop()
        if node.tag in _CONTENT:
            yield node
        elif isinstance(node.tag, str) and not node.tag.endswith(_UNSEEN) and not is_placeholder(node):
            stack.extend(reversed(node))


def boxes_in(paragraph: Any) -> Iterator[Any]:
    """Yield the contents of the text boxes that are anchored in a paragraph, each once."""
    for box in paragraph.iter(W + "txbxContent"):
        if not any(above.tag.endswith("}Fallback") for above in box.iterancestors()):
            yield box


def boxed_in(paragraph: Any) -> Iterator[Any]:
    """Yield the paragraphs within the text boxes that are anchored in a paragraph."""
    for box in boxes_in(paragraph):
        yield from box.iter(W + "p")


def drawn_in(node: Any, known: DocxSource) -> Iterator[Block]:
    """Yield the words of the diagrams and charts that are anchored in a paragraph."""
    for frame in node.iter(A + "graphicData"):
        if any(above.tag.endswith("}Fallback") for above in frame.iterancestors()):
            continue
        chart = chart_of(known.archive, frame, known.document)
        diagram = diagram_of(known.archive, frame, known.document)
        if chart is not None:
            known.table += 1
            known.visible += visible_in_chart(chart)
            known.exclusions += labels_of(chart)
            yield from chart_rows(chart, known.table)
        if diagram is not None:
            known.visible += visible_in(diagram)
            yield from diagram_items(diagram)
