"""A run as one HTML file that needs nothing else: no script, no picture, no address is asked for. Home of jinja2."""

from collections.abc import Sequence
from pathlib import Path

from evals.comparing.compare import Comparison
from evals.comparing.history import PastRun
from evals.comparing.measures import MEASURES
from evals.comparing.stages import MEANING, lost_at, steps
from evals.comparing.trouble import trouble
from evals.reports.charts import HEIGHT, WIDTH, bars_by_kind, lines_over_time
from evals.reports.summary import difference
from evals.run_record import RunRecord

TEMPLATE = Path(__file__).with_name("report.html.j2")


def html_report(
    record: RunRecord, comparison: Comparison | None = None, history: Sequence[PastRun] = (), title: str = ""
) -> str:
    """Return the page; `history` holds the runs before and this one, oldest first."""
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.globals.update(trouble=trouble, steps=steps, lost_at=lost_at, difference=difference)
    environment.filters["figure"] = lambda value: "–" if value is None else f"{value:.3f}"
    page = environment.from_string(TEMPLATE.read_text(encoding="utf-8"))
    return page.render(
        title=title,
        record=record,
        comparison=comparison,
        failures=[outcome for outcome in record.outcomes if not outcome.passed],
        figures=[(each, each.counted(record.outcomes), each.over(record.outcomes)) for each in MEASURES],
        bars=bars_by_kind(record.outcomes),
        lines=lines_over_time(history),
        runs=history,
        meaning=MEANING,
        width=WIDTH,
        height=HEIGHT,
    )
