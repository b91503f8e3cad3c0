"""Reflow the lines of a PDF into paragraphs."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.readers.pdf.bands import PdfLine
from corpus.readers.pdf.chars import Fragment
from corpus.text.headings import is_caption
from corpus.text.markers import split_marker
from corpus.text.notes import RAISED_LETTER

_HYPHEN_END = re.compile(r"(\w+)[-‐]$")
_WORDS = re.compile(r"\w+(?:[-‐]\w+)*")
_WORD_START = re.compile(r"\w+")
CLOSED = re.compile(r"[.;:!?]['”\"’)\]]*$")
_CAPTION_NUMBER = re.compile(r"(?:table|figure|box|chart|map)\s+[\dIVXLC]+(?:[.\-][\dIVXLC]+)*[.:]?", re.I)
NOTE_START = re.compile(rf"\s*([⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,3}}|{RAISED_LETTER}|\*{{1,4}})\s*(?=\S)")
LEADER = re.compile(r"\s*(?:[.…_]\s?){4,}\s*(\d{1,4}|[ivxl]{1,6})?\s*$")
"""The dots of a table of contents that lead to a page: `Introduction .......... 3`."""
_SUSPENDED = re.compile(r"(?:and|or|to|und|oder|et|ou|y|e|o)\b")
OPEN_END = re.compile(
    r"(?:\b(?:of|the|and|on|in|for|to|by|at|from|with|a|an|or|de|des|du|la|und|der|für)|[,–—-])$", re.I
)
_OPEN_START = re.compile(r"(?:of|and|on|in|for|to|by|from|with|or|de|des|du|et|und|für)\b", re.I)
"""Words with which no heading ends or begins."""
_HEADING_LEADING = 1.45
"""Distance of the lines of one heading at most, in font sizes."""
_COMPOUNDS_BEGIN = frozenset(
    "well ill non mid self ex pre post anti multi intra cross semi long short high low full half large small middle "
    "quasi macro micro socio vice follow one two three four five six seven eight nine ten first second third far "
    "early late newly twenty thirty forty fifty sixty seventy eighty ninety".split()
)
"""First parts of compounds: `non-` / `governmental`."""
_COMPOUNDS_END = frozenset(
    "based friendly building led driven related wide level making term scale free owned oriented specific sensitive "
    "responsive style type like added sector year known".split()
)
"""Last parts of compounds: `knowledge-` / `based`."""
_SUFFIX = re.compile(
    r"(?:ing|ings|ed|er|ers|ment|ments|mental|tion|tions|ation|ations|sion|ness|ful|fully|ly|able|ably|ible|al|ally|ity"
    r"|ship|ships|less|ist|ists|ism|ive|ively|ize|ized|ise|ised|ary|ence|ance|ent|ant|ous|es|en)"
)
_SHORT_WORD = 4
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
    draws_spaces: bool
    """A space is drawn at the end of a line where one is meant."""
    spaced: bool
    """Paragraphs are set apart by more than a line."""


def typography(pages: Sequence[Sequence[Fragment]]) -> Typography:
    """Measure the text of a whole document, page by page in the order in which it is drawn."""
    sizes: Counter[float] = Counter()
    steps: Counter[float] = Counter()
    words: set[str] = set()
    ends = drawn = total = 0
    for fragments in pages:
        for before, fragment in zip((None, *fragments), fragments, strict=False):
            sizes[round(fragment.size, 1)] += len(fragment.text)
            cut = before is not None and _HYPHEN_END.search(before.text)
            whole = _WORD_START.sub("", fragment.text) if cut else fragment.text
            words.update(_WORDS.findall(_HYPHEN_END.sub("", whole).lower()))
            long = len(fragment.text) > 40
            total += long
            ends += long and bool(_HYPHEN_END.search(fragment.text))
            drawn += long and fragment.space
            if before is not None and abs(before.size - fragment.size) < 0.3 and len(before.text) > 40:
                steps[round((before.y - fragment.y) / fragment.size, 2)] += 1
    body = sizes.most_common(1)[0][0] if sizes else 10.0
    usual = [(count, -step) for step, count in steps.items() if 0.9 < step < 2.2]
    leading = -max(usual)[1] if usual else 1.2
    wider = sum(count for step, count in steps.items() if leading * LEADING_SLACK < step < 3.5)
    return Typography(
        body,
        leading,
        frozenset(words),
        ends > max(4, 0.025 * total),
        drawn > 0.25 * total,
        wider > 0.06 * steps.total(),
    )


def paragraphs_of(lines: Sequence[PdfLine], right: float, usual: Typography) -> list[list[PdfLine]]:
    """Split the lines of one cell or column into paragraphs; `right` is the right edge of the column's text."""
    groups: list[list[PdfLine]] = []
    for line in lines:
        if groups and not _begins(groups[-1], line, right, usual):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _begins(group: Sequence[PdfLine], line: PdfLine, right: float, usual: Typography) -> bool:
    before = group[-1]
    step = before.y - line.y
    size = max(before.size, line.size)
    if abs(before.size - line.size) > 0.7 or step > usual.leading * LEADING_SLACK * size or step < -0.5 * size:
        return True
    if LEADER.search(before.text[-400:]):
        return True
    if _CAPTION_NUMBER.fullmatch(before.text) or (line.bold and is_caption(line.text)):
        return True
    if before.bold != line.bold and _letters(before.text) > 3 and _letters(line.text) > 3:
        return not (before.bold and not before.text.endswith((".", ":")) and line.text[:1].islower())
    early = room_for(before, line, right)
    marker, _ = split_marker(line.text)
    if marker is None and _is_one_heading(before, line, usual):
        return False
    room = 0.25 * (right - before.text_x) if usual.spaced else 0.6 * size
    if marker is not None and (line.tab or marker.readings[0][0] == "bullet" or early > room):
        return True
    if line.size < usual.body - 0.4 and NOTE_START.match(line.text):
        return True
    if before.bold and line.bold and line.size > usual.body + 0.5:
        return marker is not None or early > 0.4 * (right - before.x0)
    return _ended_early(group, line, early, right, usual)


