"""Close the wide gaps that justified lines have between words, so that running text is not taken for rows.

A line in pieces is running text when the line above or below it, at the usual distance, is of one piece and reaches
from edge to edge over all of its pieces, and no line beside it has its pieces in the same places, as rows have.
"""

from collections.abc import Sequence
from dataclasses import replace

from corpus.readers.pdf.chars import Fragment
from corpus.text.markers import split_marker

_SAME_PLACE = 5.0
_FULL_LINE = 40
"""Characters from which a line is long enough to tell where its column ends."""
_INDENT = 4.0
_SLACK = 1.15
_LONGEST_NUMBER = 9


def without_gaps(fragments: Sequence[Fragment], leading: float) -> list[Fragment]:
    """Return the fragments of a page with those of a justified line joined; `leading` is in font sizes."""
    lines = _lines(fragments)
    if len(lines) == len(fragments):
        return [*fragments]
    for order in (range(len(lines)), reversed(range(len(lines)))):
        for at in order:
            around = [lines[beside] for beside in (at - 1, at + 1) if 0 <= beside < len(lines)]
            if len(lines[at]) > 1 and _is_justified(lines[at], around, leading):
                lines[at] = _joined(lines[at])
    return [fragment for line in lines for fragment in line]


def _lines(fragments: Sequence[Fragment]) -> list[list[Fragment]]:
    """Gather fragments that are drawn one after another to the right at one height."""
    lines: list[list[Fragment]] = []
    for fragment in fragments:
        last = lines[-1][-1] if lines else None
        if last and abs(fragment.y - last.y) <= 0.35 * fragment.size and fragment.x0 > last.x1 - fragment.size:
            lines[-1].append(fragment)
        else:
            lines.append([fragment])
    return lines


def _is_justified(line: Sequence[Fragment], around: Sequence[Sequence[Fragment]], leading: float) -> bool:
    return not any(_are_rows(line, other) for other in around) and any(
        len(_pieces(other)) == 1 and _covers(other, line, leading) for other in around
    )


def _are_rows(line: Sequence[Fragment], other: Sequence[Fragment]) -> bool:
    """Tell whether a piece after the first begins or ends where one of the other line does."""
    return any(
        abs(one.x0 - two.x0) < _SAME_PLACE or abs(one.x1 - two.x1) < _SAME_PLACE
        for one in _pieces(line)[1:]
        for two in _pieces(other)[1:]
    )


def _covers(full: Sequence[Fragment], line: Sequence[Fragment], leading: float) -> bool:
    """Tell whether a line stands next to another and ends where it ends."""
    size = full[-1].size
    return (
        len(full[-1].text) >= _FULL_LINE
        and abs(line[0].size - size) < 0.15 * size
        and abs(full[0].y - line[0].y) <= _SLACK * leading * size
        and abs(full[-1].x1 - line[-1].x1) < size
        and abs(full[-1].x0 - _pieces(line)[0].x0) < _INDENT * size
    )


def _pieces(line: Sequence[Fragment]) -> Sequence[Fragment]:
    """Return the fragments of a line but for a printed number that waits for its text."""
    return line[1:] if len(line) > 1 and _is_number(line[0]) else line


def _is_number(fragment: Fragment) -> bool:
    return len(fragment.text) <= _LONGEST_NUMBER and split_marker(f"{fragment.text} X")[1] == "X"


def _joined(line: Sequence[Fragment]) -> list[Fragment]:
    pieces = _pieces(line)
    whole = replace(pieces[0], text=" ".join(piece.text for piece in pieces), x1=pieces[-1].x1, space=pieces[-1].space)
    return [*line[: len(line) - len(pieces)], whole]
