"""Where an evaluation is written: its reports, the metrics of run after run, and the baseline."""

import json
from contextlib import suppress
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.errors import SettingsError
from evals.comparing.history import add_to_history, past_run, read_history
from evals.comparing.record_json import keeps_words, record_as_json, write_record
from interfaces.evaluating.run import history_file
from interfaces.terminal.terminal import say

if TYPE_CHECKING:
    from evals.comparing.compare import Comparison
    from evals.run_record import RunRecord


@dataclass(frozen=True, slots=True)
class Outputs:
    """The files that a person asked for."""

    json: Path | None = None
    html: Path | None = None
    junit: Path | None = None
    jsonl: Path | None = None
    summary: Path | None = None
    history: Path | None = None

    def require_writable(self) -> None:
        """Raise `SettingsError` for a file that cannot be written, before the work is done rather than after it."""
        for field in fields(self):
            path = getattr(self, field.name)
            if path is not None:
                must_be_writable(path)


def must_be_writable(path: Path) -> None:
    """Raise `SettingsError` for a file that cannot be written; what is there stays, and where nothing is, nothing."""
    there = path.exists()
    try:
        path.open("a", encoding="utf-8").close()
        if not there:
            path.unlink()
    except OSError as error:
        raise SettingsError(f"the report cannot be written to {path}: {error.strerror or error}") from error


def write_reports(record: "RunRecord", comparison: "Comparison | None", outputs: Outputs, source: Path) -> None:
    """Write each report that was asked for, and the metrics below those of the runs before."""
    kept = outputs.history or history_file(source)
    past = [*read_history(kept), past_run(record)]
    with suppress(OSError):
        add_to_history(kept, past[-1])
    if outputs.json is not None:
        write_json(record_as_json(record), outputs.json)
    if outputs.html is not None:
        from evals.reports.html import html_report

        outputs.html.write_text(html_report(record, comparison, past, source.name), encoding="utf-8")
    if outputs.junit is not None:
        from evals.reports.junit import junit_xml

        outputs.junit.write_text(junit_xml(record, comparison), encoding="utf-8")
    if outputs.jsonl is not None:
        from evals.reports.jsonl import json_lines

        outputs.jsonl.write_text(json_lines(record), encoding="utf-8")
    if outputs.summary is not None:
        from evals.reports.summary import markdown_summary

        with outputs.summary.open("a", encoding="utf-8") as file:
            file.write(markdown_summary(record, comparison))


def update_baseline_file(record: "RunRecord", baseline: Path, without_words: bool) -> None:
    """Make a run the baseline; one that was kept without words stays so."""
    words = not without_words and keeps_words(baseline)
    try:
        write_record(record, baseline, words=words)
    except OSError as error:
        raise SettingsError(f"the baseline cannot be written to {baseline}: {error.strerror or error}") from error
    say(f"the baseline is written to {baseline}{'' if words else ', without words of documents'}")


def write_json(values: dict[str, Any], path: Path) -> None:
    """Write plain values as a person reads them."""
    path.write_text(json.dumps(values, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
