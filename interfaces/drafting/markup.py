"""A draft as markup: its points under their headings, and the sources of each."""

from itertools import groupby

from assistant.answer import Answer, Citation
from assistant.summary.sheet import STRUCK
from assistant.summary.summary import Summary, SummaryPart
from interfaces.drafting.desk import Desk, Held
from interfaces.markup.made import made_lines
from interfaces.markup.markup import escape
from interfaces.markup.sources import Paragraphs, anchor, sources_markup, turn_anchor

DRAFT = 0
"""Stands for the draft where the conversation has the number of a turn."""


def desk_markup(desk: Desk, *, whole: bool = True) -> str:
    """Return the points in their order, each with the numbers of its sources; `whole` says that none is to come."""
    markers = _markers(desk)
    parts = []
    by_part = {rank: list(held) for rank, held in groupby(desk.held, lambda held: held.part)}
    for rank, part in enumerate(desk.summary.parts):
        if part.heading:
            parts.append(f"<h{part.level + 2}>{escape(part.heading)}</h{part.level + 2}>")
        if part.lead:
            parts.append(f'<p class="lead">{escape(part.lead)}:</p>')
        if held := by_part.get(rank):
            parts.append(_points(part, held, markers))
    pending = "" if whole else '<p class="pending">Drafting…</p>'
    parts.append(_struck(desk.summary))
    head = f"<h2>{escape(desk.summary.title)}</h2>{_state(desk)}{_written(desk.summary)}"
    inside = f"{head}{''.join(parts)}{pending}"
    return f'<article class="draft" id="{turn_anchor(DRAFT)}" tabindex="-1">{inside}</article>'


def desk_sources(desk: Desk, paragraphs: Paragraphs) -> str:
    """Return a card for each paragraph that a point cites."""
    markers = _markers(desk)
    citations = tuple(
        Citation(marker, source.document, source.paragraph, source.quote)
        for held in desk.held
        for marker, source in zip(markers[held.number], held.point.sources, strict=True)
    )
    answer = Answer("", "", (), citations, False, "", (), 0.0, "")
    return sources_markup(answer, DRAFT, paragraphs)


def point_choices(desk: Desk) -> list[tuple[str, int]]:
    """Return what the drafter chooses a point by: its number with its first words."""
    return [(f"{held.number}. {_opening(held)}", held.number) for held in desk.held]


def _opening(held: Held) -> str:
    words = f"{held.point.label}: {held.text}" if held.point.label else held.text
    return words if len(words) < 46 else words[:44].rstrip() + "…"


def _points(part: SummaryPart, held: list[Held], markers: dict[int, list[int]]) -> str:
    if part.form == "table":
        head = "".join(f"<th>{escape(column)}</th>" for column in ("", *part.columns))
        rows = "".join(_row(one, markers) for one in held)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    return f"<ul>{''.join(_item(one, markers) for one in held)}</ul>"


def _item(held: Held, markers: dict[int, list[int]]) -> str:
    label = f"<strong>{escape(held.point.label)}</strong> " if held.point.label else ""
    body = f"{label}{escape(held.text)}{_links(held, markers)}"
    if held.dropped:
        body = f"<del>{body}</del> <em>dropped</em>"
    return f'<li><span class="point-number">{held.number}</span> {body}{_checked(held)}</li>'


def _row(held: Held, markers: dict[int, list[int]]) -> str:
    cells = [escape(cell) for cell in held.point.cells]
    cells[0] += _links(held, markers)
    if held.dropped:
        cells = [f"<del>{cell}</del>" for cell in cells]
    return f"<tr><td>{held.number}</td>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _checked(held: Held) -> str:
    if not held.words or held.dropped:
        return ""
    if not held.problems:
        return ' <em class="holds">your words, borne by the source</em>'
    return f' <em class="problem">your words: {escape("; ".join(held.problems))}</em>'


def _links(held: Held, markers: dict[int, list[int]]) -> str:
    return "".join(
        f'<a class="marker" href="#{anchor(DRAFT, marker)}"><span class="unseen">source </span>[{marker}]</a>'
        for marker in markers[held.number]
    )


def _written(summary: Summary) -> str:
    """Return what a chat model had to do with the draft: what went wrong, and what it cost."""
    writing = summary.writing
    if writing is None or not writing.complete:
        return ""
    notice = f'<p class="notice">{escape(writing.notice)}</p>' if writing.notice else ""
    told = "".join(f"<li>{escape(line)}</li>" for line in made_lines(writing))
    return f'{notice}<details class="made"><summary>How this was written</summary><ul>{told}</ul></details>'


def _struck(summary: Summary) -> str:
    """Return the sentences that are no part of the draft, with the reasons."""
    if not summary.struck:
        return ""
    items = "".join(
        f'<li><del>{escape(struck.text)}</del> <span class="why">{escape(struck.reason)}</span></li>'
        for struck in summary.struck
    )
    return f'<h3>{escape(STRUCK)}</h3><ul class="struck">{items}</ul>'


def _markers(desk: Desk) -> dict[int, list[int]]:
    """Number the sources of all points, in the order in which they were drafted."""
    found: dict[int, list[int]] = {}
    last = 0
    for held in sorted(desk.held, key=lambda held: held.number):
        found[held.number] = list(range(last + 1, last + 1 + len(held.point.sources)))
        last += len(held.point.sources)
    return found


def _state(desk: Desk) -> str:
    draft = desk.draft
    silent = sum(len(silence.paragraphs) for silence in draft.silences)
    cited = draft.paragraphs - silent
    dropped = sum(held.dropped for held in desk.held)
    failing = sum(bool(held.problems) and not held.dropped for held in desk.held)
    said = [f"{draft.words} words", f"{cited} of {draft.paragraphs} paragraphs cited"]
    said += [f"{dropped} dropped"] if dropped else []
    said += [f"{failing} not borne by the source"] if failing else []
    return f'<p class="note">{escape(" · ".join(said))}</p>'
