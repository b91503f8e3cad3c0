"""Make the parts of a summary out of a document: one function for each kind that a template may name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.summary.activities import FIELDS
from assistant.summary.choose import choose
from assistant.summary.counted import counted_of
from assistant.summary.decisions import Decision, common_subject, without_subject
from assistant.summary.fit import fitted
from assistant.summary.material import Material
from assistant.summary.meeting import is_next_heading
from assistant.summary.outline import Section, Unit
from assistant.summary.salience import rarity_of
from assistant.summary.shorten import condense, shorten
from assistant.summary.speakers import Speaker, Statement
from assistant.summary.summary import Part, Point, Source

_CELL = 0.4
"""Share of the words of a row that one cell may have."""
SHORTEST, LONGEST = 9, 60
"""Words of a point: as few as it may be cut to, as many as it may have."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked of one part."""

    heading: str
    words: int
    points: int
    """Points it has at most; 0 for as many as there is room for."""


Maker = Callable[[Material, Order], list[Part]]


def meeting(material: Material, order: Order) -> list[Part]:
    """Make the facts of the meeting: one line each."""
    facts = material.meeting.facts()
    for point in facts:
        for unit in material.outline.units:
            if any(source.paragraph is unit.paragraph and source.quote == unit.text for source in point.sources):
                material.take(unit)
    kept = fitted(
        facts, order.words, lambda point, most: replace(point, text=_short(point.text, most)), SHORTEST, LONGEST
    )
    return _one(order, kept, "facts")


def next_session(material: Material, order: Order) -> list[Part]:
    """Make what is said of the next session."""
    found = material.meeting.next
    for point in found:
        material.taken |= {unit.key for unit in material.outline.units if unit.text == point.sources[0].quote}
    return _one(order, [replace(point, text=_short(point.text, max(order.words, 30))) for point in found], "list")


def annexes(material: Material, order: Order) -> list[Part]:
    """Make the list of annexes."""
    return _one(order, _within(material.meeting.annexes(), order.words), "list")


