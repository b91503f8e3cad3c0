"""Find the session that a document is of; not the one at which it is to be considered."""

import re
from collections.abc import Sequence

from corpus.metadata.found import NOTHING, Found
from corpus.metadata.front_page import FrontPage
from corpus.text.dates import find_date

_SESSION = re.compile(
    r"((?:(?:resumed|special|emergency|extraordinary|annual|regular|first|second|third)\s+)*"
    r"(?:[A-Za-z]+[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
    r"\w+teenth|\w+tieth|"
    r"\d{1,3}(?:st|nd|rd|th)|(?:19|20)\d\d|annual|regular|special|organizational)(?:\s+(?:regular|annual|"
    r"special|resumed|emergency|organizational))*"
    r"\s+session(?:\s+(?:of\s+)?(?:19|20)\d\d)?|(?:annual|regular|substantive|organizational)\s+session\s+(?:of\s+)?(?:19|20)\d\d)\b",
    re.I,
)
_TO_BE_CONSIDERED = re.compile(r"\bprovisional agenda\b|\bpreliminary list\b|\bannotated list\b", re.I)
"""Beside the item of a session ahead: `Item 3 of the provisional agenda`, `Item 74 of the preliminary list`."""
_LONGEST, _LONGEST_TITLE = 20, 60
_OF_THE_SESSION = ("agenda", "meeting report", "resolution", "decision")


def find_session(page: FrontPage, title: str, kind: str, date: str) -> Found:
    """Return the session with where it stands: the one that the title reports on, else the one of the cover.

    The one of the cover is that at which the document will be considered where it opens after the document's `date`, or
    where the item is one of a provisional agenda and no day is given; then nothing is returned.
    """
    if len(title.split()) <= _LONGEST_TITLE and (named := _first([title])):
        return Found(named, "title")
    lines = [line for line in page.lines if len(line.split()) <= _LONGEST]
    named = _first(lines)
    if not named or (kind not in _OF_THE_SESSION and _lies_ahead(page.lines, lines, named, date)):
        return NOTHING
    return Found(named, "cover")


def without_session(line: str) -> str:
    """Return a line without the session it names."""
    return _SESSION.sub("", line)


def _lies_ahead(cover: Sequence[str], lines: Sequence[str], named: str, date: str) -> bool:
    """Tell whether the session of a cover opens after the document was issued, or may do so where no day is given."""
    at = next(index for index, line in enumerate(lines) if named in line)
    opens = next((day for line in lines[at : at + 2] if (day := find_date(line)) and day != date), "")
    if len(opens) == len(date) == 10:
        return opens > date
    held = any(find_date(line) == date for line in lines[at : at + 2])
    return bool(date) and not held and any(_TO_BE_CONSIDERED.search(line) for line in cover)


def _first(lines: Sequence[str]) -> str:
    found = next((match.group(1).strip() for line in lines if (match := _SESSION.search(line))), "")
    return re.sub(r"^(?:its|the|this|of|at|on|for|a)\s+", "", found, flags=re.I)
