"""Draft what several documents say of one question: by date, with what they disagree on."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.summary.choosing.gist import asked_terms, cover, rank, span_of
from assistant.summary.coverage import silences_of
from assistant.summary.differing import Difference, differences
from assistant.summary.draft import problems_of
from assistant.summary.material import Material
from assistant.summary.outline import Outline, Unit, outline_of
from assistant.summary.summary import Point, PointSource, StruckPoint, Summary, SummaryPart
from assistant.summary.template import check_words
from corpus.document import Document
from corpus.errors import SummaryError
from index.scope import Scope

if TYPE_CHECKING:
    from index.library import Library

QUESTION = "question"
"""What stands for the name of a template in a draft that answers a question."""
WORDS = 400
"""Words of the draft where no other number is asked for."""
_PASSAGES = 60
_LONGEST = 48
_LEAST_SHARE = 0.5
"""Share of what is asked for, by weight, that a paragraph must hold with its headings."""


def summarize_across(
    library: "Library", question: str, documents: Sequence[str] = (), words: int | None = None
) -> Summary:
    """Draft what the library, or some of its documents by id, says of a question; each document under its date.

    A span in the question (`since 2020`, `in 2023`) limits which documents are read. Raise `SummaryError` where nothing
    bears on the question.
    """
    wanted = WORDS if words is None else check_words(words)
    since, until = span_of(question)
    scope = Scope(documents=frozenset(documents), since=since, until=until)
    asked = asked_terms(question)
    if not asked:
        raise SummaryError(
            f"the question {question!r} names nothing to look for; name the matter, such as 'e-resilience since 2020'"
        )
    passages = library.search(" ".join(question.split()), scope=scope, limit=_PASSAGES)
    found = [passage for passage in passages if passage.paragraph.kind not in ("heading", "caption")]
    outlines = {p.document.id: outline_of(p.document, library.paragraphs(p.document.id)) for p in found}
    ranked = rank(question, [passage.paragraph for passage in found], neighbours=0)
    bearing = {
        (p.document.id, p.paragraph.position): score
        for p, score in zip(found, ranked.scores, strict=True)
        if score > 0 and _holds(p.paragraph.text, p.paragraph.section, asked)
    }
    chosen: list[tuple[Outline, Unit]] = []
    room = wanted
    names = sorted(
        {name for name, _ in bearing}, key=lambda name: -max(s for (n, _), s in bearing.items() if n == name)
    )
    for rank_of, name in enumerate(names):
        outline = outlines[name]
        own = {position: score for (document, position), score in bearing.items() if document == name}
        share = room // (len(names) - rank_of)
        units = [unit for unit in outline.units if unit.paragraph.position in own]
        taken = cover(units, ranked, own, max(share, 30))
        chosen += [(outline, unit) for unit in taken]
        room -= sum(min(unit.words, _LONGEST) for unit in taken)
    if not chosen:
        raise SummaryError(f"no document says anything of {question!r}; ask with other words, or for other years")
    return _summary(question, wanted, outlines, chosen, bearing)


def _holds(text: str, section: Sequence[str], asked: Sequence[str]) -> bool:
    from corpus.text.words import content_stems

    held = set(content_stems(" ".join((text, *section))))
    return sum(term in held for term in asked) >= _LEAST_SHARE * len(asked)


def _summary(
    question: str,
    wanted: int,
    outlines: dict[str, Outline],
    chosen: Sequence[tuple[Outline, Unit]],
    bearing: dict[tuple[str, int], float],
) -> Summary:
    struck: list[StruckPoint] = []
    parts: list[SummaryPart] = []
    used = sorted(
        {outline.document.id for outline, _ in chosen}, key=lambda name: (_date(outlines[name].document), name)
    )
    for name in used:
        outline = outlines[name]
        material = Material(outline)
        points: list[Point] = []
        for unit in (unit for of, unit in chosen if of.document.id == name):
            point = material.point(unit, _LONGEST)
            problems = problems_of(point, outline)
            if problems:
                struck.append(
                    StruckPoint(point.text, "; ".join(map(str, problems)), point.sources, outline.document.name)
                )
            else:
                points.append(point)
        date = outline.document.metadata.date
        parts.append(
            SummaryPart(
                f"{date}: {outline.document.name}" if date else f"Undated: {outline.document.name}", tuple(points)
            )
        )
    units = [
        unit
        for (name, position) in sorted(bearing)
        for unit in outlines[name].units
        if unit.paragraph.position == position
    ]
    differing = [_difference(difference, outlines) for difference in differences(units)]
    if differing:
        parts.append(SummaryPart("Where the documents differ", tuple(differing), "table", ("One says", "Another says")))
    documents = tuple(outlines[name].document for name in used)
    return Summary(
        title=question.strip().rstrip("?.!"),
        template=QUESTION,
        wanted=wanted,
        documents=documents,
        parts=tuple(part for part in parts if part.points),
        silences=tuple(s for name in used for s in silences_of(_bearing_only(outlines[name], bearing), parts)),
        paragraphs=len({key for key in bearing if key[0] in used}),
        struck=tuple(struck),
    )


def _bearing_only(outline: Outline, bearing: dict[tuple[str, int], float]) -> Outline:
    """Return the outline with those paragraphs alone that bear on the question, to see which of them is not cited."""
    kept = tuple(p for p in outline.paragraphs if (outline.document.id, p.position) in bearing)
    return Outline(outline.document, kept, 0, outline.sections)


def _difference(difference: Difference, outlines: dict[str, Outline]) -> Point:
    sides = (difference.one, difference.other)
    sources = tuple(
        PointSource(outlines[side.unit.paragraph.document].document, side.unit.paragraph, side.unit.text)
        for side in sides
    )
    cells = tuple(side.words for side in sides)
    return Point("; ".join(cells), sources, cells=cells)


def _date(document: Document) -> str:
    return document.metadata.date or "9999"
