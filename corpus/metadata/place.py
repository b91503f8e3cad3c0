"""Find where a meeting was held."""

import re

from corpus.metadata.form import without_online
from corpus.metadata.found import NOTHING, Found
from corpus.metadata.front_page import FrontPage
from corpus.metadata.session import without_session
from corpus.metadata.title import names_document
from corpus.text.dates import find_date

_PLACE = re.compile(
    r"([A-Z][^\W\d_]+(?:[ .'’-]+[A-Z]?[^\W\d_]+){0,3}(?:, [A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)*)?)"
    r"(?:\s*\([^()]{1,40}\))?, (?:and online, )?\d{1,2}\b"
)
_PLACE_AFTER = re.compile(r"session,? ((?:[A-Z][^\W\d_]+[ ]?){1,3}), \d{1,2}\b", re.I)
_PLACE_HELD = re.compile(
    r"\b(?:held|met) (?:in|at) ((?:the )?[A-Z][\w.'’-]+(?:,? (?:[A-Z][\w.'’-]+|el-[A-Z]\w+|de|of|and))*),? "
    r"(?:from|on|between)\b"
)


def find_place(page: FrontPage, title: str) -> Found:
    """Return the place with where it stands: before a day on a line of the cover, else where the title says it was."""
    for line in page.lines:
        match = _PLACE.match(line) or _PLACE_AFTER.search(line) or _PLACE.match(without_session(line).strip(" ,"))
        if match and find_date(line) and len(line.split()) <= 16:
            before, _, after = match.group(1).strip().partition(", ")
            return Found(without_online(after if after and names_document(before) else match.group(1).strip()), "cover")
    held = _PLACE_HELD.search(title)
    return Found(held.group(1).strip(), "title") if held else NOTHING