def _is_one_heading(before: PdfLine, line: PdfLine, usual: Typography) -> bool:
    """Tell whether a line goes on with the heading in the line before, although the first word would have fitted there.

    Large or bold lines close below each other are one heading where the words say so: `Report of the board on` / `the
    ferries of the island`.
    """
    heads = min(before.size, line.size) > usual.body + 0.5 or (before.bold and line.bold)
    if not heads or before.y - line.y > _HEADING_LEADING * line.size or CLOSED.search(before.text):
        return False
    return line.text[:1].islower() or bool(OPEN_END.search(before.text)) or bool(_OPEN_START.match(line.text))


def room_for(before: PdfLine, line: PdfLine, right: float) -> float:
    """Return the space that the first word of a line would have left at the end of the line before."""
    first = line.text.split(None, 1)[0] if line.text.strip() else ""
    width = (line.x1 - line.text_x) / max(1, len(line.text))
    return right - before.x1 - width * (len(first) + 1)


def _ended_early(group: Sequence[PdfLine], line: PdfLine, early: float, right: float, usual: Typography) -> bool:
    """Tell whether the line before stopped although the first word of this one would have fitted."""
    before = group[-1]
    if (line.text[:1].islower() and not CLOSED.search(before.text)) or _HYPHEN_END.search(before.text):
        return False
    indented = len(group) > 1 and line.x0 > before.x0 + 0.9 * line.size and line.x0 > group[0].text_x + 0.9 * line.size
    if indented and CLOSED.search(before.text):
        return True
    if usual.spaced:
        return early > 0.25 * (right - before.text_x)
    return early > 0.6 * line.size


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def joined(lines: Sequence[PdfLine], usual: Typography) -> tuple[str, int]:
    """Return the text of a paragraph, and how many hyphens at line ends were left out of it."""
    text = lines[0].text
    dropped = 0
    for before, line in pairwise(lines):
        if before.space:
            text = f"{text} {line.text}"
            continue
        text, lost = joined_texts(text, line.text, usual)
        dropped += lost
    return text, dropped


def joined_texts(text: str, more: str, usual: Typography) -> tuple[str, int]:
    """Join two texts that a line end parts, and say how many hyphens were left out."""
    match = _HYPHEN_END.search(text[-40:])
    follows = _WORD_START.match(more)
    hangs = match and _SUSPENDED.match(more)
    if hangs or not (match or text.endswith(("/", "–", "—"))) or _slash_with_space(text):
        return f"{text} {more}", 0
    if match and follows and more[:1].islower() and _is_soft(match.group(1), follows.group(0), usual):
        return text[:-1] + more, 1
    if (match and follows) or usual.draws_spaces or not text.endswith((" –", " —", " /")):
        return text + more, 0
    return f"{text} {more}", 0


def _slash_with_space(text: str) -> bool:
    """Tell whether a slash at a line end is between words: only addresses are cut at a slash that has no space."""
    last = text.rsplit(None, 1)[-1]
    return text.endswith("/") and "://" not in last and "www." not in last and last.count("/") < 3


def _is_soft(first: str, second: str, usual: Typography) -> bool:
    whole, compound = (first + second).lower(), f"{first}-{second}".lower()
    if (whole in usual.words) != (compound in usual.words):
        return whole in usual.words
    return usual.hyphenates or not _is_compound(first, second, usual.words)


def _is_compound(first: str, second: str, words: frozenset[str]) -> bool:
    """Tell whether two parts that a line end cuts at a hyphen are words of their own, such as `price-determining`.

    The first one is a word of the document, or one with which compounds begin; an ending makes no compound.
    """
    head, tail = first.lower(), second.lower()
    if first[-1].isdigit() or first.isupper():
        return True
    if _SUFFIX.fullmatch(tail):
        return False
    if head in _COMPOUNDS_BEGIN or tail in _COMPOUNDS_END:
        return True
    known = head in words or f"{head}s" in words
    return known and (len(head) >= _SHORT_WORD or tail in words)
