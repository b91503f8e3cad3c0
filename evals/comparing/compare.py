"""What a change did to the answers: each metric before and after, the cases that flipped, and whether to stop it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from evals.comparing.measures import MEASURES, Measure
from evals.comparing.paired import (
    Interval,
    difference_of_means,
    difference_of_percentiles,
    difference_of_wholes,
    holm,
    mcnemar,
)
from evals.comparing.stages import STAGES, Stage, lost_at
from evals.outcome import Outcome
from evals.run_record import RunRecord


@dataclass(frozen=True, slots=True)
class Change:
    """One measure before and after, over the cases that both runs have."""

    measure: Measure
    old: float | None
    new: float | None
    interval: Interval | None
    lost: int = 0
    gained: int = 0
    """Cases that flipped, of a measure that is right or wrong for each case."""
    chance: float | None = None
    """The one-sided p-value of a loss: McNemar's for right or wrong, else the bootstrap's; None without a change."""
    significant: bool = False
    """Whether it is a loss that noise does not explain, all measures that gate being looked at together."""


@dataclass(frozen=True, slots=True)
class Flip:
    """A case that is well in one of the runs alone."""

    old: Outcome
    new: Outcome
    stage: Stage | None
    """What lost it; None for one that was gained."""

    @property
    def lost(self) -> bool:
        """Tell whether it was well before."""
        return self.stage is not None

    @property
    def stops(self) -> bool:
        """Tell whether the case may never be lost, and was."""
        return self.lost and self.new.case.must_hold


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two runs side by side."""

    changes: tuple[Change, ...]
    flips: tuple[Flip, ...]
    causes: tuple[str, ...]
    """What the runs were made with that differs, in words."""
    compared: int
    """Cases that both have."""
    fresh: tuple[str, ...]
    """Ids of cases that the earlier run does not have, or has with another question or another answer."""
    gone: tuple[str, ...]
    """Ids of cases of the earlier run that are not there any more."""
    held_and_gone: tuple[str, ...] = ()
    """Those of them that may never be lost."""
    reworded: tuple[str, ...] = ()
    """Ids of cases that are as well or as wrong as before, with another answer or other citations."""

    @property
    def alarms(self) -> tuple[str, ...]:
        """Return why the change must not go in, in sentences; empty when it may."""
        told = [
            f"{change.measure.name} fell from {_shown(change.old)} to {_shown(change.new)}"
            if not change.measure.lower_is_better
            else f"{change.measure.name} rose from {_shown(change.old)} to {_shown(change.new)}"
            for change in self.changes
            if change.significant
        ]
        told += [f"{flip.new.case.id} must hold and was lost" for flip in self.flips if flip.stops]
        return (*told, *(f"{name} must hold and is no longer asked" for name in self.held_and_gone))

    @property
    def stages(self) -> Mapping[Stage, int]:
        """Return how many cases each stage lost, most first."""
        lost = [flip.stage for flip in self.flips if flip.stage is not None]
        counts = {stage: lost.count(stage) for stage in STAGES if stage in lost}
        return dict(sorted(counts.items(), key=lambda item: -item[1]))

    @property
    def first_worse(self) -> Stage | None:
        """Return the first stage that is worse: the one that lost most cases, or, before it, a search that fell.

        What comes after a stage suffers from it, so the first is where to look.
        """
        worse = list(self.stages)[:1]
        if any(change.significant and change.measure.of_search for change in self.changes):
            worse.append("ranked")
        return min(worse, key=STAGES.index, default=None)


def compare(old: RunRecord, new: RunRecord, held: Sequence[str] = ()) -> Comparison:
    """Compare a run with an earlier one over the cases that are the same in both.

    `held` names the cases of the earlier run that may never be lost.
    """
    before = {outcome.case.id: outcome for outcome in old.outcomes}
    after = {outcome.case.id: outcome for outcome in new.outcomes}
    same = [name for name in after if name in before and before[name].case.digest == after[name].case.digest]
    pairs = [(before[name], after[name]) for name in same]
    gone = tuple(name for name in before if name not in after)
    flips = tuple(flip for pair in pairs if (flip := _flip(*pair)) is not None)
    flipped = {flip.new.case.id for flip in flips}
    return Comparison(
        changes=_judged([_change(measure, pairs) for measure in MEASURES]) if pairs else (),
        flips=flips,
        causes=tuple(new.made_with.differences(old.made_with)),
        compared=len(pairs),
        fresh=tuple(name for name in after if name not in same),
        gone=gone,
        held_and_gone=tuple(name for name in gone if name in held),
        reworded=tuple(new.case.id for old, new in pairs if old.digest != new.digest and new.case.id not in flipped),
    )


def _change(measure: Measure, pairs: Sequence[tuple[Outcome, Outcome]]) -> Change:
    old, new = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    parts = [measure.part(each) for each in old], [measure.part(each) for each in new]
    values = measure.over(old), measure.over(new)
    if parts[0] == parts[1] and values[0] == values[1]:
        return Change(measure, *values, None)
    if measure.percentile is not None:
        times = [each.seconds for each in old], [each.seconds for each in new]
        return Change(measure, *values, difference_of_percentiles(*times, measure.percentile))
    if measure.whole is not None:
        interval = difference_of_wholes(
            len(pairs),
            lambda places: (measure.over([old[place] for place in places]), measure.over([new[at] for at in places])),
            lower_is_better=measure.lower_is_better,
        )
        return Change(measure, *values, interval, chance=interval.chance if interval else None)
    interval = difference_of_means(*parts, lower_is_better=measure.lower_is_better)
    chance = interval.chance if interval else None
    lost = gained = 0
    if measure.binary:
        fell = [_falls(measure, *both) for both in zip(*parts, strict=True) if None not in both]
        lost, gained = fell.count(1), fell.count(-1)
        chance = mcnemar(lost, gained)
    return Change(measure, *values, interval, lost, gained, chance)


def _falls(measure: Measure, old: float | None, new: float | None) -> int:
    """Return 1 for a case that has become worse, -1 for one that has become better."""
    fall = (old or 0) - (new or 0)
    return int(-fall if measure.lower_is_better else fall)


def _judged(changes: Sequence[Change]) -> tuple[Change, ...]:
    """Mark the losses that noise does not explain."""
    chances = {each.measure.name: each.chance for each in changes if each.measure.gates and each.chance is not None}
    found = holm(chances)
    return tuple(replace(each, significant=each.measure.name in found) for each in changes)


def _flip(old: Outcome, new: Outcome) -> Flip | None:
    stage = lost_at(new, old) if old.passed else None
    if stage is not None or (new.passed and not old.passed):
        return Flip(old, new, stage)
    return None


def _shown(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"
