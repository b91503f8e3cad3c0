"""A run is compared with an earlier one, and a loss ends with status 1."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

CASES = """
- {id: w1, kind: number, doc: "workshop", question: "How many participants from 12 countries attended the workshop?",
   must: [["84"]], quote: "84 participants", tags: must-hold}
- {id: w2, kind: number, doc: "stores", question: "How many tonnes of millet did the store in Accra hold?",
   must: [["340"]], quote: "340 tonnes"}
- {id: w3, kind: refuse, question: "What is the gross domestic product of Atlantis?", refuse: true}
"""


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    """Return a file of three cases that come out right."""
    path = tmp_path / "cases.yaml"
    path.write_text(CASES, encoding="utf-8")
    return path


def test_baseline_loss_and_bisect(filled, cases: Path, papers: Path, tmp_path: Path) -> None:
    """A baseline is written on request; a document that changed loses a case that must hold, at the stage parsed."""
    base = tmp_path / "base.json"
    written = filled("eval", cases, "--against", base, "--update-baseline")
    assert written.returncode == 0, written.stderr
    assert "the baseline is written" in written.stderr
    same = filled("eval", cases, "--against", base)
    assert same.returncode == 0, same.stdout + same.stderr
    assert "No loss over 3 cases" in same.stdout
    changed = tmp_path / "changed"
    changed.mkdir()
    for path in papers.iterdir():
        (changed / path.name).write_text(path.read_text().replace("84 participants", "85 people"))
    lost = filled(
        "eval", cases, "--corpus", changed, "--against", base, "--html", tmp_path / "r.html", "--junit",
        tmp_path / "r.xml", "--jsonl", tmp_path / "r.jsonl", "--summary", tmp_path / "r.md",
    )  # fmt: skip
    assert lost.returncode == 1
    assert "w1 must hold and was lost" in lost.stdout
    assert "lost by stage: parsed 1" in lost.stdout
    assert "documents changed: workshop" in lost.stdout
    assert f"{cases}, line 3: case 'w1' quotes '84 participants', which is in no paragraph" in lost.stderr
    assert "before: " in lost.stdout
    assert "w1 must hold" in (tmp_path / "r.html").read_text(encoding="utf-8")
    assert len(list(ElementTree.parse(tmp_path / "r.xml").iter("failure"))) == 2
    assert len((tmp_path / "r.jsonl").read_text(encoding="utf-8").splitlines()) == 3
    assert "Answers are worse" in (tmp_path / "r.md").read_text(encoding="utf-8")
    bisected = filled("eval", "bisect", cases, "--corpus", changed, "--against", base)
    assert bisected.returncode == 0, bisected.stderr
    assert "w1 lost: parsed – the gold paragraph is not in the library" in bisected.stdout
    assert "w2" not in bisected.stdout


def test_without_an_earlier_run_a_quote_that_is_nowhere_is_an_error(filled, cases: Path) -> None:
    """File and line are named, and nothing is asked."""
    cases.write_text(CASES.replace("340 tonnes", "341 tonnes"), encoding="utf-8")
    done = filled("eval", cases)
    assert done.returncode == 1
    assert f"{cases}, line 5: case 'w2' quotes '341 tonnes', which is in no paragraph of 'stores'" in done.stderr


def test_a_baseline_without_words_stays_so(filled, cases: Path, tmp_path: Path) -> None:
    """No word of a document is written, nor when it is written again without saying so."""
    base = tmp_path / "base.json"
    for more in (["--without-words"], []):
        done = filled("eval", cases, "--against", base, "--update-baseline", *more)
        assert done.returncode == 0, done.stderr
        assert "participants" not in base.read_text(encoding="utf-8")
        assert json.loads(base.read_text(encoding="utf-8"))["words"] is False
    assert "No loss over 3 cases" in filled("eval", cases, "--against", base).stdout


def test_what_did_not_change_is_not_asked_again(filled, cases: Path, tmp_path: Path) -> None:
    """The second run takes its answers from what is kept; `--fresh` asks again."""
    filled("eval", cases, "--json", tmp_path / "first.json")
    seconds = []
    for more in ([], ["--fresh"]):
        filled("eval", cases, "--json", tmp_path / "again.json", *more)
        runs = [json.loads((tmp_path / name).read_text())["outcomes"] for name in ("first.json", "again.json")]
        seconds.append([[outcome["seconds"] for outcome in run] for run in runs])
        assert [each["digest"] for each in runs[0]] == [each["digest"] for each in runs[1]]
    assert seconds[0][0] == seconds[0][1]
    assert seconds[1][0] != seconds[1][1]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--update-baseline"], "needs --against BASELINE"),
        (["--against", "absent.json"], "there is no baseline at absent.json"),
        (["--html", "absent/report.html"], "cannot be written to absent/report.html"),
    ],
)
def test_options_that_cannot_be_followed(filled, cases: Path, options: list[str], words: str) -> None:
    """Each is told before the work is done."""
    done = filled("eval", cases, *options)
    assert done.returncode == 1
    assert words in done.stderr


@pytest.mark.slow
def test_the_library_has_facts_of_its_own(own) -> None:
    """Without a file, the facts beside the library are asked; where there are none, the next step is named."""
    empty = own("eval")
    assert empty.returncode == 1
    assert "rapporteur facts add" in empty.stderr
    (own.library / "facts").mkdir()
    (own.library / "facts" / "mine.yaml").write_text(CASES, encoding="utf-8")
    done = own("eval")
    assert done.returncode == 0, done.stderr
    assert "1.00 (2/2)" in done.stdout
    assert own("eval", "bisect").stdout.strip() == ""
    unknown = own("eval", "bisect", "--case", "zz")
    assert unknown.returncode == 1
    assert "there is no case 'zz'" in unknown.stderr