def decisions(material: Material, order: Order) -> list[Part]:
    """Make the decisions by number; where they have no room, those that decide go before those that note."""
    found = [decision for decision in material.decisions if decision.unit.key not in material.taken]
    if len(found) * SHORTEST > order.words:
        firm = sorted(found, key=lambda decision: (not decision.firm, decision.unit.key))
        kept = firm[: max(1, order.words // SHORTEST)]
        found = sorted(kept, key=lambda decision: decision.unit.key)
    subject = common_subject(found)
    weights = rarity_of([decision.unit for decision in found])

    def decided(decision: Decision, most: int) -> Point:
        most = round(most * decision.weight)
        whole = material.point(decision.unit, 10_000)
        text = without_subject(whole.text, subject)
        return replace(whole, text=condense(text, most, weights), label=decision.number)

    points = fitted(found, order.words, decided, SHORTEST - 2, LONGEST)
    for decision in found:
        material.take(decision.unit)
    return [replace(part, lead=subject) for part in _one(order, points, "numbered")]


def proposals(material: Material, order: Order) -> list[Part]:
    """Make what was proposed, each under who proposed it."""
    proposing = [s for s in material.statements if s.proposes and not s.quoted and s.speaker.title]
    body = [s for s in proposing if not material.section_of[s.unit.key].annex]
    chosen = [s for s in body or proposing if s.unit.key not in material.taken]
    chosen = [s for s in chosen if not _of_decisions(s, material)]
    chosen = _as_many(chosen, order.words)
    weights = rarity_of([statement.unit for statement in chosen])
    points = fitted(
        chosen,
        order.words,
        lambda s, most: material.said_by(s, most, _who(s.speaker), weights),
        SHORTEST + 5,
        LONGEST,
    )
    for statement in chosen:
        material.take(statement.unit)
    return _one(order, points, "list")


def statements(material: Material, order: Order) -> list[Part]:
    """Make what each speaker said, under a heading with name and office."""
    by_speaker: dict[int, list[Statement]] = {}
    for statement in material.statements:
        if statement.unit.key not in material.taken and statement.speaker.title:
            by_speaker.setdefault(id(statement.speaker), []).append(statement)
    ranked = {
        who: sorted(said, key=lambda s: (-material.salience.of(s.unit, material.section_of[s.unit.key]), s.unit.key))
        for who, said in by_speaker.items()
    }
    turns = [
        said[rank]
        for rank in range(max(map(len, ranked.values()), default=0))
        for said in ranked.values()
        if rank < len(said)
    ]
    chosen = sorted(_as_many(turns, order.words, 24), key=lambda s: s.unit.key)
    points = fitted(chosen, order.words, lambda s, most: material.said_by(s, most), SHORTEST + 5, LONGEST)
    parts: list[Part] = []
    for who in by_speaker:
        own = tuple(point for s, point in zip(chosen, points, strict=True) if id(s.speaker) == who)
        if own:
            parts.append(Part(by_speaker[who][0].speaker.title, own, level=2))
    return [Part(order.heading, ()), *parts] if order.heading and parts else [replace(p, level=1) for p in parts]


def quotations(material: Material, order: Order) -> list[Part]:
    """Make what was said in so many words: the most telling of each speaker."""
    said = [
        s for s in material.statements if (s.quoted or "“" in s.unit.text or '"' in s.unit.text) and s.speaker.title
    ]
    best: dict[int, Statement] = {}
    for statement in said:
        if statement.unit.key in material.taken:
            continue
        known = best.get(id(statement.speaker))
        if known is None or _tells(material, statement) > _tells(material, known):
            best[id(statement.speaker)] = statement
    chosen = sorted(_as_many(list(best.values()), order.words, 22), key=lambda s: s.unit.key)
    points = fitted(chosen, order.words, lambda s, most: material.point(s.unit, most), SHORTEST + 5, LONGEST)
    return _one(order, points, "list")


def agenda(material: Material, order: Order) -> list[Part]:
    """Make what happened under each item of the agenda: the headings of the body."""
    body = [s for s in material.outline.body if s.heading and not is_next_heading(s.heading)]
    return _by_section(material, order, body or list(material.outline.body))


def sections(material: Material, order: Order) -> list[Part]:
    """Make what tells most in each section; of a document without headings, in each paragraph."""
    return _by_section(material, order, list(material.outline.body))


def points(material: Material, order: Order) -> list[Part]:
    """Make the points that tell most of the whole document."""
    most = order.points or 10_000
    length = max(18, min(LONGEST, round(1.4 * order.words / order.points))) if order.points else 40
    found = _chosen(material, list(material.outline.body), order.words, length, most)
    return _one(order, [material.point(unit, length) for unit in found], "list")


def activities(material: Material, order: Order) -> list[Part]:
    """Make the table of what was done."""
    found = material.activities
    full = sum(len(" ".join(activity.cells).split()) for activity in found)
    if full > order.words:
        fullest = sorted(found, key=lambda a: (-sum(map(bool, a.cells)), a.unit.key))
        kept = fullest[: max(1, order.words // 12)]
        found = sorted(kept, key=lambda activity: activity.unit.key)

    def row(activity: object, most: int) -> Point:
        cells = tuple(cell_of(cell, max(4, round(_CELL * most))) for cell in activity.cells)  # type: ignore[attr-defined]
        sources = tuple(Source(material.outline.document, p, p.text) for p in activity.sources)  # type: ignore[attr-defined]
        return Point("; ".join(cell for cell in cells if cell), sources, cells=cells)

    rows = fitted(found, order.words, row, SHORTEST, LONGEST)
    for activity in found:
        material.taken |= {unit.key for unit in material.outline.units if unit.paragraph is activity.unit.paragraph}
    return _one(order, rows, "table", FIELDS)


def figures(material: Material, order: Order) -> list[Part]:
    """Make the table of numbers."""
    rows = []
    for counted in counted_of(material.outline):
        source = Source(material.outline.document, counted.unit.paragraph, counted.unit.text)
        rows.append(Point(f"{counted.figure}; {counted.words}", (source,), cells=(counted.figure, counted.words)))
    return _one(order, _within(rows, order.words), "table", ("Figure", "What it counts"))


MAKERS: dict[str, Maker] = {
    "meeting": meeting,
    "next-session": next_session,
    "annexes": annexes,
    "decisions": decisions,
    "proposals": proposals,
    "activities": activities,
    "statements": statements,
    "figures": figures,
    "points": points,
    "agenda": agenda,
    "sections": sections,
    "quotations": quotations,
}
"""In the order in which they choose their sentences: what only one part can say goes first."""


def _one(order: Order, points: Sequence[Point], form: str, columns: tuple[str, ...] = ()) -> list[Part]:
    return [Part(order.heading, tuple(points), form, columns)] if points else []  # type: ignore[arg-type]


def _by_section(material: Material, order: Order, parted: list[Section]) -> list[Part]:
    length = max(18, min(27, order.words // max(1, len(parted))))
    found = _chosen(material, parted, order.words, length, 10_000)
    headed = sum(bool(section.heading) for section in parted) > 1
    if not headed:
        return _one(order, [material.point(unit, length) for unit in found], "list")
    parts: list[Part] = [Part(order.heading, ())] if order.heading else []
    for section in parted:
        own = [unit for unit in found if material.section_of[unit.key] is section]
        if own:
            heading = section.heading or (material.outline.document.name if not order.heading else "")
            level = 2 if order.heading and heading else 1
            parts.append(Part(heading, tuple(material.point(unit, length) for unit in own), level=level))
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


def _positions(section: Section) -> list[int]:
    return list(dict.fromkeys(unit.paragraph.position for unit in section.units))


def _of_paragraph(section: Section, position: int) -> Section:
    units = tuple(unit for unit in section.units if unit.paragraph.position == position)
    return Section(section.path, (units[0].paragraph,), units, section.annex)


def _within(points: Sequence[Point], words: int) -> list[Point]:
    kept: list[Point] = []
    left = words
    for point in points:
        left -= point.words
        if left < 0 and kept:
            break
        kept.append(point)
    return kept


def _as_many(found: list[Statement], words: int, each: int = SHORTEST + 5) -> list[Statement]:
    return found[: max(1, words // each)]


def _short(text: str, most: int) -> str:
    return shorten(text, most)


def cell_of(text: str, most: int) -> str:
    """Return the words of a cell, its end cut off where they are too many."""
    words = text.split()
    return text if len(words) <= most else f"{' '.join(words[:most]).rstrip(' ,;:–-')} …"


def _who(speaker: Speaker) -> str:
    """Return for whom a speaker speaks, and the name."""
    return ": ".join(part for part in (speaker.country, speaker.name) if part) or speaker.office


def _of_decisions(statement: Statement, material: Material) -> bool:
    return statement.unit.key in {decision.unit.key for decision in material.decisions}


def _tells(material: Material, statement: Statement) -> float:
    return material.salience.of(statement.unit, material.section_of[statement.unit.key])
