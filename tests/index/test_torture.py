"""Kills between the writes of an ingestion, an upload and a removal; `make torture` runs a hundred."""

import random
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.slow
def test_kills_lose_nothing_and_leave_nothing() -> None:
    """After each of two kills of each act the library opens, is whole, and holds all that was reported as taken in."""
    script = Path(__file__).parent.parent / "torture.py"
    seed = str(random.randrange(10**6))
    ran = subprocess.run([sys.executable, str(script), "2", seed], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, f"{ran.stdout}\n{ran.stderr}"
