"""Decide what is a heading, and keep the path of headings above a paragraph."""

import re
from dataclasses import dataclass

from corpus.block import Block
from corpus.text.markers import PrintedNumber, Style, split_marker

_PART = re.compile(
    r"(annex|appendix|enclosure|attachment)(?:\s+([IVXLC]{1,6}|\d{1,2}|[A-Z]))?\s*(?:[-–—:.]\s*|\s+|$)(.*)", re.I | re.S
)
_DECISION = re.compile(
    r"((?:draft\s+)?(?:decision|resolution|recommendation)\s+[\w./-]*\d[\w./-]*(?:\s*\(\d{4}\))?)\s*[:.–—-]?\s*(.*)",
    re.I | re.S,
)
_DIVISION = re.compile(
    r"(?:part|chapter|section|article|rule|regulation|session|item|agenda item)\s+"
    r"(?:[IVXLC]{1,6}|\d{1,3}|[A-Z]|one|two|three|four|five|six|seven|eight|nine|ten)\b\s*[:.–—-]?",
    re.I,
)
_COLON_VERB = re.compile(
    r"(?:ed|include|includes|including|follow|follows|are|is|was|were|that|to|by|of|with|for)\s*:$", re.I
)
_TERMINAL = re.compile(r"[.;,!?…]['”\"’)\]]*$")
_CAPTION = re.compile(r"(?:table|figure|box|chart|map)\s+[\dIVXLC]+(?:[.\-][\dIVXLC]+)*\b[.:]?", re.I)

_DATE_LINE = re.compile(r"\[?\d{1,2}(?:[–-]\d{1,2})? \w{3,9} \d{4}\]?")

MAX_HEADING_WORDS = 30
MAX_PLAIN_WORDS = 16

OPENING_HEADINGS = frozenset(
    {"contents", "table of contents", "summary", "executive summary", "introduction", "abstract", "foreword", "preface",
     "background", "note", "overview", "abbreviations", "sommaire", "résumé", "resumen", "índice"}
)  # fmt: skip

RANK_PART = 0.0
RANK_DECISION = -1.0
RANK_DIVISION = 0.6
RANK_BOLD_CAPS = 1.5
RANK_CAPS = 2.0
RANK_ROMAN = 3.0
RANK_UPPER = 4.0
RANK_DECIMAL = 5.0
RANK_BOLD = 6.0
RANK_PLAIN = 7.0
RANK_COLON = 8.0


@dataclass(frozen=True, slots=True)
class Heading:
    """One step of a section path."""

    rank: float
    """Lower is further out."""
    title: str
    """As printed, with its number."""
    number: str = ""
    """The number as it goes into a label: `IV`, `A`, `4`; empty when it has none."""
    part: str = ""
    """`Annex I` or `Decision 1/CMP.10` where the heading begins a part with numbers of its own."""
    readings: tuple[tuple[Style, int], ...] = ()
    """The ways in which its number can be read."""


def part_name(text: str) -> tuple[str, float]:
    """Return the name and rank of the annex or decision that a heading begins; an empty name for any other text."""
    words = text.split()
    if not words or len(words) > MAX_HEADING_WORDS or ends_sentence(text):
        return "", 0.0
    if match := _PART.fullmatch(text.strip()):
        kind, number, rest = match.group(1).capitalize(), match.group(2) or "", match.group(3)
        plain = text.strip()[match.end(2) if number else match.end(1) :].lstrip()
        if rest and plain == rest and (rest[0].islower() or not number):
            return "", 0.0
        return f"{kind} {number}".strip(), RANK_PART
    if (match := _DECISION.fullmatch(text.strip())) and not match.group(2)[:1].islower():
        return match.group(1)[0].upper() + match.group(1)[1:], RANK_DECISION
    return "", 0.0


def is_caption(text: str) -> bool:
    """Tell whether a short text names a table or a figure by its number."""
    match = _CAPTION.match(text)
    if match is None or len(text.split(None, MAX_HEADING_WORDS + 1)) > MAX_HEADING_WORDS:
        return False
    return match.end() == len(text) or not ends_sentence(text)


def ends_sentence(text: str) -> bool:
    """Tell whether a text ends as a sentence or a clause of a list does."""
    return bool(_TERMINAL.search(text.rstrip()))


def is_division(text: str) -> bool:
    """Tell whether a heading only counts a division: `Chapter I`, `Part Two`, `Annex III`."""
    return bool(_DIVISION.fullmatch(text.strip())) or bool(
        re.fullmatch(r"(?:annex|appendix)(?:\s+\w{1,6})?", text.strip(), re.I)
    )


def is_chapter(text: str) -> bool:
    """Tell whether a heading begins a numbered chapter or part."""
    return bool(re.match(r"(?:part|chapter)\s+(?:[IVXLC]{1,6}|\d{1,3}|one|two|three)\b", text, re.I))


