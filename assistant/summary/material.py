"""A document taken apart once, for all the parts of a summary."""

import re
from collections.abc import Mapping
from functools import cached_property

from assistant.composing.write import row_text
from assistant.summary.choosing.salience import Salience
from assistant.summary.meeting.activities import Activity, activities_of
from assistant.summary.meeting.decisions import Decision, decisions_of
from assistant.summary.meeting.meeting import Meeting
from assistant.summary.meeting.mentions import is_proposing, predicates
from assistant.summary.meeting.quoted import in_pairs
from assistant.summary.meeting.resolution import aside_of, operative_of
from assistant.summary.meeting.resolve import resolved
from assistant.summary.meeting.speakers import Statement, statements_of
from assistant.summary.outline import Outline, Section, Unit, holds_order
from assistant.summary.shorten import condense, shorten, without_spare
from assistant.summary.summary import Point, PointSource
from corpus.paragraph import Paragraph

_GAIN = 1.25
"""How much more a sentence must tell with a gap in its middle than with its end cut off."""
_TOLERANCE = 1.3
"""How much longer a sentence may be than it should before anything is cut."""
_NEVER = 10**6
_MORE_FOR_ITEMS = 60
"""Words that a list may have above those of a sentence."""
_LATEST_VERB = 0.7
"""Share of a sentence before which its verb must stand for the subject to be left out."""
_THANKS = re.compile(r"(?:also |further )?(?:thanked|expressed|welcomed)\b")
_LEADS = re.compile(r"(?:While )?[A-Z][a-z]+ing\b")
"""How a sentence begins that says something before its subject: `Highlighting the need for coherence, the Chair …`."""
_LIST_END = re.compile(r"[;,](?: (?:and|or))?$")
"""What joins an item of a list to the next one."""
_CLOSED = re.compile(r"[”\"](?=[.!?]$)")
"""The end of a quotation before the mark that ends the sentence."""
_QUOTE_MARKS = '“”"« »'


