"""Parts of the sentences that tell most: of each section, of each item of the agenda, or of the whole."""

from assistant.summary.choosing.choose import choose
from assistant.summary.material import Material
from assistant.summary.meeting.words import is_next_heading
from assistant.summary.outline import Section, Unit
from assistant.summary.parts.order import LONGEST, Order, one
from assistant.summary.summary import Point, SummaryPart


def agenda(material: Material, order: Order) -> list[SummaryPart]:
    """Make what happened under each item of the agenda: the headings of the body."""
    body = [s for s in material.outline.body if s.heading and not is_next_heading(s.heading)]
    return _by_section(material, order, body or list(material.outline.body))


def sections(material: Material, order: Order) -> list[SummaryPart]:
    """Make what tells most in each section; of a document without headings, in each paragraph."""
    return _by_section(material, order, list(material.outline.body))


def points(material: Material, order: Order) -> list[SummaryPart]:
    """Make the points that tell most of the whole document."""
    material.taken |= material.aside(order.points)
    most = order.points or 10_000
    length = max(18, min(LONGEST, round(1.4 * order.words / order.points))) if order.points else 40
    found = _chosen(material, list(material.outline.body), order.words, length, most)
    return one(order, [_point(material, unit, length) for unit in found], "list")


def _by_section(material: Material, order: Order, parted: list[Section]) -> list[SummaryPart]:
    length = max(18, min(27, order.words // max(1, len(parted))))
    found = _chosen(material, parted, order.words, length, 10_000)
    headed = sum(bool(section.heading) for section in parted) > 1
    if not headed:
        return one(order, [_point(material, unit, length) for unit in found], "list")
    parts: list[SummaryPart] = [SummaryPart(order.heading, ())] if order.heading else []
    for section in parted:
        own = [unit for unit in found if material.section_of[unit.key] is section]
        if own:
            heading = section.heading or (material.outline.document.name if not order.heading else "")
            level = 2 if order.heading and heading else 1
            parts.append(SummaryPart(heading, tuple(_point(material, unit, length) for unit in own), level=level))
    return parts if any(part.points for part in parts) else []


def _chosen(material: Material, parted: list[Section], words: int, length: int, most: int) -> list[Unit]:
    """Choose sentences over sections; where hardly anything is headed, over paragraphs."""
    if sum(bool(section.heading) for section in parted) < 2:
        parted = [_of_paragraph(section, position) for section in parted for position in _positions(section)]
    chosen = choose(
        parted,
        material.salience,
        words,
        lambda unit: material.cost(unit, length),
        most=most,
        said=material.said,
        taken=material.taken,
    )
    for item in chosen:
        material.take(item.unit)
    return [item.unit for item in chosen]


def _point(material: Material, unit: Unit, length: int) -> Point:
    return material.point(unit, length, material.body_of(unit))


def _positions(section: Section) -> list[int]:
    return list(dict.fromkeys(unit.paragraph.position for unit in section.units))


def _of_paragraph(section: Section, position: int) -> Section:
    units = tuple(unit for unit in section.units if unit.paragraph.position == position)
    return Section(section.path, (units[0].paragraph,), units, section.annex)
