"""Documents and paragraphs as the terminal shows them."""

from collections.abc import Mapping

from rich.text import Text

from corpus.document import Document
from corpus.metadata.series import Place
from corpus.paragraph import Paragraph
from interfaces.terminal.visible import in_one_line, visible


def document_head(document: Document, paragraphs: int, place: Place | None = None) -> Text:
    """Return the title of a document and, below it, what is known of it and its place in its series."""
    metadata = document.metadata
    known = (
        document.id,
        metadata.symbol,
        metadata.date,
        metadata.period and f"covers {metadata.period.replace('/', ' to ')}",
        metadata.kind,
        metadata.body,
        metadata.place,
        f"{paragraphs} paragraphs",
    )
    head = Text(in_one_line(document.name), style="bold")
    head.append("\n" + in_one_line(" · ".join(filter(None, known))), style="dim not bold")
    head.append("\n" + in_one_line(document.path), style="dim not bold")
    if place is not None:
        head.append("\n" + in_one_line(place_in_series(place, document)), style="dim not bold")
    if document.origins:
        head.append("\n" + in_one_line(found_in(document.origins)), style="dim not bold")
    return head


def place_in_series(place: Place, document: Document) -> str:
    """Return where a document stands in its series: `One of a series of 12 · after a-2019 · latest: a-2024`."""
    latest = "the latest" if place.latest == document.id else f"latest: {place.latest}"
    around = (place.before and f"after {place.before}", place.after and f"before {place.after}", latest)
    return " · ".join((f"One of a series of {place.count}", *filter(None, around)))


def found_in(origins: Mapping[str, str]) -> str:
    """Return where the facts of a document were found: `Found in – front matter: title, date; cover: body`."""
    places: dict[str, list[str]] = {}
    for fact, origin in origins.items():
        places.setdefault(origin, []).append(fact)
    told = "; ".join(f"{origin}: {', '.join(facts)}" for origin, facts in places.items())
    return f"Found in – {told}"


def section_line(paragraph: Paragraph) -> Text:
    """Return the headings above a paragraph and the page it is on."""
    page = (f"page {paragraph.page}",) if paragraph.page is not None else ()
    return Text("\n" + in_one_line(" › ".join((*paragraph.section, *page))), style="cyan")


def paragraph_line(paragraph: Paragraph, *, marked: bool = False) -> Text:
    """Return a paragraph with its number; the one that was asked for stands out."""
    if paragraph.kind == "heading":
        number = f"{paragraph.label} " if paragraph.label else ""
        return Text(f"\n{number}{in_one_line(paragraph.text)}", style="bold cyan")
    words = visible(paragraph.text.replace("\t", " | ") if paragraph.kind == "row" else paragraph.text)
    line = Text("→ " if marked else "  ", style="bold" if marked else "")
    line.append(f"{paragraph.label or '¶ ' + str(paragraph.ordinal)}  ", style="cyan")
    return line.append(words, style="bold" if marked else "")
