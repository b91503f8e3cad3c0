"""An outcome as plain values, and back."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from evals.cases.case import Case
from evals.judged import Judged
from evals.outcome import CitedSource, Outcome, Trail

_PLAIN = (
    "refused", "right", "cited", "gold_rank", "seconds", "gold_cited", "held", "exact", "overlap", "supported",
    "sentences", "guarded", "confidence", "tokens", "digest",
)  # fmt: skip

KEPT_PLACES = 6
"""Places after the point that are written."""


def outcome_as_json(outcome: Outcome, *, words: bool = True) -> dict[str, Any]:
    """Return an outcome as plain values; without `words` nothing of a document, a question or an answer is in it."""
    case = outcome.case
    said = {
        "question": case.question,
        "history": list(case.history),
        "answer": outcome.answer,
        "fault": outcome.fault,
    }
    return {
        "id": case.id,
        "kind": case.kind,
        "case": case.digest,
        "refuse": case.refuse,
        "must_hold": case.must_hold,
        **(said if words else {}),
        **{name: _rounded(getattr(outcome, name)) for name in _PLAIN},
        "gold_ranks": list(outcome.gold_ranks),
        "citations": [_source(source) if words else {"gold": source.gold} for source in outcome.sources],
        "trail": asdict(outcome.trail) if outcome.trail else None,
        "judged": asdict(outcome.judged) if outcome.judged else None,
    }


def outcome_from_json(values: Mapping[str, Any], case: Case) -> Outcome:
    """Return the outcome of a case; raise `AttributeError`, `KeyError`, `TypeError` or `ValueError` for others."""
    trail, judged = values["trail"], values["judged"]
    return Outcome(
        case=case,
        answer=str(values.get("answer", "")),
        fault=str(values.get("fault", "")),
        sources=tuple(
            CitedSource(each.get("document", ""), each.get("paragraph", ""), each.get("quote", ""), bool(each["gold"]))
            for each in values["citations"]
        ),
        gold_ranks=tuple(values["gold_ranks"]),
        trail=Trail(**trail) if trail else None,
        judged=Judged(**judged) if judged else None,
        **{name: values[name] for name in _PLAIN} | {"seconds": float(values["seconds"])},
    )


def _source(source: CitedSource) -> dict[str, Any]:
    return {
        "document": source.document,
        "paragraph": source.address,
        "quote": source.quote,
        "gold": source.gold,
    }


def _rounded(value: Any) -> Any:
    return round(value, KEPT_PLACES) if isinstance(value, float) else value
