"""`pytest --facts FILE` asks each known fact as a test."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

REPORT = "Report\n\n1. In all, 84 participants from 12 countries attended the workshop.\n\n2. It closed at noon.\n"
FACTS = """
- {id: right, kind: number, doc: report, question: "How many participants attended the workshop?",
   must: [["84"]], quote: "84 participants", tags: must-hold}
- {id: wrong, kind: number, doc: report, question: "How many participants from 12 countries attended the workshop?",
   must: [["9999"]], quote: "84 participants", tags: [skip, xfail]}
- {id: unsaid, kind: refuse, question: "What is the gross domestic product of Atlantis?", refuse: true}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a report, its facts, a faulty file, and a test of its own that must not be run."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "reports").mkdir()
    (folder / "reports" / "report.txt").write_text(REPORT)
    (folder / "facts.yaml").write_text(FACTS)
    (folder / "faulty.yaml").write_text("- {id: a, kind: x, question: q, shade: red}\n")
    (folder / "stale.yaml").write_text(FACTS.replace("84 participants", "85 participants"))
    (folder / "test_other.py").write_text("def test_other():\n    pass\n")
    return folder


def run_pytest(folder: Path, *arguments: str, **more: str) -> tuple[int, str]:
    """Run pytest as a person would, with the plugin of this checkout; return its status and what it prints."""
    # What is installed in this environment may be of another checkout, so its entry point is left out.
    command = [sys.executable, "-m", "pytest", "-p", "no:rapporteur", "-p", "interfaces.pytest_facts"]
    environment = {
        **os.environ,
        "RAPPORTEUR_LIBRARY": str(folder / "library"),
        "RAPPORTEUR_CACHE": str(folder / "cache"),
        "RAPPORTEUR_EMBEDDING": "hash",
        "RAPPORTEUR_READER": "none",
        "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
        **more,
    }
    done = subprocess.run(
        [*command, "-p", "no:cacheprovider", "-p", "no:langsmith_plugin", *arguments],
        cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


def test_each_fact_is_a_test(folder: Path) -> None:
    """They pass and fail by name, with what came and the stage; nothing else is collected."""
    status, said = run_pytest(folder, "--facts", "facts.yaml", "--facts-corpus", "reports", "-v")
    assert status == 1, said
    assert re.search(r"facts\.yaml::right PASSED", said)
    assert re.search(r"facts\.yaml::wrong FAILED", said)
    assert re.search(r"facts\.yaml::unsaid PASSED", said)
    assert "1 failed, 2 passed" in said
    assert "wrong:    does not hold '9999'" in said
    assert "stage:    read" in said
    assert "test_other" not in said
    assert "Traceback" not in said


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["-k", "right"], "1 passed, 2 deselected"),
        (["-m", "must-hold"], "1 passed, 2 deselected"),
        (["-m", "refuse", "--strict-markers"], "1 passed, 2 deselected"),
        (["-m", "not fact_skip", "--strict-markers"], "2 passed, 1 deselected"),
        (["facts.yaml::unsaid"], "1 passed"),
        (["test_other.py", "-k", "other or unsaid"], "2 passed, 2 deselected"),
    ],
)
def test_the_usual_selection(folder: Path, arguments: list[str], words: str) -> None:
    """By name, by tag and kind, by node, and beside other tests."""
    status, said = run_pytest(folder, "--facts", "facts.yaml", "--facts-corpus", "reports", *arguments)
    assert words in said, said
    assert status == 0


def test_faulty_and_stale_facts_are_told_in_plain_words(folder: Path) -> None:
    """A faulty file is an error of collection, a quote that is nowhere a failure, each with file and line."""
    status, said = run_pytest(folder, "--facts", "faulty.yaml", "--facts-corpus", "reports")
    assert status == 2
    assert "faulty.yaml, line 1: unknown key 'shade' in a case" in said
    assert "Traceback" not in said
    status, said = run_pytest(folder, "--facts", "stale.yaml", "--facts-corpus", "reports", "-k", "right")
    assert status == 1
    assert "stale.yaml, line 3: case 'right' quotes '85 participants', which is in no paragraph of 'report'" in said


def test_an_empty_library_is_told(folder: Path) -> None:
    """Without documents the library of the person is asked, which has none; every case says so, and nothing else."""
    status, said = run_pytest(folder, "--facts", "facts.yaml")
    assert status == 1
    assert "3 failed" in said
    assert "in use by process" not in said
    assert "During handling" not in said
    assert "holds no documents; add some with 'rapporteur ingest PATH'" in said


def test_without_facts_nothing_is_different(folder: Path) -> None:
    """The plugin keeps out of other sessions."""
    status, said = run_pytest(folder)
    assert (status, "1 passed" in said) == (0, True), said


def test_without_facts_nothing_is_imported_for_them(tmp_path: Path) -> None:
    """Whoever has the plugin installed and gives no facts waits for none of the product's libraries."""
    (tmp_path / "test_imports.py").write_text(
        "import sys\n\ndef test_imports():\n"
        "    heavy = {'assistant', 'corpus', 'index', 'evals', 'prompts', 'torch', 'numpy', 'yaml', 'rich', 'typer'}\n"
        "    assert heavy & {name.partition('.')[0] for name in sys.modules} == set()\n"
        "    ours = {name for name in sys.modules if name.startswith('interfaces')}\n"
        "    assert ours == {'interfaces', 'interfaces.pytest_facts'}\n"
    )
    # Other plugins of this environment import what they like.
    status, said = run_pytest(tmp_path, "-q", PYTEST_DISABLE_PLUGIN_AUTOLOAD="1")
    assert status == 0, said
