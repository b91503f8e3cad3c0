"""What the body that speaks in a resolution resolves: its name, and the numbered paragraphs that go on from it."""

import re
from collections.abc import Iterator, Sequence

from assistant.summary.outline import Outline
from corpus.paragraph import Paragraph

_ADVERBS = r"(?:(?:also|further|again|once again|moreover|in this regard|[a-z]+ly),? (?:and )?)*"
_BODY = re.compile(
    r"(?P<who>The (?:[A-Z][\w’'-]*|of|and|on|for|the|to|in|its|as|serving|meeting|acting)"
    r"(?:,? (?:[A-Z][\w’'-]*|of|and|on|for|the|to|in|its|as|serving|meeting|acting)){0,24}),"
)
_RESOLVES = re.compile(rf"^{_ADVERBS}(?!(?:this|his|its|as|is|was|has)\b)[a-z-]+s\b", re.IGNORECASE)
_BINDS = re.compile(
    rf"^{_ADVERBS}(?:decides|requests|demands|urges|calls (?:on|upon|for)|adopts|approves|authori[sz]es|endorses|"
    r"recommends|resolves|establishes|extends|renews|directs|instructs|mandates|invites|condemns|appoints|elects)\b",
    re.IGNORECASE,
)
_FORMULA = re.compile(r"decides to (?:remain|continue to be)(?: actively)? seized\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")


def binds(text: str) -> bool:
    """Tell whether an operative paragraph decides, asks for or condemns something, rather than notes or recalls it."""
    return _BINDS.match(text) is not None


def operative_of(outline: Outline) -> dict[int, str]:
    """Return the body that resolves, by the position of each operative paragraph of a resolution.

    They are the numbered paragraphs that begin with a verb, below a line such as `The General Assembly,`: the body
    is the subject of them all. Those of several resolutions in one document each have theirs.
    """
    return {position: body for position, body, numbered in _resolution(outline.paragraphs) if numbered}


def aside_of(outline: Outline, points: int) -> frozenset[int]:
    """Return the positions of what a resolution says besides what so many points are to tell of it.

    That is its preamble; and where it decides and asks for enough to fill the points, all that it only notes.
    """
    found = list(_resolution(outline.paragraphs))
    preamble = frozenset(at for at, _, numbered in found if not numbered)
    operative = {at: outline.at(at).text for at, _, numbered in found if numbered}
    minor = frozenset(at for at, text in operative.items() if not binds(text) or _FORMULA.match(text))
    if not operative:
        return frozenset()
    return preamble | minor if points and len(operative) - len(minor) >= points else preamble


def _resolution(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, str, bool]]:
    """Yield each paragraph of a resolution: its position, the body, and whether it is numbered."""
    body = ""
    for paragraph in paragraphs:
        if opening := _BODY.fullmatch(paragraph.text):
            body = opening["who"]
        elif not body or paragraph.kind != "paragraph":
            continue
        elif not paragraph.label:
            yield paragraph.position, body, False
        elif _NUMBER.fullmatch(paragraph.label) and _RESOLVES.match(paragraph.text):
            yield paragraph.position, body, True
        else:
            body = ""
