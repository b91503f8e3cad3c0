"""SciFact (Wadden et al. 2020) as BEIR arranges it (Thakur et al. 2021): finding the abstracts that bear on a claim.

With a limit of n claims the corpus is cut as well, to their abstracts and 50 n others, which makes it easier: such
metrics are named with the number of abstracts, and only those of the whole corpus stand beside published ones.
"""

import ast
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from evals.metric_values import MetricValue, Tally
from evals.metrics.ndcg import ndcg_at
from evals.metrics.recall import recall_at
from evals.running.shelf import SetDocument, Shelf, shelved
from evals.sets.files import in_format, read_fields, read_rows
from evals.trial import Trial
from evals.trials.plain_search import passages_alone

BASELINES = {
    "nDCG@10": "P BM25 .687, MiniLM .645; M BM25 .662, MiniLM .647, fused .684",
    "recall@10": "",
    "recall@100": "",
}
_OTHERS = 50
_PASSAGES = 100
_PIECE = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim and the abstracts that bear on it."""

    text: str
    gains: dict[str, float]
    """By key of the abstract."""


def measure(path: Path, trial: Trial) -> list[MetricValue]:
    """Return the metrics over a folder's `corpus.csv`, `queries.tsv` and `qrels.txt`."""
    with in_format(path):
        claims = trial.sample(_claims(path), "scifact")
        rows = read_rows(path / "corpus.csv", ",", quoted=True)
        sources = [SetDocument(row["doc_id"], abstract(row["abstract"]), row["title"]) for row in rows]
    pool = _pool(sources, claims, trial)
    tally = Tally("scifact", BASELINES)
    deep = replace(trial, settings=replace(trial.settings, passages=_PASSAGES))
    with shelved(deep, "scifact", pool) as shelf:
        _measure(shelf, claims, tally, trial)
    if len(pool) == len(sources):
        return tally.metric_values()
    among = f", among {len(pool):,} abstracts"
    return [replace(figure, metric=figure.metric + among, baseline="") for figure in tally.metric_values()]


def abstract(printed: str) -> str:
    """Return the sentences of an abstract that was stored as the printed form of an array of strings."""
    return " ".join(str(ast.literal_eval(piece.replace("\n", " "))).strip() for piece in _PIECE.findall(printed))


def _claims(path: Path) -> list[Claim]:
    gains: dict[str, dict[str, float]] = {}
    for claim, _, document, gain in read_fields(path / "qrels.txt"):
        gains.setdefault(claim, {})[document] = float(gain)
    texts = (fields for fields in read_fields(path / "queries.tsv", "\t"))
    return [Claim(text.strip(), gains[claim]) for claim, text in texts if claim in gains]


def _pool(sources: Sequence[SetDocument], claims: Sequence[Claim], trial: Trial) -> list[SetDocument]:
    """Return all abstracts, or with a limit those of the claims and some others."""
    if trial.limit is None:
        return list(sources)
    wanted = {document for claim in claims for document in claim.gains}
    others = trial.sample([source for source in sources if source.key not in wanted], "others", _OTHERS * trial.limit)
    kept = wanted | {source.key for source in others}
    return [source for source in sources if source.key in kept]


def _measure(shelf: Shelf, claims: Sequence[Claim], tally: Tally, trial: Trial) -> None:
    for done, claim in enumerate(claims):
        trial.tell(done, len(claims), "searching")
        rankings = {"ours": shelf.assistant.find(claim.text), **passages_alone(shelf.library, claim.text)}
        for system, passages in rankings.items():
            ranking = shelf.ranking(passages)
            tally.add("nDCG@10", system, ndcg_at(ranking, claim.gains, 10))
            tally.add("recall@10", system, recall_at(ranking, claim.gains, 10))
            tally.add("recall@100", system, recall_at(ranking, claim.gains, 100))
