"""What a run of the tests says of its time."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

FIXTURES = Path(__file__).parent / "fixtures"
TWO_PROCESSES = ["-p", "xdist", "-n", "2", "--dist", "loadfile"]
WAITS = "import time\n\ndef test_one():\n    time.sleep({0})\n\ndef test_other():\n    time.sleep({0})\n"


@pytest.mark.parametrize(
    "side_by_side", [[], ["-p", "xdist", "-n", "2", "--dist", "loadfile"]], ids=["one process", "two"]
)
def test_the_slowest_files_are_named_with_their_sums(tmp_path: Path, side_by_side: list[str]) -> None:
    """The seconds of all tests of a file are added, in one process as well as in several."""
    for name, each in (("quick", 0), ("middling", 0.05), ("slow", 0.1)):
        (tmp_path / f"test_{name}.py").write_text(WAITS.format(each), encoding="utf-8")
    environment = {"PYTHONPATH": str(FIXTURES), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "slowest_files", *side_by_side, str(tmp_path)]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert "slowest 3 of 3 files" in done.stdout, done.stdout + done.stderr
    rows = re.findall(r"^ +(\d+\.\d) s  test_(\w+)\.py$", done.stdout, re.MULTILINE)
    assert [name for _, name in rows] == ["slow", "middling", "quick"]
    assert float(rows[0][0]) >= 0.2
