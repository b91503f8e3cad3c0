"""Read plain text, in which only line ends and empty lines say where paragraphs are."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from corpus.block import Block, SourceContent
from corpus.paragraph import Exclusion
from corpus.readers.encoding import decode
from corpus.readers.site import POST_DATE, is_site_menu
from corpus.text.front_matter import split_front_matter
from corpus.text.headings import is_caps
from corpus.text.inline import Markup, is_bold
from corpus.text.markers import split_marker
from corpus.text.notes import RAISED_MARK, SUPERSCRIPTS, take_calls
from corpus.text.tables import RowReader

_STAR_NOTE = re.compile(r"\s*(\*{1,3})\s+(?=\S)")
_STAR_CALL = re.compile(r"(?<=\S)\s?(\*{1,3})\s*$")
_STAR_WITHIN = re.compile(r"(?<=[.,;:)”\"’])(\*{1,3})(?=\s[^*]*$)")
_RULE = re.compile(r"\s*(?:(?:[-_*=~]\s?){3,}|[-–—_])\s*")
_GLUED_HEADING = re.compile(r"(?<=[\w)])\*\*([A-Z][\w ]{2,40}:)\*\*$")
_FIELD = re.compile(r"[A-Z][A-Za-z ]{1,24}:(?:\s{2,}|\t)\S")
"""A line of a form, whose value is set apart: `Date:      2 May 2020`."""
_SESSION_LINE = re.compile(r"\bsession\b|^\w[\w\s]{2,30}, \d{1,2}\b.*\b\d{4}$", re.I)
_STAR_AT_END = re.compile(r"(?<=[^\s*])\s?(\*{1,3})\s*$")
_UNDERLINES = {"=": 1.0, "-": 2.0, "~": 3.0}
"""Signs below a heading, as in `Report` over `======`, and the rank they give it."""
MAX_STAR_NOTES = 6
WRAP_LIMIT = 118
MENU_LINES = 14


def read(source: bytes, _name: str) -> SourceContent:
    """Return the blocks of a plain text, whatever its encoding; a line cut at its width is joined again."""
    text = decode(source).replace("\0", "").replace("\f", "\n")
    lines = text.split("\n")
    fields, front = split_front_matter(text)
    exclusions, kept = _without_menu(text[len(front) :].split("\n") if fields else lines)
    markup = Markup()
    if fields:
        markup.removed.append(front)
    blocks = list(_blocks(kept, markup, exclusions))
    if markup.removed:
        exclusions.append(Exclusion(" ".join(markup.removed), "markup"))
    return SourceContent(tuple(blocks), tuple(lines), tuple(exclusions))


def _without_menu(lines: Sequence[str]) -> tuple[list[Exclusion], list[str]]:
    """Split off the menu of the web site that a text was copied from, at its beginning and its end."""
    filled = [index for index, line in enumerate(lines) if line.strip()]
    edge = set(filled[:MENU_LINES]) | set(filled[-MENU_LINES:])
    menu = {index for index in edge if is_site_menu(lines[index])}
    if not any(index in menu for index in filled[:4]) and len(menu) < 2:
        menu = set()
    exclusions = [Exclusion(lines[index].strip(), "site menu") for index in sorted(menu)]
    return exclusions, ["" if index in menu else line for index, line in enumerate(lines)]


def _blocks(lines: Sequence[str], markup: Markup, exclusions: list[Exclusion]) -> Iterator[Block]:
    width = wrap_width(lines)
    notes = frozenset(match.group(1).translate(SUPERSCRIPTS) for line in lines if (match := RAISED_MARK.match(line)))
    stars = _star_notes(lines)
    rows = RowReader(markup)
    for chunk in _chunks(_unglued(lines)):
        groups = list(_groups(chunk, width, rows))
        for group, below in zip(groups, [*groups[1:], [""]], strict=True):
            joined = " ".join(group)
            if _RULE.fullmatch(joined):
                exclusions.append(Exclusion(joined.strip(), "rule"))
                continue
            if level := _underlined(joined.strip(), below[0].strip()):
                yield Block(markup.strip(joined.strip()), role="heading", level=level)
                continue
            row = rows.row(group[0]) if len(group) == 1 else None
            if row is not None:
                yield from row
                continue
            rows.interrupted(joined)
            yield from _text_blocks(joined, markup, notes, stars)


def _underlined(text: str, line: str) -> float:
    """Return the rank of a heading that a line of one sign below it marks, 0 where it marks none."""
    level = _UNDERLINES.get(line[:1], 0.0)
    fits = len(line) >= 3 and line == line[:1] * len(line) and abs(len(line) - len(text)) <= max(2, len(text) // 5)
    return level if level and fits and not text.endswith((".", ",", ";")) else 0.0


def _text_blocks(text: str, markup: Markup, notes: frozenset[str], stars: frozenset[str]) -> Iterator[Block]:
    if match := RAISED_MARK.match(text):
        mark = match.group(1).translate(SUPERSCRIPTS)
        yield Block(markup.strip(text[match.end() :]), role="note", note=mark)
        return
    if (match := _STAR_NOTE.match(text)) and match.group(1) in stars:
        yield Block(markup.strip(text[match.end() :]), role="note", note=match.group(1))
        return
    bold = is_bold(text)
    shown = markup.strip(text.strip())
    posted = POST_DATE.search(shown[-80:])
    if posted and len(shown) > len(posted.group(1)):
        head, shown = shown[: len(shown) - len(posted.group(0))], posted.group(1)
        yield Block(head, bold=bold, loose=True)
    shown, calls = take_calls(shown, notes)
    if star := _STAR_CALL.search(shown):
        calls, shown = (*calls, star.group(1)), shown[: star.start()]
    elif stars and (star := _STAR_WITHIN.search(shown)) and star.group(1) in stars:
        calls, shown = (*calls, star.group(1)), shown[: star.start()] + shown[star.end() :]
    if shown.strip():
        yield Block(shown, bold=bold, loose=True, calls=calls)


def _star_notes(lines: Sequence[str]) -> frozenset[str]:
    """Return the stars that begin a footnote and not a bullet: another line calls them, at its end or in a clause's."""
    begun = [match.group(1) for line in lines if (match := _STAR_NOTE.match(line))]
    if not begun or len(begun) > MAX_STAR_NOTES:
        return frozenset()
    called = {
        match.group(1)
        for line in lines
        if "*" in line and not _STAR_NOTE.match(line)
        for match in (_STAR_AT_END.search(line[-60:]), _STAR_WITHIN.search(line))
        if match
    }
    return frozenset(begun) & called


