"""A document as it is drafted from: its sections, and the sentences that a point can be made of."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.untrusted.injection import injection_start
from corpus.document import Document
from corpus.paragraph import Paragraph
from corpus.text.sentences import sentence_spans
from corpus.text.words import content_stems

ANNEX = re.compile(r"(?:annex|appendix|enclosure|attachment)\b", re.IGNORECASE)
DEPTH = 2
"""Ranks of headings that part a document for drafting; what is below belongs to the second."""
_NOT_CITED = re.compile(
    r"disclaimer\b|https?://\S+$|for (?:further|more) information\b|ISSN\b|ISBN\b|"
    r"symbols of united nations documents\b|mention of such a symbol\b|the designations employed\b|"
    r"(?:printed|reproduced) (?:on|in)\b",
    re.IGNORECASE,
)
_PAGE_NUMBER = re.compile(r"(?:pages?|p\.)(?: no\.?)?", re.IGNORECASE)
_NEXT_QUOTATION = re.compile(r"[.!?]\s*[\"”](\s+)(?=[\"“])")
_NUMBERED = re.compile(r"(?:chapter|part|section|title) (?:[ivxlc]+|\d+|one|two|three|four|five|six)", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:They|These) (?:are|were|include[sd]?|included)(?: as follows)?:")
_WORD = re.compile(r"\b[a-zß-öø-ÿ]{2,}")
_FEWEST_WORDS = 4
_MOSTLY = 0.8
"""Share of a document that is its body even though it stands in annexes."""


@dataclass(frozen=True)
class Unit:
    """A sentence, an item of a list or a row of a table."""

    paragraph: Paragraph
    start: int
    end: int
    rank: int
    """0-based rank in its paragraph."""

    @cached_property
    def text(self) -> str:
        """Return its exact words."""
        return self.paragraph.text[self.start : self.end]

    @cached_property
    def words(self) -> int:
        """Return how many words it has."""
        return len(self.text.split())

    @cached_property
    def terms(self) -> frozenset[str]:
        """Return the stems of its content words."""
        return frozenset(content_stems(self.text))

    @property
    def key(self) -> tuple[int, int]:
        """Return what it is known by in its document, in reading order."""
        return self.paragraph.position, self.start


@dataclass(frozen=True)
class Section:
    """What stands under a heading, and under the headings below it from rank `DEPTH` on."""

    path: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]
    """Without headings."""
    units: tuple[Unit, ...]
    annex: bool

    @property
    def heading(self) -> str:
        """Return its own heading; empty for what stands before the first."""
        return self.path[-1] if self.path else ""

    @cached_property
    def words(self) -> int:
        """Return how many words its sentences have."""
        return sum(unit.words for unit in self.units)


@dataclass(frozen=True)
class Outline:
    """The sections of a document in reading order."""

    document: Document
    paragraphs: tuple[Paragraph, ...]
    cover: int
    """Position of the first paragraph below the cover."""
    sections: tuple[Section, ...]

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Return every unit in reading order."""
        return tuple(unit for section in self.sections for unit in section.units)

    @cached_property
    def body(self) -> tuple[Section, ...]:
        """Return the sections before the annexes."""
        return tuple(section for section in self.sections if not section.annex)

    @cached_property
    def citable(self) -> tuple[Paragraph, ...]:
        """Return the paragraphs that a draft could be silent on: those with words, below the cover."""
        return tuple(
            paragraph
            for paragraph in self.paragraphs[self.cover :]
            if paragraph.kind not in ("heading", "footnote", "caption")
            and not (is_head_row(paragraph) or is_of_contents(paragraph))
        )

    def at(self, position: int) -> Paragraph:
        """Return the paragraph at a position."""
        return self.paragraphs[position]


def outline_of(document: Document, paragraphs: Sequence[Paragraph]) -> Outline:
    """Part a document into its sections and sentences."""
    cover = _cover(paragraphs)
    annex = _first_annex(paragraphs, cover)
    grouped: dict[tuple[str, ...], list[Paragraph]] = {}
    for paragraph in paragraphs[cover:]:
        if paragraph.kind != "heading":
            grouped.setdefault(path_of(paragraph), []).append(paragraph)
    nested = _nested_annexes(grouped)
    sections = []
    for path, inside in grouped.items():
        units = tuple(unit for paragraph in inside for unit in _units(paragraph))
        annexed = bool(path) and (inside[0].position > annex or path in nested)
        sections.append(Section(path, tuple(inside), units, annexed))
    return Outline(document, tuple(paragraphs), cover, tuple(sections))


