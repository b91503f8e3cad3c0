"""Questions on decisions of the climate conferences: our own field, end to end.

Retrieval counts a paragraph as found when it lies in the gold passage, which is a long stretch of one document;
headings and scraps of fewer than six words, which repeat themselves, do not count.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.metric_values import MetricValue, Tally
from evals.metrics.recall import hit_at
from evals.metrics.reciprocal_rank import reciprocal_rank
from evals.metrics.token_f1 import best_token_f1, best_token_recall
from evals.running.shelf import Shelf, shelved_files
from evals.sets.answers import reply_of
from evals.sets.files import in_format, read_json_lines
from evals.trial import Trial
from evals.trials.plain_search import SentencePool, best_of_top_passage, passages_alone
from evals.words import fold

BASELINES = {
    "gold in the first 1": "",
    "gold in the first 5": "M on 217: BM25 .570, MiniLM .444, fused .551",
    "gold in the first 10": "",
    "MRR": "",
    "cited in gold": "",
    "token F1": "",
    "token recall": "",
}
_SCRAP = 6
"""Words a paragraph has at least to count."""
Address = tuple[str, int]


@dataclass(frozen=True, slots=True)
class DecisionQuestion:
    """A question of the set."""

    question: str
    answer: str
    document: str
    """Name of its file."""
    gold: str


def measure(path: Path, trial: Trial) -> list[MetricValue]:
    """Return the metrics over `cases.jsonl` in a folder beside its `documents`."""
    cases = path / "cases.jsonl"
    with in_format(cases):
        records = read_json_lines(cases)
        questions = [
            DecisionQuestion(each["question"], each["answer"], each["document"], each["gold"]) for each in records
        ]
    tally = Tally("unfccc", BASELINES)
    library = trial.libraries / "unfccc" if trial.libraries else None
    with shelved_files(trial, library, path / "documents") as shelf:
        _measure(shelf, trial.sample(questions, "unfccc"), tally, trial)
    return tally.metric_values()


def _measure(shelf: Shelf, questions: Sequence[DecisionQuestion], tally: Tally, trial: Trial) -> None:
    words = _words_of_paragraphs(shelf)
    pool = SentencePool(shelf.library)
    for done, asked in enumerate(questions):
        trial.tell(done, len(questions), "asking")
        gold = _gold(asked, shelf.documents, words)
        if not gold:
            trial.remark(f"unfccc: no paragraph lies whole in the gold passage of {asked.question!r}")
        passages = passages_alone(shelf.library, asked.question)
        for system, ranking in {"ours": shelf.assistant.find(asked.question), **passages}.items():
            _score_ranking(system, [(each.document.id, each.paragraph.position) for each in ranking], gold, tally)
        answer = shelf.assistant.ask(asked.question)
        reply = reply_of(answer)
        cited = [] if reply.refused else [(each.document.id, each.paragraph.position) for each in answer.citations]
        _score_answer("ours", asked, reply.whole, cited, gold, tally)
        tally.add("refused", "ours", float(reply.refused))
        for search, found in best_of_top_passage(pool, asked.question, passages).items():
            _score_answer(search, asked, found.words, [found.place[:2]], gold, tally)


def _score_ranking(system: str, ranking: Sequence[Address], gold: frozenset[Address], tally: Tally) -> None:
    for depth in (1, 5, 10):
        tally.add(f"gold in the first {depth}", system, hit_at(ranking, gold, depth))
    tally.add("MRR", system, reciprocal_rank(ranking, gold))


def _score_answer(
    system: str, asked: DecisionQuestion, words: str, cited: Sequence[Address], gold: frozenset[Address], tally: Tally
) -> None:
    tally.add("cited in gold", system, hit_at(cited, gold, len(cited)))
    tally.add("token F1", system, best_token_f1(words, [asked.answer]))
    tally.add("token recall", system, best_token_recall(words, [asked.answer]))


def _words_of_paragraphs(shelf: Shelf) -> dict[str, dict[Address, str]]:
    """Return the words of each paragraph that counts, by document and address."""
    return {
        document: {
            (document, paragraph.position): words
            for paragraph in shelf.library.paragraphs(document)
            if paragraph.kind != "heading" and len((words := _words(paragraph.text)).split()) >= _SCRAP
        }
        for document in shelf.documents.values()
    }


def _gold(
    asked: DecisionQuestion, documents: Mapping[str, str], words: Mapping[str, Mapping[Address, str]]
) -> frozenset[Address]:
    """Return the addresses of the paragraphs that lie in the gold passage."""
    passage = f" {_words(asked.gold)} "
    of_document = words.get(documents.get(asked.document, ""), {})
    return frozenset(address for address, text in of_document.items() if f" {text} " in passage)


def _words(text: str) -> str:
    """Return the folded words of a text with one space between: cells, dashes and quotes make no difference."""
    return " ".join(re.findall(r"[^\W_]+", fold(text)))
