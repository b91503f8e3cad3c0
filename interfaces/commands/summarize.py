"""Drafts of summaries from the terminal: `summarize`, `templates`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
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
) -> None:
    """Draft a summary whose every point cites its paragraphs, in the shape of a template.

    Nothing is rewritten: points are sentences of the documents, cut where they show "…".
    """
    from corpus.errors import SummaryError
    from interfaces.saving import may_be_written

    named = documents or []
    if not named and not about.strip():
        raise SummaryError("nothing is named to draw from; name a document, or ask a question with --about")
    if output is not None and not may_be_written(output, force=force, agreed=_agreed):
        raise typer.Exit(1)
    summary = _drafted(named, template, words, about)
    _give(summary, output, coverage=coverage)


def templates(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The one to print, to be copied and changed.")] = "",
) -> None:
    """List the shapes a summary can have, or print one of them."""
    from assistant.summary.template import load_template, template_names, template_text
    from interfaces.terminal import cell, make_table, put

    if name:
        print(template_text(name), end="")
        return
    table = make_table("Template", "Words", "Needs", "What it is for", right=("Words",))
    for each in map(load_template, template_names()):
        table.add_row(*map(cell, (each.name, each.words, each.needs, each.about)))
    put(table)


def _drafted(named: list[str], template: str, words: int | None, about: str) -> "Summary":
    from assistant.compose import Settings
    from assistant.summary.summarizer import summarize_library
    from assistant.summary.template import check_words, load_template
    from interfaces.opening import library_of
    from interfaces.reading_beside import works_of
    from interfaces.terminal import progress_bar

    if words is not None:
        check_words(words)
    if template:
        load_template(template)
    with library_of(Settings.from_environment()) as library, progress_bar("Drafting") as show:
        if about.strip():
            return summarize_library(library, named, template, words, about=about, tell=show)
        from assistant.summary.summarizer import summarize_documents

        return summarize_documents(works_of(library, named), template, words, show)


def _give(summary: "Summary", output: Path | None, *, coverage: bool) -> None:
    from interfaces.saving import save, written_as
    from interfaces.terminal import say
    from interfaces.visible import visible

    if output is None:
        print(visible(written_as(summary, ".md", coverage=coverage).decode()), end="")
        return
    save(written_as(summary, output.suffix, coverage=coverage), output)
    cited = summary.paragraphs - sum(len(silence.paragraphs) for silence in summary.silences)
    said = f"{len(summary.points)} points in {summary.words} words"
    say(f"{output}: {said}, citing {cited} of {summary.paragraphs} paragraphs")


def _agreed(question: str) -> bool:
    """Ask, and take silence or no one to ask for a no."""
    try:
        return typer.confirm(question, err=True)
    except typer.Abort as abort:
        if isinstance(abort.__context__, KeyboardInterrupt):
            raise KeyboardInterrupt from abort
        return False
