"""Known facts put to the assistant: `eval`."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from evals.report import Report


def add_to(app: typer.Typer) -> None:
    """Add the command of this file to the application."""
    app.command(name="eval")(evaluate)


def evaluate(
    cases: Annotated[Path, typer.Argument(metavar="CASES.yaml", help="Known facts, as in evals/starter.yaml.")],
    corpus: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Ask about these documents, in a library of their own that is removed after."),
    ] = None,
    as_json: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", help="Write every outcome here too.")
    ] = None,
) -> None:
    """Say how often known facts come out right."""
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
        path.write_text(json.dumps(report_as_json(report), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    put(figures_table(report, counts=has_room(160)))
    if report.failures:
        put("", failures_text(report.failures))
