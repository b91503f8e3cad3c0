"""A run as a file: what `rapporteur eval --json` and `--update-baseline` write, and what `--against` reads.

With `words=False` no word of a document, a question or an answer is written: outcomes and digests alone.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from corpus.errors import CaseError
from evals.cases.case import Case
from evals.comparing.measures import MEASURES
from evals.comparing.report import Report, Row, make_report
from evals.metrics.share import Share
from evals.outcome import Outcome
from evals.outcome_json import outcome_as_json, outcome_from_json
from evals.run_record import MadeWith, RunRecord

SCHEMA = 2
_MOST_BYTES = 200_000_000


def record_as_json(record: RunRecord, *, words: bool = True) -> dict[str, Any]:
    """Return a run as plain values; shares are given as counts and value, times in seconds."""
    report = make_report(record.outcomes, record.made_with.library, record.made_with.settings)
    return {
        "schema": SCHEMA,
        "words": words,
        "when": record.when,
        "seconds": round(record.seconds, 2),
        "library": report.library_digest,
        "settings": report.settings_digest,
        "made_with": {**asdict(record.made_with), "documents": dict(record.made_with.documents)},
        **rows_as_json(report),
        "figures": metrics_as_json(record.outcomes),
        "outcomes": [outcome_as_json(outcome, words=words) for outcome in record.outcomes],
    }


def rows_as_json(report: Report) -> dict[str, Any]:
    """Return the rows of a report, in all and by kind."""
    return {"all": _row(report.all), "kinds": [_row(row) for row in report.kinds]}


def metrics_as_json(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Return each measure with the number of cases it is taken over."""
    return {
        measure.name: {"n": measure.counted(outcomes), "value": _rounded(measure.over(outcomes))}
        for measure in MEASURES
    }


def write_record(record: RunRecord, path: Path, *, words: bool = True) -> None:
    """Write a run, one outcome a line so that a change of it reads well; the file is whole or as it was."""
    values = record_as_json(record, words=words)
    outcomes = values.pop("outcomes")
    head = json.dumps(values, ensure_ascii=False, indent=1).removesuffix("\n}")
    lines = ",\n".join(f"  {json.dumps(each, ensure_ascii=False)}" for each in outcomes)
    part = path.with_name(f".{path.name}.part")
    part.write_text(f'{head},\n "outcomes": [\n{lines}\n ]\n}}\n', encoding="utf-8")
    part.replace(path)


def keeps_words(path: Path) -> bool:
    """Tell whether a baseline has words of documents in it, as one that is not there yet may."""
    return not path.exists() or bool(_object(path).get("words", True))


def read_record(path: Path, cases: Sequence[Case]) -> tuple[RunRecord, tuple[str, ...]]:
    """Return an earlier run and the ids of its cases that may never be lost.

    Raise `CaseError` for a file that is none, that an other version wrote, or that has no case in common with `cases`.
    """
    values = _object(path)
    if values.get("schema") != SCHEMA:
        raise CaseError(
            f"the baseline {path} was written in form {values.get('schema')!r} and this Rapporteur reads form {SCHEMA};"
            " write it again with 'rapporteur eval … --update-baseline'"
        )
    by_id = {case.id: case for case in cases}
    try:
        record = RunRecord(
            made_with=MadeWith(**values["made_with"]),
            when=str(values["when"]),
            seconds=float(values["seconds"]),
            outcomes=tuple(outcome_from_json(each, _case(each, by_id)) for each in values["outcomes"]),
        )
        held = tuple(each["id"] for each in values["outcomes"] if each["must_hold"])
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise CaseError(
            f"the baseline {path} is incomplete ({type(error).__name__}: {error}); write it again with "
            "'rapporteur eval … --update-baseline'"
        ) from error
    if not any(outcome.case.id in by_id for outcome in record.outcomes):
        raise CaseError(f"the baseline {path} is of other cases: it has none of these; name the one that is theirs")
    return record, held


def _object(path: Path) -> Mapping[str, Any]:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise CaseError(f"the baseline {path} is too large to be one; name a file that --update-baseline wrote")
        values = json.loads(path.read_bytes())
    except FileNotFoundError:
        raise CaseError(f"there is no baseline at {path}; write one with --update-baseline") from None
    except OSError as error:
        raise CaseError(f"the baseline {path} cannot be read: {error.strerror or error}") from error
    except (ValueError, RecursionError) as error:
        raise CaseError(f"the baseline {path} is not JSON ({error}); write it again with --update-baseline") from error
    if not isinstance(values, dict):
        raise CaseError(f"the baseline {path} is not a run; name a file that --update-baseline wrote")
    return values


def _case(values: Mapping[str, Any], by_id: Mapping[str, Case]) -> Case:
    """Return the case as it is now where it is the same, else what is known of it as it was."""
    now = by_id.get(values["id"])
    if now is not None and now.digest == values["case"]:
        return now
    return Case(values["id"], values["kind"], values.get("question", ""), 0, refuse=values["refuse"])


def _row(row: Row) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "cases": row.cases,
        "answered_right": _share(row.answered_right),
        "cited_right": _share(row.cited_right),
        "refused_right": _share(row.refused_right),
        "false_refusals": _share(row.false_refusals),
        "gold_within": {str(depth): _share(share) for depth, share in row.gold_within},
        "median_seconds": _rounded(row.median_seconds),
        "p95_seconds": _rounded(row.p95_seconds),
    }


def _share(share: Share) -> dict[str, Any]:
    return {"hits": share.hits, "of": share.of, "value": _rounded(share.value)}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
