"""Kills at random instants; `make torture` runs two hundred."""

import random
import subprocess
import sys
from pathlib import Path


def test_ten_kills_lose_nothing() -> None:
    """After each of ten kills the library opens, is whole, and holds all that was reported as taken in."""
    script = Path(__file__).parent.parent / "torture.py"
    seed = str(random.randrange(10**6))
    ran = subprocess.run([sys.executable, str(script), "10", seed], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, f"{ran.stdout}\n{ran.stderr}"
