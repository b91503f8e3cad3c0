"""A report in the form that `rapporteur eval --json` writes."""

from typing import Any

from evals.metrics.share import Share
from evals.outcome import Outcome
from evals.report import Report, Row

SCHEMA = 1


def report_as_json(report: Report) -> dict[str, Any]:
    """Return the report as plain values; shares are given as counts and value, times in seconds."""
    return {
        "schema": SCHEMA,
        "library": report.library_digest,
        "settings": report.settings_digest,
        "all": _row(report.all),
        "kinds": [_row(row) for row in report.kinds],
        "outcomes": [_outcome(outcome) for outcome in report.outcomes],
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "cases": row.cases,
        "answered_right": _share(row.answered_right),
        "cited_right": _share(row.cited_right),
        "refused_right": _share(row.refused_right),
        "false_refusals": _share(row.false_refusals),
        "gold_within": {str(depth): _share(share) for depth, share in row.gold_within},
        "median_seconds": _seconds(row.median_seconds),
        "p95_seconds": _seconds(row.p95_seconds),
    }


def _share(share: Share) -> dict[str, Any]:
    value = share.value
    return {"hits": share.hits, "of": share.of, "value": None if value is None else round(value, 4)}


def _seconds(seconds: float | None) -> float | None:
    return None if seconds is None else round(seconds, 4)


def _outcome(outcome: Outcome) -> dict[str, Any]:
    return {
        "id": outcome.case.id,
        "kind": outcome.case.kind,
        "question": outcome.case.question,
        "history": list(outcome.case.history),
        "answer": outcome.answer,
        "refused": outcome.refused,
        "right": outcome.right,
        "cited": outcome.cited,
        "gold_rank": outcome.gold_rank,
        "fault": outcome.fault,
        "citations": [{"document": document, "paragraph": address} for document, address in outcome.citations],
        "seconds": _seconds(outcome.seconds),
    }
