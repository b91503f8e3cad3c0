"""Draft the summary of a document: share the words among the parts, make them, and strike out what does not hold."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.summary.coverage import silences_of
from assistant.summary.material import Material
from assistant.summary.outline import Outline, outline_of
from assistant.summary.parts.order import Order
from assistant.summary.parts.parts import MAKERS
from assistant.summary.summary import Point, StruckPoint, Summary, SummaryPart
from assistant.summary.template import Template, TemplatePart, check_words
from assistant.verification.problem import Problem
from assistant.verification.verify import verify
from corpus.document import Document
from corpus.errors import SummaryError
from corpus.paragraph import Paragraph

_PASSES = 4
"""Times that words left by some parts are given to others."""
_HUNGRY = 0.75
"""Share of its words that a part uses when it could use more."""
_FEWEST = 10
"""Words with which a part is not begun that has what others leave."""
_MANY_DECISIONS = 10
"""From which a document that tells nothing of its meeting is a collection of decisions."""
_NEEDS: dict[str, Callable[[Material], bool]] = {
    "session": lambda material: material.meeting.is_there,
    "decisions": lambda material: bool(material.decisions),
    "speakers": lambda material: bool(material.statements),
    "activities": lambda material: bool(material.activities),
    "figures": lambda material: bool(MAKERS["figures"](material, Order("", 200, 0))),
}
_LACKS = {
    "session": "no session: nothing in it says that a meeting was held, who chaired it or who came",
    "decisions": "no decisions or recommendations",
    "speakers": "nobody who is said to speak",
    "activities": "no activities with a date, and no sections on projects",
    "figures": "no numbers",
}


@dataclass(frozen=True, slots=True)
class Drafted:
    """The parts of one document, checked."""

    outline: Outline
    parts: tuple[SummaryPart, ...]
    struck: tuple[StruckPoint, ...]


def default_template(document: Document, paragraphs: Sequence[Paragraph]) -> str:
    """Return the name of the template that fits a document: by what it is, and what it holds."""
    material = Material(outline_of(document, paragraphs))
    if document.metadata.kind == "release":
        return "release"
    if material.meeting.is_there:
        return "session" if material.meeting.is_told or len(material.decisions) < _MANY_DECISIONS else "decisions"
    dated = [
        activity for activity in material.activities if activity.date and activity.unit.paragraph.kind != "heading"
    ]
    return "activities" if len(dated) > 3 else "report"


def summarize(
    document: Document, paragraphs: Sequence[Paragraph], template: Template, words: int | None = None
) -> Summary:
    """Draft the summary of one document in about `words` words, by default those of the template.

    Raise `SummaryError` for a document that lacks what the template needs, `TemplateError` for an impossible length.
    """
    wanted = template.words if words is None else check_words(words)
    drafted = draft(document, paragraphs, template, wanted)
    return summary_of([drafted], template, wanted, _title(template, document))


def draft(document: Document, paragraphs: Sequence[Paragraph], template: Template, words: int) -> Drafted:
    """Make and check the parts of one document."""
    return deque(drafts(document, paragraphs, template, words), maxlen=1)[0]


def drafts(document: Document, paragraphs: Sequence[Paragraph], template: Template, words: int) -> Iterator[Drafted]:
    """Yield the draft of one document as it grows, part by part; nothing is in it before it is checked."""
    outline = outline_of(document, paragraphs)
    material = Material(outline)
    if not outline.units:
        raise SummaryError(
            f"{document.id} holds no sentence that a summary could be made of; check that it is the right file"
        )
    if template.needs and not _NEEDS[template.needs](material):
        raise SummaryError(
            f"{document.id} holds {_LACKS[template.needs]}; the template {template.name!r} needs that. "
            "Take --template brief, which draws five points from any document"
        )
    done: list[SummaryPart] = []
    struck: list[StruckPoint] = []
    for part in _made(material, template, words):
        checked, failed = _checked(part, outline)
        done.append(checked)
        struck += failed
        if checked.points:
            yield Drafted(outline, _without_empty(done), tuple(struck))
    if not any(part.points for part in done):
        raise SummaryError(
            f"{document.id} holds nothing that the template {template.name!r} asks for; take --template brief"
        )


def summary_of(drafted: Sequence[Drafted], template: Template, words: int, title: str) -> Summary:
    """Put the parts of one or several documents together, with what they are silent on."""
    parts = [part for one in drafted for part in one.parts]
    silences = [silence for one in drafted for silence in silences_of(one.outline, one.parts)]
    return Summary(
        title=title,
        template=template.name,
        wanted=words,
        documents=tuple(one.outline.document for one in drafted),
        parts=tuple(parts),
        silences=tuple(silences),
        paragraphs=sum(len(one.outline.citable) for one in drafted),
        struck=tuple(struck for one in drafted for struck in one.struck),
    )


def problems_of(point: Point, outline: Outline) -> tuple[Problem, ...]:
    """Return what a point states that its sources do not; each cell of a row for itself."""
    source = " ".join(" ".join((*s.paragraph.columns, s.quote)) for s in point.sources)
    around = context_of(point, outline)
    said = point.cells or (point.text,)
    return tuple(problem for text in said if text for problem in verify(text, source, around))


def context_of(point: Point, outline: Outline) -> str:
    """Return what a reader sees around the sources of a point: titles, headings, lead-ins and whole paragraphs."""
    lines = [outline.document.name]
    for source in point.sources:
        paragraph = source.paragraph
        lines += [*paragraph.section, paragraph.text]
        if paragraph.parent is not None:
            lines.append(outline.at(paragraph.parent).text)
    return "\n".join(dict.fromkeys(lines))


def _made(material: Material, template: Template, words: int) -> list[SummaryPart]:
    """Make the parts, giving the words that some leave to those that could say more."""
    scale = words / template.words
    total = sum(part.share for part in template.parts if not part.spare) or 1.0
    given = {rank: 0.0 if part.spare else words * part.share / total for rank, part in enumerate(template.parts)}
    best: dict[int, list[SummaryPart]] = {}
    sated: set[int] = set()
    for _ in range(_PASSES):
        best = _pass(material, template, given, scale)
        used = {rank: sum(part.words for part in parts) for rank, parts in best.items()}
        left = words - sum(used.values())
        sated |= {rank for rank in used if used[rank] < _HUNGRY * given[rank] or _is_full(template.parts[rank])}
        hungry = [rank for rank in used if rank not in sated]
        if left < 0.03 * words or not hungry:
            break
        shares = sum(template.parts[rank].share for rank in hungry)
        given = {
            rank: max(given[rank], used[rank]) + left * template.parts[rank].share / shares
            if rank in hungry
            else given[rank]
            for rank in used
        }
    return [part for rank in range(len(template.parts)) for part in best[rank]]


def _is_full(part: TemplatePart) -> bool:
    return part.part in ("next-session", "annexes")


def _pass(
    material: Material, template: Template, given: dict[int, float], scale: float
) -> dict[int, list[SummaryPart]]:
    material.taken.clear()
    material.said.clear()
    order = list(MAKERS)
    made: dict[int, list[SummaryPart]] = {}
    for rank in sorted(given, key=lambda rank: order.index(template.parts[rank].part)):
        part = template.parts[rank]
        points = max(part.points, round(part.points * scale)) if part.points else 0
        if part.spare and given[rank] < _FEWEST:
            made[rank] = []
            continue
        made[rank] = MAKERS[part.part](material, Order(part.heading, int(given[rank]), points))
    return made


def _checked(part: SummaryPart, outline: Outline) -> tuple[SummaryPart, list[StruckPoint]]:
    """Strike out the points that their sources do not bear."""
    kept: list[Point] = []
    struck: list[StruckPoint] = []
    for point in part.points:
        problems = problems_of(point, outline)
        if problems:
            struck.append(StruckPoint(point.text, "; ".join(map(str, problems)), point.sources, part.heading))
        else:
            kept.append(point)
    return replace(part, points=tuple(kept)), struck


def _without_empty(parts: Sequence[SummaryPart]) -> tuple[SummaryPart, ...]:
    """Leave out headings below which nothing is left."""
    return tuple(
        part for rank, part in enumerate(parts) if part.points or any(other.points for other in _below(parts, rank))
    )


def _below(parts: Sequence[SummaryPart], rank: int) -> Iterator[SummaryPart]:
    for other in parts[rank + 1 :]:
        if other.level <= parts[rank].level:
            return
        yield other


def _title(template: Template, document: Document) -> str:
    return template.title.replace("{title}", document.name)
