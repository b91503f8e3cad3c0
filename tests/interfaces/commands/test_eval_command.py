"""Known facts are put to a library of their own, or to the person's."""

import json
from pathlib import Path

import pytest

CASES = """
- {id: w1, kind: number, doc: "workshop", question: "How many participants from 12 countries attended the workshop?",
   must: [["84"]], quote: "84 participants"}
- {id: w2, kind: number, doc: "stores+workshop", question: "How many tonnes of millet did the store in Accra hold?",
   must: [["9999"]], quote: "340 tonnes"}
- {id: w3, kind: refuse, question: "What is the gross domestic product of Atlantis?", refuse: true}
"""


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file of three cases, the second of which cannot come out right."""
    path = tmp_path_factory.mktemp("cases") / "cases.yaml"
    path.write_text(CASES, encoding="utf-8")
    return path


@pytest.mark.slow
def test_eval_over_a_folder_leaves_no_trace(filled, cases: Path, papers: Path, tmp_path: Path) -> None:
    """The figures are printed and written, the person's library is untouched, and the temporary one is gone."""
    before = {path: path.read_bytes() for path in filled.library.rglob("*") if path.is_file()}
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    done = filled("eval", cases, "--corpus", papers, "--json", tmp_path / "report.json", TMPDIR=str(scratch))
    assert done.returncode == 0, done.stderr
    assert {path: path.read_bytes() for path in filled.library.rglob("*") if path.is_file()} == before
    assert list(scratch.glob("rapporteur*")) == []
    header, number, refuse, in_all = [" ".join(line.split()) for line in done.stdout.splitlines() if line.strip()][:4]
    assert header.startswith("kind n answered right cited right refused right false refusals gold in 1 gold in 3")
    assert number.startswith("number 2 0.50 (1/2)")
    assert refuse.startswith("refuse 1 – – 1.00 (1/1)")
    assert in_all.startswith("all 3 0.50 (1/2)")
    assert "w2" in done.stdout.split("not right")[1]
    assert "does not hold '9999'" in done.stdout
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert report["schema"] == 2
    assert report["all"]["answered_right"]["hits"] == 1
    assert [outcome["right"] for outcome in report["outcomes"]] == [True, False, True]


def test_eval_without_a_corpus_asks_the_library(filled, tmp_path: Path) -> None:
    """The person's own documents are asked about; a document that is absent is remarked on with the cases it is in."""
    path = tmp_path / "cases.yaml"
    path.write_text(CASES.replace("stores+workshop", "minutes"), encoding="utf-8")
    done = filled("eval", path)
    assert done.returncode == 0, done.stderr
    assert "0.50 (1/2)" in done.stdout
    assert "no document 'minutes' in the library, though named by w2" in done.stderr


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("", "no cases in it"),
        ("- {id: a, kind: x, question: q, shade: red}", "line 1: unknown key 'shade'"),
        ("- {id: a, kind: x, question: q, refuse: true}\n- [", "line 2: not well-formed YAML"),
        (
            CASES.replace("stores+workshop", "absent").replace('"workshop"', '"gone"'),
            "not in the library (absent, gone)",
        ),
        (CASES.replace("How many participants", "x" * 3_000), "line 2: case 'w1' cannot be asked"),
    ],
)
def test_cases_that_cannot_be_run(filled, tmp_path: Path, source: str, words: str) -> None:
    """A faulty file is told with its name and the line."""
    path = tmp_path / "cases.yaml"
    path.write_text(source, encoding="utf-8")
    done = filled("eval", path)
    assert done.returncode == 1
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_paths_that_are_not_there(filled, cases: Path, tmp_path: Path) -> None:
    """A missing file of cases, a folder of nothing and a report that cannot be written are each named."""
    assert "no file of cases" in filled("eval", tmp_path / "absent.yaml").stderr
    nothing = filled("eval", cases, "--corpus", tmp_path)
    assert nothing.returncode == 1
    assert str(tmp_path) in nothing.stderr
    unwritable = filled("eval", cases, "--json", tmp_path / "no" / "report.json")
    assert unwritable.returncode == 1
    assert "cannot be written" in unwritable.stderr
