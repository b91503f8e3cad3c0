"""Find the lines that a PDF page draws: the rules between the rows and columns of its tables."""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

_THICKEST = 2.6
"""Points; a line that is thicker is a bar."""
_SHORTEST = 6.0
_TOUCHING = 3.0
"""Points; pieces of a line that stand nearer form one."""
_MOST_OBJECTS = 6000
_MOST_SEGMENTS = 800

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line: where it stands, and from where to where it goes."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class Rules:
    """The lines of one page."""

    across: list[Rule] = field(default_factory=list)
    """Each at its height, from left to right."""
    down: list[Rule] = field(default_factory=list)
    """Each at its distance from the left, from bottom to top."""


def rules_of(page: Any, angle: int, corner: tuple[float, float], extent: tuple[float, float]) -> Rules:
    """Return the lines of a page in the frame in which text at a right angle is upright."""
    boxes = [_turned(box, angle, corner, extent) for box in _thin_boxes(page)]
    found = Rules()
    for left, bottom, right, top in boxes:
        if right - left >= top - bottom:
            found.across.append(Rule((bottom + top) / 2, left, right))
        else:
            found.down.append(Rule((left + right) / 2, bottom, top))
    return Rules(_merged(found.across), _merged(found.down))


def _turned(box: Box, angle: int, corner: tuple[float, float], extent: tuple[float, float]) -> Box:
    (x, y), (width, height) = corner, extent
    left, bottom, right, top = box[0] - x, box[1] - y, box[2] - x, box[3] - y
    if angle == 90:
        return bottom, width - right, top, width - left
    if angle == 180:
        return width - right, height - top, width - left, height - bottom
    if angle == 270:
        return height - top, left, height - bottom, right
    return left, bottom, right, top


def _thin_boxes(page: Any) -> Iterator[Box]:
    """Yield the boxes of thin bars, of single strokes, and of the sides of shapes that are stroked."""
    import pypdfium2.raw as raw

    edges = [ctypes.c_float() for _ in range(4)]
    for index in range(min(raw.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        shape = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(shape) != raw.FPDF_PAGEOBJ_PATH:
            continue
        if not raw.FPDFPageObj_GetBounds(shape, *edges):
            continue
        left, bottom, right, top = (edge.value for edge in edges)
        thin, long = sorted((right - left, top - bottom))
        if thin <= _THICKEST and long >= _SHORTEST:
            yield left, bottom, right, top
        elif thin > _SHORTEST:
            yield from _strokes(raw, shape)


def _strokes(raw: Any, shape: Any) -> Iterator[Box]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(shape, fill, stroke) or not stroke.value:
        return
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(shape, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    last = first = (0.0, 0.0)
    for index in range(min(raw.FPDFPath_CountSegments(shape), _MOST_SEGMENTS)):
        segment = raw.FPDFPath_GetPathSegment(shape, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = (matrix.a * x.value + matrix.c * y.value + matrix.e, matrix.b * x.value + matrix.d * y.value + matrix.f)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_LINETO:
            yield from _stroke(last, point)
        elif kind == raw.FPDF_SEGMENT_MOVETO:
            first = point
        last = point
        if raw.FPDFPathSegment_GetClose(segment):
            yield from _stroke(point, first)


def _stroke(start: tuple[float, float], end: tuple[float, float]) -> Iterator[Box]:
    left, right = sorted((start[0], end[0]))
    bottom, top = sorted((start[1], end[1]))
    thin, long = sorted((right - left, top - bottom))
    if thin <= 1 and long >= _SHORTEST:
        yield left, bottom, right, top


def _merged(rules: Sequence[Rule]) -> list[Rule]:
    """Join the pieces of lines that go on where others end."""
    whole: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (round(rule.at / _TOUCHING), rule.start)):
        last = whole[-1] if whole else None
        if last and abs(rule.at - last.at) <= _TOUCHING and last.start <= rule.start <= last.end + _TOUCHING:
            whole[-1] = Rule(last.at, last.start, max(last.end, rule.end))
        else:
            whole.append(rule)
    return whole