class Material:
    """What can be told of a document, each thing found when it is first asked for."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.taken: set[tuple[int, int]] = set()
        """Keys of the sentences that a part has shown."""
        self.said: set[str] = set()
        """Canonical words that a part has said."""

    @cached_property
    def salience(self) -> Salience:
        """Return the weights of the document's words."""
        return Salience(self.outline)

    @cached_property
    def statements(self) -> list[Statement]:
        """Return who says what."""
        return statements_of(self.outline)

    @cached_property
    def decisions(self) -> list[Decision]:
        """Return what was decided; what a person says is no decision unless it has a number of its own."""
        said = {s.unit.key for s in self.statements if " of " in f" {s.speaker.office}" and not s.speaker.name}
        return [d for d in decisions_of(self.outline) if d.number or d.unit.key not in said]

    @cached_property
    def activities(self) -> list[Activity]:
        """Return what was done."""
        return activities_of(self.outline)

    @cached_property
    def meeting(self) -> Meeting:
        """Return what is said of the meeting itself."""
        return Meeting(self.outline)

    @cached_property
    def section_of(self) -> dict[tuple[int, int], Section]:
        """Return the section of each sentence."""
        return {unit.key: section for section in self.outline.sections for unit in section.units}

    def point(self, unit: Unit, most: int, label: str = "") -> Point:
        """Return a sentence as a point of at most about `most` words, with what it points at in brackets."""
        if unit.paragraph.kind == "row":
            return Point(shorten(row_text(unit.paragraph), most), (self._source(unit),), label)
        statement = self._statement_of.get(unit.key)
        if statement and statement.quoted:
            return Point(self._quotation(unit, statement, most), (self._source(unit),), label)
        if unit.text.rstrip().endswith(":") and (items := self._items(unit, most)):
            return Point(" ".join([unit.text, *(item.text for item in items)]), self._sources(unit, items), label)
        if most < unit.words <= _TOLERANCE * most:
            most = unit.words
        text = resolved(unit, statement, self._before(unit), self._chair)
        added = len(text) - len(unit.text)
        spare = [(start + added, end + added) for start, end in statement.spare] if statement else []
        kept = without_spare(text, most, spare)
        shown = in_pairs(_plain(condense(kept, most, self.salience.weights, _GAIN)), unit)
        return Point(shown, (self._source(unit), *self._beside(text)), label)

    def said_by(
        self, statement: Statement, most: int, label: str = "", weights: Mapping[str, float] | None = None
    ) -> Point:
        """Return what a speaker said without the speaker, who stands above it or in its label: from the verb on.

        With the weights of words, what the speaker did besides proposing is left out first, and then what tells least.
        """
        unit = statement.unit
        spans = predicates(unit.text, statement.says)
        late = not spans or spans[0][0] > _LATEST_VERB * len(unit.text) or _LEADS.match(unit.text)
        if statement.quoted or statement.others or late:
            return self.point(unit, most, label)
        if weights and any(is_proposing(unit.text, span) for span in spans):
            spans = [span for span in spans if not _THANKS.match(unit.text[slice(*span)])]
        begin = spans[0][0]
        besides = [span for span in spans if weights and not is_proposing(unit.text, span)]
        spare = [(start - begin, end - begin) for start, end in besides if len(besides) < len(spans)]
        if unit.text.rstrip().endswith(":") and (items := self._items(unit, most)):
            told = " ".join([unit.text[begin:], *(item.text for item in items)])
            return Point(told, self._sources(unit, items), label)
        kept = re.sub(r"^(?:… )?(?:and )?", "", without_spare(unit.text[begin:], most, spare))
        text = condense(kept, most, weights) if weights else shorten(kept, most)
        return Point(_plain(text), (self._source(unit),), label)

    def cost(self, unit: Unit, most: int) -> int:
        """Return the words in which a sentence would be shown.

        Beyond all bounds for a lead-in without its items, or with one that is shown elsewhere.
        """
        if unit.text.rstrip().endswith(":"):
            items = {item.position for item in self._items(unit, most)}
            if not items or any(position in items for position, _ in self.taken):
                return _NEVER
        if unit.paragraph.kind != "row" and unit.words <= _TOLERANCE * most:
            return unit.words
        return self.point(unit, most).words

    def take(self, unit: Unit) -> None:
        """Note that a sentence is shown."""
        self.taken.add(unit.key)
        self.said |= unit.terms
        if unit.text.rstrip().endswith(":"):
            below = {item.position for item in self._children.get(unit.paragraph.position, [])}
            self.taken |= {other.key for other in self.outline.units if other.paragraph.position in below}

    def body_of(self, unit: Unit) -> str:
        """Return the body that a sentence of a resolution lacks for its subject; empty for any other sentence."""
        return "" if unit.start else self._operative.get(unit.paragraph.position, "")

    def aside(self, points: int) -> frozenset[tuple[int, int]]:
        """Return the keys of what a resolution says besides what so many points are to tell: above all its preamble."""
        found = aside_of(self.outline, points)
        return frozenset(unit.key for unit in self.outline.units if unit.paragraph.position in found)

    @cached_property
    def _operative(self) -> dict[int, str]:
        return operative_of(self.outline)

    def _source(self, unit: Unit) -> PointSource:
        return PointSource(self.outline.document, unit.paragraph, unit.text)

    def _sources(self, unit: Unit, items: list[Paragraph]) -> tuple[PointSource, ...]:
        return (self._source(unit), *(PointSource(self.outline.document, item, item.text) for item in items))

    def _items(self, unit: Unit, most: int) -> list[Paragraph]:
        """Return the items that a lead-in opens, where all of them have room."""
        items = self._children.get(unit.paragraph.position, [])
        return items if unit.words + sum(len(item.text.split()) for item in items) <= most + _MORE_FOR_ITEMS else []

    @cached_property
    def _children(self) -> dict[int, list[Paragraph]]:
        found: dict[int, list[Paragraph]] = {}
        for paragraph in self.outline.paragraphs:
            if paragraph.parent is not None and paragraph.kind == "item" and not holds_order(paragraph):
                found.setdefault(paragraph.parent, []).append(paragraph)
        return found

    def _quotation(self, unit: Unit, statement: Statement, most: int) -> str:
        name = statement.speaker.name or statement.speaker.office
        if unit.words <= _TOLERANCE * most:
            most = unit.words
        said = _CLOSED.sub("", unit.text.strip(_QUOTE_MARKS))
        return f"[{name}:] “{condense(said, most, self.salience.weights, _GAIN)}”"

    @cached_property
    def _statement_of(self) -> dict[tuple[int, int], Statement]:
        return {statement.unit.key: statement for statement in self.statements}

    @cached_property
    def _units_of(self) -> dict[int, list[Unit]]:
        found: dict[int, list[Unit]] = {}
        for unit in self.outline.units:
            found.setdefault(unit.paragraph.position, []).append(unit)
        return found

    def _before(self, unit: Unit) -> Unit | None:
        units = self._units_of.get(unit.paragraph.position, [])
        return next((other for other in units if other.rank == unit.rank - 1), None)

    @cached_property
    def _chair_point(self) -> Point | None:
        """Return where a person is named as the chair."""
        chairs = [point for point in self.meeting.details() if point.label == "Chair"] if self.meeting.is_there else []
        return next((point for point in chairs if re.match(r"(?:Mr|Ms|Mrs|Dr|H\.E)\b", point.text)), None)

    @cached_property
    def _chair(self) -> str:
        return self._chair_point.text.partition(",")[0] if self._chair_point else ""

    def _beside(self, text: str) -> tuple[PointSource, ...]:
        """Return the source of the chair's name, where it was added."""
        return self._chair_point.sources if self._chair_point and f"[{self._chair}]" in text else ()


def _plain(text: str) -> str:
    return _LIST_END.sub("", " ".join(text.split()))
