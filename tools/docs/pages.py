"""A page of the documentation: its headings with their anchors, its links, and the code it shows."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

REPOSITORY = Path(__file__).resolve().parents[2]
HOME = "docs/README.md"
"""The page from which every other page of `docs` is reached."""
_NOT_IN_ANCHORS = re.compile(r"[^\w\- ]")


@dataclass(frozen=True, slots=True)
class Link:
    """Where a page points."""

    target: str
    line: int


@dataclass(frozen=True, slots=True)
class Code:
    """Code that a page shows: a block with the words after its fence, or a span within a line, which has none."""

    text: str
    info: str
    line: int
    is_block: bool


@dataclass(frozen=True, slots=True)
class Page:
    """One file of Markdown, read."""

    path: str
    """From the repository, with `/`."""
    title: str
    anchors: frozenset[str]
    links: tuple[Link, ...]
    code: tuple[Code, ...]
    """In the order in which it stands."""


def all_pages() -> list[Page]:
    """Return every page of the repository that people read: those at its root, and all in `docs`."""
    paths = [*sorted(REPOSITORY.glob("*.md")), *sorted((REPOSITORY / "docs").rglob("*.md"))]
    return [read_page(path.read_text(encoding="utf-8"), path.relative_to(REPOSITORY).as_posix()) for path in paths]


def read_page(text: str, path: str) -> Page:
    """Return what a page holds."""
    tokens = parser().parse(text)
    headings = list(anchored(tokens))
    return Page(
        path=path,
        title=next((heading.content for heading, _ in headings), path),
        anchors=frozenset(anchor for _, anchor in headings),
        links=tuple(_links(tokens)),
        code=tuple(_code(tokens)),
    )


def parser() -> MarkdownIt:
    """Return a reader of the Markdown that GitHub shows: CommonMark and its tables."""
    return MarkdownIt("commonmark").enable("table")


def anchored(tokens: Sequence[Token]) -> Iterator[tuple[Token, str]]:
    """Yield the words of each heading with its anchor, made as GitHub makes it."""
    seen: Counter[str] = Counter()
    for opening, words in pairwise(tokens):
        if opening.type == "heading_open":
            shown = "".join(child.content for child in words.children or [])
            anchor = _NOT_IN_ANCHORS.sub("", shown.lower()).replace(" ", "-")
            yield words, f"{anchor}-{seen[anchor]}" if seen[anchor] else anchor
            seen[anchor] += 1


def _links(tokens: Sequence[Token]) -> Iterator[Link]:
    for token in tokens:
        for child in token.children or []:
            target = child.attrGet({"link_open": "href", "image": "src"}.get(child.type, ""))
            if target is not None:
                yield Link(str(target), _line(token))


def _code(tokens: Sequence[Token]) -> Iterator[Code]:
    for token in tokens:
        if token.type in ("fence", "code_block"):
            yield Code(token.content, token.info.strip(), _line(token), is_block=True)
        for child in token.children or []:
            if child.type == "code_inline":
                yield Code(child.content, "", _line(token), is_block=False)


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 0
