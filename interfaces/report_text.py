"""The report of an evaluation as the terminal shows it."""

from collections.abc import Sequence

from rich.table import Table

from evals.metrics.gold import DEPTHS
from evals.metrics.share import Share
from evals.outcome import Outcome
from evals.report import Report, Row
from interfaces.terminal import cell, make_table
from interfaces.visible import in_one_line

SHARES = ("answered right", "cited right", "refused right", "false refusals")
GOLD = tuple(f"gold in {depth}" for depth in DEPTHS)
SECONDS = ("median s", "p95 s")


def figures_table(report: Report) -> Table:
    """Return the figures by kind and in all; a dash where there is nothing to take a share of."""
    numbers = ("n", *SHARES, *GOLD, *SECONDS)
    table = make_table("kind", *numbers, right=numbers)
    for row in report.kinds:
        table.add_row(*map(cell, _values(row)))
    table.add_section()
    table.add_row(*(cell(value, "bold") for value in _values(report.all)))
    return table


def failures_table(failures: Sequence[Outcome]) -> Table:
    """Return one line for each case that is not as it should be: what was expected, and what came."""
    table = make_table("case", "kind", "question", "fault", "answer", title=f"{len(failures)} not right")
    for outcome in failures:
        came = in_one_line(outcome.answer)
        table.add_row(
            cell(outcome.case.id),
            cell(outcome.case.kind),
            cell(outcome.case.question),
            cell(_fault(outcome)),
            cell(came if len(came) <= 160 else came[:159] + "…"),
        )
    return table


def _values(row: Row) -> list[str]:
    shares = (row.answered_right, row.cited_right, row.refused_right, row.false_refusals)
    return [
        row.kind,
        str(row.cases),
        *map(_share, shares),
        *(_share(share) for _, share in row.gold_within),
        *("–" if seconds is None else f"{seconds:.3f}" for seconds in (row.median_seconds, row.p95_seconds)),
    ]


def _share(share: Share) -> str:
    return "–" if share.value is None else f"{share.value:.2f} ({share.hits}/{share.of})"


def _fault(outcome: Outcome) -> str:
    """Say what is wrong with the answer, with what it cites, and where the gold paragraph came up."""
    faults = [outcome.fault] if outcome.fault else []
    if not outcome.case.refuse:
        if not outcome.cited and not outcome.refused:
            quotes = " and ".join(repr(gold.quotes[0]) for gold in outcome.case.gold)
            faults.append(f"does not cite {quotes}")
        faults.append("gold not found" if outcome.gold_rank is None else f"gold at {outcome.gold_rank}")
    return "; ".join(faults)
