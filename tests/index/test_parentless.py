"""Processes that read files end with the one that started them."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from served import until

from index.library import Library

STUCK = """
import sys
from pathlib import Path
sys.path[:0] = {paths!r}
from hostile_parser import PARSER
from index.ingesting.parser_pool import Job, ParserPool, ParsingLimits
files = [Path(name) for name in sys.argv[1:]]
with ParserPool(PARSER, ParsingLimits(processes=2), 2) as readers:
    jobs = (Job(n, file, file.name, file.stem) for n, file in enumerate(files))
    for _ in readers.read(jobs, lambda _, stage: print(stage, flush=True)):
        pass
"""


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes in /proc")
@pytest.mark.parametrize("deed", ["HANG", "SPIN", "MATCH"])
def test_no_reader_outlives_its_parent(tmp_path: Path, deed: str) -> None:
    """Killed with no chance to say anything, a process leaves none that waits or computes for it."""
    files = [tmp_path / f"{number}.txt" for number in range(2)]
    for file in files:
        file.write_text(deed)
    program = STUCK.format(paths=[str(Path(__file__).parent), str(Path(__file__).resolve().parents[2])])
    parent = subprocess.Popen([sys.executable, "-c", program, *map(str, files)], stdout=subprocess.PIPE)
    assert parent.stdout is not None
    assert parent.stdout.readline() == f"about to {deed}\n".encode()
    readers = children_of(parent.pid)
    os.kill(parent.pid, signal.SIGKILL)
    parent.communicate()
    until(lambda: not any(is_running(reader) for reader in readers), 20)


OPEN = """
import sys
from pathlib import Path
from index.embed import HashEmbedder
from index.library import Library
Library.open(Path(sys.argv[1]), HashEmbedder)
"""


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes in /proc")
def test_no_trial_of_an_index_outlives_its_parent(open_library: Callable[[], Library], reports: Path) -> None:
    """An index whose trial hangs is tried no more when the process that opens the library is killed."""
    with open_library() as library:
        library.ingest([reports])
    [index] = (library.folder / "index").iterdir()
    (index / "seal.json").unlink()
    (index / "terms" / "meta.json").unlink()
    os.mkfifo(index / "terms" / "meta.json")  # who opens it waits for one who writes
    parent = subprocess.Popen([sys.executable, "-c", OPEN, str(library.folder)])
    until(lambda: len(children_of(parent.pid)) == 1, 60)
    [trial] = children_of(parent.pid)
    os.kill(parent.pid, signal.SIGKILL)
    parent.wait()
    until(lambda: not is_running(trial), 20)


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
