"""Drafts of summaries from the terminal: `summarize`, `templates`."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from assistant.compose import Settings
    from assistant.summary.outline import Outline
    from assistant.summary.summarizer import Work
    from assistant.summary.summary import Summary


def add_to(app: typer.Typer) -> None:
    """Add the commands of this file to the application."""
    for command in (summarize, templates):
        app.command()(command)


def summarize(
    documents: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="DOCUMENT…",
            help="Ids, beginnings of ids, or paths of documents of the library; or files beside it.",
        ),
    ] = None,
    template: Annotated[
        str,
        typer.Option(metavar="NAME|FILE", help="Its shape; see 'rapporteur templates'. Without it the one that fits."),
    ] = "",
    words: Annotated[
        int | None, typer.Option(metavar="N", help="Its length, headings and citations not counted.")
    ] = None,
    about: Annotated[
        str,
        typer.Option(metavar="QUESTION", help="What the documents, or all, say of this: 'e-resilience since 2020'."),
    ] = "",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="A .docx, .md, .html or .json file to write.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there, without asking.")] = False,
    coverage: Annotated[
        bool, typer.Option("--coverage/--no-coverage", help="List the paragraphs that no point cites.")
    ] = True,
    own_words: Annotated[
        bool, typer.Option("--own-words", help="Keep to the documents' words though RAPPORTEUR_MODEL names a model.")
    ] = False,
) -> None:
    """Draft a summary whose every point cites its paragraphs, in the shape of a template.

    Points are sentences of the documents, cut where they show "…". With RAPPORTEUR_MODEL a chat model writes its
    sections, but for decisions, tables and the facts of a meeting; a sentence that its paragraphs do not bear is
    struck out.
    """
    from corpus.errors import SummaryError
    from interfaces.saving import may_be_written
    from interfaces.terminal.agreed import agreed

    named = documents or []
    if not named and not about.strip():
        raise SummaryError("nothing is named to draw from; name a document, or ask a question with --about")
    if output is not None and not may_be_written(output, force=force, agreed=agreed):
        raise typer.Exit(1)
    summary = _drafted(named, template, words, about, own_words=own_words)
    _give(summary, output, coverage=coverage)


def templates(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The one to print, to be copied and changed.")] = "",
) -> None:
    """List the shapes a summary can have, or print one of them."""
    from assistant.summary.template import load_template, template_names, template_text
    from interfaces.terminal.terminal import cell, make_table, put

    if name:
        print(template_text(name), end="")
        return
    table = make_table("Template", "Words", "Needs", "What it is for", right=("Words",))
    for each in map(load_template, template_names()):
        table.add_row(*map(cell, (each.name, each.words, each.needs, each.about)))
    put(table)


def _drafted(named: list[str], template: str, words: int | None, about: str, *, own_words: bool) -> "Summary":
    from assistant.compose import Settings
    from assistant.summary.outline import outline_of
    from assistant.summary.summarizer import summarize_documents, summarize_library
    from assistant.summary.template import check_words, load_template
    from interfaces.terminal.opening import library_of
    from interfaces.terminal.reading_beside import works_of
    from interfaces.terminal.terminal import progress_bar

    if words is not None:
        check_words(words)
    if template:
        load_template(template)
    settings = Settings.from_environment()
    with library_of(settings) as library, progress_bar("Drafting") as show:
        if about.strip():
            summary = summarize_library(library, named, template, words, about=about, tell=show)
            works: list[Work] = [(d, library.paragraphs(d.id)) for d in summary.documents]
        else:
            works = works_of(library, named)
            summary = summarize_documents(works, template, words, show)
        if not settings.chat.model or own_words:
            return summary
        return _in_prose(summary, {work[0].id: outline_of(*work) for work in works}, settings, show)


def _in_prose(
    summary: "Summary", outlines: "Mapping[str, Outline]", settings: "Settings", show: Callable[[int, int, str], None]
) -> "Summary":
    from assistant.chat.opening import chat_setup_of
    from assistant.summary.prose import in_prose, sections_of

    sections = sections_of(summary)
    show(0, len(sections), sections[0] if sections else "")
    for done, grown in enumerate(in_prose(summary, outlines, chat_setup_of(settings.chat)), start=1):
        summary = grown
        show(min(done, len(sections)), len(sections), sections[done] if done < len(sections) else "")
    return summary


def _give(summary: "Summary", output: Path | None, *, coverage: bool) -> None:
    from assistant.summary.sheet import written_lines
    from interfaces.saving import save, written_as
    from interfaces.terminal.terminal import say
    from interfaces.terminal.visible import visible

    if output is None:
        print(visible(written_as(summary, ".md", coverage=coverage).decode()), end="")
        return
    save(written_as(summary, output.suffix, coverage=coverage), output)
    cited = summary.paragraphs - sum(len(silence.paragraphs) for silence in summary.silences)
    said = f"{len(summary.points)} points in {summary.words} words"
    say(f"{output}: {said}, citing {cited} of {summary.paragraphs} paragraphs")
    for line in written_lines(summary):
        say(line)
