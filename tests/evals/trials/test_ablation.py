"""Each part can be off, and what is off is really off."""

from pathlib import Path

import pytest

from assistant.compose import Settings, open_library
from corpus.parse import parse as parse_whole
from evals.cases.load import load_cases
from evals.trials.ablation import ABLATIONS, ablate, line
from evals.trials.one_search import OneSearch
from evals.trials.without_context import parse

pytestmark = pytest.mark.slow

REPORT = """Report of the harbour board

I. Attendance

1. The meeting in Saltmarsh was attended by 41 delegates of nine islands.

II. Decisions

2. The board decided:
(a) To dredge the northern channel in 2022;
(b) To pay Ada Quill 300 crowns.
"""
CASES = """
- {id: a, kind: number, doc: "report", question: "How many delegates attended the meeting in Saltmarsh?",
   must: [["41"]], quote: "41 delegates"}
- {id: b, kind: followup, doc: "report", history: ["How much is Ada Quill paid?"], question: "By whom is she paid?",
   must: [["board"], ["crowns"]], quote: "Ada Quill"}
- {id: c, kind: refuse, question: "Who conducts the Zoltan Zebedee orchestra?", refuse: true}
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Return a folder with one report."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "report.txt").write_text(REPORT)
    return folder


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return settings that need no model for the embedding."""
    return Settings(tmp_path / "library", embedding="hash")


def test_every_part_has_a_line(tmp_path: Path, corpus: Path, settings: Settings) -> None:
    """There is a report of all cases for each part, beginning with nothing off, and nothing is left behind."""
    (tmp_path / "cases.yaml").write_text(CASES)
    reports = list(ablate(settings, load_cases(tmp_path / "cases.yaml"), corpus))
    assert [name for name, _ in reports] == [part.name for part in ABLATIONS]
    assert {report.all.cases for _, report in reports} == {3}
    assert not settings.library.exists()
    lines = [line("off"), *(line(name, report) for name, report in reports)]
    assert len({len(each) for each in lines}) == 1
    followup = next(outcome for outcome in dict(reports)["follow-ups off"].outcomes if outcome.case.history)
    assert not followup.right
    assert all(len(report.library_digest) == 12 for _, report in reports)


def test_without_context_only_the_words_stay() -> None:
    """Texts, labels and places are those of whole parsing; headings, lead-ins and facts are gone."""
    whole, bare = (way(REPORT.encode(), "report.txt", "r") for way in (parse_whole, parse))
    assert [(x.text, x.label, x.start) for x in bare.paragraphs] == [
        (x.text, x.label, x.start) for x in whole.paragraphs
    ]
    assert any(paragraph.section for paragraph in whole.paragraphs)
    assert not any(paragraph.section or paragraph.parent is not None for paragraph in bare.paragraphs)
    assert bare.metadata.title == ""


@pytest.mark.parametrize(("search", "silent"), [("bm25", "similarity"), ("dense", "bm25")])
def test_one_search_alone(corpus: Path, settings: Settings, search: str, silent: str) -> None:
    """Passages come in the order of the one search, and nothing is known of the other."""
    with open_library(settings) as library:
        library.ingest([corpus])
        alone = OneSearch(library, search)
        found = alone.search("How many delegates attended the meeting in Saltmarsh?", limit=3)
        assert [passage.rank for passage in found] == list(range(1, len(found) + 1))
        assert "41 delegates" in found[0].paragraph.text
        assert {getattr(passage, silent) for passage in found} == {0.0}
        assert alone.digest == library.digest
