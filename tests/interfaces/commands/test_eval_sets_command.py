"""A folder of development sets is measured from the terminal."""

import json
from pathlib import Path

import pytest

TURNS = [
    {
        "History": ["Saltmarsh", "Harbour"],
        "Question": "Who built it?",
        "Rewrite": "Who built the harbour of Saltmarsh?",
    },
    {"History": ["Saltmarsh", "Harbour"], "Question": "Who was Ada Quill?", "Rewrite": "Who was Ada Quill?"},
]


@pytest.fixture
def sets(tmp_path: Path) -> Path:
    """Return a folder that holds one set, which needs no library."""
    folder = tmp_path / "sets"
    folder.mkdir()
    (folder / "canard.json").write_text(json.dumps(TURNS), encoding="utf-8")
    return folder


def test_figures_are_printed_and_written(rapporteur, sets: Path, tmp_path: Path) -> None:
    """The table has ours beside what is known, the file every figure; only the seconds differ between two runs."""
    runs = []
    for name in ("one.json", "two.json"):
        done = rapporteur("eval", sets, "--json", tmp_path / name, "--limit", "2")
        assert done.returncode == 0, done.stderr
        runs.append(json.loads((tmp_path / name).read_text(encoding="utf-8")))
    lines = [" ".join(line.split()) for line in done.stdout.splitlines()]
    assert lines[0].startswith("set metric n ours BM25 alone dense alone fused known")
    assert lines[1].startswith("canard BLEU 2 ")
    assert "M pronoun replaced by the title 49.1" in lines[1]
    assert not rapporteur.library.exists()
    assert {figure["metric"]: figure["n"] for figure in runs[0]["figures"]}["complete questions left as they are"] == 1
    assert runs[0]["seconds"].keys() == {"canard"}
    assert {**runs[0], "seconds": 0} == {**runs[1], "seconds": 0}


def test_what_cannot_be_measured_is_told(rapporteur, sets: Path, tmp_path: Path) -> None:
    """An unknown set, an option that means nothing there and a broken file are each one sentence."""
    cases = tmp_path / "cases.yaml"
    cases.write_text("- {id: a, kind: refuse, question: Who?, refuse: true}", encoding="utf-8")
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "canard.json").write_text('[{"Question": "Who?"}]')
    for arguments, words in (
        ((sets, "--set", "news"), "no set 'news'"),
        ((sets, "--corpus", tmp_path), "leave out --corpus"),
        ((sets, "--summary", tmp_path / "s.md"), "--summary is for known facts"),
        ((sets, "--fresh"), "--fresh is for known facts"),
        ((cases, "--limit", "3"), "--limit is for a folder of sets"),
        ((tmp_path / "broken",), "canard.json is not in the format of its set"),
    ):
        done = rapporteur("eval", *arguments)
        assert done.returncode == 1
        assert words in done.stderr
        assert "Traceback" not in done.stderr
