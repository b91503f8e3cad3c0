"""MTRAG (Katsis et al. 2025): conversations of many turns over passages, some of whose questions have no answer.

Every passage of the file is in one closed pool. The earlier turns given to the assistant are the person's alone. Each
search alone is given the last turn, or the query that our resolution makes of it, so that the one is told from the
other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.question.followup import complete
from evals.metric_values import MetricValue, Tally
from evals.metrics.no_answer import Refusal, no_answer_precision
from evals.metrics.recall import recall_at
from evals.metrics.token_f1 import best_token_f1, best_token_recall
from evals.running.shelf import SetDocument, Shelf, shelved
from evals.sets.answers import ScoredReply, reply_of
from evals.sets.files import in_format, read_json
from evals.trial import Trial
from evals.trials.plain_search import SentencePool, best_of_top_passage, passages_alone

BASELINES = {
    "recall@5, last turn": "M fused .684",
    "recall@5, with resolution": "M whole history joined .44",
    "recall@5, last turn, later turns": "",
    "recall@5, with resolution, later turns": "",
    "token F1": "",
    "token recall": "",
}


@dataclass(frozen=True, slots=True)
class Task:
    """A turn to be answered."""

    question: str
    history: tuple[str, ...]
    """Earlier turns of the person."""
    passages: frozenset[str]
    """Keys of the passages an answer draws on; empty where nothing answers."""
    targets: tuple[str, ...]
    answerability: str

    @property
    def answerable(self) -> bool:
        """Tell whether the passages answer, wholly or in part."""
        return self.answerability in ("ANSWERABLE", "PARTIAL")


def measure(path: Path, trial: Trial) -> list[MetricValue]:
    """Return the metrics over the tasks of a file in the format of MTRAG's human evaluation."""
    with in_format(path):
        content = read_json(path)
        sources = [SetDocument(each["document_id"], each["text"]) for each in content["documents"]]
        tasks = [_task(record) for record in content["tasks"]]
    tally = Tally("mtrag", BASELINES)
    with shelved(trial, "mtrag", sources) as shelf:
        _measure(shelf, trial.sample(tasks, "mtrag"), tally, trial)
    return tally.metric_values()


def _task(record: Any) -> Task:
    turns = [turn["text"] for turn in record["input"] if turn["speaker"] == "user"]
    return Task(
        question=turns[-1],
        history=tuple(turns[:-1]),
        passages=frozenset(context["document_id"] for context in record["contexts"]),
        targets=tuple(target["text"] for target in record["targets"]),
        answerability=record["Answerability"][0],
    )


def _measure(shelf: Shelf, tasks: Sequence[Task], tally: Tally, trial: Trial) -> None:
    pool = SentencePool(shelf.library)
    refusals = []
    for done, task in enumerate(tasks):
        trial.tell(done, len(tasks), "asking")
        reply = reply_of(shelf.assistant.ask(task.question, task.history))
        tally.add(f"refused of {task.answerability.lower()}", "ours", float(reply.refused))
        if task.answerability != "CONVERSATIONAL":
            refusals.append(Refusal(task.answerable, reply.refused))
        if not task.answerable:
            continue
        _score_answer("ours", reply, task, tally)
        resolved = complete(task.question, task.history).text
        for how, question, history in (
            ("last turn", task.question, ()),
            ("with resolution", resolved, task.history),
        ):
            passages = passages_alone(shelf.library, question)
            rankings = {"ours": shelf.assistant.find(task.question, history), **passages}
            for system, ranking in rankings.items():
                found = recall_at(shelf.ranking(ranking), task.passages, 5)
                tally.add(f"recall@5, {how}", system, found)
                if task.history:
                    tally.add(f"recall@5, {how}, later turns", system, found)
        for search, best in best_of_top_passage(pool, resolved, passages).items():
            _score_answer(search, ScoredReply(False, best.words, best.words, best.words), task, tally)
    precision = no_answer_precision(refusals)
    if precision.value is not None:
        tally.put("no-answer precision", {"ours": precision.value}, precision.of)


def _score_answer(system: str, reply: ScoredReply, task: Task, tally: Tally) -> None:
    tally.add("token F1", system, best_token_f1(reply.whole, task.targets))
    tally.add("token recall", system, best_token_recall(reply.whole, task.targets))
