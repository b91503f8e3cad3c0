"""Small changes of the code are made in a copy, tested by the tests of their room, and told with what was changed."""

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tools.mutations import mutations_of

REPOSITORY = Path(__file__).resolve().parent.parent
RULE = '''"""Tell what is long."""

LEAST = 40


def is_long(words: int | None) -> bool:
    """Tell whether a text is long."""
    return words is not None and words > LEAST
'''
TESTS = '''"""What is long."""

from pathlib import Path

from assistant.composing.length import is_long


def test_length() -> None:
    """A hundred words are long, none are not."""
    with Path({runs!r}).open("a") as file:
        file.write("1")
    assert is_long(100)
    assert not is_long(0)
    assert not is_long(None)
'''


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a tree with one rule in one room, and a test that notices some changes of it."""
    root = tmp_path / "project"
    room, tests = root / "assistant" / "composing", root / "tests" / "assistant" / "composing"
    for folder in (room, tests):
        folder.mkdir(parents=True)
    shutil.copytree(REPOSITORY / "tools", root / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    (root / "pyproject.toml").write_text('[tool.pytest.ini_options]\naddopts = "--import-mode=importlib"\n')
    for package in (room.parent, room):
        (package / "__init__.py").touch()
    (room / "length.py").write_text(RULE)
    (tests / "test_length.py").write_text(TESTS.format(runs=str(tmp_path / "runs")))
    return root


def mutants(project: Path, *arguments: str) -> subprocess.Popen[str]:
    """Start the tool in a tree, with a folder for temporary files of its own."""
    command = [sys.executable, "-m", "tools.mutants", *arguments]
    held = project.parent / "temporary"
    held.mkdir(exist_ok=True)
    settings = {"PATH": "", "TMPDIR": str(held)}
    return subprocess.Popen(command, cwd=project, env=settings, stdout=subprocess.PIPE, text=True)


def test_survivors_are_told_with_what_was_changed(project: Path) -> None:
    """Where no test stands at the limit, a limit of one more goes unnoticed; the tree itself stays as it is."""
    told, _ = mutants(project, "50", "3", "composing").communicate()
    lines = told.splitlines()
    assert "4 of 4 places" in lines[0]
    at = lines.index("assistant/composing/length.py:3")
    assert lines[at + 1] == "    -LEAST = 40"
    assert lines[at + 2] in ("    +LEAST = 41", "    +LEAST = 39")
    assert lines[-1].startswith("composing: ")
    killed = sum("  killed  " in line for line in lines)
    assert 0 < killed < 4
    assert f"composing: {killed} of 4 killed" in lines[-1]
    assert (project / "assistant" / "composing" / "length.py").read_text() == RULE


def test_a_stopped_run_goes_on(project: Path, tmp_path: Path) -> None:
    """What was found before Ctrl-C is not run again, and a seed draws the same mutants each time."""
    first = mutants(project, "4", "1", "composing")
    assert first.stdout is not None
    next(line for line in first.stdout if line.startswith("   1 of 4"))
    first.send_signal(signal.SIGINT)
    first.communicate()
    assert first.returncode == 1
    (tmp_path / "runs").unlink()
    whole, _ = mutants(project, "4", "1", "composing").communicate()
    assert len((tmp_path / "runs").read_text()) <= 4, "the tests once without a change, and for three mutants"
    (tmp_path / "runs").unlink()
    again, _ = mutants(project, "4", "1", "composing").communicate()
    assert not (tmp_path / "runs").exists()
    assert [line for line in whole.splitlines() if "tests of" not in line] == again.splitlines()


def test_tests_that_fail_are_told_before_anything_is_changed(project: Path) -> None:
    """Tests that fail already notice nothing."""
    (project / "tests" / "assistant" / "composing" / "test_other.py").write_text("def test_it():\n    assert False\n")
    running = mutants(project, "4", "1", "composing")
    told, _ = running.communicate()
    assert running.returncode == 1
    assert "killed" not in told


def test_what_may_be_changed(tmp_path: Path) -> None:
    """Membership and the conditions of comprehensions are negated; heads of functions stay."""
    module = tmp_path / "module.py"
    module.write_text(
        "@cache(maxsize=64)\ndef kept(words: list[str | None], *, by: int = 3) -> int | None:\n"
        "    return [word for word in words if word in KNOWN or word]\n"
    )
    found = mutations_of(module)
    assert {place[0] for place in found} == {3}
    names = {change.operator_name for changes in found.values() for change in changes}
    assert names == {"own/NegateMembership", "own/NegateFilter", "core/ReplaceOrWithAnd"}
