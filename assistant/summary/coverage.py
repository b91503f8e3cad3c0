"""Coverage: the paragraphs of a document that no point of its draft cites."""

from collections.abc import Iterable, Sequence

from assistant.summary.outline import Outline, path_of
from assistant.summary.summary import Silence, SummaryPart
from corpus.paragraph import Paragraph

_LONGEST_LIST = 6
"""Addresses that are listed one by one."""


def silences_of(outline: Outline, parts: Iterable[SummaryPart]) -> list[Silence]:
    """Return the paragraphs below the cover that no point cites, by section, in reading order."""
    cited = {
        (source.document.id, source.paragraph.position)
        for part in parts
        for point in part.points
        for source in point.sources
    }
    silent: dict[tuple[str, ...], list[Paragraph]] = {}
    for paragraph in outline.citable:
        if (outline.document.id, paragraph.position) not in cited:
            silent.setdefault(path_of(paragraph), []).append(paragraph)
    return [
        Silence(
            outline.document,
            " › ".join(path) or "before the first heading",
            tuple(paragraphs),
            sum(len(paragraph.text.split()) for paragraph in paragraphs),
        )
        for path, paragraphs in silent.items()
    ]


def addresses(paragraphs: Sequence[Paragraph]) -> str:
    """Return the addresses of paragraphs of one section in short: `2 to 4, 13(a), ¶ 5 to ¶ 7, 12 rows`.

    Where they are many, or the same address is given twice in the section, how many they are and the first and last.
    """
    found: list[str] = []
    run: list[Paragraph] = []
    rows = 0
    for paragraph in paragraphs:
        if paragraph.kind == "row":
            rows += 1
        elif run and paragraph.ordinal == run[-1].ordinal + 1 and bool(paragraph.label) == bool(run[-1].label):
            run.append(paragraph)
        else:
            found += _as_ranges(run)
            run = [paragraph]
    found += _as_ranges(run)
    if len(found) > _LONGEST_LIST or len(set(found)) < len(found):
        count = sum(1 for paragraph in paragraphs if paragraph.kind != "row")
        found = [f"{count} paragraphs, from {found[0].partition(' to ')[0]} to {found[-1].rpartition(' to ')[2]}"]
    if rows:
        found.append(f"{rows} row{'' if rows == 1 else 's'}")
    return ", ".join(found)


def _as_ranges(run: list[Paragraph]) -> list[str]:
    if not run:
        return []
    first, last = _short(run[0]), _short(run[-1])
    return [first] if len(run) == 1 else [f"{first} to {last}"]


def _short(paragraph: Paragraph) -> str:
    return paragraph.label or f"¶ {paragraph.ordinal}"
