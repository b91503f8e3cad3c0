"""QMSum (Zhong et al. 2021): questions about the transcript of a meeting, each with a summary that people wrote.

Our extract is that of a question which spans documents, over the turns of the meeting as paragraphs; beside it stand
the first words, TextRank, and the best turns by BM25, in the same number of words. A turn is relevant where the set
says so; its recall is taken over as many turns as are relevant.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.summary.choosing.gist import QueryRelevance, asked_terms, cover, rank
from assistant.summary.outline import Unit
from corpus.paragraph import Paragraph
from corpus.text.sentences import sentence_spans
from evals.metric_values import MetricValue, Tally
from evals.metrics.rouge import KINDS, rouge
from evals.sets.files import in_format, read_json
from evals.trial import Trial
from evals.trials.text_rank import text_rank

WORDS = {"specific": 70, "general": 110}
"""Words of each summary, whoever makes it."""
_NAMES = {"rouge1": "ROUGE-1", "rouge2": "ROUGE-2", "rougeL": "ROUGE-L"}
_TEXTRANK = "P TextRank 16.3 / 2.7 / 15.4, extractive oracle 42.8 / 16.9 / 39.2 (by memory)"
_OTHERS = ("lead", "TextRank", "BM25 turns")


@dataclass(frozen=True, slots=True)
class MeetingQuestion:
    """A question about one meeting."""

    question: str
    answer: str
    sort: str
    """`specific` or `general`."""
    relevant: frozenset[int]
    """Ranks of the turns that matter; empty where the set names none."""
    turns: tuple[Paragraph, ...]
    units: tuple[Unit, ...]


def measure(path: Path, trial: Trial) -> list[MetricValue]:
    """Return the metrics over the meetings of a folder of files in the format of QMSum."""
    with in_format(path):
        asked = [each for file in sorted(path.glob("*.json")) for each in _meeting(file)]
    tally = Tally("qmsum", {"ROUGE-1": _TEXTRANK, "ROUGE-2": "", "ROUGE-L": ""})
    chosen = trial.sample(asked, "qmsum")
    for done, each in enumerate(chosen):
        trial.tell(done, len(chosen), "summarizing")
        _measure(each, tally)
    return tally.metric_values()


def _measure(asked: MeetingQuestion, tally: Tally) -> None:
    words = WORDS[asked.sort]
    ranked = rank(asked.question, asked.turns)
    scores = dict(enumerate(ranked.scores))
    extracts = {
        "ours": _joined(cover(asked.units, ranked, scores, words)),
        "lead": " ".join(" ".join(turn.text for turn in asked.turns).split()[:words]),
        "TextRank": " ".join(asked.units[at].text for at in text_rank([unit.text for unit in asked.units], words)),
        "BM25 turns": _best_turns(asked, words),
    }
    for system, extract in extracts.items():
        found = rouge(extract, asked.answer)
        for kind in KINDS:
            name = _NAMES[kind] if system == "ours" else f"{_NAMES[kind]} of {system}"
            tally.add(name, "ours", 100 * found[kind])
            tally.add(f"{name}, {asked.sort}", "ours", 100 * found[kind])
    if asked.relevant and asked_terms(asked.question):
        _recall(asked, ranked, tally)


def _recall(asked: MeetingQuestion, ranked: QueryRelevance, tally: Tally) -> None:
    """Count how many of the relevant turns are among as many that were ranked first, and how many cited ones are."""
    alone = rank(asked.question, asked.turns, neighbours=0)
    for name, order in (("ours", ranked.order), ("bm25", alone.order)):
        first = set(order[: len(asked.relevant)])
        tally.add("recall of relevant turns", name, len(first & asked.relevant) / len(asked.relevant))
    cited = {unit.paragraph.position for unit in cover(asked.units, ranked, dict(enumerate(ranked.scores)), 70)}
    tally.add("cited turns that are relevant", "ours", len(cited & asked.relevant) / len(cited) if cited else 0.0)
    share = len(asked.relevant) / len(asked.turns)
    tally.add("share of turns that are relevant", "ours", share)


def _best_turns(asked: MeetingQuestion, words: int) -> str:
    order = rank(asked.question, asked.turns, neighbours=0).order
    return " ".join(" ".join(asked.turns[at].text for at in order[:40]).split()[:words])


def _joined(units: Sequence[Unit]) -> str:
    return " ".join(unit.text for unit in units)


def _meeting(file: Path) -> list[MeetingQuestion]:
    record = read_json(file)
    turns, units = [], []
    for position, turn in enumerate(record["meeting_transcripts"]):
        spoken = " ".join(str(turn["content"]).split())
        text = f"{turn['speaker']}: {spoken}"
        begin = len(text) - len(spoken)
        paragraph = Paragraph(file.stem, position, "", position + 1, (), None, 0, len(text), text)
        turns.append(paragraph)
        spans = sentence_spans(text[begin:])
        units += [Unit(paragraph, begin + start, begin + end, at) for at, (start, end) in enumerate(spans)]
    specific = [_asked(query, "specific", turns, units) for query in record["specific_query_list"]]
    return [*specific, *(_asked(query, "general", turns, units) for query in record["general_query_list"])]


def _asked(query: Any, sort: str, turns: Sequence[Paragraph], units: Sequence[Unit]) -> MeetingQuestion:
    spans = query.get("relevant_text_span", [])
    relevant = frozenset(at for first, last in spans for at in range(int(first), int(last) + 1) if at < len(turns))
    return MeetingQuestion(str(query["query"]), str(query["answer"]), sort, relevant, tuple(turns), tuple(units))
