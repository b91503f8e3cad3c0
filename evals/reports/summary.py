"""A run as GitHub-flavoured Markdown: for the summary of a job, or a comment on a pull request."""

from collections.abc import Iterator, Sequence

from evals.comparing.compare import Change, Comparison, Flip
from evals.comparing.measures import MEASURES
from evals.comparing.trouble import trouble
from evals.outcome import Outcome
from evals.run_record import RunRecord

_SHOWN = 20
_LONGEST = 300
_SPECIAL = str.maketrans({character: f"\\{character}" for character in "\\`*_[]<>#|~&@!"})


def markdown_summary(record: RunRecord, comparison: Comparison | None = None) -> str:
    """Return the metrics, what changed of them, and the cases that flipped or, without an earlier run, are not well."""
    parts = _compared(record, comparison) if comparison else _alone(record)
    return "\n".join(parts) + "\n"


def _alone(record: RunRecord) -> Iterator[str]:
    wrong = [outcome for outcome in record.outcomes if not outcome.passed]
    yield f"### {len(record.outcomes) - len(wrong)} of {len(record.outcomes)} known facts come out right\n"
    yield "| measure | n | value |\n|---|--:|--:|"
    for measure in MEASURES:
        value = measure.over(record.outcomes)
        if value is not None:
            yield f"| {measure.name} | {measure.counted(record.outcomes)} | {value:.3f} |"
    if wrong:
        yield f"\n<details><summary>{len(wrong)} not right</summary>\n"
        yield from (_line(outcome) for outcome in wrong)
        yield "\n</details>"


def _compared(record: RunRecord, comparison: Comparison) -> Iterator[str]:
    alarms = comparison.alarms
    yield f"### {'❌ Answers are worse' if alarms else '✅ No loss'} over {comparison.compared} known facts\n"
    yield from (f"- **{_plain(alarm)}**" for alarm in alarms)
    yield "\n| measure | before | now | change (95 %) | lost / gained |\n|---|--:|--:|--:|--:|"
    yield from (_row(change) for change in comparison.changes if change.new is not None or change.old is not None)
    yield from _flips("Lost", [flip for flip in comparison.flips if flip.lost])
    yield from _flips("Gained", [flip for flip in comparison.flips if not flip.lost])
    if comparison.causes:
        yield "\nWhat differs: " + "; ".join(map(_plain, comparison.causes))
    named = (
        ("Answered otherwise, as right or wrong as before", comparison.reworded),
        ("New or changed cases, not compared", comparison.fresh),
        ("No longer asked", comparison.gone),
    )
    yield from (f"\n{what}: {', '.join(map(_plain, names))}" for what, names in named if names)
    yield f"\n<sub>{record.when}, {record.made_with.commit or 'no commit'}</sub>"


def _row(change: Change) -> str:
    values = ("–" if value is None else f"{value:.3f}" for value in (change.old, change.new))
    flips = f"{change.lost} / {change.gained}" if change.lost or change.gained else ""
    mark = " ❌" if change.significant else ""
    return f"| {change.measure.name}{mark} | {' | '.join(values)} | {difference(change)} | {flips} |"


def difference(change: Change) -> str:
    """Return the difference and the interval that holds 95 % of the draws; a dash where nothing changed."""
    if change.old is None or change.new is None or change.new == change.old:
        return "–"
    interval = f" ({change.interval.low:+.3f} to {change.interval.high:+.3f})" if change.interval else ""
    return f"{change.new - change.old:+.3f}{interval}"


def _flips(title: str, flips: Sequence[Flip]) -> Iterator[str]:
    if flips:
        yield f"\n<details><summary>{title}: {len(flips)}</summary>\n"
        yield "| case | question | before | now | stage |\n|---|---|---|---|---|"
        for flip in flips[:_SHOWN]:
            hold = " **must hold**" if flip.new.case.must_hold else ""
            answers = " | ".join(_answer(each) for each in (flip.old, flip.new))
            stage = flip.stage or ""
            yield f"| {_plain(flip.new.case.id)}{hold} | {_plain(flip.new.case.question)} | {answers} | {stage} |"
        yield f"\n{len(flips) - _SHOWN} more" if len(flips) > _SHOWN else ""
        yield "</details>"


def _line(outcome: Outcome) -> str:
    return f"- `{outcome.case.id.replace('`', '')}` {_plain(outcome.case.question)} – {_plain(trouble(outcome))}"


def _answer(outcome: Outcome) -> str:
    return _plain(outcome.answer) if outcome.answer else f"(kept as digest {outcome.digest})"


def _plain(text: str) -> str:
    """Return text of a document as a cell of a table shows it: on one line, shortened, no character a sign."""
    line = " ".join(text.split())
    return (line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…").translate(_SPECIAL)
