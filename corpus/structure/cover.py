"""Tell where the cover of a document ends and its first section begins."""

import re
from collections.abc import Sequence

from corpus.block import Block
from corpus.metadata.title import may_be_title, names_document
from corpus.structure.walk import Walk
from corpus.text.dates import find_date
from corpus.text.headings import OPENING_HEADINGS, is_caps, is_chapter, part_name

RUNNING_WORDS = 22
LONGEST_TITLE = 45
"""Words that a title has at most; from so many on, a text is running text however it ends."""
_LOOK_AHEAD = 30
_CLAUSE_END = re.compile(r"[.;:!?…]['”\"’)\]*]*$")
_OPEN_END = re.compile(r"\b(?:by|of|to|for|from|on|the|and|in|at)$", re.I)
_SESSION = re.compile(r"[\w -]{3,40} session\b.{0,20}", re.I)


def is_running(text: str) -> bool:
    """Tell whether a text is running text, and not a long title."""
    words = len(text.split(None, LONGEST_TITLE))
    return words >= LONGEST_TITLE or (words >= RUNNING_WORDS and bool(_CLAUSE_END.search(text[-8:].rstrip())))


def ends_cover(walk: Walk, index: int, block: Block) -> bool:
    """Tell whether an unnumbered heading on the cover begins the first section: after it, text runs.

    A heading that only other lines of the cover follow is one of them. Where the format says what a heading is, the
    title is known and its rank decides; elsewhere a line that may be the title must stand above.
    """
    text = block.text.strip()
    if text.rstrip(":").lower() in OPENING_HEADINGS or (bool(walk.pieces) and is_chapter(text)):
        return True
    if block.role == "heading" and not block.loose:
        if block.level > 1:
            return not _heading_follows(walk.blocks, index, block.level)
        return walk.title_taken and _text_follows(walk, index) and _level_comes_back(walk.blocks, index)
    return _text_follows(walk, index) and _may_name_section(text) and _has_title(walk)


def _heading_follows(blocks: Sequence[Block], index: int, level: float) -> bool:
    """Tell whether a heading of the same or an outer rank follows before any text does."""
    for block in blocks[index + 1 : index + _LOOK_AHEAD]:
        if block.role == "heading" and not block.loose:
            return block.level <= level
        if block.role in ("item", "row") or (block.role != "note" and _CLAUSE_END.search(block.text[-8:].rstrip())):
            return False
    return False


def _level_comes_back(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether the rank of a title is that of sections too: other headings of it come after the text."""
    return any(
        block.role == "heading" and block.level == 1 and not part_name(block.text)[0] for block in blocks[index + 2 :]
    )


def _text_follows(walk: Walk, index: int) -> bool:
    if index + 1 >= len(walk.blocks):
        return False
    following, (marker, body) = walk.blocks[index + 1], walk.markers[index + 1]
    if following.role not in ("text", "item"):
        return False
    if marker is not None:
        return marker.readings[0][0] in ("decimal", "multi") and not part_name(following.text)[0]
    return is_running(body) or (len(body.split(None, 12)) >= 12 and bool(_CLAUSE_END.search(body[-8:].rstrip())))


def _may_name_section(text: str) -> bool:
    """Tell whether a line may be the heading of a section: it is no date, no session and no name of a document."""
    plain = not (text.startswith("(") or "://" in text or _SESSION.fullmatch(text) or find_date(text))
    return plain and not names_document(text) and not (is_caps(text) and len(text.split()) < 3)


def _has_title(walk: Walk) -> bool:
    """Tell whether a line above may be the title, and leaves nothing open that this heading would complete."""
    if not walk.pieces or _OPEN_END.search(walk.pieces[-1].text[-12:].rstrip()):
        return False
    return any(piece.cover and may_be_title(piece) for piece in walk.pieces[:40])
