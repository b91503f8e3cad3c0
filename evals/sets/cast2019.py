"""TREC CAsT 2019 (Dalton et al. 2020): search questions of a conversation, made complete by a person.

The rewrites are those that Vakulenko et al. 2021 collected.
"""

from pathlib import Path

from evals.metric_values import MetricValue
from evals.sets.files import in_format, read_rows
from evals.sets.followups import FollowUp, measure_turns
from evals.trial import Trial

BASELINES = {
    "BLEU": "M rule-based rewriter 74.5",
    "BLEU of copying": "M 59.6",
}


def measure(path: Path, trial: Trial) -> list[MetricValue]:
    """Return the metrics over a folder's `1_Original.tsv` with `10_Human.tsv`."""
    with in_format(path):
        turns = _turns(path)
    return measure_turns("cast2019", turns, BASELINES, trial)


def _turns(path: Path) -> list[FollowUp]:
    rewritten = {row["id"]: row["query"].strip() for row in read_rows(path / "10_Human.tsv", "\t", quoted=False)}
    earlier: dict[str, list[str]] = {}
    turns = []
    for row in read_rows(path / "1_Original.tsv", "\t", quoted=False):
        before = earlier.setdefault(row["conversation_id"], [])
        question = row["query"].strip()
        turns.append(FollowUp(question, tuple(before), rewritten[row["id"]]))
        before.append(question)
    return turns
