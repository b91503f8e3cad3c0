"""Known facts of a library: `facts add`, `propose`, `check`, `export`, `import`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from interfaces.evaluating.adding_facts import CaseFile

FILE = Annotated[
    Path | None,
    typer.Option("--file", metavar="FILE", help="The file of cases; by default one beside the library."),
]
BY = Annotated[str, typer.Option("--by", metavar="NAME", help="Who adds it; by default the name of your account.")]


def add_to(app: typer.Typer) -> None:
    """Add the commands of this file to the application."""
    facts = typer.Typer(
        name="facts",
        help="Make and keep the known facts that 'rapporteur eval' asks for.",
        no_args_is_help=True,
        rich_markup_mode=None,
    )
    facts.command()(add)
    facts.command()(propose)
    facts.command()(check)
    facts.command()(export)
    facts.command(name="import")(take_in)
    app.add_typer(facts)


def add(
    question: Annotated[str, typer.Argument(help="As people would put it.")],
    must: Annotated[
        list[str] | None,
        typer.Option(metavar="WORDS", help="Words a right answer holds, | between alternatives; repeat it for 'and'."),
    ] = None,
    doc: Annotated[str, typer.Option(metavar="DOCUMENT", help="The document that says it.")] = "",
    quote: Annotated[
        list[str] | None, typer.Option(metavar="WORDS", help="Words of the paragraph that says it.")
    ] = None,
    refuse: Annotated[bool, typer.Option("--refuse", help="The documents do not say it.")] = False,
    history: Annotated[
        list[str] | None, typer.Option(metavar="QUESTION", help="An earlier turn; repeat it, oldest first.")
    ] = None,
    kind: Annotated[str, typer.Option(metavar="KIND", help="By default, what the question asks for.")] = "",
    name: Annotated[str, typer.Option("--id", metavar="ID", help="By default, the next one that is free.")] = "",
    tag: Annotated[list[str] | None, typer.Option(metavar="TAG", help="Such as must-hold.")] = None,
    note: Annotated[str, typer.Option(metavar="TEXT", help="A remark.")] = "",
    by: BY = "",
    file: FILE = None,
) -> None:
    """Add a known fact; what is not given as an option is asked for, beside the answer of today."""
    from datetime import date

    from assistant.compose import Settings
    from assistant.question.question import understand
    from evals.cases.case import Case, Gold
    from evals.cases.write_cases import new_id
    from interfaces.evaluating.adding_facts import ask_for_fact, own_name
    from interfaces.terminal.opening import assistant_over, library_of

    settings = Settings.from_environment()
    facts = _facts_file(file)
    turns = tuple(history or ())
    words, gold = tuple(must or ()), Gold((doc,), tuple(quote or ())) if doc and quote else None
    with library_of(settings) as library:
        if not refuse and not (words and gold):
            words, gold = ask_for_fact(assistant_over(library, settings), question, turns)
        groups = [group for each in words for group in each.split(";")]
        case = Case(
            id=name or new_id("f", facts.known),
            kind=kind or ("refuse" if gold is None else "followup" if turns else understand(question).kind),
            question=question,
            line=0,
            history=turns,
            must=tuple(tuple(each.strip() for each in group.split("|") if each.strip()) for group in groups),
            gold=(gold,) if gold else (),
            refuse=gold is None,
            tags=tuple(tag or ()),
            note=note,
            added_by=by or own_name(),
            added=date.today().isoformat(),
        )
        facts.add(case, library)


def propose(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="Its id, or the beginning of its id.")],
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="Show at most so many.")] = 50,
    show: Annotated[
        bool, typer.Option("--show", help="Only show them, one a line; nothing is asked or added.")
    ] = False,
    by: BY = "",
    file: FILE = None,
) -> None:
    """Suggest known facts from the figures, dates, decisions and officers of a document, to accept one by one."""
    from itertools import islice

    from assistant.compose import Settings
    from evals.cases.propose import suggest
    from interfaces.evaluating.adding_facts import own_name, review
    from interfaces.terminal.opening import library_of
    from interfaces.terminal.terminal import put, say
    from interfaces.terminal.visible import in_one_line

    with library_of(Settings.from_environment()) as library:
        chosen = library.document(document)
        found = list(islice(suggest(chosen.id, library.paragraphs(chosen.id)), limit))
        if not found:
            say(f"{chosen.id} suggests nothing: no figure, date, decision or officer stands in a sentence of its own")
        elif show:
            put(*(f"{x.kind}: {in_one_line(x.question)} → {in_one_line(' ; '.join(x.must))}" for x in found))
        else:
            accepted, shown = review(found, _facts_file(file), library, by or own_name())
            say(f"{accepted} accepted of {shown} shown, {len(found)} found")


def check(
    cases: Annotated[
        Path | None, typer.Argument(metavar="CASES.yaml|DIR", help="By default, the facts of your library.")
    ] = None,
) -> None:
    """See that known facts are well formed, and that what they quote is in the library."""
    from assistant.compose import Settings
    from evals.cases.load import load_cases
    from evals.running.quotes import Shelves, require_quotes
    from evals.running.run import absent_documents
    from interfaces.commands.evaluating import source_of
    from interfaces.terminal.opening import library_of
    from interfaces.terminal.terminal import say

    known = load_cases(source_of(cases))
    with library_of(Settings.from_environment()) as library:
        shelves = Shelves(library)
        require_quotes(known, shelves)
        for name, ids in absent_documents(known, shelves.documents).items():
            say(f"no document {name!r} in the library, though named by {', '.join(ids)}")
    print(f"all well: {len(known)} cases")


def export(
    target: Annotated[Path, typer.Argument(metavar="FILE.csv")],
    cases: Annotated[
        Path | None, typer.Argument(metavar="CASES.yaml|DIR", help="By default, the facts of your library.")
    ] = None,
) -> None:
    """Write known facts as CSV, for a spreadsheet."""
    from corpus.errors import SettingsError
    from evals.cases.csv_cases import cases_as_csv
    from evals.cases.load import load_cases
    from interfaces.commands.evaluating import source_of
    from interfaces.terminal.terminal import say

    known = load_cases(source_of(cases))
    try:
        # With a mark at its head, by which spreadsheets know that it is UTF-8.
        target.write_text(cases_as_csv(known), encoding="utf-8-sig", newline="")
    except OSError as error:
        raise SettingsError(f"{target} cannot be written: {error.strerror or error}") from error
    say(f"{len(known)} cases written to {target}")


def take_in(
    source: Annotated[Path, typer.Argument(metavar="FILE.csv")],
    file: FILE = None,
) -> None:
    """Add the known facts of a CSV file, with the columns that 'facts export' writes."""
    from evals.cases.csv_cases import add_csv
    from interfaces.terminal.terminal import say

    facts = _facts_file(file)
    added = add_csv(source, facts.path)
    say(f"{added} cases added to {facts.path}; 'rapporteur facts check' sees whether their quotes are in the library")


def _facts_file(file: Path | None) -> "CaseFile":
    """Return the file to add to, with the ids that are taken in it and, for that of the library, beside it."""
    from assistant.compose import Settings
    from evals.cases.load import case_files, load_cases
    from interfaces.evaluating.adding_facts import CaseFile
    from interfaces.evaluating.run import facts_folder

    folder = facts_folder(Settings.from_environment())
    if file is not None:
        known = load_cases(file) if file.exists() else ()
        return CaseFile(file, frozenset(case.id for case in known))
    known = load_cases(folder) if folder.is_dir() and case_files(folder) else ()
    return CaseFile(folder / "facts.yaml", frozenset(case.id for case in known))
