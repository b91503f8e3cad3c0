"""Whoever does what the how-tos for engineers say has something that works, in the form that the checks want."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools.docs.following import Step, steps_of
from tools.docs.pages import REPOSITORY

FOLDERS = ("assistant", "corpus", "evals", "index", "interfaces", "prompts", "training", "tests")
BUILT = shutil.ignore_patterns("__pycache__", "weights", "starter*", "baselines")


def run(root: Path, *command: str) -> str:
    """Run a tool in the copy, and return what it says if it fails."""
    environment = {**os.environ, "PYTHONPATH": str(root)}
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr if done.returncode else ""


@pytest.mark.parametrize(
    ("page", "least", "tests"),
    [
        ("add-a-format", 8, ["tests/corpus/readers/srt", "tests/corpus/test_hostile_files.py", "-k", "srt or cue"]),
        ("add-a-check", 5, ["tests/assistant/verification/checks/test_addresses.py"]),
        ("add-a-metric", 4, ["tests/evals/metrics", "tests/evals/comparing/test_record_json.py"]),
    ],
)
def test_following_a_how_to_gives_what_it_promises(page: str, least: int, tests: list[str], tmp_path: Path) -> None:
    """The files and lines that it shows are written into a copy of the code; its own tests and the checks pass."""
    root = tmp_path / "copy"
    for folder in FOLDERS:
        shutil.copytree(REPOSITORY / folder, root / folder, ignore=BUILT)
    shutil.copy(REPOSITORY / "pyproject.toml", root)
    steps = list(steps_of((REPOSITORY / "docs" / "how-to" / f"{page}.md").read_text(encoding="utf-8")))
    assert len(steps) >= least
    for step in steps:
        step.take(root)
    written = sorted({step.path for step in steps if step.path.endswith(".py")})
    assert run(root, "ruff", "check", "--no-cache", *written) == ""
    assert run(root, "ruff", "format", "--no-cache", "--check", *written) == ""
    assert run(root, "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *tests) == ""


def test_a_step_that_has_no_place_is_told(tmp_path: Path) -> None:
    """When the code has changed and no line holds the words any more, the page is known to be out of date."""
    (tmp_path / "code.py").write_text("one = 1\ntwo = 2\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"0 lines of code\.py hold 'three'"):
        Step("code.py", "after", "three", "four = 4\n").take(tmp_path)
    Step("code.py", "instead of", "one", "one = 11\n").take(tmp_path)
    Step("code.py", "before", "two", "half = 1.5\n").take(tmp_path)
    assert (tmp_path / "code.py").read_text(encoding="utf-8") == "one = 11\nhalf = 1.5\ntwo = 2\n"
