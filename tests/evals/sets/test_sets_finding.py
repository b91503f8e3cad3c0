"""The sets of retrieval and of follow-ups, and what is common to all sets."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assistant.compose import Settings
from corpus.errors import CaseError
from evals.metric_values import MetricValue, Tally, metric_values_as_json
from evals.metrics.bleu import corpus_bleu
from evals.sets import canard as canard_set
from evals.sets import cast2019 as cast2019_set
from evals.sets import scifact as scifact_set
from evals.sets.files import read_rows
from evals.sets.known import KNOWN, measure_set, sets_in
from evals.sets.scifact import abstract
from evals.trial import Trial

Values = Callable[..., dict[str, Any]]


def test_scifact(scifact: Path, trial: Trial, values: Values) -> None:
    """Both claims find their abstract first, by every search."""
    figures = scifact_set.measure(scifact, trial)
    assert [(figure.metric, figure.n) for figure in figures] == [("nDCG@10", 2), ("recall@10", 2), ("recall@100", 2)]
    for system in ("ours", "bm25", "dense", "fused"):
        assert values(figures, system) == {"nDCG@10": 1, "recall@10": 1, "recall@100": 1}


def test_scifact_with_a_limit_says_among_how_many(scifact: Path, trial: Trial) -> None:
    """A corpus that was cut is named, and no published figure stands beside it."""
    claims = [scifact_set.Claim("x", {"1": 1.0})]
    sources = [scifact_set.SetDocument(str(number), "text", "title") for number in range(200)]
    kept = scifact_set._pool(sources, claims, Trial(trial.settings, limit=1))
    assert len(kept) == 1 + 50 * 1
    assert "1" in {source.key for source in kept}
    figures = scifact_set.measure(scifact, Trial(trial.settings, limit=1))
    assert {figure.n for figure in figures} == {1}


def test_abstracts_are_read_from_their_printed_form() -> None:
    """Either quotation mark, escapes and line breaks are those of a printed array."""
    assert abstract("['It doesn\\'t.'\n \"It's so.\"]") == "It doesn't. It's so."


def test_canard(canard: Path, trial: Trial, values: Values) -> None:
    """The topic is taken into the question that lacks it, and the complete one is left alone."""
    ours = values(canard_set.measure(canard, trial))
    assert ours["recall of added words"] >= 1 / 2
    assert ours["complete questions left as they are"] == 1
    assert ours["lacking questions changed"] == 1
    copied = [("Where was she born?", "Where was Ada Quill born?")]
    complete = "which lighthouse did Ada Quill build in Saltmarsh"
    assert ours["BLEU of copying"] == corpus_bleu([*copied, (complete.capitalize() + "?", complete)])


def test_cast2019(cast2019: Path, trial: Trial, values: Values) -> None:
    """Turns lean on earlier ones of their own conversation; a lone quotation mark is only a character."""
    figures = cast2019_set.measure(cast2019, trial)
    assert {figure.metric: figure.n for figure in figures}["BLEU"] == 3
    assert values(figures)["complete questions left as they are"] == 1


def test_bleu_gives_the_known_figures(reference: Path) -> None:
    """On CAsT the originals and the rule-based rewriter have the BLEU that others measured: 59.6 and 74.5."""
    columns = [
        [row["query"] for row in read_rows(reference / "dev" / "cast2019" / name, "\t", quoted=False)]
        for name in ("1_Original.tsv", "4_Rule_based_Q.tsv", "10_Human.tsv")
    ]
    assert round(corpus_bleu(list(zip(columns[0], columns[2], strict=True))), 1) == 59.6
    assert round(corpus_bleu(list(zip(columns[1], columns[2], strict=True))), 1) == 74.5


def test_a_sample_is_always_the_same_and_in_order() -> None:
    """The same name draws the same items; another name draws others; a limit above them all changes nothing."""
    trial = Trial(Settings(Path("nowhere")), limit=5)
    items = list(range(100))
    assert trial.sample(items, "a") == trial.sample(items, "a") == sorted(trial.sample(items, "a"))
    assert trial.sample(items, "a") != trial.sample(items, "b")
    assert trial.sample([1, 2], "a") == [1, 2]


def test_a_library_is_kept_and_used_again(scifact: Path, trial: Trial, tmp_path: Path) -> None:
    """With a folder for libraries the second run takes nothing in and comes to the same figures."""
    told: list[str] = []
    kept = Trial(trial.settings, libraries=tmp_path / "kept", tell=lambda _d, _t, what: told.append(what))
    first = scifact_set.measure(scifact, kept)
    assert any("embedding" in what for what in told)
    told.clear()
    assert scifact_set.measure(scifact, kept) == first
    assert not any("embedding" in what for what in told)


def test_sets_are_found_by_what_is_in_the_folder(squad2: Path, canard: Path) -> None:
    """Without names all sets that are there are measured, in one order."""
    assert [known.name for known in sets_in(squad2.parent)] == ["squad2", "canard"]
    assert [known.name for known in sets_in(squad2.parent, ["canard"])] == ["canard"]


def test_sets_that_are_not_there_are_told(tmp_path: Path, canard: Path) -> None:
    """An unknown name, a set that is absent, and a folder without any are each told."""
    with pytest.raises(CaseError, match="no set 'news'; the sets are unfccc, squad2"):
        sets_in(canard.parent, ["news"])
    with pytest.raises(CaseError, match=r"'squad2' is not in .*no squad2\.json"):
        sets_in(canard.parent, ["squad2"])
    (tmp_path / "empty").mkdir()
    with pytest.raises(CaseError, match="holds none of the sets"):
        sets_in(tmp_path / "empty")


def test_the_same_run_twice_gives_the_same(canard: Path, trial: Trial) -> None:
    """Figures do not change from run to run; the seconds stand apart."""
    known = next(each for each in KNOWN if each.name == "canard")
    first, second = (measure_set(known, canard.parent, trial) for _ in range(2))
    assert first.values == second.values
    assert first.seconds > 0


def test_a_tally_takes_means_over_what_was_counted() -> None:
    """Ours is the mean of 1 and 0, BM25 has one value, and None is not counted."""
    tally = Tally("x", {"b": "known"})
    for value in (1.0, None, 0.0):
        tally.add("a", "ours", value)
    tally.add("a", "bm25", 1.0)
    tally.put("b", {"ours": 33.33}, 2, digits=1)
    tally.put("nothing", {"ours": 0.0}, 0)
    figures = tally.metric_values()
    assert figures == [
        MetricValue("x", "b", 2, {"ours": 33.33}, "known", 1),
        MetricValue("x", "a", 2, {"ours": (1 + 0) / 2, "bm25": 1.0}),
    ]
    assert metric_values_as_json(figures)[1] == {
        "set": "x", "metric": "a", "n": 2, "ours": 0.5, "bm25": 1.0, "dense": None, "fused": None, "baseline": "",
    }  # fmt: skip
