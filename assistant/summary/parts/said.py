"""Parts of what people said: who proposed what, what each speaker said, and in which words."""

from dataclasses import replace

from assistant.summary.choosing.fit import fitted
from assistant.summary.choosing.salience import rarity_of
from assistant.summary.material import Material
from assistant.summary.meeting.speakers import Speaker, Statement
from assistant.summary.parts.order import LONGEST, SHORTEST, Order, as_many, one
from assistant.summary.summary import SummaryPart


def proposals(material: Material, order: Order) -> list[SummaryPart]:
    """Make what was proposed, each under who proposed it."""
    proposing = [s for s in material.statements if s.proposes and not s.quoted and s.speaker.title]
    body = [s for s in proposing if not material.section_of[s.unit.key].annex]
    chosen = [s for s in body or proposing if s.unit.key not in material.taken]
    chosen = [s for s in chosen if not _of_decisions(s, material)]
    chosen = as_many(chosen, order.words)
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
    return one(order, points, "list")


def statements(material: Material, order: Order) -> list[SummaryPart]:
    """Make what each speaker said, under a heading with name and office; `points` are those of one speaker."""
    by_speaker: dict[int, list[Statement]] = {}
    for statement in material.statements:
        if statement.unit.key not in material.taken and statement.speaker.title:
            by_speaker.setdefault(id(statement.speaker), []).append(statement)
    ranked = {
        who: sorted(said, key=lambda s: (-_salience(material, s), s.unit.key))[: order.points or len(said)]
        for who, said in by_speaker.items()
    }
    turns = [
        said[rank]
        for rank in range(max(map(len, ranked.values()), default=0))
        for said in ranked.values()
        if rank < len(said)
    ]
    chosen = sorted(as_many(turns, order.words, 24), key=lambda s: s.unit.key)
    points = fitted(chosen, order.words, lambda s, most: material.said_by(s, most), SHORTEST + 5, LONGEST)
    for statement in chosen:
        material.take(statement.unit)
    parts: list[SummaryPart] = []
    for who in by_speaker:
        own = tuple(point for s, point in zip(chosen, points, strict=True) if id(s.speaker) == who)
        if own:
            parts.append(SummaryPart(by_speaker[who][0].speaker.title, own, level=2))
    return [SummaryPart(order.heading, ()), *parts] if order.heading and parts else [replace(p, level=1) for p in parts]


def quotations(material: Material, order: Order) -> list[SummaryPart]:
    """Make what was said in so many words: the most telling of each speaker."""
    said = [
        s for s in material.statements if (s.quoted or "“" in s.unit.text or '"' in s.unit.text) and s.speaker.title
    ]
    best: dict[int, Statement] = {}
    for statement in said:
        if statement.unit.key in material.taken:
            continue
        known = best.get(id(statement.speaker))
        if known is None or _salience(material, statement) > _salience(material, known):
            best[id(statement.speaker)] = statement
    chosen = sorted(as_many(list(best.values()), order.words, 22), key=lambda s: s.unit.key)
    points = fitted(chosen, order.words, lambda s, most: material.point(s.unit, most), SHORTEST + 5, LONGEST)
    return one(order, points, "list")


def _who(speaker: Speaker) -> str:
    """Return for whom a speaker speaks, and the name."""
    if not speaker.name and speaker.office and not speaker.standing:
        return speaker.title
    return ": ".join(part for part in (speaker.country, speaker.name) if part) or speaker.office


def _of_decisions(statement: Statement, material: Material) -> bool:
    return statement.unit.key in {decision.unit.key for decision in material.decisions}


def _salience(material: Material, statement: Statement) -> float:
    return material.salience.of(statement.unit, material.section_of[statement.unit.key])
