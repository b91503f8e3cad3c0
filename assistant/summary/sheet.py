"""Lay a summary out as a document to be written: headings, lists, tables, a footnote for each point's sources."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.summary.coverage import addresses
from assistant.summary.summary import Point, PointSource, StruckPoint, Summary, SummaryPart
from corpus.document import Document
from corpus.writers.output import Line, ListBlock, OutputBlock, OutputDocument, Prose, Run, TableBlock, Title

SILENT = "What this draft is silent on"
STRUCK = "Struck out, for the sources do not bear it"
_LONGEST_NAME = 50
"""Characters of a document's name in a footnote."""
_SILENT_SECTIONS = 60


def sheet_of(summary: Summary, *, coverage: bool = True) -> OutputDocument:
    """Return a summary as it is written; without `coverage` the list of what is not cited is left out."""
    blocks: list[OutputBlock] = [Title(summary.title, 0), Prose((Run(_about(summary)),), quiet=True)]
    blocks += [Prose((Run(note),), quiet=True) for note in (*written_lines(summary), *summary.notes)]
    for part in summary.parts:
        blocks += _part(part)
    if coverage:
        blocks += _silences(summary)
    if summary.struck:
        blocks.append(Title(STRUCK, 1))
        blocks.append(ListBlock(tuple(map(_struck, summary.struck))))
    return OutputDocument(summary.title, tuple(blocks))


def document_name(document: Document) -> str:
    """Return what a footnote calls a document: its name, cut where it is long, with its symbol or its date."""
    name = document.name
    if len(name) > _LONGEST_NAME:
        name = name[: name.rfind(" ", 0, _LONGEST_NAME)].rstrip(" ,;:") + " …"
    known = document.metadata.symbol or document.metadata.date
    return f"{name} ({known})" if known and known != name else name


def _about(summary: Summary) -> str:
    count = len(summary.documents)
    sources = document_name(summary.documents[0]) if count == 1 else f"{count} documents"
    return (
        f"Draft of {summary.words} words from {sources}. Words in square brackets were added; "
        "… stands for words left out."
    )


def written_lines(summary: Summary) -> list[str]:
    """Return who wrote the draft, how much of it, and what went wrong; nothing where no chat model is named."""
    writing = summary.writing
    if writing is None:
        return []
    written = sum(point.written for point in summary.points)
    lines = [writing.notice] if writing.notice else []
    if written:
        lines.append(
            f"The chat model {writing.model} wrote {written} of the {len(summary.points)} points, each checked against "
            "the paragraphs in its footnote, whose words stand there; the others are the documents' own words. "
            f"{_counted(len(summary.struck))} struck out."
        )
    return lines


def _counted(struck: int) -> str:
    return f"{struck or 'No'} sentence{' was' if struck == 1 else 's were'}"


def _struck(struck: StruckPoint) -> Line:
    where = f"{struck.section}: " if struck.section else ""
    notes = (_note(struck.sources),) if struck.sources else ()
    return (Run(f"{where}{struck.text}", notes), Run(f" ({struck.reason})"))


def _part(part: SummaryPart) -> Iterator[OutputBlock]:
    if part.heading:
        yield Title(part.heading, min(part.level, 3))
    if not part.points:
        return
    if part.lead:
        yield Prose((Run(f"{part.lead}:"),))
    if part.form == "table":
        yield _table(part)
    elif part.form == "facts":
        rows = tuple((_plain(point.label), _line(point, labelled=False)) for point in part.points)
        yield TableBlock(("What", "As reported"), rows, (0.2, 0.8))
    elif numbers := _numbers(part):
        yield ListBlock(tuple(_line(point, labelled=False) for point in part.points), numbers)
    else:
        yield ListBlock(tuple(_line(point, labelled=True) for point in part.points))


def _numbers(part: SummaryPart) -> tuple[int, ...]:
    """Return the numbers of a numbered part, where all are whole and rise."""
    labels = [point.label for point in part.points]
    if part.form != "numbered" or not all(re.fullmatch(r"\d{1,4}", label) for label in labels):
        return ()
    values = [int(label) for label in labels]
    return tuple(values) if all(a < b for a, b in pairwise(values)) else ()


def _table(part: SummaryPart) -> TableBlock:
    rows = []
    for point in part.points:
        cells = [_plain(cell) for cell in point.cells]
        filled = next((rank for rank, cell in enumerate(point.cells) if cell), 0)
        cells[filled] = (Run(point.cells[filled], (_footnote(point),)),)
        rows.append(tuple(cells))
    widths = (
        (0.34, 0.14, 0.18, 0.2, 0.14) if len(part.columns) == 5 else (0.18, 0.82) if part.columns[0] == "Figure" else ()
    )
    return TableBlock(part.columns, tuple(rows), widths)


def _line(point: Point, *, labelled: bool) -> Line:
    body = Run(point.text, (_footnote(point),))
    if not labelled or not point.label:
        return (body,)
    goes_on = point.text[:1].islower()
    return (Run(f"{point.label}{' ' if goes_on else ': '}", bold=True), body)


def _plain(text: str) -> Line:
    return (Run(text),)


def _footnote(point: Point) -> str:
    """Return the footnote of a point: its sources, with their words where a model wrote others."""
    return _note(point.sources, quoting=point.written)


def _note(sources: Sequence[PointSource], *, quoting: bool = False) -> str:
    """Return document, label and page of each source."""
    found: list[str] = []
    last = ""
    for source in sources:
        name = document_name(source.document)
        place = source.place if name == last else f"{name}, {source.place}"
        found.append(f"{place}: “{source.quote}”" if quoting else place)
        last = name
    told = "; ".join(dict.fromkeys(found))
    return told if told.endswith((".”", "!”", "?”")) else f"{told}."


def _silences(summary: Summary) -> Iterator[OutputBlock]:
    silent = sum(len(silence.paragraphs) for silence in summary.silences)
    if not summary.paragraphs:
        return
    yield Title(SILENT, 1)
    cited = summary.paragraphs - silent
    yield Prose(
        (
            Run(
                f"{cited} of {summary.paragraphs} paragraphs are cited. No point cites these:"
                if silent
                else "Every paragraph is cited."
            ),
        )
    )
    if not silent:
        return
    several = len(summary.documents) > 1
    rows = []
    for silence in summary.silences[:_SILENT_SECTIONS]:
        where = f"{document_name(silence.document)}: {silence.section}" if several else silence.section
        rows.append((_plain(where), _plain(addresses(silence.paragraphs)), _plain(f"{silence.words:,}")))
    if len(summary.silences) > _SILENT_SECTIONS:
        rest = summary.silences[_SILENT_SECTIONS:]
        count = sum(len(silence.paragraphs) for silence in rest)
        rows.append(
            (
                _plain(f"{len(rest)} further sections"),
                _plain(f"{count} paragraphs"),
                _plain(f"{sum(s.words for s in rest):,}"),
            )
        )
    yield TableBlock(("Section", "Paragraphs", "Words"), tuple(rows), (0.5, 0.36, 0.14))