def _unglued(lines: Sequence[str]) -> Iterator[str]:
    """Give a bold heading that was glued to the end of a line a line of its own."""
    for line in lines:
        match = _GLUED_HEADING.search(line[-60:])
        if match is None:
            yield line
            continue
        yield line[: len(line) - len(match.group(0))]
        yield ""
        yield match.group(0)


def _chunks(lines: Iterable[str]) -> Iterator[list[str]]:
    chunk: list[str] = []
    for line in lines:
        if line.strip():
            chunk.append(line)
        elif chunk:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _groups(chunk: Sequence[str], width: int, rows: RowReader) -> Iterator[list[str]]:
    """Split lines that stand together into paragraphs."""
    group: list[str] = []
    for line in chunk:
        if group and _goes_on(group, line, width) and not rows.is_row(line) and not rows.is_row(group[-1]):
            group.append(line.strip())
            continue
        if group:
            cut_bold = _in_bold(group)
            yield [*group[:-1], group[-1] + "**"] if cut_bold else group
            line = f"**{line.lstrip()}" if cut_bold else line
        group = [line]
    if group:
        yield group


def _in_bold(group: Sequence[str]) -> bool:
    return sum(part.count("**") for part in group) % 2 == 1


def _goes_on(group: Sequence[str], line: str, width: int) -> bool:
    before, text = group[-1].strip(), line.strip()
    if _RULE.fullmatch(line) or _RULE.fullmatch(before) or RAISED_MARK.match(line) or _FIELD.match(text):
        return False
    if _in_bold(group):
        return (
            not (_SESSION_LINE.search(before.strip("* ")) and _SESSION_LINE.search(text.strip("* ")))
            or text[:1].islower()
        )
    if split_marker(text)[0] is not None and not text[0].islower():
        return False
    if len(before) >= WRAP_LIMIT:
        return False
    if width and not text.startswith("**"):
        return len(before) + len(text.split(None, 1)[0]) + 1 > width - 3
    starts_low = text[0].islower() and not re.search(r"[.:;!?]$", before)
    return starts_low or (is_caps(before) and is_caps(text) and not split_marker(text)[0] and len(before) > 20)


def wrap_width(lines: Sequence[str]) -> int:
    """Return the width at which the lines of a text were cut, 0 when they were not."""
    lengths = [len(line.rstrip()) for line in lines if line.strip() and "\t" not in line.strip()]
    long = sum(length >= WRAP_LIMIT for length in lengths)
    followed = [len(line.rstrip()) for line, after in pairwise(lines) if line.strip() and after.strip()]
    full = sorted(length for length in followed if 40 <= length < WRAP_LIMIT)
    if len(full) < 3 or long > 0.04 * len(lengths):
        return 0
    width = full[int(len(full) * 0.95)]
    near = sum(length >= width - 14 for length in full)
    return width if near >= 0.5 * len(full) else 0
