"""Fit the weights by which prompt injection is told from any other text.

    python -m training.steering DOCUMENTS SETS --out assistant/weights/steering.safetensors

The injected texts are our own, in `injected.jsonl`, as are the ordinary ones that look like them, in `ordinary.jsonl`;
the other ordinary ones are the sentences of the documents, and of the texts the reader was trained on. Every fifth of
each is kept back first, to say how many of them are told apart; the weights are then fitted to all.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save_file
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from assistant.untrusted.disguise import plain
from assistant.untrusted.injection import BELIEVED, QUOTED
from assistant.untrusted.steering import SIZE, features
from corpus.parse import parse
from corpus.text.sentences import sentence_spans

HERE = Path(__file__).parent
STARTER = HERE.parent / "corpus" / "starter"
STRENGTH = 30.0
"""Inverse of the pull towards nothing."""
ORDINARY = 3.0
"""Weight of our own ordinary texts, which are few and close to the injected ones."""
_SETS = ("squadshifts_reddit.json", "squadshifts_amazon_reviews.json", "squad2.json", "policyqa.json")
_TEXTS = 500
"""Texts taken of each set."""
_KEPT_BACK = 5


def main() -> None:
    """Fit the weights from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("documents", type=Path, help="folder of ordinary documents, beside the starter ones")
    parser.add_argument("sets", type=Path, help="folder of the sets that the reader was trained on")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    texts, labels, weights = examples(options.documents, options.sets)
    values = vectors(texts)
    kept = np.arange(len(texts)) % _KEPT_BACK == 0
    model = fit(values[~kept], labels[~kept], weights[~kept])
    scores = model.decision_function(values[kept])
    for name, chosen in kinds(labels[kept], weights[kept]).items():
        shares = ", ".join(f"{np.mean(scores[chosen] > least):.4f} above {least}" for least in (BELIEVED, QUOTED))
        print(f"{name}: {shares}, of {chosen.sum()} kept back")
    model = fit(values, labels, weights)
    tensors = {"weights": model.coef_[0].astype(np.float16), "intercept": model.intercept_.astype(np.float32)}
    save_file(tensors, options.out)


def examples(documents: Path, sets: Path) -> tuple[list[str], NDArray[np.bool_], NDArray[np.float64]]:
    """Return texts, whether each was injected, and what each weighs."""
    injected = [plain(text)[0] for text in _own("injected.jsonl")]
    ordinary = _own("ordinary.jsonl")
    others = list(dict.fromkeys(sentence for text in _texts(documents, sets) for sentence in _sentences(text)))
    labels = np.arange(len(injected) + len(ordinary) + len(others)) < len(injected)
    weights = np.ones(len(labels))
    weights[len(injected) : len(injected) + len(ordinary)] = ORDINARY
    return [*injected, *ordinary, *others], labels, weights


def vectors(texts: Sequence[str]) -> csr_matrix:
    """Return a row for each text, of unit length, shape `(len(texts), SIZE)`."""
    rows = [features(text) for text in texts]
    sizes = [len(row) for row in rows]
    values = np.repeat(1 / np.sqrt(np.maximum(sizes, 1)), sizes)
    return csr_matrix((values, np.concatenate(rows), np.cumsum([0, *sizes])), shape=(len(texts), SIZE))


def fit(values: csr_matrix, labels: NDArray[np.bool_], weights: NDArray[np.float64]) -> LogisticRegression:
    """Fit a logistic regression."""
    return LogisticRegression(C=STRENGTH, max_iter=2_000).fit(values, labels, sample_weight=weights)


def kinds(labels: NDArray[np.bool_], weights: NDArray[np.float64]) -> dict[str, NDArray[np.bool_]]:
    """Return which texts are of which kind."""
    return {"planted": labels, "our ordinary ones": weights > 1, "other sentences": ~labels & (weights == 1)}


def _own(name: str) -> list[str]:
    return [json.loads(line)["text"] for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


def _texts(documents: Path, sets: Path) -> Iterator[str]:
    for path in sorted([*documents.rglob("*"), *STARTER.iterdir()]):
        if path.suffix in (".pdf", ".docx", ".html", ".txt"):
            for paragraph in parse(path.read_bytes(), path.name, path.name).paragraphs:
                yield ": ".join(paragraph.text.split("\t")[:2]) if paragraph.kind == "row" else paragraph.text
    for name in _SETS:
        data = json.loads((sets / name).read_text(encoding="utf-8"))["data"]
        contexts = sorted({paragraph["context"] for article in data for paragraph in article["paragraphs"]})
        yield from contexts[:: max(1, len(contexts) // _TEXTS)]
    pages = json.loads((sets / "doc2dial.json").read_text(encoding="utf-8"))["docs"]
    yield from (page["text"] for page in pages.values())


def _sentences(text: str) -> Iterator[str]:
    return (text[start:end] for start, end in sentence_spans(text))


if __name__ == "__main__":
    main()
