"""An answer as the terminal shows it: the sentences with their markers, then the sources."""

from rich.console import Group
from rich.text import Text

from assistant.answer import Answer, Citation, Sentence
from interfaces.markup.made import made_lines, opinion_lines
from interfaces.terminal.visible import in_one_line, visible

INDENT = "    "


def answer_text(answer: Answer) -> Group:
    """Return the answer, its markers, and for each the title, section, label, page and words."""
    parts: list[Text] = []
    if answer.refused:
        parts.append(Text(visible(answer.reason)))
        if answer.related:
            parts += [Text("\nNearest paragraphs", style="bold"), *map(_source, answer.related)]
        return Group(*parts, *_made(answer))
    if answer.note:
        parts.append(Text(visible(answer.note), style="italic"))
    parts.append(Text(" ").join(sentence_text(sentence) for sentence in answer.sentences))
    return Group(*parts, *_below(answer))


def rest_text(answer: Answer) -> Group:
    """Return what stands below the sentences of an answer, for one whose sentences were shown as they came."""
    parts = [Text("\n" + visible(answer.note), style="italic")] if answer.note else []
    return Group(*parts, *_below(answer))


def _below(answer: Answer) -> list[Text]:
    sources = [Text("\nSources", style="bold"), *map(_source, answer.citations)] if answer.citations else []
    return [*sources, *_made(answer)]


def _made(answer: Answer) -> list[Text]:
    """Return what a chat model had to do with an answer; nothing where none is named."""
    writing = answer.writing
    if writing is None:
        return []
    parts = [Text("\nNot part of the answer", style="bold")] if answer.struck else []
    for struck in answer.struck:
        text = Text(f"{INDENT}{in_one_line(struck.text)}", style="strike" if struck.sourced else "")
        text.append(f" ({in_one_line(struck.reason)})", style="not strike dim")
        parts.append(text)
    notices = [visible(writing.notice)] if writing.notice else []
    told = [*notices, *map(visible, opinion_lines(writing)), "; ".join(made_lines(writing))]
    return [*parts, Text("\n" + "\n".join(told), style="dim")]


def place_of(citation: Citation) -> str:
    """Say where a paragraph stands: `Section › Part · para. 13(c) · page 4`."""
    paragraph = citation.paragraph
    # The address of a paragraph without a number begins with its heading, which is then not said twice.
    section = paragraph.section if paragraph.label else paragraph.section[:-1]
    page = f"page {paragraph.page}" if paragraph.page is not None else ""
    return " · ".join(filter(None, (" › ".join(section), paragraph.address, page)))


def sentence_text(sentence: Sentence) -> Text:
    """Return a sentence with what answers in bold, and its markers."""
    text = Text(visible(sentence.text))
    for start, end in sentence.spans:
        text.stylize("bold", start, end)
    text.append("".join(f" [{marker}]" for marker in sentence.citations), style="cyan")
    return text


def _source(citation: Citation) -> Text:
    metadata = citation.document.metadata
    head = ", ".join(filter(None, (citation.document.name, metadata.symbol, metadata.date)))
    text = Text.assemble((f"[{citation.marker}] ", "cyan"), (visible(head), "bold"))
    text.append(f"\n{INDENT}{visible(place_of(citation))}", style="dim")
    text.append(f"\n{INDENT}“{in_one_line(citation.quote)}”")
    return text
