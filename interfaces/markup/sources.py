"""The sources of an answer as markup: the cited words in their paragraph, the paragraph among its neighbours."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from assistant.answer import Answer, Citation
from corpus.paragraph import Paragraph
from interfaces.markup.markup import escape, joined, spanned

Paragraphs = Callable[[str], Sequence[Paragraph]]
"""Gives the paragraphs of a document by its id, in reading order."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What stands around a paragraph in its section."""

    before: tuple[Paragraph, ...]
    """The lead-in it hangs from, then its nearest neighbour."""
    after: tuple[Paragraph, ...]


def sources_markup(answer: Answer, turn: int, paragraphs: Paragraphs) -> str:
    """Return a card for each paragraph the answer cites; for a refusal, for each that is near."""
    cards = [
        _card(group, turn, _neighbours(group[0].paragraph, paragraphs(group[0].document.id)), answer.refused)
        for group in _by_paragraph(answer.related if answer.refused else answer.citations)
    ]
    if answer.refused and cards:
        cards.insert(0, '<p class="related-note">Related, but not an answer</p>')
    return "".join(cards)


def anchor(turn: int, marker: int) -> str:
    """Return the id of a source in the page."""
    return f"source-{turn}-{marker}"


def turn_anchor(turn: int) -> str:
    """Return the id of a turn of the conversation in the page."""
    return f"turn-{turn}"


def _by_paragraph(citations: Iterable[Citation]) -> list[list[Citation]]:
    groups: dict[tuple[str, int], list[Citation]] = {}
    for citation in citations:
        groups.setdefault((citation.document.id, citation.paragraph.position), []).append(citation)
    return list(groups.values())


def _neighbours(paragraph: Paragraph, all_of_document: Sequence[Paragraph]) -> Neighbours:
    neighbours = [near for near in all_of_document if near.section == paragraph.section and near.kind != "heading"]
    before = [near for near in neighbours if near.position < paragraph.position][-1:]
    after = [near for near in neighbours if near.position > paragraph.position][:1]
    lead_in = [
        near for near in all_of_document if near.position == paragraph.parent and near not in [*before, paragraph]
    ]
    return Neighbours((*lead_in, *before), tuple(after))


def _card(group: list[Citation], turn: int, around: Neighbours, related: bool) -> str:
    first = group[0]
    numbers = "".join(
        f'<span class="number" id="{anchor(turn, citation.marker)}" tabindex="-1">'
        f'<span class="unseen">Source </span>{citation.marker}</span>'
        for citation in group
    )
    return (
        f'<article class="source{" related" if related else ""}"><div class="source-head">'
        f'<div class="numbers">{numbers}</div><div>'
        f"<h3>{escape(first.document.name)}</h3>{_section(first.paragraph)}{_address(first)}</div></div>"
        f'<div class="words">{_words(first.paragraph, [citation.quote for citation in group], around)}</div>'
        f'<p class="back"><a href="#{turn_anchor(turn)}">Back to the answer</a></p></article>'
    )


def _section(paragraph: Paragraph) -> str:
    path = '<span class="step"> › </span>'.join(escape(heading) for heading in paragraph.section)
    return f'<p class="section">{path}</p>' if path else ""


def _address(citation: Citation) -> str:
    paragraph, metadata = citation.paragraph, citation.document.metadata
    place = paragraph.address if paragraph.label or not paragraph.section else f"¶ {paragraph.ordinal}"
    page = f"page {paragraph.page}" if paragraph.page is not None else ""
    rest = [escape(part) for part in (page, metadata.kind, metadata.symbol, metadata.date) if part]
    return f'<p class="address">{" · ".join([f"<strong>{escape(place)}</strong>", *rest])}</p>'


def _words(paragraph: Paragraph, quotes: Sequence[str], around: Neighbours) -> str:
    marked = joined((at, at + len(quote)) for quote in quotes if quote and (at := paragraph.text.find(quote)) >= 0)
    if paragraph.kind == "row":
        return _row_in_table(paragraph, marked, around)
    return (
        "".join(_plain(near) for near in around.before)
        + f'<p class="cited">{_label(paragraph)}{spanned(paragraph.text, marked, "mark")}</p>'
        + "".join(_plain(near) for near in around.after)
    )


def _plain(paragraph: Paragraph) -> str:
    text = paragraph.text.replace("\t", " · ") if paragraph.kind == "row" else paragraph.text
    return f'<p class="near">{_label(paragraph)}{escape(text)}</p>'


def _label(paragraph: Paragraph) -> str:
    return f'<span class="label">{escape(paragraph.label)}</span> ' if paragraph.label else ""


def _row_in_table(paragraph: Paragraph, marked: list[tuple[int, int]], around: Neighbours) -> str:
    same_table = [near.kind == "row" and near.columns == paragraph.columns for near in around.before]
    above = [near for near, same in zip(around.before, same_table, strict=True) if same]
    lead_in = [near for near, same in zip(around.before, same_table, strict=True) if not same]
    below = [near for near in around.after if near.kind == "row" and near.columns == paragraph.columns]
    beyond = [near for near in around.after if near not in below]
    head = "".join(f"<th>{escape(column)}</th>" for column in paragraph.columns)
    rows = [*(_row(near, [], "near") for near in above), _row(paragraph, marked, "cited")]
    rows += [_row(near, [], "near") for near in below]
    return (
        "".join(_plain(near) for near in lead_in)
        + f"<table>{f'<thead><tr>{head}</tr></thead>' if head else ''}<tbody>{''.join(rows)}</tbody></table>"
        + "".join(_plain(near) for near in beyond)
    )


def _row(paragraph: Paragraph, marked: list[tuple[int, int]], kind: str) -> str:
    cells, start = [], 0
    for cell in paragraph.text.split("\t"):
        inside = [(max(low - start, 0), max(high - start, 0)) for low, high in marked]
        cells.append(f"<td>{spanned(cell, inside, 'mark')}</td>")
        start += len(cell) + 1
    return f'<tr class="{kind}">{"".join(cells)}</tr>'
