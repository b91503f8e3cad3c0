"""Keeping the library whole and true: `verify`, `reindex`, `restore`, `audit`, `set`."""

from typing import Annotated

import typer


def add_to(app: typer.Typer) -> None:
    """Add the commands of this file to the application."""
    app.command()(verify)
    app.command()(reindex)
    app.command()(restore)
    app.command()(audit)
    app.command(name="set")(set_facts)


def verify() -> None:
    """Compare the stores of the library with each other."""
    from assistant.compose import Settings
    from interfaces.terminal.opening import library_of
    from interfaces.terminal.terminal import put, say, waiting

    with library_of(Settings.from_environment()) as library, waiting("Comparing the stores…"):
        found = library.verify()
    for problem in found.problems:
        put(problem)
    if found.problems:
        say(f"{len(found.problems)} problems in {found.documents} documents, {found.chunks} chunks")
        raise typer.Exit(1)
    print(f"all well: {found.documents} documents, {found.chunks} chunks, the same in every store")


def reindex() -> None:
    """Make the indexes anew from the documents in the library.

    Needed after a change of RAPPORTEUR_EMBEDDING, and when `verify` or a message says so.
    """
    from assistant.compose import Settings
    from interfaces.terminal.ingesting import following
    from interfaces.terminal.opening import library_of
    from interfaces.terminal.terminal import progress_bar

    with library_of(Settings.from_environment()) as library, progress_bar("Indexing") as show:
        done = library.reindex(report=following(show))
    print(done)


def restore(
    from_originals: Annotated[
        bool, typer.Option("--from-originals", help="Read the original files again that lie in the library.")
    ] = False,
) -> None:
    """Bring back the documents that a catalogue has lost: one that is gone or damaged, or an older copy put back.

    What is left of a damaged one is set aside. The documents come back as they were ingested; what people corrected in
    them, their titles and dates, is lost.
    """
    from assistant.compose import Settings, restore_library
    from interfaces.terminal.ingesting import following, report_table
    from interfaces.terminal.terminal import progress_bar, put, say

    if not from_originals:
        raise typer.BadParameter("say from what: 'rapporteur restore --from-originals'")
    settings = Settings.from_environment()
    with progress_bar("Restoring") as show:
        report = restore_library(settings, following(show))
    put(report_table(report.entries))
    say("Corrections that were made with 'rapporteur set' are not among what came back.")
    if any(settings.library.glob("catalogue.db.lost-*")):
        say("What was left of the old catalogue is kept as catalogue.db.lost-…; delete it when you need it no more.")
    if report.count("failed"):
        raise typer.Exit(1)


def audit(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="Without one, every document is audited.")] = "",
) -> None:
    """List what of the sources is in no paragraph, and why.

    One document, of most formats, is also read a second time, by another reader, to see that no word was overlooked;
    those readers come with the extra `second-reading`.
    """
    from assistant.compose import Settings
    from interfaces.terminal.audit_text import audit_text, second_reading_text
    from interfaces.terminal.opening import library_of
    from interfaces.terminal.terminal import put, say, waiting

    with library_of(Settings.from_environment()) as library:
        references = [document] if document else [each.id for each in library.documents()]
        audits = [library.audit(reference) for reference in references]
        put(*map(audit_text, audits))
        if document:
            with waiting("Reading it a second time…"):
                second = second_reading_text(library, document)
            put(*second)
    lost = [each.document.id for each in audits if each.accounted < each.visible]
    if lost:
        say(f"not everything is accounted for in {', '.join(lost)}")
        raise typer.Exit(1)


def set_facts(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="Its id, the beginning of its id, or its path.")],
    facts: Annotated[
        list[str], typer.Argument(metavar="FIELD=VALUE", help="Such as date=2023-10-19 or 'title=A note'.")
    ],
) -> None:
    """Correct what is known of a document, for good.

    The fields are title, symbol, date, period, body, session, place, kind and language; an empty value says there is
    none.
    """
    from assistant.compose import Settings
    from interfaces.terminal.opening import library_of

    corrections = [fact.partition("=") for fact in facts]
    for field, equals, _ in corrections:
        if not equals:
            raise typer.BadParameter(f"{field!r} has no '='; write FIELD=VALUE, such as date=2023-10-19")
    with library_of(Settings.from_environment()) as library:
        for field, _, value in corrections:
            changed = library.set_metadata(document, field.strip(), value)
            print(f"{changed.id}: {field.strip()} is now {value.strip()!r}")
