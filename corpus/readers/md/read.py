"""Read Markdown: headings, lists, tables, footnotes; the signs of the markup are excluded."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from corpus.block import Block, SourceContent
from corpus.paragraph import Exclusion
from corpus.readers.encoding import decode
from corpus.text.front_matter import split_front_matter
from corpus.text.inline import Markup, is_bold
from corpus.text.markers import split_marker
from corpus.text.notes import RAISED_MARK, SUPERSCRIPTS, take_calls
from corpus.text.tables import RowReader

_HEADING = re.compile(r" {0,3}(#{1,6})(?:\s+(.*?))?(?:\s+#+)?\s*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)\s*$")
_RULE = re.compile(r" {0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$")
_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_QUOTE = re.compile(r" {0,3}((?:>\s?)+)")
_NOTE = re.compile(r" {0,3}\[\^([^\]\s]{1,30})\]:\s*")
_CALL = re.compile(r"\[\^([^\]\s]{1,30})\]")
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_INDENT = re.compile(r"[ \t]*")


@dataclass(slots=True)
class _Open:
    """The paragraph that is being gathered, line by line."""

    lines: list[str] = field(default_factory=list)
    depth: float = 0.0
    note: str = ""


def read(source: bytes, _name: str) -> SourceContent:
    """Return the blocks of a Markdown text; a paragraph may be cut into lines at any place."""
    text = decode(source).replace("\0", "")
    visible = tuple(text.split("\n"))
    markup = Markup()
    _, front = split_front_matter(text)
    if front:
        markup.removed.append(front)
        text = text[len(front) :]
    text = _COMMENT.sub(lambda match: markup.removed.append(match.group(0)) or "", text)  # type: ignore[func-returns-value]
    notes = frozenset(match.group(1).translate(SUPERSCRIPTS) for line in visible if (match := RAISED_MARK.match(line)))
    blocks = [_called(block, notes, markup) for block in _Lines(markup).blocks(text.split("\n"))]
    exclusions = (Exclusion(" ".join(markup.removed), "markup"),) if markup.removed else ()
    return SourceContent(tuple(block for block in blocks if block.text.strip()), visible, exclusions)


def _called(block: Block, notes: frozenset[str], markup: Markup) -> Block:
    """Take the marks of footnotes out of a block."""
    marks = tuple(_CALL.findall(block.text))
    text = _CALL.sub("", block.text)
    markup.removed += ["[^]"] * len(marks)
    if block.role != "note" and (match := RAISED_MARK.match(text)):
        return replace(block, text=text[match.end() :], role="note", note=match.group(1).translate(SUPERSCRIPTS))
    text, raised = take_calls(text, notes)
    return replace(block, text=text, calls=block.calls + marks + raised)


class _Lines:
    """Group the lines of a Markdown text into blocks."""

    def __init__(self, markup: Markup) -> None:
        self.markup = markup
        self.rows = RowReader(markup, tabs=False)
        self.open = _Open()
        self.fence = ""

    def blocks(self, lines: Sequence[str]) -> Iterator[Block]:
        """Give the blocks in reading order."""
        for line in lines:
            yield from self._line(line)
        yield from self._flush()

    def _line(self, line: str) -> Iterator[Block]:
        if fence := _FENCE.match(line):
            yield from self._flush()
            self.markup.removed.append(line.strip())
            self.fence = (
                "" if self.fence and fence.group(1).startswith(self.fence[:3]) else self.fence or fence.group(1)
            )
        elif self.fence:
            if line.strip():
                yield Block(line)
        elif not line.strip():
            yield from self._flush()
        elif heading := _HEADING.match(line):
            yield from self._flush()
            self.markup.removed.append("#" * (line.count("#") - (heading.group(2) or "").count("#")))
            yield Block(
                self.markup.strip(heading.group(2) or "", code=True), role="heading", level=float(len(heading.group(1)))
            )
        elif self.open.lines and not self.open.depth and not self.open.note and (underline := _UNDERLINE.match(line)):
            yield from self._underlined(line, underline.group(1))
        elif _RULE.match(line):
            yield from self._flush()
            self.markup.removed.append(line.strip())
        else:
            yield from self._row_or_text(line)

    def _underlined(self, line: str, signs: str) -> Iterator[Block]:
        text = " ".join(part.strip() for part in self.open.lines)
        self.open = _Open()
        self.markup.removed.append(line.strip())
        yield Block(self.markup.strip(text, code=True), role="heading", level=1.0 if signs[0] == "=" else 2.0)

    def _row_or_text(self, line: str) -> Iterator[Block]:
        quote = _QUOTE.match(line)
        if quote and not line.lstrip().startswith("<"):
            self.markup.removed.append(quote.group(1).strip())
            line = line[quote.end() :]
        row = self.rows.row(line)
        if row is not None:
            yield from self._flush()
            yield from row
            return
        if note := _NOTE.match(line):
            yield from self._flush()
            self.markup.removed.append("[^]:")
            self.open = _Open([line[note.end() :]], note=note.group(1))
            return
        marker, _ = split_marker(line.strip())
        is_item = marker is not None and not (self.open.lines and self._is_accident(marker.printed))
        if is_item:
            yield from self._flush()
        if not self.open.lines:
            indent = _INDENT.match(line)
            width = len(indent.group(0).expandtabs(4)) if indent else 0
            self.open = _Open(depth=1.0 + width // 2 if is_item else 0.0)
        self.open.lines.append(line)

    def _is_accident(self, printed: str) -> bool:
        """Tell whether what looks like a number is the wrapped end of a sentence, as Markdown itself does."""
        before = self.open.lines[-1].rstrip()
        in_list = self.open.depth > 0
        return (
            not in_list
            and printed not in ("1.", "-", "*", "+", "•", "(a)", "(i)")
            and not before.endswith((":", ";", "."))
        )

    def _flush(self) -> Iterator[Block]:
        opened, self.open = self.open, _Open()
        if not opened.lines:
            return
        self.rows.interrupted(" ".join(opened.lines)[:300])
        joined = " ".join(part.strip().removesuffix("\\") for part in opened.lines)
        backslashes = sum(part.rstrip().endswith("\\") for part in opened.lines)
        self.markup.removed += ["\\"] * backslashes
        if opened.note:
            yield Block(self.markup.strip(joined, code=True), role="note", note=opened.note)
            return
        marker, _ = split_marker(joined)
        bold = is_bold(joined)
        role = "item" if marker is not None and marker.readings[0][0] == "bullet" else "text"
        text = joined
        if role == "item" and marker is not None:
            text = f"{marker.printed} {self.markup.strip(joined[len(marker.printed) :].lstrip(), code=True)}"
        else:
            text = self.markup.strip(joined, code=True)
        yield Block(text, role="item" if role == "item" else "text", level=opened.depth, bold=bold)
