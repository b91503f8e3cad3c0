"""A comparison of two runs as the terminal shows it."""

from collections.abc import Iterable, Sequence

from rich.console import Group
from rich.table import Table
from rich.text import Text

from evals.comparing.compare import Comparison, Flip
from evals.comparing.measures import MEASURES
from evals.comparing.stages import MEANING, lost_at, steps
from evals.outcome import Outcome
from evals.reports.summary import difference
from interfaces.terminal.terminal import cell, make_table
from interfaces.terminal.visible import in_one_line

_LONGEST = 160


def measures_table(outcomes: Sequence[Outcome]) -> Table:
    """Return one line for each measure that has a value."""
    table = make_table("measure", "n", "value", right=("n", "value"))
    for measure in MEASURES:
        value = measure.over(outcomes)
        if value is not None:
            table.add_row(cell(measure.name), cell(measure.counted(outcomes)), cell(f"{value:.3f}"))
    return table


def changes_table(comparison: Comparison) -> Table:
    """Return one line for each measure: before, now, the change with its interval, the flips and the chance."""
    numbers = ("before", "now", "change (95 %)", "lost/gained", "p")
    table = make_table("measure", *numbers, right=numbers)
    for change in comparison.changes:
        if change.old is None and change.new is None:
            continue
        flips = f"{change.lost}/{change.gained}" if change.lost or change.gained else ""
        values = (
            change.measure.name,
            *("–" if value is None else f"{value:.3f}" for value in (change.old, change.new)),
            difference(change),
            flips,
            "" if change.chance is None else f"{change.chance:.3f}",
        )
        table.add_row(*(cell(value, "bold red" if change.significant else "") for value in values))
    return table


def verdict_text(comparison: Comparison) -> Text:
    """Say whether the change may go in, what differs, and which stages lost how many."""
    text = Text()
    if comparison.alarms:
        text.append("Answers are worse:", style="bold red")
        for alarm in comparison.alarms:
            text.append(f"\n  {in_one_line(alarm)}", style="red")
    else:
        text.append(f"No loss over {comparison.compared} cases", style="bold green")
    if comparison.stages:
        lost = ", ".join(f"{stage} {many}" for stage, many in comparison.stages.items())
        text.append(f"\nlost by stage: {lost}")
    if comparison.first_worse:
        text.append(f"\nfirst worse: {comparison.first_worse} – {MEANING[comparison.first_worse]}")
    for cause in comparison.causes:
        text.append(f"\ndiffers: {in_one_line(cause)}", style="dim")
    for what, names in (
        ("answered otherwise, as right or wrong as before", comparison.reworded),
        ("new or changed, not compared", comparison.fresh),
        ("no longer asked", comparison.gone),
    ):
        if names:
            text.append(f"\n{what}: {in_one_line(', '.join(names))}", style="dim")
    return text


def flips_text(flips: Sequence[Flip]) -> Text:
    """Return each case that flipped with its old and its new answer."""
    text = Text()
    for flip in flips:
        text.append("\n" if text else "")
        text.append(f"{flip.new.case.id} ", style="cyan")
        text.append(f"lost ({flip.stage})" if flip.lost else "gained", style="bold red" if flip.lost else "bold green")
        text.append(" must hold" if flip.new.case.must_hold else "", style="bold")
        text.append(f" {in_one_line(flip.new.case.question)}")
        text.append(f"\n    before: {_answer(flip.old)}\n    now:    {_answer(flip.new)}", style="dim")
    return text


def bisection(pairs: Iterable[tuple[Outcome, Outcome | None]]) -> Group:
    """Return for each case the stage that lost it, and what became of it at each stage, before and now."""
    parts: list[Text | Table] = []
    for new, old in pairs:
        stage = lost_at(new, old)
        head = Text(f"{new.case.id} ", style="cyan")
        head.append(f"lost: {stage}" if stage else "well", style="bold red" if stage else "bold green")
        head.append(f" – {MEANING[stage]}" if stage else "", style="not bold")
        head.append(f"\n{in_one_line(new.case.question)}", style="not bold default")
        parts.append(head)
        table = make_table("", *(("before", "now") if old else ("now",)))
        past = dict(steps(old)) if old else {}
        for name, what in steps(new):
            mark = "red" if name == stage else ""
            shown = (name, past.get(name, ""), what) if old else (name, what)
            table.add_row(*(cell(value, mark) for value in shown))
        said = ("answer", _answer(old), _answer(new)) if old else ("answer", _answer(new))
        table.add_row(*(cell(value) for value in said))
        parts += [table, Text()]
    return Group(*parts)


def _answer(outcome: Outcome) -> str:
    if not outcome.answer:
        return f"{'refused, ' if outcome.refused else ''}kept as digest {outcome.digest}"
    said = in_one_line(outcome.answer)
    return said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…"
