"""What is in the library: `ingest`, `documents`, `show`, `remove`."""

import json
import sys
from pathlib import Path
from re import fullmatch
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.document import Document
    from corpus.metadata.series import Place
    from corpus.paragraph import Paragraph

DOCUMENT = Annotated[str, typer.Argument(metavar="DOCUMENT", help="Its id, the beginning of its id, or its path.")]
NEIGHBOURS = 2
"""Paragraphs shown before and after the one that was asked for."""


def add_to(app: typer.Typer) -> None:
    """Add the commands of this file to the application."""
    for command in (ingest, documents, show, remove):
        app.command()(command)


def ingest(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Files, and folders of files.")],
    collection: Annotated[str, typer.Option(metavar="NAME", help="Keep them apart under this name.")] = "default",
    name: Annotated[str, typer.Option("--id", metavar="ID", help="The id of the document, when it is one file.")] = "",
) -> None:
    """Read files and folders into the library.

    A file that has changed replaces its old self; one that has not is left alone.
    """
    from assistant.compose import Settings
    from interfaces.terminal.ingesting import ingest_paths, report_table
    from interfaces.terminal.opening import library_of
    from interfaces.terminal.terminal import put, say

    if name and (len(paths) != 1 or paths[0].is_dir()):
        raise typer.BadParameter("--id names one document: give it one file")
    if name and not fullmatch(r"\w[\w.-]{0,79}", name):
        raise typer.BadParameter(f"--id is {name!r}; write at most 80 letters, digits, '.', '-' and '_'")
    with library_of(Settings.from_environment()) as library:
        report = ingest_paths(library, paths, collection=collection, document=name)
    put(report_table(report.entries))
    failed = report.count("failed")
    if failed:
        say(f"{failed} of {len(report.entries)} could not be read; the last column says why")
    elif not report.count("new", "replaced", "unchanged"):
        say("nothing was read; name a file, or a folder that holds documents")
        failed = 1
    if failed:
        raise typer.Exit(1)


def documents(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON list.")] = False,
) -> None:
    """List the documents in the library."""
    from assistant.compose import Settings
    from corpus.metadata.series import places_in_series
    from interfaces.answer_json import document_as_json
    from interfaces.terminal.opening import library_of
    from interfaces.terminal.terminal import cell, make_table, put, say

    settings = Settings.from_environment()
    with library_of(settings) as library:
        found = library.documents()
    if as_json:
        places = places_in_series(found)
        listed = [document_as_json(document, places.get(document.id)) for document in found]
        print(json.dumps(listed, ensure_ascii=False, indent=2))
        return
    if not found:
        say(f"the library at {settings.library} holds no documents; add some with 'rapporteur ingest PATH'")
        return
    table = make_table("Document", "Title", "Symbol", "Date", "Kind", "File")
    for document in found:
        metadata = document.metadata
        values = (document.id, metadata.title, metadata.symbol, metadata.date, metadata.kind, Path(document.path).name)
        table.add_row(*map(cell, values))
    put(table)


def show(
    document: DOCUMENT,
    label: Annotated[str, typer.Argument(metavar="LABEL", help="A paragraph's number, such as '13(c)' or 13c.")] = "",
    text: Annotated[bool, typer.Option("--text", help="Print the normalised text that offsets count in.")] = False,
) -> None:
    """Show a document, or one paragraph among its neighbours."""
    from assistant.compose import Settings
    from corpus.metadata.series import places_in_series
    from interfaces.terminal.opening import library_of

    with library_of(Settings.from_environment()) as library:
        found = library.document(document)
        paragraphs = library.paragraphs(found.id)
        place = places_in_series(library.documents(with_text=False)).get(found.id)
    if text:
        _print_text(found.text)
    elif label:
        _show_label(found, paragraphs, label)
    else:
        _show_whole(found, paragraphs, place)


def remove(
    document: DOCUMENT,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
) -> None:
    """Take a document out of the library.

    Nothing of it is kept; the file it came from stays where it is.
    """
    from assistant.compose import Settings
    from interfaces.terminal.agreed import agreed
    from interfaces.terminal.ingesting import following
    from interfaces.terminal.opening import library_of
    from interfaces.terminal.terminal import progress_bar, say

    with library_of(Settings.from_environment()) as library:
        found = library.document(document)
        if not yes and not agreed(f"Remove {found.id} ({found.name}) from the library?"):
            say(f"{found.id} stays in the library; to remove it without being asked, add --yes")
            raise typer.Exit(1)
        with progress_bar("Erasing") as show:
            library.remove(found.id, report=following(show))
    print(f"removed {found.id}")


def _print_text(text: str) -> None:
    from interfaces.terminal.visible import visible

    sys.stdout.write(visible(text) if sys.stdout.isatty() else text)


def _show_whole(document: "Document", paragraphs: "Sequence[Paragraph]", place: "Place | None") -> None:
    from interfaces.terminal.paragraph_text import document_head, paragraph_line
    from interfaces.terminal.terminal import put

    put(document_head(document, len(paragraphs), place), *map(paragraph_line, paragraphs))


def _show_label(document: "Document", paragraphs: "Sequence[Paragraph]", label: str) -> None:
    from corpus.address import labels, paragraphs_at
    from corpus.errors import NotInLibrary
    from interfaces.terminal.paragraph_text import document_head, paragraph_line, section_line
    from interfaces.terminal.terminal import put

    wanted = paragraphs_at(paragraphs, label)
    if not wanted:
        known = labels(paragraphs)
        some = ", ".join(known[:12]) + (", …" if len(known) > 12 else "")
        hint = f"it has {some}" if known else "none of its paragraphs is numbered"
        raise NotInLibrary(
            f"{document.id} has no paragraph {label!r}; {hint}; 'rapporteur show {document.id}' lists all"
        )
    put(document_head(document, len(paragraphs)))
    for paragraph in wanted:
        place = paragraphs.index(paragraph)
        around = paragraphs[max(0, place - NEIGHBOURS) : place + NEIGHBOURS + 1]
        marked = (paragraph_line(each, marked=each.position == paragraph.position) for each in around)
        put(section_line(paragraph), *marked)
