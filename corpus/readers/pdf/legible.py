"""Say of which pages the text is not to be relied on, though characters were found on them."""

from collections import Counter
from collections.abc import Sequence

from corpus.block import Block
from corpus.paragraph import Exclusion
from corpus.readers.pdf.chars import PageText
from corpus.readers.pdf.pages import page_list

_LEAST_PIECES = 10
"""Pieces of text that a page has at least to be judged by them."""
_UNNAMED_SHARE = 0.1
"""Share of glyphs that their font does not name, above which the text of a page is not to be relied on."""


def remarks_on(pages: Sequence[PageText], blocks: Sequence[Block]) -> list[Exclusion]:
    """Return a remark on the pages that came out mostly in single letters, and one on those in fonts without names."""
    unnamed = [page.number for page in pages if page.unnamed > _UNNAMED_SHARE]
    torn = [number for number in _torn(blocks) if number not in unnamed]
    found = []
    if torn:
        found.append(f"{page_list(torn)} not properly read: the text came out in pieces of one or two characters")
    if unnamed:
        found.append(f"{page_list(unnamed)} not properly read: a font there does not say which letters it draws")
    return [Exclusion("", remark) for remark in found]


def _torn(blocks: Sequence[Block]) -> list[int]:
    """Return the pages most of whose paragraphs have one or two characters."""
    total, short = Counter[int](), Counter[int]()
    for block in blocks:
        if block.page is not None and block.role != "row":
            total[block.page] += 1
            short[block.page] += block.text.isalpha() and len(block.text) <= 2
    return [page for page in sorted(total) if total[page] >= _LEAST_PIECES and short[page] > total[page] / 2]
