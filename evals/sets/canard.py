"""CANARD (Elgohary et al. 2019): questions of a conversation about a topic, made complete by a person.

Whoever asked had the topic and its section before them; they count as a first turn, "Tell me about topic, section.".
The answers given in between are left out, for a follow-up is completed here from what the person said.
"""

from pathlib import Path
from typing import Any

from evals.metric_values import MetricValue
from evals.sets.files import in_format, read_json
from evals.sets.followups import FollowUp, measure_turns
from evals.trial import Trial

BASELINES = {
    "BLEU": "M pronoun replaced by the title 49.1",
    "BLEU of copying": "M on all 3,430: 33.1",
}


def measure(path: Path, trial: Trial) -> list[MetricValue]:
    """Return the metrics over the turns of a file in the format of CANARD."""
    with in_format(path):
        turns = [_turn(record) for record in read_json(path)]
    return measure_turns("canard", turns, BASELINES, trial)


def _turn(record: Any) -> FollowUp:
    said = record["History"]
    topic = f"Tell me about {', '.join(said[:2])}."
    return FollowUp(record["Question"], (topic, *said[2::2]), record["Rewrite"])
