"""The help answers at once and says what there is."""

import resource
import subprocess
import sys

import pytest

HEAVY = (
    "torch",
    "chromadb",
    "sentence_transformers",
    "gradio",
    "unstructured",
    "langchain",
    "tantivy",
    "numpy",
    "rich",
)
COMMANDS = (
    "ingest", "documents", "show", "remove", "ask", "eval", "chat", "doctor", "verify", "reindex", "audit", "set",
    "summarize", "templates",
)  # fmt: skip


def test_help_names_every_command_in_under_half_a_second(rapporteur) -> None:
    """Time on the processor counts, for the machine may be busy with other things."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = rapporteur("--help")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.returncode == 0
    assert all(f"  {command} " in done.stdout for command in COMMANDS)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 0.5


def test_help_imports_nothing_heavy() -> None:
    """No library that takes time is imported before a command runs."""
    program = f"import sys, interfaces.command_line; print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help(rapporteur, command: str) -> None:
    """`--help` works after each command."""
    done = rapporteur(command, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith(f"Usage: rapporteur {command}")


@pytest.mark.parametrize(
    "arguments", [["nonsense"], ["ask"], ["ask", "Who?", "--batch", "x"], ["ingest"], ["show", "--x"]]
)
def test_wrong_usage_is_told_with_status_2(rapporteur, arguments: list[str]) -> None:
    """A command line that cannot be understood says how it is used."""
    done = rapporteur(*arguments)
    assert done.returncode == 2
    assert "Usage:" in done.stderr
    assert "Traceback" not in done.stderr
