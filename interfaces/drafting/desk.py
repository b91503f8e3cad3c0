"""A draft in the hands of a drafter: points dropped and restored, put in another order, their words changed.

Nothing here knows the toolkit the page is drawn with; `interfaces.drafting.layout` does.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.summary.across import QUESTION
from assistant.summary.coverage import silences_of
from assistant.summary.draft import context_of
from assistant.summary.outline import Outline
from assistant.summary.summary import Point, Summary, SummaryPart
from assistant.verification.verify import verify
from corpus.errors import SummaryError


@dataclass(frozen=True, slots=True)
class Held:
    """One point of a draft, and what was done to it."""

    number: int
    """1-based, as shown; it stays with the point."""
    part: int
    """Rank of its part."""
    point: Point
    words: str = ""
    """What the drafter wrote in its place; empty where nothing was changed."""
    dropped: bool = False
    problems: tuple[str, ...] = ()
    """What the words of the drafter state that the sources do not."""

    @property
    def text(self) -> str:
        """Return what is shown for it."""
        return self.words or self.point.text


@dataclass(frozen=True, slots=True)
class Desk:
    """A draft as it lies before the drafter; every change gives a new one."""

    summary: Summary
    held: tuple[Held, ...]
    """In the order in which they are to stand."""
    outlines: Mapping[str, Outline]
    """Of the documents, by id: what edited words are checked with, and what is not cited is told by."""

    @classmethod
    def of(cls, summary: Summary, outlines: Mapping[str, Outline]) -> "Desk":
        """Lay out a draft."""
        numbered = ((rank, point) for rank, part in enumerate(summary.parts) for point in part.points)
        held = tuple(Held(number, rank, point) for number, (rank, point) in enumerate(numbered, start=1))
        return cls(summary, held, outlines)

    def drop(self, number: int) -> "Desk":
        """Leave a point out."""
        return self._changed(replace(self._at(number), dropped=True))

    def restore(self, number: int) -> "Desk":
        """Put a point back as it was drafted."""
        return self._changed(replace(self._at(number), dropped=False, words="", problems=()))

    def move(self, number: int, step: int) -> "Desk":
        """Move a point up (-1) or down (1) among those of its part; at the end it stays."""
        held = list(self.held)
        place = next(rank for rank, one in enumerate(held) if one.number == number)
        other = place + step
        if 0 <= other < len(held) and held[other].part == held[place].part:
            held[place], held[other] = held[other], held[place]
        return replace(self, held=tuple(held))

    def edit(self, number: int, words: str) -> "Desk":
        """Give a point other words, and check them against its sources as any sentence is checked."""
        held = self._at(number)
        text = " ".join(words.split())
        if not text:
            raise SummaryError("a point without words says nothing; drop it instead")
        if held.point.cells:
            raise SummaryError("the row of a table cannot be edited here; drop it, or change it in the file")
        if text == held.point.text:
            return self.restore(number)
        source = " ".join(" ".join((*s.paragraph.columns, s.quote)) for s in held.point.sources)
        found = verify(text, source, context_of(held.point, self.outlines[held.point.sources[0].document.id]))
        return self._changed(replace(held, words=text, problems=tuple(map(str, found)), dropped=False))

    @property
    def draft(self) -> Summary:
        """Return the draft as it now stands, to be written to a file."""
        parts = [
            replace(part, points=tuple(_said(one) for one in self.held if one.part == rank and not one.dropped))
            for rank, part in enumerate(self.summary.parts)
        ]
        silences = self.summary.silences
        if self.summary.template != QUESTION:
            silences = tuple(one for outline in self.outlines.values() for one in silences_of(outline, parts))
        return replace(self.summary, parts=tuple(_with_points(parts)), silences=silences)

    def _at(self, number: int) -> Held:
        found = next((one for one in self.held if one.number == number), None)
        if found is None:
            raise SummaryError(f"the draft has no point {number}; choose one of 1 to {len(self.held)}")
        return found

    def _changed(self, held: Held) -> "Desk":
        return replace(self, held=tuple(held if one.number == held.number else one for one in self.held))


def _said(held: Held) -> Point:
    return replace(held.point, text=held.words) if held.words else held.point


def _with_points(parts: Sequence[SummaryPart]) -> list[SummaryPart]:
    """Leave out headings under which every point was dropped."""
    kept: list[SummaryPart] = []
    for rank, part in enumerate(parts):
        below: list[SummaryPart] = []
        for other in parts[rank + 1 :]:
            if other.level <= part.level:
                break
            below.append(other)
        if part.points or any(other.points for other in below):
            kept.append(part)
    return kept
