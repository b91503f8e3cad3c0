"""Parts that are lists and tables of what a document holds: its meeting, decisions, activities and numbers."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.summary.choosing.counted import counted_of
from assistant.summary.choosing.fit import fitted
from assistant.summary.choosing.salience import rarity_of
from assistant.summary.material import Material
from assistant.summary.meeting.activities import FIELDS, Activity
from assistant.summary.meeting.decisions import Decision, common_subject, without_subject
from assistant.summary.parts.order import LONGEST, SHORTEST, Order, one, within
from assistant.summary.shorten import condense, shorten
from assistant.summary.summary import Point, PointSource, SummaryPart

_CELL = 0.4
"""Share of the words of a row that one cell may have."""
READABLE = 18
"""Words that each of some decisions has where there is no room for all."""


def meeting(material: Material, order: Order) -> list[SummaryPart]:
    """Make the facts of the meeting: one line each."""
    details = material.meeting.details()
    for point in details:
        for unit in material.outline.units:
            if any(source.paragraph is unit.paragraph and source.quote == unit.text for source in point.sources):
                material.take(unit)
    kept = fitted(
        details, order.words, lambda point, most: replace(point, text=shorten(point.text, most)), SHORTEST, LONGEST
    )
    return one(order, kept, "facts")


def next_session(material: Material, order: Order) -> list[SummaryPart]:
    """Make what is said of the next session."""
    found = material.meeting.next
    for point in found:
        material.taken |= {unit.key for unit in material.outline.units if unit.text == point.sources[0].quote}
    return one(order, [replace(point, text=shorten(point.text, max(order.words, 30))) for point in found], "list")


def annexes(material: Material, order: Order) -> list[SummaryPart]:
    """Make the list of annexes."""
    return one(order, within(material.meeting.annexes(), order.words), "list")


def decisions(material: Material, order: Order) -> list[SummaryPart]:
    """Make the decisions by number; where they have no room, those that decide go before those that note."""
    found = [decision for decision in material.decisions if decision.unit.key not in material.taken]
    if len(found) * SHORTEST > order.words:
        found = _foremost(found, material, max(1, order.words // READABLE))
    numbers = [decision.number for decision in found if decision.number]
    repeated = len(set(numbers)) < len(numbers)
    subject = common_subject(found)
    weights = rarity_of([decision.unit for decision in found])

    def decided(decision: Decision, most: int) -> Point:
        most = round(most * decision.weight)
        whole = material.point(decision.unit, 10_000)
        text = without_subject(whole.text, subject)
        label = decision.unit.paragraph.label if repeated else ""
        number = label if label.endswith(decision.number) else decision.number
        return replace(whole, text=condense(text, most, weights), label=number)

    points = fitted(found, order.words, decided, SHORTEST - 2, LONGEST)
    for decision in found:
        material.take(decision.unit)
    return [replace(part, lead=subject) for part in one(order, points, "numbered")]


def activities(material: Material, order: Order) -> list[SummaryPart]:
    """Make the table of what was done."""
    found = material.activities
    full = sum(len(" ".join(activity.cells).split()) for activity in found)
    if full > order.words:
        fullest = sorted(found, key=lambda a: (-sum(map(bool, a.cells)), a.unit.key))
        kept = fullest[: max(1, order.words // 12)]
        found = sorted(kept, key=lambda activity: activity.unit.key)

    def row(activity: Activity, most: int) -> Point:
        cells = tuple(_cell(cell, max(4, round(_CELL * most))) for cell in activity.cells)
        sources = tuple(PointSource(material.outline.document, p, p.text) for p in activity.sources)
        return Point("; ".join(cell for cell in cells if cell), sources, cells=cells)

    rows = fitted(found, order.words, row, SHORTEST, LONGEST)
    for activity in found:
        material.taken |= {unit.key for unit in material.outline.units if unit.paragraph is activity.unit.paragraph}
    return one(order, rows, "table", FIELDS)


def figures(material: Material, order: Order) -> list[SummaryPart]:
    """Make the table of numbers."""
    rows = []
    for counted in counted_of(material.outline):
        source = PointSource(material.outline.document, counted.unit.paragraph, counted.unit.text)
        rows.append(Point(f"{counted.number}; {counted.words}", (source,), cells=(counted.number, counted.words)))
    return one(order, within(rows, order.words), "table", ("Figure", "What it counts"))


def _foremost(found: Sequence[Decision], material: Material, most: int) -> list[Decision]:
    """Choose among decisions: under each heading those first that decide and tell most, each heading in its turn."""
    by_heading: dict[tuple[str, ...], list[Decision]] = {}
    for decision in found:
        by_heading.setdefault(decision.unit.paragraph.section, []).append(decision)

    def told(decision: Decision) -> tuple[bool, float]:
        unit = decision.unit
        return not decision.firm, -material.salience.of(unit, material.section_of[unit.key])

    turns = [(rank, d) for own in by_heading.values() for rank, d in enumerate(sorted(own, key=told))]
    turns.sort(key=lambda turn: (not turn[1].firm, turn[0], turn[1].unit.key))
    return sorted((decision for _, decision in turns[:most]), key=lambda decision: decision.unit.key)


def _cell(text: str, most: int) -> str:
    """Return the words of a cell, its end cut off where they are too many."""
    words = text.split()
    return text if len(words) <= most else f"{' '.join(words[:most]).rstrip(' ,;:–-')} …"
