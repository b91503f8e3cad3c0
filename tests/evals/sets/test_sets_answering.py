"""The sets that ask questions are read, shelved in a library of their own, asked and scored."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import CaseError
from evals.sets import clapnq as clapnq_set
from evals.sets import mtrag as mtrag_set
from evals.sets import squad2 as squad2_set
from evals.sets import unfccc as unfccc_set
from evals.sets.clapnq import cited_sentences
from evals.trial import Trial

Values = Callable[..., dict[str, Any]]


@pytest.mark.slow
def test_squad2(squad2: Path, trial: Trial, values: Values) -> None:
    """Both answers stand in the sentence given, and the question about somebody unheard of is refused."""
    figures = squad2_set.measure(squad2, trial)
    ours = values(figures)
    for where in ("given: ", "open: "):
        assert ours[f"{where}first sentence holds the answer"] == 1
        assert ours[f"{where}no-answer recall"] == 1
        assert ours[f"{where}no-answer precision"] == 1
    assert ours["open: paragraph in the first 5"] == 1
    assert {figure.n for figure in figures if figure.metric.endswith("answerable")} == {2}
    alone = values(figures, "bm25")
    assert alone["given: first sentence holds the answer"] == 1 / 2, "the brewery's first sentence shares more words"
    assert alone["given: exact match, all"] == 0
    assert "given: calibration error" not in values(figures, "bm25")
    assert "given: AUROC of an answer" not in values(figures, "fused")


def test_clapnq(clapnq: Path, trial: Trial, values: Values) -> None:
    """The one gold sentence is cited, and the question beside the point is refused."""
    figures = clapnq_set.measure(clapnq, trial)
    ours = values(figures)
    assert ours["F1 of the sentences cited"] >= 0.5
    assert ours["no-answer recall"] == 1
    assert ours["AUROC of an answer"] == 1
    assert values(figures, "dense")["F1 of the three best sentences"] == 2 * 1 / (3 + 1)


def test_sentences_cited_by_their_characters() -> None:
    """Half of a sentence is enough, white space makes no difference, and a repeated sentence is met in its turn."""
    text = "One two three . Four five six . One two three ."
    sentences = ["One two three .", "Four five six .", "One two three ."]
    assert cited_sentences(text, sentences, ["Four five"]) == {1}
    assert cited_sentences(text, sentences, ["Four"]) == set()
    assert cited_sentences(text, sentences, ["One  two three. Four five six."]) == {0, 1}
    assert cited_sentences(text, sentences, ["not there", ""]) == set()


def test_mtrag(mtrag: Path, trial: Trial, values: Values) -> None:
    """A follow-up is found with its subject, and a question about something unheard of is refused."""
    figures = mtrag_set.measure(mtrag, trial)
    ours = values(figures)
    assert ours["recall@5, with resolution"] == 1
    assert ours["refused of unanswerable"] == 1
    assert {figure.metric: figure.n for figure in figures}["recall@5, with resolution, later turns"] == 1
    assert ours["token recall"] > 0.3


def test_unfccc(unfccc: Path, trial: Trial, values: Values) -> None:
    """A paragraph that lies whole in the gold passage is gold; one that is only partly in it is not."""
    remarks: list[str] = []
    figures = unfccc_set.measure(unfccc, Trial(trial.settings, remark=remarks.append))
    ours = values(figures)
    assert remarks == []
    assert ours["gold in the first 1"] == 1
    assert ours["MRR"] == 1
    assert ours["cited in gold"] == 1
    assert 0 < ours["token F1"] < 1


@pytest.mark.parametrize("text", ["[]", '{"data": [{"title": "x"}]}', "{"])
def test_a_file_in_another_format_is_told(tmp_path: Path, trial: Trial, text: str) -> None:
    """Whatever is wrong with the file, its name is said."""
    path = tmp_path / "squad2.json"
    path.write_text(text)
    with pytest.raises(CaseError, match=r"squad2\.json"):
        squad2_set.measure(path, trial)


def test_the_real_set(reference: Path, trial: Trial, values: Values) -> None:
    """Four questions of a real set are asked and scored."""
    figures = clapnq_set.measure(reference / "dev" / "clapnq.jsonl", Trial(trial.settings, limit=4))
    ours = values(figures)
    assert {"AUROC of an answer", "no-answer recall"} <= ours.keys()
    assert all(0 <= value <= 1 for value in ours.values())
