"""One section of a draft as a model writes it: what it is given, and what of its sentences holds."""

from collections.abc import Iterator, Mapping, Sequence

from assistant.chat.output.parse import WrittenSentence
from assistant.chat.passages import Given, choose
from assistant.evidence.evidence import Evidence
from assistant.summary.outline import Outline
from assistant.summary.summary import Point, PointSource, StruckPoint, SummaryPart
from assistant.verification.prose.check import Cited, check_written
from assistant.verification.prose.document_words import DocumentWords
from corpus.paragraph import Paragraph
from corpus.text.sentences import sentence_spans
from index.passage import Passage

NO_SOURCE = "it names no source"
_COVERED = 0.5
"""Share of the sources of a point that sentences must cite for the point to be told by them."""


class WrittenSection:
    """The sentences of a model that hold, among the points of a part that they do not tell."""

    def __init__(self, part: SummaryPart, outlines: Mapping[str, Outline], budget: int) -> None:
        self._part = part
        self._words = DocumentWords(lambda: _texts(outlines))
        self._given = {passage.id: passage for passage in choose((), list(_evidence(part, outlines)), budget)}
        self.points: list[Point] = []
        self.struck: list[StruckPoint] = []

    @property
    def given(self) -> tuple[Given, ...]:
        """Return the paragraphs that the points of the part cite, as far as `budget` tokens have room for them."""
        return tuple(self._given.values())

    @property
    def words(self) -> int:
        """Return how many words the sentences that hold are."""
        return sum(point.words for point in self.points)

    def add(self, written: WrittenSentence) -> None:
        """Check a sentence, and keep it as a point or strike it out."""
        passages = [self._given.get(source.id) for source in written.sources if source.known]
        if len(passages) < len(written.sources):
            self._strike(written.text, "it cites a source that is none of the passages")
            return
        known = [passage for passage in passages if passage]
        quotes = [source.quote for source in written.sources]
        cited = [
            Cited(each.evidence.paragraph, quote, self._context(each))
            for each, quote in zip(known, quotes, strict=True)
        ]
        checked = check_written(written.text, cited, self._words)
        found = zip(known, checked.quotes, strict=False)
        sources = tuple(dict.fromkeys(_source(passage, quote) for passage, quote in found))
        if checked.problem:
            self._strike(written.text, str(checked.problem), sources)
        elif all(written.text != point.text for point in self.points):
            self.points.append(Point(written.text, sources, self._label(sources[0].paragraph), written=True))

    @property
    def part(self) -> SummaryPart:
        """Return the part with the sentences, and those points of it that they do not tell, in reading order."""
        told = [source for point in self.points for source in point.sources]
        kept = [point for point in self._part.points if not _is_told(point, told)]
        points = sorted([*self.points, *kept], key=_position)
        return SummaryPart(self._part.heading, tuple(points), self._part.form, level=self._part.level)

    def _citing(self, paragraph: Paragraph) -> list[Point]:
        return [point for point in self._part.points if any(source.paragraph == paragraph for source in point.sources)]

    def _label(self, paragraph: Paragraph) -> str:
        """Return what stands before all points from a paragraph, such as who made the proposals in it."""
        labels = {point.label for point in self._citing(paragraph)}
        return labels.pop() if len(labels) == 1 else ""

    def _context(self, given: Given) -> str:
        """Return what stands around a paragraph: who speaks in it is said by the heading or the label of a point."""
        points = self._citing(given.evidence.paragraph)
        said = [line for point in points for line in (point.label, point.text)]
        return "\n".join(filter(None, (given.evidence.context, self._part.heading, *said)))

    def _strike(self, text: str, reason: str, sources: tuple[PointSource, ...] = ()) -> None:
        self.struck.append(StruckPoint(text, reason, sources, self._part.heading))


def _evidence(part: SummaryPart, outlines: Mapping[str, Outline]) -> Iterator[Evidence]:
    """Yield the paragraphs that the points of a part cite, in reading order, with what stands around them."""
    sources = [source for point in part.points for source in point.sources]
    for source in sorted(sources, key=lambda source: source.paragraph.position):
        paragraph = source.paragraph
        above = paragraph.parent
        parent = outlines[source.document.id].at(above) if above is not None else None
        passage = Passage(source.document, paragraph, rank=1, score=0.0, similarity=0.0, bm25=0.0)
        yield Evidence(passage, parent, (), frozenset())


def _texts(outlines: Mapping[str, Outline]) -> Iterator[str]:
    """Yield the paragraphs of all documents of a draft."""
    yield from (paragraph.text for outline in outlines.values() for paragraph in outline.paragraphs)


def _source(given: Given, quote: str) -> PointSource:
    """Return the sentences that hold some words: what a person reads to see whether they are borne."""
    paragraph = given.evidence.paragraph
    start = paragraph.text.find(quote)
    spans = [span for span in sentence_spans(paragraph.text) if span[0] < start + len(quote) and span[1] > start]
    whole = paragraph.text[spans[0][0] : spans[-1][1]] if spans and paragraph.kind != "row" else paragraph.text
    return PointSource(given.evidence.document, paragraph, whole)


def _position(point: Point) -> tuple[int, int]:
    """Return where the words stand that a point rests on first: its paragraph, and the character there."""
    source = point.sources[0]
    return source.paragraph.position, source.paragraph.text.find(source.quote)


def _is_told(point: Point, told: Sequence[PointSource]) -> bool:
    """Tell whether enough of what a point rests on is cited."""
    cited = sum(any(_overlap(source, other) for other in told) for source in point.sources)
    return cited >= _COVERED * len(point.sources)


def _overlap(one: PointSource, other: PointSource) -> bool:
    return one.paragraph == other.paragraph and (one.quote in other.quote or other.quote in one.quote)