def path_of(paragraph: Paragraph) -> tuple[str, ...]:
    """Return the headings by which a paragraph is drafted; `Chapter I` above the title of the chapter is none."""
    steps = paragraph.section
    told = tuple(step for rank, step in enumerate(steps) if rank == len(steps) - 1 or not _NUMBERED.fullmatch(step))
    return told[:DEPTH]


def is_head_row(paragraph: Paragraph) -> bool:
    """Tell whether a row holds the headings of its table: no other row has column headings and lacks them."""
    return paragraph.kind == "row" and not paragraph.columns


def is_of_contents(paragraph: Paragraph) -> bool:
    """Tell whether a row is of a table of contents: its last column is of page numbers."""
    return (
        paragraph.kind == "row"
        and bool(paragraph.columns)
        and _PAGE_NUMBER.fullmatch(paragraph.columns[-1].strip()) is not None
        and re.fullmatch(r"[\divxlc–-]*", paragraph.text.split("\t")[-1].strip()) is not None
    )


def holds_order(paragraph: Paragraph) -> bool:
    """Tell whether something in a paragraph is addressed to an assistant."""
    return injection_start(paragraph.text) < len(paragraph.text)


def _units(paragraph: Paragraph) -> list[Unit]:
    """Return what a point can be made of: not what is addressed to an assistant, nor what follows that."""
    if paragraph.kind in ("heading", "footnote", "caption") or is_head_row(paragraph) or is_of_contents(paragraph):
        return []
    if paragraph.kind == "row":
        return [] if holds_order(paragraph) else [Unit(paragraph, 0, len(paragraph.text), 0)]
    spans = _joined(paragraph.text, _parted(paragraph.text))
    injected = injection_start(paragraph.text)
    units = [Unit(paragraph, start, end, rank) for rank, (start, end) in enumerate(spans) if end <= injected]
    return [unit for unit in units if not _NOT_CITED.match(unit.text) and _WORD.search(unit.text)]


def _parted(text: str) -> list[tuple[int, int]]:
    """Return the sentences, parted as well where one quotation ends and another begins."""
    found: list[tuple[int, int]] = []
    for start, end in sentence_spans(text):
        for match in _NEXT_QUOTATION.finditer(text, start, end):
            found.append((start, match.start(1)))
            start = match.end(1)
        found.append((start, end))
    return found


def _joined(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join a sentence such as `They are: …` to the one that it goes on from."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and _GOES_ON.match(text, start):
            start = found.pop()[0]
        found.append((start, end))
    return found


def _cover(paragraphs: Sequence[Paragraph]) -> int:
    """Return the position at which running text begins: a heading or a paragraph of some length."""
    for paragraph in paragraphs[:60]:
        running = len(paragraph.text.split(None, 16)) > 14 and re.search(r"[.:;!?”\"]$", paragraph.text.strip())
        if paragraph.kind not in ("heading", "footnote") and (paragraph.label or paragraph.section or running):
            above = paragraphs[: paragraph.position]
            return next((p.position for p in above if p.kind == "heading" and _leads(p, paragraph)), paragraph.position)
    return 0


def _leads(heading: Paragraph, paragraph: Paragraph) -> bool:
    """Tell whether a heading stands above a paragraph in its section."""
    return any(step.endswith(heading.text) for step in paragraph.section)


def _first_annex(paragraphs: Sequence[Paragraph], cover: int) -> int:
    """Return the position of the heading from which all is annexed; past the end where nothing is, or nearly all."""
    for paragraph in paragraphs[cover:]:
        if paragraph.kind == "heading" and not paragraph.section and ANNEX.match(paragraph.text):
            before = sum(len(p.text) for p in paragraphs[cover : paragraph.position])
            after = sum(len(p.text) for p in paragraphs[paragraph.position :])
            return paragraph.position if 5 * before > after or before > 3000 else len(paragraphs)
    return len(paragraphs)


def _nested_annexes(grouped: Mapping[tuple[str, ...], Sequence[Paragraph]]) -> set[tuple[str, ...]]:
    """Return the sections under a heading such as `Annex I` within the body; none where nearly all is under one."""
    sizes = {path: sum(len(paragraph.text) for paragraph in inside) for path, inside in grouped.items()}
    nested = {path for path in grouped if any(ANNEX.match(step) for step in path)}
    return nested if sum(sizes[path] for path in nested) < _MOSTLY * sum(sizes.values()) else set()


def is_short(unit: Unit) -> bool:
    """Tell whether a unit says too little by itself: a name in a list, a heading that was read as text."""
    return unit.words < _FEWEST_WORDS
