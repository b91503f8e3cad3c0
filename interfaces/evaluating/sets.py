"""Measure the development sets of a folder, one after the other, and show their metrics beside what is known."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from rich.table import Table

from assistant.compose import Settings
from evals.metric_values import SYSTEMS, MetricValue, metric_values_as_json
from evals.sets.known import Measured, measure_set, sets_in
from evals.trial import Trial
from interfaces.terminal.terminal import cell, make_table, progress_bar, say

SCHEMA = 1
COLUMNS = {"ours": "ours", "bm25": "BM25 alone", "dense": "dense alone", "fused": "fused"}


def measure_sets(
    settings: Settings, folder: Path, *, names: Sequence[str], limit: int | None, libraries: Path | None
) -> list[Measured]:
    """Return the metrics of the sets named, or of all that are in the folder; tell how long each took."""
    measured = []
    for known in sets_in(folder, names):
        with progress_bar(known.name) as tell:
            trial = Trial(settings, limit, libraries, tell, say)
            measured.append(measure_set(known, folder, trial))
        say(f"{known.name}: {measured[-1].seconds:.0f} s")
    return measured


def sets_table(measured: Sequence[Measured]) -> Table:
    """Return one line for each metric; a dash where a system has no such metric."""
    numbers = ("n", *COLUMNS.values())
    table = make_table("set", "metric", *numbers, "known: P published, M measured", right=numbers)
    for each in measured:
        for place, row in enumerate(each.values):
            shown = replace(row, set="" if place else row.set)
            table.add_row(*map(cell, _values(shown)))
        table.add_section()
    return table


def sets_as_json(measured: Sequence[Measured], settings: Settings, limit: int | None) -> dict[str, Any]:
    """Return the metrics as plain values; but for `seconds` the same run gives the same."""
    return {
        "schema": SCHEMA,
        "settings": settings.digest,
        "limit": limit,
        "figures": [row for each in measured for row in metric_values_as_json(each.values)],
        "seconds": {each.name: round(each.seconds, 1) for each in measured},
    }


def _values(row: MetricValue) -> list[str]:
    numbers = [f"{row.values[each]:.{row.digits}f}" if each in row.values else "–" for each in SYSTEMS]
    return [row.set, row.metric, str(row.n), *numbers, row.baseline]
