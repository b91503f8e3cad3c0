"""Fit the weights by which candidates are chosen, ranked and accepted.

    python -m assistant.training.weigh ../shared/train --out assistant/weights/selection.json

Each set becomes a library of its own, and its questions go through the same search, features and reader as any other.
A question is unanswerable when its set says so, and when the document that answers it is kept out of the scope.
Questions on which the reader was trained would flatter it, so only those of held-out sources teach the weight of its
margin and the decision; the plain features are fitted on all.
"""

import argparse
import json
import random
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression

from assistant.assistant import Assistant
from assistant.compose import Settings, open_assistant, open_library
from assistant.features import FEATURES
from assistant.learned import Linear
from assistant.question import understand
from assistant.select import DECIDING, RANKING, Ranked, deciding_values, ranking_values
from assistant.training.examples import Asked, asked_of, is_held_out
from index.scope import Scope

Values = Callable[[Ranked], Sequence[float]]
"""What is looked at of a candidate."""
SETS = ("squad2", "policyqa", "qed", "doc2dial")


@dataclass(frozen=True)
class Sample:
    """The candidates of one question, and which of them hold its answer."""

    ranked: list[Ranked]
    right: NDArray[np.bool_]
    unseen: bool
    """Whether the reader never saw its source."""


def main() -> None:
    """Fit the weights from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("sets", type=Path, help="folder of the training sets")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--questions", type=int, default=250, help="questions of each set")
    parser.add_argument("--seed", type=int, default=7)
    wanted = parser.parse_args()
    samples: list[Sample] = []
    for name in SETS:
        with tempfile.TemporaryDirectory() as folder:
            found = list(_samples(name, wanted.sets, Path(folder), wanted.questions, wanted.seed))
        samples += found
        held = sum(sample.unseen for sample in found)
        print(f"{name}: {len(found)} questions, {held} of sources the reader never saw", flush=True)
    wanted.out.write_text(json.dumps(_fit(samples), indent=2) + "\n")


def _samples(name: str, sets: Path, folder: Path, most: int, seed: int) -> Iterator[Sample]:
    rng = random.Random(f"{seed} {name}")  # noqa: S311 - a sample, not a secret
    asked = [item for item in asked_of(name, sets) if item.start != -2]
    groups = sorted({item.group for item in asked})
    kept = [group for group in groups if is_held_out(name, group)]
    kept += rng.sample([group for group in groups if group not in kept], min(60, len(groups) - len(kept)))
    asked = [item for item in asked if item.group in set(kept)]
    for number, group in enumerate(kept):
        (folder / f"d{number}.md").write_text(_article([item for item in asked if item.group == group]))
    unseen = [item for item in asked if is_held_out(name, item.group)]
    seen = [item for item in asked if not is_held_out(name, item.group)]
    chosen = rng.sample(unseen, min(most, len(unseen)))
    chosen += rng.sample(seen, min(most - min(most // 2, len(chosen)), len(seen)))
    settings = Settings(library=folder / "library")
    with open_library(settings) as library:
        library.ingest([folder])
        assistant = open_assistant(settings, library)
        everything = frozenset(document.id for document in library.documents())
        for item in chosen:
            yield _sample(assistant, item, Scope(), name)
            if item.start >= 0 and rng.random() < 0.5:
                yield _sample(assistant, item, Scope(documents=everything - {f"d{kept.index(item.group)}"}), name)


def _article(asked: Sequence[Asked]) -> str:
    title = asked[0].title or "Article"
    return f"# {title}\n\n" + "\n\n".join(dict.fromkeys(" ".join(item.context.split()) for item in asked))


def _sample(assistant: Assistant, item: Asked, scope: Scope, name: str) -> Sample:
    ranked = assistant.read(item.question, scope=scope)
    answer = " ".join(item.context[item.start : item.end].split()) if item.start >= 0 else ""
    context = " ".join(item.context.split())
    right = [
        bool(answer) and answer in candidate.candidate.quote and candidate.candidate.quote in context
        for candidate in ranked
    ]
    return Sample(ranked, np.array(right, dtype=bool), is_held_out(name, item.group))


def _fit(samples: list[Sample]) -> dict[str, object]:
    """Return the weights of each stage as JSON, with the figures of the fit."""
    findable = [sample for sample in samples if sample.right.any()]
    choosing = _listwise(findable, FEATURES, lambda item: item.features)
    unseen = [sample for sample in findable if sample.unseen]
    ranking = _listwise(unseen, RANKING, ranking_values)
    judged = [sample for sample in samples if sample.unseen and sample.ranked]
    best = [max(sample.ranked, key=lambda item: ranking.score(RANKING, ranking_values(item))) for sample in judged]
    rows = np.array([deciding_values(item) for item in best])
    answers = np.array([sample.right[sample.ranked.index(item)] for sample, item in zip(judged, best, strict=True)])
    model = LogisticRegression(C=1.0, max_iter=2000).fit(rows, answers)
    deciding = Linear(dict(zip(DECIDING, model.coef_[0].tolist(), strict=True)), float(model.intercept_[0]))
    return {
        "choosing": _plain(choosing),
        "ranking": _plain(ranking),
        "deciding": _plain(deciding),
        "about": {
            "questions": len(samples),
            "with the answer among the candidates": len(findable),
            "of sources the reader never saw": len(judged),
            "first by plain features": _first(findable, FEATURES, lambda item: item.features, choosing),
            "first by plain features, unseen": _first(unseen, FEATURES, lambda item: item.features, choosing),
            "first with the reader, unseen": _first(unseen, RANKING, ranking_values, ranking),
        },
    }


def _listwise(samples: list[Sample], names: Sequence[str], values: Values) -> Linear:
    """Fit a conditional logit: the right candidates of a question against all of them (McFadden 1974)."""
    matrices = [np.array([values(item) for item in sample.ranked]) for sample in samples]

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        total, slope = 0.05 * float(weights @ weights) * len(samples) / 100, 0.1 * weights * len(samples) / 100
        for matrix, sample in zip(matrices, samples, strict=True):
            scores = matrix @ weights
            odds = np.exp(scores - scores.max())
            all_, right = odds / odds.sum(), odds * sample.right / (odds * sample.right).sum()
            total -= float(np.log((all_ * sample.right).sum()))
            slope -= (right - all_) @ matrix
        return total, slope

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B")
    return Linear(dict(zip(names, found.x.tolist(), strict=True)))


def _first(samples: list[Sample], names: Sequence[str], values: Values, linear: Linear) -> float:
    hits = [
        sample.right[int(np.argmax([linear.score(names, values(item)) for item in sample.ranked]))]
        for sample in samples
    ]
    return round(float(np.mean(hits)), 3) if hits else 0.0


def _plain(linear: Linear) -> dict[str, object]:
    return {
        "weights": {name: round(weight, 4) for name, weight in linear.weights.items()},
        "intercept": round(linear.intercept, 4),
    }


if __name__ == "__main__":
    main()
