"""Known facts, and public sets, put to the assistant: `eval`."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from evals.report import Report


def add_to(app: typer.Typer) -> None:
    """Add the command of this file to the application."""
    app.command(name="eval")(evaluate)


def evaluate(
    cases: Annotated[
        Path,
        typer.Argument(
            metavar="CASES.yaml|DIR", help="Known facts, as in evals/starter.yaml, or a folder of development sets."
        ),
    ],
    corpus: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Ask about these documents, in a library of their own that is removed after."),
    ] = None,
    as_json: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", help="Write every outcome here too.")
    ] = None,
    sets: Annotated[
        list[str] | None, typer.Option("--set", metavar="NAME", help="Of a folder: this set; repeat it for several.")
    ] = None,
    limit: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="Of a folder: at most N questions a set, always the same.")
    ] = None,
    libraries: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Of a folder: keep the libraries of the sets here and use them again."),
    ] = None,
) -> None:
    """Say how often known facts come out right, or what public sets come to."""
    if cases.is_dir():
        _evaluate_sets(cases, corpus, as_json, sets or [], limit, libraries)
    else:
        _of_a_folder_alone(cases, {"--set": sets, "--limit": limit, "--libraries": libraries})
        _evaluate_cases(cases, corpus, as_json)


def _evaluate_cases(cases: Path, corpus: Path | None, as_json: Path | None) -> None:
    from assistant.compose import Settings
    from evals.load import load_cases
    from interfaces.evaluating import evaluate_library, temporary_library
    from interfaces.opening import library_of

    known = load_cases(cases)
    if as_json is not None:
        _must_be_writable(as_json)
    settings = Settings.from_environment()
    opened = library_of(settings) if corpus is None else temporary_library(settings, corpus)
    with opened as library:
        report = evaluate_library(settings, library, known, cases)
    _print(report, as_json)


def _evaluate_sets(
    folder: Path, corpus: Path | None, as_json: Path | None, names: list[str], limit: int | None, libraries: Path | None
) -> None:
    from assistant.compose import Settings
    from corpus.errors import SettingsError
    from interfaces.evaluating_sets import measure_sets, sets_as_json, sets_table
    from interfaces.terminal import put

    if corpus is not None:
        raise SettingsError(f"{folder} is a folder of sets, which bring their own documents; leave out --corpus")
    if as_json is not None:
        _must_be_writable(as_json)
    settings = Settings.from_environment()
    measured = measure_sets(settings, folder, names=names, limit=limit, libraries=libraries)
    if as_json is not None:
        _write(sets_as_json(measured, settings, limit), as_json)
    put(sets_table(measured))


def _of_a_folder_alone(cases: Path, options: dict[str, object]) -> None:
    """Raise `SettingsError` for an option that means nothing for a file of cases."""
    from corpus.errors import SettingsError

    given = [name for name, value in options.items() if value]
    if given:
        raise SettingsError(f"{given[0]} is for a folder of sets, and {cases} is not a folder; leave it out")


def _must_be_writable(path: Path) -> None:
    """Raise `SettingsError` before the work is done rather than after it."""
    from corpus.errors import SettingsError

    try:
        path.open("a", encoding="utf-8").close()
    except OSError as error:
        raise SettingsError(f"the report cannot be written to {path}: {error.strerror or error}") from error


def _print(report: "Report", path: Path | None) -> None:
    from evals.report_json import report_as_json
    from interfaces.report_text import failures_text, figures_table
    from interfaces.terminal import has_room, put

    if path is not None:
        _write(report_as_json(report), path)
    put(figures_table(report, counts=has_room(160)))
    if report.failures:
        put("", failures_text(report.failures))


def _write(values: dict[str, Any], path: Path) -> None:
    path.write_text(json.dumps(values, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
