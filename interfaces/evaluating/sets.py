"""Measure the development sets of a folder, one after the other, and show their figures beside what is known."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from rich.table import Table

from assistant.compose import Settings
from evals.figures import SYSTEMS, Figure, figures_as_json
from evals.sets.known import Measured, measure_set, sets_in
from evals.trial import Trial
from interfaces.terminal.terminal import cell, make_table, progress_bar, say

SCHEMA = 1
COLUMNS = {"ours": "ours", "bm25": "BM25 alone", "dense": "dense alone", "fused": "fused"}


def measure_sets(
    settings: Settings, folder: Path, *, names: Sequence[str], limit: int | None, libraries: Path | None
) -> list[Measured]:
    """Return the figures of the sets named, or of all that are in the folder; tell how long each took."""
    measured = []
    for known in sets_in(folder, names):
        with progress_bar(known.name) as tell:
            trial = Trial(settings, limit, libraries, tell, say)
            measured.append(measure_set(known, folder, trial))
        say(f"{known.name}: {measured[-1].seconds:.0f} s")
    return measured


def sets_table(measured: Sequence[Measured]) -> Table:
    """Return one line for each figure; a dash where a system has no such figure."""
    numbers = ("n", *COLUMNS.values())
    table = make_table("set", "metric", *numbers, "known: P published, M measured", right=numbers)
    for each in measured:
        for place, figure in enumerate(each.figures):
            shown = replace(figure, set="" if place else figure.set)
            table.add_row(*map(cell, _values(shown)))
        table.add_section()
    return table


def sets_as_json(measured: Sequence[Measured], settings: Settings, limit: int | None) -> dict[str, Any]:
    """Return the figures as plain values; but for `seconds` the same run gives the same."""
    return {
        "schema": SCHEMA,
        "settings": settings.digest,
        "limit": limit,
        "figures": [figure for each in measured for figure in figures_as_json(each.figures)],
        "seconds": {each.name: round(each.seconds, 1) for each in measured},
    }


def _values(figure: Figure) -> list[str]:
    numbers = [f"{figure.values[each]:.{figure.digits}f}" if each in figure.values else "–" for each in SYSTEMS]
    return [figure.set, figure.metric, str(figure.n), *numbers, figure.baseline]
