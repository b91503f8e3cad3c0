"""An answer as the terminal shows it: the sentences with their markers, then the sources."""

from rich.console import Group
from rich.text import Text

from assistant.answer import Answer, Citation, Sentence
from interfaces.visible import in_one_line, visible

INDENT = "    "


def answer_text(answer: Answer) -> Group:
    """Return the answer, its markers, and for each the title, section, label, page and words."""
    parts: list[Text] = []
    if answer.refused:
        parts.append(Text(visible(answer.reason)))
        if answer.related:
            parts += [Text("\nNearest paragraphs", style="bold"), *map(_source, answer.related)]
        return Group(*parts)
    if answer.note:
        parts.append(Text(visible(answer.note), style="italic"))
    parts.append(Text(" ").join(_sentence(sentence) for sentence in answer.sentences))
    if answer.citations:
        parts += [Text("\nSources", style="bold"), *map(_source, answer.citations)]
    return Group(*parts)


def place_of(citation: Citation) -> str:
    """Say where a paragraph stands: `Section › Part · para. 13(c) · page 4`."""
    paragraph = citation.paragraph
    # The address of a paragraph without a number begins with its heading, which is then not said twice.
    section = paragraph.section if paragraph.label else paragraph.section[:-1]
    page = f"page {paragraph.page}" if paragraph.page is not None else ""
    return " · ".join(filter(None, (" › ".join(section), paragraph.address, page)))


def _sentence(sentence: Sentence) -> Text:
    text = Text(visible(sentence.text))
    for start, end in sentence.spans:
        text.stylize("bold", start, end)
    text.append("".join(f" [{marker}]" for marker in sentence.citations), style="cyan")
    return text


def _source(citation: Citation) -> Text:
    facts = citation.document.facts
    head = ", ".join(filter(None, (citation.document.name, facts.symbol, facts.date)))
    text = Text.assemble((f"[{citation.marker}] ", "cyan"), (visible(head), "bold"))
    text.append(f"\n{INDENT}{visible(place_of(citation))}", style="dim")
    text.append(f"\n{INDENT}“{in_one_line(citation.quote)}”")
    return text