def is_caps(text: str) -> bool:
    """Tell whether a text is set in capitals throughout."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 4 and sum(c.isupper() for c in letters) >= 0.95 * len(letters)


def _reads_as_heading(block: Block) -> bool:
    """Tell whether what is set large is a heading: words, not a date, a figure or a number of a series."""
    if not block.loose:
        return True
    shown = [character for character in block.text if not character.isspace()]
    return sum(map(str.isalpha, shown)) >= 0.5 * len(shown) and not _DATE_LINE.fullmatch(block.text.strip())


def _short(text: str, limit: int = MAX_HEADING_WORDS) -> bool:
    return 0 < len(text.split(None, limit + 1)) <= limit


def heading_rank(
    block: Block, marker: PrintedNumber | None, body: str, following: Block | None, beside_sibling: bool
) -> float | None:
    """Return the rank of a block as a heading, or None where it is none.

    `following` is the next block, `beside_sibling` says that the block stands in a run of equally numbered ones.
    """
    text = block.text
    if block.role == "heading" and _reads_as_heading(block):
        name, rank = part_name(text)
        return rank if name else block.level
    if (
        block.role not in ("text", "heading")
        or not _short(text[: 40 * MAX_HEADING_WORDS])
        or len(text) > 400
        or not any(map(str.isalpha, text))
    ):
        return None
    if part_name(text)[0]:
        return part_name(text)[1]
    if is_caption(text) or ends_sentence(text) or "://" in text:
        return None
    if marker is not None:
        return _numbered_rank(marker, body, following, beside_sibling)
    return _unnumbered_rank(block, text, following)


def _numbered_rank(marker: PrintedNumber, body: str, following: Block | None, beside_sibling: bool) -> float | None:
    style = marker.readings[0][0]
    if style in ("upper-roman", "upper") and marker.printed.endswith(".") and _short(body, 28):
        return RANK_ROMAN if style == "upper-roman" else RANK_UPPER
    if (
        style in ("decimal", "multi")
        and not beside_sibling
        and _short(body, 22)
        and not body.endswith(":")
        and body.lstrip("“‘\"'(")[:1].isupper()
    ):
        depth = marker.bare.count(".")
        return RANK_DECIMAL + depth / 10 if following is not None and _begins_text(following) else None
    return None


def _unnumbered_rank(block: Block, text: str, following: Block | None) -> float | None:
    if _DIVISION.fullmatch(text) or (_DIVISION.match(text) and _short(text, 14) and not text.endswith(":")):
        return RANK_DIVISION
    if is_caps(text) and len(text) > 5 and _reads_as_heading(block):
        return RANK_BOLD_CAPS if block.bold else RANK_CAPS
    if text.endswith(":"):
        names = _short(text, 4) and text[0].isupper() and not _COLON_VERB.search(text)
        return RANK_COLON if names and (block.bold or not _begins_list(following)) else None
    if block.bold and _short(text, 28):
        return RANK_BOLD
    starts = text[0].isupper() or text[0] in '“"‘'
    if (
        block.loose
        and starts
        and _short(text, MAX_PLAIN_WORDS)
        and following is not None
        and _begins_section(following)
    ):
        return RANK_PLAIN
    return None


def _begins_text(block: Block) -> bool:
    marker, _ = split_marker(block.text)
    return block.role in ("text", "item") and marker is None and not part_name(block.text)[0]


def _begins_list(block: Block | None) -> bool:
    """Tell whether a block is an entry of a list, so that a line with a colon before it leads in to it."""
    if block is None or block.role not in ("text", "item"):
        return False
    marker, _ = split_marker(f"{block.mark} {block.text[:600]}".strip())
    return block.role == "item" or (marker is not None and marker.readings[0][0] not in ("decimal", "multi", "qa"))


def _begins_section(block: Block) -> bool:
    if block.role in ("row", "note", "heading"):
        return block.role == "row"
    marker, body = split_marker(block.text[:600])
    if marker is not None:
        return marker.readings[0][0] in ("decimal", "multi")
    return len(body.split()) >= 18 or (len(body.split()) >= 7 and bool(re.search(r"[.:]$", block.text.rstrip())))


class HeadingPath:
    """The headings that are open, outermost first."""

    def __init__(self) -> None:
        self.open: list[Heading] = []

    def enter(self, heading: Heading) -> None:
        """Close every heading that is not further out, then open this one."""
        self.open = [step for step in self.open if step.rank < heading.rank]
        self.open.append(heading)

    @property
    def titles(self) -> tuple[str, ...]:
        """Return the section path as printed."""
        return tuple(step.title for step in self.open)

    @property
    def part(self) -> str:
        """Return the names of the annex and the decision that are open, as they go before a number."""
        return ", ".join(step.part for step in self.open if step.part)

    @property
    def number(self) -> str:
        """Return the label of the innermost heading, such as `IV.A`."""
        return ".".join(step.number for step in self.open if step.number)
