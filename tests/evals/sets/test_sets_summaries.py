"""QMSum in small: a made-up meeting in the format of the set."""

import json
from pathlib import Path

import pytest

from assistant.compose import Settings
from corpus.errors import CaseError
from evals.sets import qmsum
from evals.trial import Trial
from evals.trials.text_rank import text_rank

TURNS = (
    ("Ada", "Good morning. Let us begin with the minutes of the last meeting, which nobody has read."),
    ("Tom", "The night ferry needs a new roof. The roof of the night ferry leaks when it rains from the west."),
    ("Ada", "What would a new roof of the night ferry cost us, and who would build it before the winter?"),
    ("Tom", "The yard in Saltmarsh asks forty thousand crowns for the roof and could begin in October."),
    ("Eve", "Now to the seeds. We gave away all the seeds we had, and the store is being painted again."),
)
MEETING = {
    "meeting_transcripts": [{"speaker": speaker, "content": content} for speaker, content in TURNS],
    "general_query_list": [{"query": "Summarize the whole meeting.", "answer": "The ferry roof and the seeds."}],
    "specific_query_list": [
        {
            "query": "Summarize the discussion about the roof of the night ferry.",
            "answer": "The roof of the night ferry leaks; the yard in Saltmarsh asks forty thousand crowns.",
            "relevant_text_span": [["1", "3"]],
        }
    ],
    "topic_list": [],
}


def test_meetings_are_measured_beside_the_first_words_and_textrank(tmp_path: Path) -> None:
    """The turns that matter are found, and our extract is nearer to the summary than the first words."""
    pytest.importorskip("rouge_score", reason="summaries are scored by the package rouge-score")
    (tmp_path / "one.json").write_text(json.dumps(MEETING), encoding="utf-8")
    figures = {f.metric: f for f in qmsum.measure(tmp_path, Trial(Settings(tmp_path / "library")))}
    assert figures["ROUGE-1"].n == 2
    assert figures["recall of relevant turns"].values["ours"] == 1.0
    ours, first = figures["ROUGE-2, specific"].values["ours"], figures["ROUGE-2 of lead, specific"].values["ours"]
    assert ours >= first
    assert "ROUGE-L of TextRank" in figures


def test_a_file_of_another_format_is_told(tmp_path: Path) -> None:
    """What is not as the publishers give it is named."""
    (tmp_path / "one.json").write_text('{"turns": []}', encoding="utf-8")
    with pytest.raises(CaseError, match="not in the format of its set"):
        qmsum.measure(tmp_path, Trial(Settings(tmp_path / "library")))


def test_textrank_prefers_what_shares_words_with_the_rest() -> None:
    """The sentence that has nothing in common with any other is not chosen."""
    sentences = [
        "The ferry crosses the bay every night.",
        "Every night the ferry brings people over the bay.",
        "Marmalade is made of oranges and sugar.",
        "People cross the bay by ferry at night.",
    ]
    assert 2 not in text_rank(sentences, 18)
    assert text_rank(sentences, 1000) == [0, 1, 2, 3]
