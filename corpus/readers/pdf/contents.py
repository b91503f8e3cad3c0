"""Take the table of contents out of what a PDF holds: its entries are neither headings nor rows."""

import re
from collections.abc import Sequence

from corpus.block import Block
from corpus.paragraph import Exclusion

_TITLE = re.compile(
    r"(?:table of )?contents|contents page|inhalt(?:sverzeichnis)?|sommaire|table des matières|índice", re.I
)
_COLUMN = re.compile(r"(?:page|pages|page no\.?|paragraphs?|chapter|section)", re.I)
_PAGE = re.compile(r"\d{1,4}|[ivxl]{1,6}|\d{1,4}\s?[–-]\s?\d{1,4}", re.I)
_ENTRY = re.compile(r"[^\W\d_].*\s(\d{1,4}|[ivxl]{1,6})$", re.S)
_LONGEST = 260
"""Characters of an entry at most."""
_LEAST, _LEAST_UNTITLED = 2, 4
"""Entries below the word Contents, and without it, where dots lead to the page."""


def without_contents(blocks: Sequence[Block], last_page: int) -> tuple[list[Block], list[Exclusion]]:
    """Return the blocks of a document of `last_page` pages without its contents, and the contents as exclusions."""
    kept: list[Block] = []
    left_out: list[Exclusion] = []
    index = 0
    while index < len(blocks):
        end = _end_of_contents(blocks, index, last_page)
        if end > index:
            left_out += [
                Exclusion(" ".join((block.text, *block.calls)), "contents", block.page) for block in blocks[index:end]
            ]
            index = end
        else:
            kept.append(blocks[index])
            index += 1
    return kept, left_out


def _end_of_contents(blocks: Sequence[Block], start: int, last_page: int) -> int:
    """Return where the contents end that begin at `start`, and `start` itself where none begin there."""
    titled = bool(_TITLE.fullmatch(blocks[start].text.strip().rstrip(":")))
    if not titled and not blocks[start].leader:
        return start
    pages: list[int] = []
    entries, led, end = 0, 0, start + titled
    for index in range(start + titled, len(blocks)):
        block = blocks[index]
        number = _page_of(block)
        if number is not None:
            if number and pages and number < pages[-1]:
                break
            pages += [number] if number else []
            entries, led, end = entries + 1, led + block.leader, index + 1
        elif not _may_stand_between(block) or index - end >= _LEAST:
            break
    if pages and pages[-1] > 3 * last_page + 20:
        return start
    return end if entries >= _LEAST and (titled or led >= _LEAST_UNTITLED) else start


def _page_of(block: Block) -> int | None:
    """Return the page that an entry names, 0 for one in roman figures, None for what is no entry."""
    if block.role == "note" or len(block.text) > _LONGEST:
        return None
    filled = [cell for cell in block.cells if cell]
    if len(filled) > 1:
        named = filled[-1] if _PAGE.fullmatch(filled[-1]) and any(map(str.isalpha, "".join(filled[:-1]))) else ""
    else:
        match = _ENTRY.search(block.text.strip())
        named = match.group(1) if match else ""
    if not named:
        return None
    digits = re.match(r"\d+", named)
    return int(digits.group()) if digits else 0


def _may_stand_between(block: Block) -> bool:
    """Tell whether a block may be the head of a column of pages, or an entry or part of one without a page."""
    text = block.text.strip()
    return block.role != "note" and (
        bool(_COLUMN.fullmatch(text)) or (len(text) < _LONGEST / 2 and not text.endswith((".", ";", ":")))
    )
