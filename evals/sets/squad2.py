"""SQuAD 2.0 (Rajpurkar, Jia and Liang 2018): short answers, and questions that look answerable and are not.

Given: the paragraph of the question is all that may be read. Open: the paragraphs of every article in the file.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.metric_values import MetricValue, Tally
from evals.metrics.auroc import auroc
from evals.metrics.calibration import expected_calibration_error
from evals.metrics.exact_match import exact_match, holds_reference
from evals.metrics.no_answer import Refusal, no_answer_precision, no_answer_recall
from evals.metrics.recall import hit_at
from evals.metrics.risk_coverage import risk_coverage_area
from evals.metrics.token_f1 import best_token_f1
from evals.running.confidence import sureness
from evals.running.shelf import SetDocument, Shelf, shelved
from evals.sets.answers import ScoredReply, reply_of
from evals.sets.files import in_format, read_json
from evals.trial import Trial
from evals.trials.plain_search import COMPARABLE, SentencePool, best_of_top_passage, passages_alone

BASELINES = {
    "given: exact match, all": "M always refusing .520",
    "given: F1, all": "",
    "given: exact match, answerable": "",
    "given: F1, answerable": "",
    "given: first sentence holds the answer": "M best sentence by cosine .80",
    "given: no-answer precision": "",
    "given: no-answer recall": "",
    "given: AUROC of an answer": "M best cosine .64",
}


@dataclass(frozen=True, slots=True)
class SquadQuestion:
    """A question of the set."""

    question: str
    paragraph: str
    """Key of its paragraph."""
    answers: tuple[str, ...]
    """References; none for a question without an answer."""


def measure(path: Path, trial: Trial) -> list[MetricValue]:
    """Return the metrics over the questions of a file in the format of SQuAD 2.0."""
    sources, questions = _load(path)
    tally = Tally("squad2", BASELINES)
    with shelved(trial, "squad2", sources) as shelf:
        chosen = trial.sample(questions, "squad2")
        pool = SentencePool(shelf.library)
        _given(shelf, pool, chosen, tally, trial)
        _open(shelf, pool, chosen, tally, trial)
    return tally.metric_values()


def _load(path: Path) -> tuple[list[SetDocument], list[SquadQuestion]]:
    sources, questions = [], []
    with in_format(path):
        for article in read_json(path)["data"]:
            for number, paragraph in enumerate(article["paragraphs"], start=1):
                key = f"{article['title']} {number}"
                sources.append(SetDocument(key, paragraph["context"], article["title"].replace("_", " ")))
                questions += [_asked(record, key) for record in paragraph["qas"]]
    return sources, questions


def _asked(record: Any, key: str) -> SquadQuestion:
    answers = tuple(answer["text"] for answer in record["answers"] if answer["text"].strip())
    return SquadQuestion(record["question"].strip(), key, () if record.get("is_impossible") else answers)


def _given(shelf: Shelf, pool: SentencePool, questions: Sequence[SquadQuestion], tally: Tally, trial: Trial) -> None:
    """Score answers from the paragraph of each question alone."""
    refusals: list[Refusal] = []
    surenesses: dict[str, list[tuple[float, bool, bool]]] = {}
    for done, asked in enumerate(questions):
        trial.tell(done, len(questions), "the paragraph given")
        scope = shelf.scope(asked.paragraph)
        reply = reply_of(shelf.assistant.ask(asked.question, scope=scope))
        refusals.append(Refusal(bool(asked.answers), reply.refused))
        _score("given: ", asked, "ours", reply, tally)
        read = shelf.assistant.read(asked.question, scope=scope)
        right = bool(read) and _is_right(asked, read[0].candidate.quote)
        surenesses.setdefault("ours", []).append((sureness(read), bool(asked.answers), right))
        document = shelf.documents[asked.paragraph]
        paragraphs = [(document, paragraph.position) for paragraph in shelf.library.paragraphs(document)]
        for search, found in pool.ranked(asked.question, paragraphs).items():
            words = found[0].words
            _score("given: ", asked, search, ScoredReply(False, words, words, words), tally)
            if search in COMPARABLE:
                sure = found[0].score
                surenesses.setdefault(search, []).append((sure, bool(asked.answers), _is_right(asked, words)))
    _refusals("given: ", refusals, tally)
    _sureness(surenesses, tally)


def _open(shelf: Shelf, pool: SentencePool, questions: Sequence[SquadQuestion], tally: Tally, trial: Trial) -> None:
    """Score answers from all paragraphs of the set."""
    refusals: list[Refusal] = []
    for done, asked in enumerate(questions):
        trial.tell(done, len(questions), "all paragraphs")
        reply = reply_of(shelf.assistant.ask(asked.question))
        refusals.append(Refusal(bool(asked.answers), reply.refused))
        _score("open: ", asked, "ours", reply, tally)
        passages = passages_alone(shelf.library, asked.question)
        for search, found in best_of_top_passage(pool, asked.question, passages).items():
            _score("open: ", asked, search, ScoredReply(False, found.words, found.words, found.words), tally)
        if asked.answers:
            for system, ranking in {"ours": shelf.assistant.find(asked.question), **passages}.items():
                hit = hit_at(shelf.ranking(ranking), {asked.paragraph}, 5)
                tally.add("open: paragraph in the first 5", system, hit)
    _refusals("open: ", refusals, tally)


def _score(where: str, asked: SquadQuestion, system: str, reply: ScoredReply, tally: Tally) -> None:
    exact, overlap = exact_match(reply.short, asked.answers), best_token_f1(reply.short, asked.answers)
    tally.add(f"{where}exact match, all", system, exact)
    tally.add(f"{where}F1, all", system, overlap)
    if asked.answers:
        tally.add(f"{where}exact match, answerable", system, exact)
        tally.add(f"{where}F1, answerable", system, overlap)
        tally.add(f"{where}first sentence holds the answer", system, holds_reference(reply.first, asked.answers))
        tally.add(f"{where}answer holds the answer", system, holds_reference(reply.whole, asked.answers))


def _is_right(asked: SquadQuestion, sentence: str) -> bool:
    return bool(asked.answers) and holds_reference(sentence, asked.answers) > 0


def _refusals(where: str, refusals: Sequence[Refusal], tally: Tally) -> None:
    precision, recall = no_answer_precision(refusals), no_answer_recall(refusals)
    for name, share in (("no-answer precision", precision), ("no-answer recall", recall)):
        if share.value is not None:
            tally.put(where + name, {"ours": share.value}, share.of)


def _sureness(surenesses: dict[str, list[tuple[float, bool, bool]]], tally: Tally) -> None:
    n = max(map(len, surenesses.values()), default=0)
    separated = {system: auroc([(sure, known) for sure, known, _ in all_of]) for system, all_of in surenesses.items()}
    both_kinds = len({known for _, known, _ in surenesses.get("ours", [])}) == 2
    tally.put("given: AUROC of an answer", separated, n if both_kinds else 0)
    risks = {
        system: risk_coverage_area([(sure, right) for sure, _, right in all_of])
        for system, all_of in surenesses.items()
    }
    tally.put("given: risk–coverage area", risks, n)
    ours = [(sure, right) for sure, _, right in surenesses.get("ours", [])]
    tally.put("given: calibration error", {"ours": expected_calibration_error(ours)}, n)
