"""CLAPNQ (Rosenthal et al. 2024): which sentences of a passage answer, and whether any does.

The passage of each question is all that may be read. A sentence of the passage counts as cited when at least half of
its characters stand in the words that are cited; of several annotators the one who agrees most counts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.metric_values import MetricValue, Tally
from evals.metrics.auroc import auroc, auroc_of_like_length
from evals.metrics.no_answer import Refusal, no_answer_precision, no_answer_recall
from evals.metrics.set_f1 import set_f1
from evals.running.confidence import sureness
from evals.running.shelf import SetDocument, Shelf, shelved
from evals.sets.files import in_format, read_json_lines
from evals.trial import Trial
from evals.trials.plain_search import COMPARABLE, SentencePool

BASELINES = {
    "F1 of the sentences cited": "M three best sentences .597, first three of the passage .475",
    "F1 of the three best sentences": "M three best sentences .597, first three of the passage .475",
    "AUROC of an answer": "M .871",
    "AUROC of an answer, like length": "",
}
_MANY = 3
"""Sentences cited for the searches alone, and where the assistant's are compared as a ranking."""
Spans = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class ClapNqQuestion:
    """A question and its passage."""

    key: str
    question: str
    title: str
    text: str
    sentences: tuple[str, ...]
    """The passage as the annotators saw it."""
    gold: tuple[frozenset[int], ...]
    """Ranks of the sentences each annotator chose; empty for a question without an answer."""


def measure(path: Path, trial: Trial) -> list[MetricValue]:
    """Return the metrics over the questions of a file in the format of CLAPNQ."""
    tally = Tally("clapnq", BASELINES)
    with in_format(path):
        questions = [_asked(record) for record in read_json_lines(path)]
    chosen = trial.sample(questions, "clapnq")
    sources = [SetDocument(asked.key, asked.text, asked.title) for asked in chosen]
    with shelved(trial, "clapnq", sources) as shelf:
        _measure(shelf, SentencePool(shelf.library), chosen, tally, trial)
    return tally.metric_values()


def _asked(record: Any) -> ClapNqQuestion:
    passage = record["passages"][0]
    sentences = tuple(passage["sentences"])
    gold = (
        frozenset(rank for rank, sentence in enumerate(sentences) if sentence in annotated["selected_sentences"])
        for annotated in record["output"]
    )
    return ClapNqQuestion(
        key=str(record["id"]),
        question=str(record["input"]).strip(),
        title=passage["title"],
        text=passage["text"],
        sentences=sentences,
        gold=tuple(chosen for chosen in gold if chosen),
    )


def _measure(shelf: Shelf, pool: SentencePool, questions: Sequence[ClapNqQuestion], tally: Tally, trial: Trial) -> None:
    refusals: list[Refusal] = []
    surenesses: dict[str, list[tuple[float, bool, int]]] = {}
    for done, asked in enumerate(questions):
        trial.tell(done, len(questions), "asking")
        scope = shelf.scope(asked.key)
        answer = shelf.assistant.ask(asked.question, scope=scope)
        refusals.append(Refusal(bool(asked.gold), answer.refused))
        read = shelf.assistant.read(asked.question, scope=scope)
        document = shelf.documents[asked.key]
        paragraphs = [(document, paragraph.position) for paragraph in shelf.library.paragraphs(document)]
        alone = pool.ranked(asked.question, paragraphs)
        if asked.gold:
            cited = [] if answer.refused else [citation.quote for citation in answer.citations]
            tally.add("F1 of the sentences cited", "ours", _f1(asked, cited))
            best = {"ours": [item.candidate.quote for item in read[:_MANY]]}
            best |= {search: [sentence.words for sentence in found[:_MANY]] for search, found in alone.items()}
            for system, sentences in best.items():
                tally.add("F1 of the three best sentences", system, _f1(asked, sentences))
        sure = {"ours": sureness(read)}
        sure |= {search: alone[search][0].score for search in COMPARABLE}
        for system, score in sure.items():
            surenesses.setdefault(system, []).append((score, bool(asked.gold), len(asked.text.split())))
    _put(refusals, surenesses, tally)


def _put(refusals: Sequence[Refusal], surenesses: dict[str, list[tuple[float, bool, int]]], tally: Tally) -> None:
    scored = {system: [(score, known) for score, known, _ in all_of] for system, all_of in surenesses.items()}
    n = len(refusals) if len({refusal.answerable for refusal in refusals}) == 2 else 0
    tally.put("AUROC of an answer", {system: auroc(all_of) for system, all_of in scored.items()}, n)
    like = {system: auroc_of_like_length(all_of) for system, all_of in surenesses.items()}
    tally.put("AUROC of an answer, like length", like, n)
    precision, recall = no_answer_precision(refusals), no_answer_recall(refusals)
    for name, share in (("no-answer precision", precision), ("no-answer recall", recall)):
        if share.value is not None:
            tally.put(name, {"ours": share.value}, share.of)


def _f1(asked: ClapNqQuestion, quotes: Sequence[str]) -> float:
    chosen = cited_sentences(asked.text, asked.sentences, quotes)
    return max(set_f1(chosen, gold) for gold in asked.gold)


def cited_sentences(text: str, sentences: Sequence[str], quotes: Sequence[str]) -> frozenset[int]:
    """Return the ranks of the sentences of which at least half the characters, without white space, are quoted."""
    whole = _bare(text)
    covered = [False] * len(whole)
    for quote in map(_bare, quotes):
        at = whole.find(quote) if quote else -1
        if at >= 0:
            covered[at : at + len(quote)] = [True] * len(quote)
    found, after = set(), 0
    for rank, sentence in enumerate(map(_bare, sentences)):
        at = whole.find(sentence, after)
        if at >= 0 and sentence:
            after = at + len(sentence)
            if 2 * sum(covered[at:after]) >= len(sentence):
                found.add(rank)
    return frozenset(found)


def _bare(text: str) -> str:
    return "".join(text.split())
