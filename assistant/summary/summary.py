"""What is given back for a document: parts of points, and what no point cites."""

from dataclasses import dataclass
from typing import Literal

from assistant.writing import Writing
from corpus.document import Document
from corpus.paragraph import Paragraph

Form = Literal["list", "numbered", "table", "facts"]


@dataclass(frozen=True, slots=True)
class PointSource:
    """The exact words that a point rests on."""

    document: Document
    paragraph: Paragraph
    quote: str
    """Words of the paragraph, unaltered: `quote in paragraph.text`."""

    @property
    def place(self) -> str:
        """Return the address with the page, where one is known: `para. 13(c), p. 4`; of a heading, its words."""
        if self.paragraph.kind == "heading":
            return f"heading “{self.paragraph.text}”"
        page = f", p. {self.paragraph.page}" if self.paragraph.page is not None else ""
        return self.paragraph.address + page


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that a summary says."""

    text: str
    """Words of its sources; what is in square brackets was added, `…` stands where words were left out."""
    sources: tuple[PointSource, ...]
    """Never empty."""
    label: str = ""
    """What stands before the words: `Chair`, the name of a speaker, the number of a decision."""
    cells: tuple[str, ...] = ()
    """Of a row of a table: its cells; `text` is then the cells that are filled, parted by semicolons."""
    written: bool = False
    """Whether a chat model wrote the words, which its sources bear but do not hold as they stand."""

    @property
    def words(self) -> int:
        """Return how many words the point is counted as."""
        return len(self.text.split())


@dataclass(frozen=True, slots=True)
class SummaryPart:
    """Points under a heading."""

    heading: str
    points: tuple[Point, ...]
    form: Form = "list"
    columns: tuple[str, ...] = ()
    """Headings of a table."""
    level: int = 1
    """Rank of the heading, 1 to 3."""
    lead: str = ""
    """Words that every point goes on from, such as `The Committee`; they stand in each source."""

    @property
    def words(self) -> int:
        """Return how many words the points are."""
        return sum(point.words for point in self.points)


@dataclass(frozen=True, slots=True)
class Silence:
    """Paragraphs of one section that no point cites."""

    document: Document
    section: str
    paragraphs: tuple[Paragraph, ...]
    words: int


@dataclass(frozen=True, slots=True)
class StruckPoint:
    """A sentence that is no part of the draft because its sources do not bear it."""

    text: str
    reason: str
    """Why, in words that a person understands."""
    sources: tuple[PointSource, ...]
    """What it says it rests on; empty where it names nothing that there is."""
    section: str
    """Heading of the part it was to stand in."""


@dataclass(frozen=True, slots=True)
class Summary:
    """A draft, ready to be edited."""

    title: str
    template: str
    wanted: int
    """Words that were asked for."""
    documents: tuple[Document, ...]
    parts: tuple[SummaryPart, ...]
    silences: tuple[Silence, ...]
    """The coverage list: what the draft is silent on."""
    paragraphs: int
    """Paragraphs of the documents that could be cited."""
    struck: tuple[StruckPoint, ...] = ()
    notes: tuple[str, ...] = ()
    """What the drafter should know, in sentences."""
    writing: Writing | None = None
    """How a chat model took part; None where none is named."""

    @property
    def words(self) -> int:
        """Return how many words the points are, headings and citations not counted."""
        return sum(part.words for part in self.parts)

    @property
    def points(self) -> tuple[Point, ...]:
        """Return every point in order."""
        return tuple(point for part in self.parts for point in part.points)
