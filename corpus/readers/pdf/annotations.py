"""Read what lies on a PDF page beside its content: values of form fields, text boxes and stamps, comments."""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from corpus.readers.pdf.chars import Fragment, PageText

_LONGEST = 20_000
"""Bytes of a value or a comment that are read."""
_TICK = "☑"
_OFF = ("", "Off")


@dataclass(frozen=True, slots=True)
class Widget:
    """One field of a form as it lies on the page."""

    name: str
    value: str
    box: tuple[float, float, float, float]
    """Left, bottom, right and top in points from the lower left corner of the page."""
    is_tick: bool


@dataclass(frozen=True, slots=True)
class Annotations:
    """What the annotations of one page hold."""

    widgets: list[Widget] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    drawn: bool = False
    """Some of them show text on the page that is not in its content."""


def annotations_of(document: Any, page: Any) -> Annotations:
    """Return the annotations of a page of an open document whose forms were initialised; links are none."""
    import pypdfium2.raw as raw

    found = Annotations()
    drawn = False
    shown = (raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_STAMP)
    for index in range(max(0, raw.FPDFPage_GetAnnotCount(page))):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        hidden = raw.FPDFAnnot_GetFlags(annotation) & (raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW)
        drawn |= kind in shown and not hidden
        if kind == raw.FPDF_ANNOT_WIDGET and document.formenv and not hidden:
            found.widgets.extend(_widget(raw, document, page, annotation))
        elif kind not in (raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP):
            found.comments.extend(_comment(raw, annotation))
        raw.FPDFPage_CloseAnnot(annotation)
    return Annotations(found.widgets, found.comments, drawn)


def _widget(raw: Any, document: Any, page: Any, annotation: Any) -> Iterator[Widget]:
    env = document.formenv
    kind = raw.FPDFAnnot_GetFormFieldType(env, annotation)
    if kind in (raw.FPDF_FORMFIELD_PUSHBUTTON, raw.FPDF_FORMFIELD_SIGNATURE):
        return
    is_tick = kind in (raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON)
    value = _text(raw.FPDFAnnot_GetFormFieldValue, env, annotation)
    if is_tick and not raw.FPDFAnnot_IsChecked(env, annotation):
        return
    name = _text(raw.FPDFAnnot_GetFormFieldAlternateName, env, annotation)
    name = name or _text(raw.FPDFAnnot_GetFormFieldName, env, annotation)
    rect = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(annotation, rect)
    x, y = page.get_bbox()[:2]
    box = (rect.left - x, min(rect.bottom, rect.top) - y, rect.right - x, max(rect.bottom, rect.top) - y)
    if value not in _OFF:
        yield Widget(name, value, box, is_tick)


def _comment(raw: Any, annotation: Any) -> Iterator[str]:
    text = _text(raw.FPDFAnnot_GetStringValue, annotation, b"Contents")
    if text:
        yield text


def _text(read: Any, first: Any, second: Any) -> str:
    length = min(read(first, second, None, 0), _LONGEST)
    if length <= 2:
        return ""
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    read(first, second, buffer, length)
    return bytes(buffer)[: length - 2].decode("utf-16-le", "replace").strip("\0 \r\n\t")


def take_in(page: PageText, annotations: Annotations) -> None:
    """Put what the fields of a page hold beside their labels; `page` was read with their values drawn on it.

    A box that is ticked without a letter gets one; a value that is not drawn is kept with the name of its field.
    """
    raw = "".join(page.raw.split())
    page.comments = [text for text in annotations.comments if "".join(text.split()) not in raw]
    if not annotations.widgets:
        return
    ticks = [widget for widget in annotations.widgets if widget.is_tick and not _inside(page.fragments, widget)]
    page.fragments += [_tick(widget, page.number) for widget in ticks]
    page.raw += "".join(f"\n{_TICK}" for _ in ticks)
    page.values = [
        f"{widget.name}: {widget.value}"
        for widget in annotations.widgets
        if not widget.is_tick and not _inside(page.fragments, widget) and "".join(widget.value.split()) not in raw
    ]
    _move_to_labels(page, annotations.widgets)


def _inside(fragments: Sequence[Fragment], widget: Widget) -> list[Fragment]:
    """Return the fragments whose middle lies in a field."""
    left, bottom, right, top = widget.box
    return [f for f in fragments if left <= (f.x0 + f.x1) / 2 <= right and bottom - 1 <= f.y + 0.3 * f.size <= top + 1]


def _tick(widget: Widget, page: int) -> Fragment:
    left, bottom, right, top = widget.box
    size = max(4.0, min(12.0, top - bottom))
    return Fragment(_TICK, left, right, bottom + 0.2 * size, size, False, page)


def _move_to_labels(page: PageText, widgets: Sequence[Widget]) -> None:
    """Let each value follow what stands left of it on its line, and not come after all the rest of the page."""
    filled = {id(fragment): fragment for widget in widgets for fragment in _inside(page.fragments, widget)}
    rest = [fragment for fragment in page.fragments if id(fragment) not in filled]
    for value in sorted(filled.values(), key=lambda each: (-each.y, each.x0)):
        line = [index for index, f in enumerate(rest) if abs(f.y - value.y) < 0.6 * max(f.size, value.size)]
        before = [index for index in line if rest[index].x1 <= value.x0 + 2]
        after = [index for index in line if index not in before]
        place = before[-1] + 1 if before else after[0] if after else _by_height(rest, value)
        if line and before:
            value.y = rest[before[-1]].y
        rest.insert(place, value)
    page.fragments = rest


def _by_height(rest: Sequence[Fragment], value: Fragment) -> int:
    return next((index for index, fragment in enumerate(rest) if fragment.y < value.y), len(rest))
