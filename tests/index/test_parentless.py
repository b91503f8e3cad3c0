"""Processes that read files end with the one that started them."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from served import until

STUCK = """
import sys
from pathlib import Path
sys.path[:0] = {paths!r}
from hostile_parser import PARSER
from index.ingesting.parser_pool import Job, ParserPool, ParsingLimits
files = [Path(name) for name in sys.argv[1:]]
with ParserPool(PARSER, ParsingLimits(processes=2), 2) as readers:
    print("reading", flush=True)
    for _ in readers.read(Job(n, file, file.name, file.stem) for n, file in enumerate(files)):
        pass
"""


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes in /proc")
@pytest.mark.parametrize("deed", ["HANG", "SPIN"])
def test_no_reader_outlives_its_parent(tmp_path: Path, deed: str) -> None:
    """Killed with no chance to say anything, a process leaves none that waits or computes for it."""
    files = [tmp_path / f"{number}.txt" for number in range(2)]
    for file in files:
        file.write_text(deed)
    program = STUCK.format(paths=[str(Path(__file__).parent), str(Path(__file__).resolve().parents[2])])
    parent = subprocess.Popen([sys.executable, "-c", program, *map(str, files)], stdout=subprocess.PIPE)
    until(lambda: len(children_of(parent.pid)) == 2, 60)
    readers = children_of(parent.pid)
    os.kill(parent.pid, signal.SIGKILL)
    parent.communicate()
    until(lambda: not any(is_running(reader) for reader in readers), 20)


def children_of(process: int) -> list[int]:
    """Return the processes that a process has started and that run."""
    return [int(path.name) for path in Path("/proc").glob("[0-9]*") if field(path, "PPid") == str(process)]


def is_running(process: int) -> bool:
    """Tell whether a process is there and not merely awaiting its burial."""
    return field(Path(f"/proc/{process}"), "State")[:1] not in ("", "Z")


def field(process: Path, name: str) -> str:
    """Return a line of a process's status; empty where there is no such process."""
    try:
        lines = (process / "status").read_text().splitlines()
    except OSError:
        return ""
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith(f"{name}:")), "")
