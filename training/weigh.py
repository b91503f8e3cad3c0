"""Fit the weights by which candidates are chosen, ranked and accepted.

    python -m training.weigh ../shared/documents --out assistant/weights/selection.json

The questions are our own, in `office_questions.yaml`, as an office asks them of real reports, letters and resolutions;
a third of them have no answer there. The documents become a library, and each question goes through the same search,
features and reader as any other. The reader was trained on other texts, so its margin is weighed fairly. The weights
are pulled towards a prior set by hand, as far as `PULL` says.
"""

import argparse
import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.metrics import roc_auc_score

from assistant.compose import Settings, open_assistant, open_library
from assistant.evidence.evidence import Candidate
from assistant.ranking.features import FEATURES
from assistant.ranking.select import DECIDING, RANKING, RankedCandidate, deciding_values, ranking_values

QUESTIONS = Path(__file__).parent / "office_questions.yaml"
PRIOR = dict(zip(RANKING, (0.6, 0.4, 1.2, 0.5, 0.9, 0.4, 0.8, 0.3, 0.9, 0.5, 0.2, -0.5, 0.6), strict=True))
PULL = 1.0
PRIOR_OF_DECIDING = dict(zip(DECIDING, (4.0, 0.5, 1.0, 0.9, 0.4, 0.3), strict=True))
PULL_OF_DECIDING = 20.0
"""Our questions are near misses by choice; the prior knows that a passage far from the question does not answer it."""
LOST = 0.01
"""Share of the right answers that may stand below the least chance at which one is shown; the rules refuse others."""


@dataclass(frozen=True)
class Sample:
    """The candidates of one question, and which of them hold its answer."""

    values: NDArray[np.float64]
    """Shape `(candidates, len(RANKING))`, in the order of the assistant's own ranking."""
    right: NDArray[np.bool_]
    """Shape `(candidates,)`."""


def main() -> None:
    """Fit the weights from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("documents", type=Path, help="folder of what office_questions.yaml is about")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        samples = list(samples_of(options.documents, Path(folder)))
    options.out.write_text(json.dumps(fit(samples), indent=2) + "\n")


def samples_of(documents: Path, folder: Path) -> Iterator[Sample]:
    """Yield a sample for each question, from a library of the documents made in `folder`."""
    questions = yaml.safe_load(QUESTIONS.read_text())
    named = {item["document"] for item in questions if "document" in item}
    settings = Settings(library=folder)
    with open_library(settings) as library:
        library.ingest([path for path in sorted(documents.rglob("*")) if path.name in named])
        assistant = open_assistant(settings, library)
        for done, item in enumerate(questions, start=1):
            ranked = assistant.read(item["question"])
            right = [
                "answer" in item
                and Path(candidate.candidate.evidence.document.path).name == item["document"]
                and " ".join(item["answer"].split()) in _said_with(candidate.candidate)
                for candidate in ranked
            ]
            yield Sample(_values(ranked), np.array(right, dtype=bool))
            if done % 20 == 0:
                print(f"{done} of {len(questions)} questions", flush=True)


def _said_with(candidate: Candidate) -> str:
    """Return the words of a candidate with those of its lead-in, or of the items that hang from it."""
    items = [child.text for child in candidate.evidence.children] if candidate.leads_in else []
    return " ".join(" ".join((candidate.lead, candidate.quote, *items)).split())


def _values(ranked: Sequence[RankedCandidate]) -> NDArray[np.float64]:
    return np.array([ranking_values(candidate) for candidate in ranked]).reshape(-1, len(RANKING))


def fit(samples: list[Sample]) -> dict[str, object]:
    """Return the weights of each stage as JSON, with the figures of the fit."""
    findable = [sample for sample in samples if sample.right.any()]
    choosing, ranking = _listwise(findable, len(FEATURES)), _listwise(findable, len(RANKING))
    deciding, auc = _decision([sample for sample in samples if len(sample.right)], ranking)
    return {
        "choosing": _as_json(FEATURES, choosing),
        "ranking": _as_json(RANKING, ranking),
        "deciding": deciding,
        "about": {
            "questions": len(samples),
            "with the answer among the candidates": len(findable),
            "first by plain features": _first(findable, choosing),
            "first with the reader": _first(findable, ranking),
            "first by plain features, five-fold": _folded(findable, len(FEATURES)),
            "first with the reader, five-fold": _folded(findable, len(RANKING)),
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
    scores = [sample.values @ ranking for sample in samples]
    rows = np.array(
        [deciding_values(sample.values.tolist(), each.tolist()) for sample, each in zip(samples, scores, strict=True)]
    )
    right = np.array([sample.right[int(np.argmax(each))] for sample, each in zip(samples, scores, strict=True)])
    folds = np.zeros(len(right))
    for fold in range(5):
        kept = np.arange(len(right)) % 5 != fold
        folds[~kept] = _chance(rows[~kept], _logistic(rows[kept], right[kept]))
    found = _logistic(rows, right)
    fitted = _as_json(DECIDING, found[1:]) | {
        "intercept": round(float(found[0]), 4),
        "least": round(float(np.quantile(folds[right], LOST)), 4),
    }
    return fitted, round(float(roc_auc_score(right, folds)), 3)


def _logistic(rows: NDArray[np.float64], right: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Fit a logistic regression near the prior; return the intercept, which is free, and the weights."""
    prior = np.array(list(PRIOR_OF_DECIDING.values()))

    def loss(found: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        chance, away = _chance(rows, found), found[1:] - prior
        total = PULL_OF_DECIDING * float(away @ away) - float(np.log(np.where(right, chance, 1 - chance) + 1e-12).sum())
        error = chance - right
        return total, np.concatenate([[error.sum()], error @ rows + 2 * PULL_OF_DECIDING * away])

    return np.asarray(minimize(loss, np.concatenate([[0.0], prior]), jac=True, method="L-BFGS-B").x, dtype=np.float64)


def _chance(rows: NDArray[np.float64], found: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(1 / (1 + np.exp(-(found[0] + rows @ found[1:]))), dtype=np.float64)


def _first(samples: list[Sample], weights: NDArray[np.float64]) -> float:
    """Return the share of questions whose best candidate is right."""
    hits = [sample.right[int(np.argmax(sample.values[:, : len(weights)] @ weights))] for sample in samples]
    return round(float(np.mean(hits)), 3) if hits else 0.0


def _folded(samples: list[Sample], size: int) -> float:
    """Return the same by weights that were fitted without the question."""
    hits = [
        _first([sample], weights)
        for fold in range(5)
        for weights in [_listwise([each for rank, each in enumerate(samples) if rank % 5 != fold], size)]
        for sample in samples[fold::5]
    ]
    return round(float(np.mean(hits)), 3)


def _as_json(names: Sequence[str], weights: NDArray[np.float64]) -> dict[str, object]:
    return {"weights": {name: round(float(w), 4) for name, w in zip(names, weights, strict=True)}, "intercept": 0.0}


if __name__ == "__main__":
    main()
