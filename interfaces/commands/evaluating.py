"""Known facts, and public sets, put to the assistant: `eval`, `eval bisect`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from interfaces.terminal.default_command import DEFAULT, WithDefault

if TYPE_CHECKING:
    from evals.comparing.compare import Comparison
    from evals.outcome import Outcome
    from evals.run_record import RunRecord
    from interfaces.evaluating.outputs import Outputs

CASES = Annotated[
    Path | None,
    typer.Argument(
        metavar="CASES.yaml|DIR",
        help="Known facts, as in evals/starter.yaml, a folder of such files, or one of development sets; by default "
        "the facts of your library.",
        show_default=False,
    ),
]
CORPUS = Annotated[
    Path | None,
    typer.Option(metavar="DIR", help="Ask about these documents, in a library of their own that is removed after."),
]
AGAINST = Annotated[
    Path | None, typer.Option(metavar="BASELINE", help="Compare with this earlier run; a loss ends with status 1.")
]
JOBS = Annotated[
    int, typer.Option(metavar="N", min=0, help="Cases asked at a time; by default one a processor, four at most.")
]
MODEL = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="Let this chat model write, as provider:model; scripted:faithful and scripted:careless need no server.",
    ),
]
FRESH = Annotated[
    bool, typer.Option("--fresh", help="Read the documents and ask every case again, whether or not anything changed.")
]


def add_to(app: typer.Typer) -> None:
    """Add the commands of this file to the application."""
    evals = typer.Typer(
        name="eval",
        cls=WithDefault,
        help="Say how often known facts come out right; 'eval bisect': which stage lost a case.",
        rich_markup_mode=None,
        add_help_option=False,
    )
    evals.command(name=DEFAULT, epilog="'rapporteur eval bisect --help': name the stage that lost each case.")(evaluate)
    evals.command()(bisect)
    app.add_typer(evals)


def evaluate(
    cases: CASES = None,
    corpus: CORPUS = None,
    against: AGAINST = None,
    update_baseline: Annotated[
        bool, typer.Option("--update-baseline", help="Write this run to BASELINE, whatever came of the comparison.")
    ] = False,
    without_words: Annotated[
        bool, typer.Option("--without-words", help="Write outcomes and digests there, and no word of a document.")
    ] = False,
    as_json: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", help="Write every outcome here too.")
    ] = None,
    html: Annotated[Path | None, typer.Option(metavar="FILE", help="Write a page to look at.")] = None,
    junit: Annotated[Path | None, typer.Option(metavar="FILE", help="Write JUnit XML, for CI.")] = None,
    jsonl: Annotated[Path | None, typer.Option(metavar="FILE", help="Write a line of JSON a case.")] = None,
    summary: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Add Markdown to this file, such as $GITHUB_STEP_SUMMARY.")
    ] = None,
    history: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Keep the figures of run after run here, for --html.")
    ] = None,
    model: MODEL = None,
    jobs: JOBS = 0,
    fresh: FRESH = False,
    sets: Annotated[
        list[str] | None, typer.Option("--set", metavar="NAME", help="Of sets: this one; repeat it for several.")
    ] = None,
    limit: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="Of sets: at most N questions each, always the same.")
    ] = None,
    libraries: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Of sets: keep their libraries here and use them again."),
    ] = None,
) -> None:
    """Say how often known facts come out right, or what public sets come to."""
    from evals.cases.load import case_files
    from interfaces.evaluating.outputs import Outputs, update_baseline_file, write_reports

    outputs = Outputs(as_json, html, junit, jsonl, summary, history)
    if cases is not None and cases.is_dir() and not case_files(cases):
        of_cases: dict[str, object] = {
            **{"--against": against, "--update-baseline": update_baseline, "--without-words": without_words},
            **{"--html": html, "--junit": junit, "--jsonl": jsonl, "--summary": summary, "--history": history},
            **{"--model": model, "--jobs": jobs, "--fresh": fresh},
        }
        _of_cases_alone(cases, of_cases)
        _evaluate_sets(cases, corpus, as_json, sets or [], limit, libraries)
        return
    _of_a_folder_alone(cases, {"--set": sets, "--limit": limit, "--libraries": libraries})
    _need_a_baseline(against, {"--update-baseline": update_baseline, "--without-words": without_words})
    record, comparison = _run(
        cases, corpus, against, jobs, fresh, outputs, missing_is_fine=update_baseline, model=model
    )
    _print(record, comparison)
    write_reports(record, comparison, outputs, source_of(cases))
    if update_baseline and against is not None:
        update_baseline_file(record, against, without_words)
    elif comparison is not None and comparison.alarms:
        raise typer.Exit(1)


def bisect(
    cases: CASES = None,
    corpus: CORPUS = None,
    against: AGAINST = None,
    case: Annotated[
        list[str] | None, typer.Option("--case", metavar="ID", help="Only this case; repeat it for several.")
    ] = None,
    jobs: JOBS = 0,
    fresh: FRESH = False,
) -> None:
    """Name the stage that lost each case: parsed, retrieved, ranked, read, refused or verified.

    With --against, of the cases that were well then; without it, of all that are not well.
    """
    from corpus.errors import CaseError
    from interfaces.terminal.comparison_text import bisection, verdict_text
    from interfaces.terminal.terminal import put

    record, comparison = _run(cases, corpus, against, jobs, fresh, None)
    pairs: list[tuple[Outcome, Outcome | None]]
    by_id = {outcome.case.id: outcome for outcome in record.outcomes}
    unknown = [name for name in case or [] if name not in by_id]
    if unknown:
        raise CaseError(f"there is no case {unknown[0]!r} in {source_of(cases)}; 'rapporteur eval --json' lists them")
    if comparison is not None:
        pairs = [(flip.new, flip.old) for flip in comparison.flips if flip.lost]
    else:
        pairs = [(outcome, None) for outcome in record.outcomes if not outcome.passed]
    chosen = [(new, old) for new, old in pairs if not case or new.case.id in case]
    known = {new.case.id for new, _ in chosen}
    chosen += [(by_id[name], None) for name in case or [] if name not in known]
    put(bisection(chosen), *([verdict_text(comparison)] if comparison else []))


def _run(
    cases: Path | None,
    corpus: Path | None,
    against: Path | None,
    jobs: int,
    fresh: bool,
    outputs: "Outputs | None",
    *,
    missing_is_fine: bool = False,
    model: str | None = None,
) -> "tuple[RunRecord, Comparison | None]":
    """Put the cases, and compare with the earlier run; whatever cannot be read or written is told before the work."""
    from assistant.compose import Settings
    from evals.cases.load import load_cases
    from evals.comparing.compare import compare
    from evals.comparing.record_json import read_record
    from evals.scripted.named import with_model
    from interfaces.evaluating.run import RunOptions, evaluate
    from interfaces.terminal.terminal import waiting

    settings = Settings.from_environment()
    source = source_of(cases)
    with waiting("Reading the cases…"):
        known = load_cases(source)
    first = against is None or (missing_is_fine and not against.exists())
    earlier = None if first or against is None else read_record(against, known)
    if outputs is not None:
        outputs.require_writable()
    with with_model(settings, model) as named:
        record = evaluate(named, known, source, corpus, RunOptions(jobs, fresh, strict=earlier is None))
    return record, compare(earlier[0], record, earlier[1]) if earlier else None


def source_of(cases: Path | None) -> Path:
    """Return where the cases are: as named, or beside the library."""
    from assistant.compose import Settings
    from corpus.errors import CaseError
    from evals.cases.load import case_files
    from interfaces.evaluating.run import facts_folder

    if cases is not None:
        return cases
    folder = facts_folder(Settings.from_environment())
    if not folder.is_dir() or not case_files(folder):
        raise CaseError(
            f"the library has no known facts yet, in {folder}; add some with 'rapporteur facts add', "
            "or name a file of them"
        )
    return folder


def _evaluate_sets(
    folder: Path, corpus: Path | None, as_json: Path | None, names: list[str], limit: int | None, libraries: Path | None
) -> None:
    from assistant.compose import Settings
    from corpus.errors import SettingsError
    from interfaces.evaluating.outputs import must_be_writable, write_json
    from interfaces.evaluating.sets import measure_sets, sets_as_json, sets_table
    from interfaces.terminal.terminal import put

    if corpus is not None:
        raise SettingsError(f"{folder} is a folder of sets, which bring their own documents; leave out --corpus")
    if as_json is not None:
        must_be_writable(as_json)
    settings = Settings.from_environment()
    measured = measure_sets(settings, folder, names=names, limit=limit, libraries=libraries)
    if as_json is not None:
        write_json(sets_as_json(measured, settings, limit), as_json)
    put(sets_table(measured))


def _of_a_folder_alone(cases: Path | None, options: dict[str, object]) -> None:
    """Raise `SettingsError` for an option that means nothing for known facts."""
    from corpus.errors import SettingsError

    given = [name for name, value in options.items() if value]
    if given:
        raise SettingsError(
            f"{given[0]} is for a folder of sets, and {cases or 'what is asked'} is not one; leave it out"
        )


def _of_cases_alone(folder: Path, options: dict[str, object]) -> None:
    """Raise `SettingsError` for an option that means nothing for development sets."""
    from corpus.errors import SettingsError

    given = [name for name, value in options.items() if value]
    if given:
        raise SettingsError(f"{given[0]} is for known facts, and {folder} is a folder of sets; leave it out")


def _need_a_baseline(against: Path | None, options: dict[str, bool]) -> None:
    from corpus.errors import SettingsError

    given = [name for name, value in options.items() if value]
    if given and against is None:
        raise SettingsError(f"{given[0]} needs --against BASELINE, the file that is written")


def _print(record: "RunRecord", comparison: "Comparison | None") -> None:
    from evals.comparing.report import make_report
    from interfaces.terminal.comparison_text import changes_table, flips_text, measures_table, verdict_text
    from interfaces.terminal.report_text import failures_text, metrics_table
    from interfaces.terminal.terminal import has_room, put

    report = make_report(record.outcomes, record.made_with.library, record.made_with.settings)
    put(metrics_table(report, counts=has_room(160)), "")
    if comparison is None:
        put(measures_table(record.outcomes))
        if report.failures:
            put("", failures_text(report.failures))
        return
    put(changes_table(comparison), "", verdict_text(comparison))
    if comparison.flips:
        put("", flips_text(comparison.flips))
