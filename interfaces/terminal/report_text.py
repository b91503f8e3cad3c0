"""The report of an evaluation as the terminal shows it."""

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from evals.comparing.report import Report, Row
from evals.comparing.trouble import trouble
from evals.metrics.gold import DEPTHS
from evals.metrics.share import Share
from evals.outcome import Outcome
from interfaces.terminal.terminal import cell, make_table
from interfaces.terminal.visible import in_one_line

WIDE = ("answered right", "cited right", "refused right", "false refusals")
NARROW = ("right", "cited", "refused", "false ref.")
LONGEST = 160
"""Characters shown of an answer that is not right."""


def metrics_table(report: Report, *, counts: bool) -> Table:
    """Return the metrics by kind and in all, with the counts behind each share or, where room is short, as per cent.

    A dash stands where there is nothing to take a share of.
    """
    gold = (f"gold in {depth}" if counts else f"gold {depth}" for depth in DEPTHS)
    numbers = ("n", *(WIDE if counts else NARROW), *gold, "median s", "p95 s")
    table = make_table("kind", *numbers, right=numbers)
    table.columns[0].no_wrap = True
    for row in report.kinds:
        table.add_row(*map(cell, _values(row, counts)))
    table.add_section()
    table.add_row(*(cell(value, "bold") for value in _values(report.all, counts)))
    return table


def failures_text(failures: Sequence[Outcome]) -> Text:
    """Return one line for each case that is not as it should be: what was expected, and what came."""
    text = Text(f"{len(failures)} not right", style="bold")
    for outcome in failures:
        came = in_one_line(outcome.answer)
        text.append(f"\n{outcome.case.id}", style="not bold cyan")
        text.append(f" {outcome.case.kind}: {in_one_line(outcome.case.question)}", style="not bold")
        text.append(f" — {in_one_line(trouble(outcome))}", style="not bold red")
        text.append(f" — came: {came if len(came) <= LONGEST else came[: LONGEST - 1] + '…'}", style="not bold dim")
    return text


def _values(row: Row, counts: bool) -> list[str]:
    gold = (share for _, share in row.gold_within)
    shares = (row.answered_right, row.cited_right, row.refused_right, row.false_refusals, *gold)
    seconds = (row.median_seconds, row.p95_seconds)
    return [
        row.kind,
        str(row.cases),
        *(_share(share, counts) for share in shares),
        *("–" if each is None else f"{each:.3f}" for each in seconds),
    ]


def _share(share: Share, counts: bool) -> str:
    if share.value is None:
        return "–"
    return f"{share.value:.2f} ({share.hits}/{share.of})" if counts else f"{share.value:.0%}"
