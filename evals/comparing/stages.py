"""Which stage lost a case: parsed, retrieved, ranked, read, refused or verified."""

from typing import Literal

from evals.outcome import Outcome, Trail

Stage = Literal["parsed", "retrieved", "ranked", "read", "refused", "verified"]
STAGES: tuple[Stage, ...] = ("parsed", "retrieved", "ranked", "read", "refused", "verified")
MEANING: dict[Stage, str] = {
    "parsed": "the gold paragraph is not in the library",
    "retrieved": "it is not among the passages found",
    "ranked": "it stands too low among them",
    "read": "other words were taken for the answer",
    "refused": "answered or refused against what the documents say",
    "verified": "lost or let through when what was read was written and checked",
}
Reached = tuple[tuple[Stage, str], ...]
"""What became of a case at each stage, in words."""


def lost_at(outcome: Outcome, before: Outcome | None = None) -> Stage | None:
    """Return the stage that lost a case that is not well, None for one that is.

    With the outcome of an earlier run, in which it was well, it is the first stage that has become worse since; without
    one, or where none has, the first at which the gold paragraph was not where it should be.
    """
    if outcome.passed:
        return "verified" if before is not None and before.guarded and outcome.guarded is False else None
    if outcome.case.refuse:
        return "refused"
    trail = outcome.trail or Trail(retrieved=outcome.gold_rank, read=1)
    if before is not None and before.trail is not None:
        worse = _worse(outcome, trail, before, before.trail)
        if worse:
            return worse
    return _absolute(outcome, trail)


def steps(outcome: Outcome) -> Reached:
    """Return what became of a case at each stage, in words."""
    trail = outcome.trail or Trail(retrieved=outcome.gold_rank)
    if outcome.case.refuse:
        return (("refused", "yes, as it should be" if outcome.refused else "no, and the documents do not say"),)
    return (
        ("parsed", "in the library" if trail.parsed else "not in the library"),
        ("retrieved", "found" if trail.retrieved else "not found"),
        ("ranked", f"passage {trail.retrieved}" if trail.retrieved else "–"),
        ("read", f"paragraph {trail.read} of those read" if trail.read else "not read"),
        ("refused", "yes" if outcome.refused else "no"),
        ("verified", _verified(outcome, trail)),
    )


def _worse(outcome: Outcome, trail: Trail, before: Outcome, past: Trail) -> Stage | None:
    """Return the first stage that has become worse."""
    if past.parsed and not trail.parsed:
        return "parsed"
    if past.retrieved and not trail.retrieved:
        return "retrieved"
    fell = past.retrieved is not None and (trail.retrieved or 0) > past.retrieved
    if past.read and (trail.read is None or trail.read > past.read):
        return "ranked" if fell or trail.read is None else "read"
    if outcome.refused and not before.refused:
        return "refused"
    if (trail.drafted and not outcome.right) or (past.best and trail.best == past.best):
        return "verified"
    return "ranked" if fell else None


def _absolute(outcome: Outcome, trail: Trail) -> Stage:
    """Return the first stage at which the gold paragraph is not where it should be."""
    if not trail.parsed:
        return "parsed"
    if trail.retrieved is None:
        return "retrieved"
    if trail.read is None:
        return "ranked"
    if trail.read > len(outcome.case.gold):
        return "read"
    if outcome.refused:
        return "refused"
    return "verified" if not outcome.right and (trail.drafted or trail.best_right) else "read"


def _verified(outcome: Outcome, trail: Trail) -> str:
    if outcome.refused:
        return "–"
    if trail.drafted and not outcome.right:
        return "right before it was checked, wrong after"
    if trail.best_right and not outcome.right:
        return "right as it was read, wrong as it was written"
    unguarded = "; a planted error was let through" if outcome.guarded is False else ""
    return f"{outcome.supported} of {outcome.sentences} sentences supported{unguarded}"
