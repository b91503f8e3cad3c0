"""The reports hold what came of a run, and nothing that a document says steers them."""

import json
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from evals.comparing.compare import compare
from evals.comparing.history import add_to_history, past_run, read_history
from evals.outcome import CitedSource
from evals.reports.html import html_report
from evals.reports.jsonl import json_lines
from evals.reports.junit import junit_xml
from evals.reports.summary import markdown_summary

EVIL = "<script>alert(1)</script> | `x` [a](http://evil) ]]> & \x07"


class Page(HTMLParser):
    """Collects the tags, the attributes that fetch, and the words of a page."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.fetched: list[str] = []
        self.words = ""
        self.feed(source)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append(tag)
        self.fetched += [value or "" for name, value in attributes if name in ("src", "href", "action", "data")]

    def handle_data(self, data: str) -> None:
        """Note words."""
        self.words += data


@pytest.fixture
def runs(made):
    """Return a run and a later one that has lost a case, whose answer is hostile, and gained another."""
    evil = made.outcome("b", right=False, answer=EVIL, sources=(CitedSource("report", "para. 9", EVIL),))
    old = [made.outcome("a"), made.outcome("b"), made.outcome("g", right=False), made.outcome("r", refuse=True)]
    new = [made.outcome("a"), evil, made.outcome("g"), made.outcome("r", refuse=True)]
    return made.run(old), made.run(new, commit="def")


def test_the_page_needs_nothing_and_obeys_no_document(runs) -> None:
    """No script, nothing fetched, and hostile text is shown as it is."""
    old, new = runs
    history = [past_run(old), past_run(new)]
    page = Page(html_report(new, compare(old, new), history, "facts.yaml"))
    assert "script" not in page.tags
    assert page.fetched == []
    assert "http://evil" in page.words
    assert page.tags.count("polyline") == 4
    for words in ("facts.yaml", "No loss over 4 cases", "Flipped: 2", "Not right: 1 of 4", "lost", "gained", "para. 9"):
        assert words in page.words
    assert "url(" not in html_report(new)


def test_the_page_without_an_earlier_run(runs) -> None:
    """Figures stand alone, and there is no line over time of one run."""
    page = Page(html_report(runs[0], None, [past_run(runs[0])]))
    assert "answered right" in page.words
    assert "polyline" not in page.tags
    assert "Flipped" not in page.words


def test_junit_fails_what_is_not_well(runs) -> None:
    """Without an earlier run each case that is not well has failed, with the stage as its type."""
    root = ElementTree.fromstring(junit_xml(runs[1]))
    assert {suite.get("name"): suite.get("tests") for suite in root} == {"number": "3", "refuse": "1"}
    [failure] = root.iter("failure")
    assert failure.get("type") == "read"
    assert "does not hold '70'" in (failure.get("message") or "")
    assert "alert(1)" in (failure.text or "")


def test_junit_beside_an_earlier_run_fails_what_was_lost(made) -> None:
    """What was wrong before is skipped; an alarm is a failure of its own."""
    old = made.run([made.outcome(f"c{n}", right=n > 0) for n in range(20)])
    new = made.run([made.outcome(f"c{n}", right=n > 12) for n in range(20)])
    root = ElementTree.fromstring(junit_xml(new, compare(old, new)))
    assert len(list(root.iter("failure"))) == 12 + 1
    assert len(list(root.iter("skipped"))) == 1
    assert [suite.get("name") for suite in root] == ["number", "gate"]


def test_a_line_of_json_a_case(runs) -> None:
    """Each line has the outcome, the stage and the run."""
    lines = [json.loads(line) for line in json_lines(runs[1]).splitlines()]
    assert [line["id"] for line in lines] == ["a", "b", "g", "r"]
    assert [line["stage"] for line in lines] == [None, "read", None, None]
    assert lines[1]["answer"] == EVIL
    assert lines[0]["run"]["commit"] == "def"


def test_the_summary_is_a_table_that_hostile_words_cannot_leave(runs) -> None:
    """Signs of Markdown and HTML are escaped, and each row has its number of cells."""
    old, new = runs
    text = markdown_summary(new, compare(old, new))
    assert text.startswith("### ✅ No loss over 4 known facts")
    [row] = [line for line in text.splitlines() if line.startswith("| b |")]
    assert row.replace("\\|", "").count("|") == 6
    assert "\\<script\\>" in row
    alone = markdown_summary(new)
    assert "3 of 4 known facts" in alone
    assert "| answered right | 3 | 0.667 |" in alone


def test_history_is_kept_line_by_line(tmp_path: Path, runs) -> None:
    """Runs come back in order; a broken line is left out."""
    path = tmp_path / "deep" / "history.jsonl"
    assert read_history(path) == []
    add_to_history(path, past_run(runs[0]))
    with path.open("a") as file:
        file.write("{broken\n")
    add_to_history(path, past_run(runs[1]))
    assert [run.commit for run in read_history(path)] == ["abc", "def"]
    assert read_history(path)[0].metrics["answered right"] == pytest.approx(2 / 3, abs=1e-6)
