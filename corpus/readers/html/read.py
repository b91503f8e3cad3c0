"""Read web pages: the article, with the numbers that a browser prints; the menus of the site are excluded."""

import re
from collections.abc import Sequence

from corpus.block import Block, SourceContent
from corpus.paragraph import Exclusion
from corpus.readers.encoding import decode_markup
from corpus.readers.html.page import ArticlePage
from corpus.readers.html.survey import Survey
from corpus.readers.html.terms import paired
from corpus.readers.site import is_site_menu

_OUTSIDE = ("site menu", "outside the article")
"""What is said of text that is shown and is not of the article."""


def read(source: bytes, _name: str) -> SourceContent:
    """Return the blocks of a web page; where it marks its article, the rest of the page is excluded."""
    page_text = decode_markup(source)
    everything = Survey()
    everything.feed(page_text)
    everything.finish()
    article = bool(re.search(r"<(?:article|main)\b", page_text, re.I))
    page = _walked(page_text, article, everything)
    kept = sum(len(block.text) for block in page.blocks)
    if article and kept < 0.3 * sum(
        len(exclusion.text) for exclusion in page.exclusions if exclusion.reason in _OUTSIDE
    ):
        page = _walked(page_text, False, everything)
    if not page.blocks:
        page.blocks = [Block(exclusion.text) for exclusion in page.exclusions if exclusion.reason in _OUTSIDE]
        page.exclusions = [exclusion for exclusion in page.exclusions if exclusion.reason not in _OUTSIDE]
    blocks, menu = _without_menu(page.blocks)
    metadata = {"language": page.language[:2].lower()} if page.language[:2].isalpha() else {}
    return SourceContent(tuple(paired(blocks)), tuple(everything.pieces), tuple(page.exclusions + menu), metadata)


def _walked(page_text: str, article: bool, survey: Survey) -> ArticlePage:
    page = ArticlePage(article, survey.is_form, survey.layout)
    page.feed(page_text)
    page.finish()
    page.flush()
    return page


def _without_menu(blocks: Sequence[Block]) -> tuple[list[Block], list[Exclusion]]:
    edge = 8
    menu = [
        index
        for index, block in enumerate(blocks)
        if block.role in ("text", "item") and (index < edge or index >= len(blocks) - edge) and is_site_menu(block.text)
    ]
    kept = [block for index, block in enumerate(blocks) if index not in set(menu)]
    return kept, [Exclusion(blocks[index].text, "site menu") for index in menu]
