"""Read the characters of a paragraph of OpenDocument as a reader sees them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from corpus.readers.opendocument import DRAW, FO, OFFICE, STYLE, TEXT
from corpus.text.numerals import raised

_ELSEWHERE = frozenset(
    {TEXT + "note", OFFICE + "annotation", DRAW + "frame", DRAW + "custom-shape", DRAW + "g", DRAW + "rect",
     TEXT + "ruby-text", TEXT + "tracked-changes", TEXT + "hidden-text", TEXT + "hidden-paragraph"}
)  # fmt: skip
_MOST_SPACES = 200


@dataclass(frozen=True, slots=True)
class TextStyle:
    """What a style says of its characters."""

    bold: bool = False
    struck: bool = False
    hidden: bool = False
    raised: bool = False
    parent: str = ""


@dataclass(slots=True)
class Runs:
    """The visible text of one paragraph, and what else lies in it."""

    text: str = ""
    bold: bool = False
    inside: list[Any] = field(default_factory=list)
    """Notes, comments, frames and shapes that are anchored in the paragraph, in order."""
    unseen: list[tuple[str, str]] = field(default_factory=list)
    """Texts that are not shown, each after the reason."""


def text_styles(*roots: Any) -> dict[str, TextStyle]:
    """Return the styles of characters and paragraphs in some parts, by name."""
    found = {}
    for root in roots:
        for style in root.iter(STYLE + "style") if root is not None else ():
            properties = style.find(STYLE + "text-properties")
            read = properties.get if properties is not None else dict[str, str]().get
            found[style.get(STYLE + "name") or ""] = TextStyle(
                (read(FO + "font-weight") or "") in ("bold", "600", "700", "800", "900"),
                (read(STYLE + "text-line-through-style") or "none") != "none",
                read(TEXT + "display") == "none",
                (read(STYLE + "text-position") or "").startswith("super"),
                style.get(STYLE + "parent-style-name") or "",
            )
    return found


def read_runs(paragraph: Any, styles: dict[str, TextStyle]) -> Runs:
    """Return the text of a paragraph, without what is struck out or hidden."""
    runs = Runs()
    parts: list[str] = []
    own = styles.get(paragraph.get(TEXT + "style-name") or "", TextStyle())
    letters = bold_letters = 0
    for text, look in _pieces(paragraph, own, styles, runs):
        if look.struck or look.hidden:
            runs.unseen.append(("hidden" if look.hidden else "struck out", text))
            continue
        parts.append(raised(text) if look.raised else text)
        count = sum(map(str.isalnum, text))
        letters, bold_letters = letters + count, bold_letters + (count if look.bold else 0)
    runs.text = "".join(parts)
    runs.bold = letters > 0 and letters == bold_letters
    return runs


def _pieces(
    paragraph: Any, own: TextStyle, styles: dict[str, TextStyle], runs: Runs
) -> Iterator[tuple[str, TextStyle]]:
    """Yield the texts of a paragraph in order with their look, without recursion."""
    stack: list[tuple[Any, TextStyle, bool]] = [(paragraph, own, True)]
    while stack:
        node, look, opens = stack.pop()
        if not opens:
            if node.tail:
                yield _spaced(node.tail), look
            continue
        if node is not paragraph:
            stack.append((node, look, False))
        if not isinstance(node.tag, str):
            continue
        if node.tag in _ELSEWHERE:
            runs.inside.append(node)
            continue
        if sign := _sign(node):
            yield sign, look
        inner = styles.get(node.get(TEXT + "style-name") or "", look) if node.tag == TEXT + "span" else look
        if node.text:
            yield _spaced(node.text), inner
        stack.extend((child, inner, True) for child in reversed(node))


def _sign(node: Any) -> str:
    if node.tag == TEXT + "s":
        count = node.get(TEXT + "c") or "1"
        return " " * min(int(count), _MOST_SPACES) if count.isdigit() else " "
    return {TEXT + "tab": "\t", TEXT + "line-break": "\n"}.get(node.tag, "")


def _spaced(text: str) -> str:
    """Collapse the white space of the XML, as the format says to."""
    collapsed = " ".join(text.split())
    before, after = text[:1].isspace(), text[-1:].isspace() and bool(collapsed)
    return f"{' ' if before else ''}{collapsed}{' ' if after else ''}"
