"""A run as one JSON object a line, for notebooks."""

import json

from evals.comparing.stages import lost_at
from evals.outcome_json import outcome_as_json
from evals.run_record import RunRecord


def json_lines(record: RunRecord) -> str:
    """Return a line a case: its outcome, the stage that lost it, and what the run was made with."""
    run = {"when": record.when, "commit": record.made_with.commit, "library": record.made_with.library}
    lines = (
        {**outcome_as_json(outcome), "tags": list(outcome.case.tags), "stage": lost_at(outcome), "run": run}
        for outcome in record.outcomes
    )
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
