"""Reflow the lines of a PDF into paragraphs."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.headings import is_caption
from corpus.markers import split_marker
from corpus.pdf_layout import Line

_HYPHEN_END = re.compile(r"(\w+)[-‐]$")
_WORD_START = re.compile(r"\w+")
_CLOSED = re.compile(r"[.;:!?]['”\"’)\]]*$")
_CAPTION_NUMBER = re.compile(r"(?:table|figure|box|chart|map)\s+[\dIVXLC]+(?:[.\-][\dIVXLC]+)*[.:]?", re.I)
LEADING_SLACK = 1.22


@dataclass(frozen=True, slots=True)
class Typography:
    """What is usual in one document."""

    body: float
    """Font size of running text."""
    leading: float
    """Distance of baselines in running text, in times the font size."""
    words: frozenset[str]
    """Words of the document in lower case, those with hyphens included."""
    hyphenates: bool
    """Lines often end in a hyphen, so that one there is not part of a word."""


def typography(lines: Iterable[Line]) -> Typography:
    """Measure the lines of a whole document."""
    sizes: Counter[float] = Counter()
    steps: Counter[float] = Counter()
    words: set[str] = set()
    ends = total = 0
    previous: Line | None = None
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
        words.update(re.findall(r"\w+(?:[-‐]\w+)*", line.text.lower()))
        total += 1
        ends += bool(_HYPHEN_END.search(line.text))
        if previous is not None and previous.page == line.page and abs(previous.size - line.size) < 0.3 and len(line.text) > 40:
            step = (previous.y - line.y) / line.size
            if 0.9 < step < 1.9:
                steps[round(step, 2)] += 1
        previous = line
    body = sizes.most_common(1)[0][0] if sizes else 10.0
    leading = steps.most_common(1)[0][0] if steps else 1.2
    return Typography(body, leading, frozenset(words), ends > max(4, 0.025 * total))


def paragraphs_of(lines: Sequence[Line], right: float, usual: Typography) -> list[list[Line]]:
    """Split the lines of one cell or column into paragraphs; `right` is the right edge of the column's text."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not _begins(groups[-1], line, right, usual):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _begins(group: Sequence[Line], line: Line, right: float, usual: Typography) -> bool:
    before = group[-1]
    step = before.y - line.y
    size = max(before.size, line.size)
    if abs(before.size - line.size) > 0.7 or step > usual.leading * LEADING_SLACK * size or step < -0.5 * size:
        return True
    if _CAPTION_NUMBER.fullmatch(before.text) or (line.bold and is_caption(line.text)):
        return True
    if before.bold != line.bold and _letters(before.text) > 3 and _letters(line.text) > 3:
        return not (before.bold and not before.text.endswith((".", ":")) and line.text[:1].islower())
    if _is_numbered(line, before):
        return True
    if before.bold and line.bold and line.size > usual.body + 0.5:
        return False
    return _ended_early(group, line, right)


def _is_numbered(line: Line, before: Line) -> bool:
    marker, _ = split_marker(line.text)
    if marker is None:
        return False
    return line.tab or bool(_CLOSED.search(before.text)) or marker.readings[0][0] == "bullet" or before.text.endswith((",", "and", "or"))


def _ended_early(group: Sequence[Line], line: Line, right: float) -> bool:
    """Tell whether the line before stopped although the first word of this one would have fitted."""
    before = group[-1]
    first = line.text.split(None, 1)[0] if line.text.strip() else ""
    width = (line.x1 - line.text_x) / max(1, len(line.text))
    room = right - before.x1 - width * (len(first) + 1)
    if line.text[:1].islower() and not _CLOSED.search(before.text):
        return False
    indented = len(group) > 1 and line.x0 > group[-1].x0 + 0.9 * line.size and line.x0 > group[0].text_x + 0.9 * line.size
    return room > 0.6 * line.size or (indented and bool(_CLOSED.search(before.text)))


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def joined(lines: Sequence[Line], usual: Typography) -> tuple[str, int]:
    """Return the text of a paragraph, and how many hyphens at line ends were left out of it."""
    text = lines[0].text
    dropped = 0
    for line in lines[1:]:
        match = _HYPHEN_END.search(text[-40:])
        follows = _WORD_START.match(line.text)
        if match and follows and line.text[:1].islower():
            if _is_soft(match.group(1), follows.group(0), usual):
                text = text[:-1] + line.text
                dropped += 1
            else:
                text += line.text
        elif match and follows and text[-2:-1].isdigit() == line.text[:1].isdigit():
            text += line.text
        elif text.endswith(("/", "–", "—")) and not text.endswith((" –", " —", " /")):
            text += line.text
        else:
            text = f"{text} {line.text}"
    return text, dropped


def _is_soft(first: str, second: str, usual: Typography) -> bool:
    whole, compound = (first + second).lower(), f"{first}-{second}".lower()
    if (whole in usual.words) != (compound in usual.words):
        return whole in usual.words
    return usual.hyphenates
