"""Documents and paragraphs as the terminal shows them."""

from rich.text import Text

from corpus.document import Document
from corpus.paragraph import Paragraph
from interfaces.terminal.visible import in_one_line, visible


def document_head(document: Document, paragraphs: int) -> Text:
    """Return the title of a document and, below it, what is known of it."""
    metadata = document.metadata
    known = (
        document.id,
        metadata.symbol,
        metadata.date,
        metadata.kind,
        metadata.body,
        metadata.place,
        f"{paragraphs} paragraphs",
    )
    head = Text(in_one_line(document.name), style="bold")
    head.append("\n" + in_one_line(" · ".join(filter(None, known))), style="dim not bold")
    head.append("\n" + in_one_line(document.path), style="dim not bold")
    return head


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
