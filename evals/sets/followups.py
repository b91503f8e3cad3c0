"""Follow-up questions beside the complete question that a person made of each, whichever set they are of."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.question.followup import complete
from evals.metric_values import MetricValue, Tally
from evals.metrics.added_words import added_precision, added_recall
from evals.metrics.bleu import corpus_bleu
from evals.metrics.formulas import normal
from evals.trial import Trial


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One question of a conversation."""

    question: str
    history: tuple[str, ...]
    """What the person said or was shown before it, oldest first."""
    rewrite: str
    """The question as a person made it complete."""

    @property
    def is_complete(self) -> bool:
        """Tell whether the person changed nothing but case and punctuation."""
        return normal(self.question) == normal(self.rewrite)


def measure_turns(name: str, turns: Sequence[FollowUp], baselines: dict[str, str], trial: Trial) -> list[MetricValue]:
    """Return how near the resolution comes to the person, and how often it leaves a complete question alone."""
    tally = Tally(name, {"BLEU": "", "BLEU of copying": ""} | baselines)
    chosen = trial.sample(turns, name)
    pairs = []
    for done, turn in enumerate(chosen):
        trial.tell(done, len(chosen), "completing")
        ours = complete(turn.question, turn.history).text
        pairs.append((ours, turn.rewrite))
        if turn.is_complete:
            tally.add("complete questions left as they are", "ours", float(normal(ours) == normal(turn.question)))
        else:
            tally.add("lacking questions changed", "ours", float(normal(ours) != normal(turn.question)))
        tally.add("recall of added words", "ours", added_recall(turn.question, ours, turn.rewrite))
        tally.add("precision of added words", "ours", added_precision(turn.question, ours, turn.rewrite))
    copied = [(turn.question, turn.rewrite) for turn in chosen]
    tally.put("BLEU", {"ours": corpus_bleu(pairs)}, len(chosen), digits=1)
    tally.put("BLEU of copying", {"ours": corpus_bleu(copied)}, len(chosen), digits=1)
    return tally.metric_values()
