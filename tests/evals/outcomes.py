"""Outcomes and runs that the tests make up."""

from collections.abc import Sequence
from typing import Any

from evals.cases.case import MUST_HOLD, Case, Gold
from evals.outcome import CitedSource, Outcome, Trail
from evals.run_record import MadeWith, RunRecord

WENT_WELL = Trail(parsed=True, retrieved=1, read=1, drafted=True)


def outcome(name: str, *, right: bool = True, refuse: bool = False, held: bool = False, **more: Any) -> Outcome:
    """Return what came of a fact, well or wrong, or of a case to be refused."""
    gold = () if refuse else (Gold(("report",), ("70 came",)),)
    tags = (MUST_HOLD,) if held else ()
    must = () if refuse else (("70",),)
    kind = "refuse" if refuse else "number"
    case = Case(name, kind, f"How many came to {name}?", 1, must=must, gold=gold, refuse=refuse, tags=tags)
    refused = more.pop("refused", right if refuse else False)
    usual = {
        "answer": "The documents do not say." if refused else "In all 70 came." if right else "In all 80 came.",
        "cited": right and not refuse,
        "gold_rank": None if refuse else 1,
        "fault": "" if right else "does not hold '70'",
        "seconds": 0.1,
        "sources": () if refused else (CitedSource("report", "para. 2", "In all 70 came.", right),),
        "gold_cited": int(right and not refuse),
        "gold_ranks": () if refuse else (1,),
        "held": float(right),
        "supported": 0 if refused else 1,
        "sentences": 0 if refused else 1,
        "guarded": None if refused else True,
        "confidence": 0.8 if right else 0.3,
        "trail": WENT_WELL if right else Trail(True, 1, 2, False),
        "digest": f"{name}-{right}",
    }
    return Outcome(case=case, refused=refused, right=right, **(usual | more))


def run(outcomes: Sequence[Outcome], **made: Any) -> RunRecord:
    """Return a run of some outcomes."""
    usual = {"version": "1", "commit": "abc", "library": "lib", "documents": {"report": "d1"}}
    return RunRecord(MadeWith(**(usual | made)), "2026-01-31T09:00:00Z", 1.5, tuple(outcomes))
