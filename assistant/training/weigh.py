"""Fit the weights by which candidates are chosen, ranked and accepted.

    python -m assistant.training.weigh ../shared/train --out assistant/weights/selection.json

Each set becomes a library of its own, and its questions go through the same search, features and reader as any other.
A question is unanswerable when its set says so, and when the document that answers it is kept out of the scope.
Questions on which the reader was trained would flatter it, so only those of held-out sources teach the weight of its
margin and the decision; the plain features are fitted on all. The sets have no headings, rows or lists, so the weights
are pulled towards a prior set by hand, as far as `PULL` says.
"""

import argparse
import json
import random
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import cross_val_predict

from assistant.assistant import Assistant
from assistant.compose import Settings, open_assistant, open_library
from assistant.features import FEATURES
from assistant.select import DECIDING, RANKING, ranking_values
from assistant.training.examples import Asked, asked_of, is_held_out
from index.scope import Scope

SETS = ("squad2", "policyqa", "qed", "doc2dial")
PRIOR = dict(zip(RANKING, (0.6, 0.4, 1.2, 0.5, 0.9, 0.4, 0.8, 0.9, 0.5, 0.3, 0.2, 0.3, -0.1, -0.5, 0.6), strict=True))
PULL = 5.0


@dataclass(frozen=True)
class Sample:
    """The candidates of one question, and which of them hold its answer."""

    values: NDArray[np.float64]
    """Shape `(candidates, len(RANKING))`, in the order of the assistant's own ranking."""
    right: NDArray[np.bool_]
    """Shape `(candidates,)`."""
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
    wanted.out.write_text(json.dumps(fit(samples), indent=2) + "\n")


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
    values = np.array([ranking_values(candidate) for candidate in ranked]).reshape(-1, len(RANKING))
    return Sample(values, np.array(right, dtype=bool), is_held_out(name, item.group))


def fit(samples: list[Sample]) -> dict[str, object]:
    """Return the weights of each stage as JSON, with the figures of the fit."""
    findable = [sample for sample in samples if sample.right.any()]
    unseen = [sample for sample in findable if sample.unseen]
    choosing = _listwise(findable, len(FEATURES))
    ranking = _listwise(unseen, len(RANKING))
    judged = [sample for sample in samples if sample.unseen and len(sample.right)]
    deciding, auc = _decision(judged, ranking)
    return {
        "choosing": _as_json(FEATURES, choosing),
        "ranking": _as_json(RANKING, ranking),
        "deciding": deciding,
        "about": {
            "questions": len(samples),
            "with the answer among the candidates": len(findable),
            "of sources the reader never saw": len(judged),
            "first by plain features": _first(findable, choosing),
            "first by plain features, unseen": _first(unseen, choosing),
            "first with the reader, unseen": _first(unseen, ranking),
            "AUROC of the decision, five-fold": auc,
        },
    }


def _listwise(samples: list[Sample], size: int) -> NDArray[np.float64]:
    """Fit a conditional logit, the right candidates of a question against all of them (McFadden 1974), near the prior.

    The scale of the prior is fitted too, and divided out: only the ratios of weights matter to a ranking.
    """
    prior = np.array(list(PRIOR.values())[:size])

    def loss(found: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        scale, weights = found[0], found[1:]
        away = weights - scale * prior
        total = PULL * float(away @ away)
        slope = np.concatenate([[-2 * PULL * float(away @ prior)], 2 * PULL * away])
        for sample in samples:
            scores = sample.values[:, :size] @ weights
            odds = np.exp(scores - scores.max())
            every, right = odds / odds.sum(), odds * sample.right / (odds * sample.right).sum()
            total -= float(np.log((every * sample.right).sum()))
            slope[1:] -= (right - every) @ sample.values[:, :size]
        return total, slope

    found = minimize(loss, np.concatenate([[3.0], 3 * prior]), jac=True, method="L-BFGS-B").x
    return np.asarray(found[1:] / found[0], dtype=np.float64)


def _decision(samples: list[Sample], ranking: NDArray[np.float64]) -> tuple[dict[str, object], float]:
    """Fit the chance that the best candidate is right; return its weights and its AUROC across five folds."""
    places = [RANKING.index(name) for name in DECIDING]
    best = [int(np.argmax(sample.values @ ranking)) for sample in samples]
    rows = np.array([sample.values[at, places] for sample, at in zip(samples, best, strict=True)])
    right = np.array([sample.right[at] for sample, at in zip(samples, best, strict=True)])
    model = LogisticRegression(C=0.5)
    folds = cross_val_predict(model, rows, right, cv=5, method="predict_proba")[:, 1]
    model.fit(rows, right)
    fitted = _as_json(DECIDING, model.coef_[0]) | {"intercept": round(float(model.intercept_[0]), 4)}
    return fitted, round(float(roc_auc_score(right, folds)), 3)


def _first(samples: list[Sample], weights: NDArray[np.float64]) -> float:
    """Return the share of questions whose best candidate is right."""
    hits = [sample.right[int(np.argmax(sample.values[:, : len(weights)] @ weights))] for sample in samples]
    return round(float(np.mean(hits)), 3) if hits else 0.0


def _as_json(names: Sequence[str], weights: NDArray[np.float64]) -> dict[str, object]:
    return {"weights": {name: round(float(w), 4) for name, w in zip(names, weights, strict=True)}, "intercept": 0.0}


if __name__ == "__main__":
    main()
