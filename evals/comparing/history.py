"""The metrics of run after run, a line each, so that a report can show how they went."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from evals.comparing.measures import MEASURES
from evals.run_record import RunRecord

MOST = 200
"""Runs that are looked back at."""


@dataclass(frozen=True, slots=True)
class PastRun:
    """The metrics of one run."""

    when: str
    commit: str
    metrics: Mapping[str, float]
    """By name of the measure."""


def past_run(record: RunRecord) -> PastRun:
    """Return the metrics of a run."""
    metrics = {measure.name: measure.over(record.outcomes) for measure in MEASURES}
    known = {name: round(value, 6) for name, value in metrics.items() if value is not None}
    return PastRun(record.when, record.made_with.commit, known)


def read_history(path: Path) -> list[PastRun]:
    """Return the last runs, oldest first; a line that is not whole is left out."""
    found = []
    if path.exists():
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines()[-MOST:]:
            with suppress(ValueError, KeyError, TypeError):
                values = json.loads(line)
                metrics = {str(name): float(value) for name, value in values["figures"].items()}
                found.append(PastRun(str(values["when"]), str(values["commit"]), metrics))
    return found


def add_to_history(path: Path, run: PastRun) -> None:
    """Write the metrics of a run below those of the runs before it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        values = {"when": run.when, "commit": run.commit, "figures": dict(run.metrics)}
        file.write(json.dumps(values, ensure_ascii=False) + "\n")
