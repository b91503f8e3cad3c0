"""Who may open a library."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.catalogue.lock import FolderLock
from corpus.errors import LibraryError, LibraryInUse

_HOLDER = "import sys; from pathlib import Path; from corpus.catalogue.lock import FolderLock; "
_HOLDER += "FolderLock(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"


def _holder(folder: Path) -> subprocess.Popen[str]:
    """Start a process that holds the lock until its input ends."""
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_the_second_process_is_told_who_is_first(tmp_path: Path) -> None:
    """A folder that another process holds is refused with that process's number."""
    with _holder(tmp_path) as process:
        with pytest.raises(LibraryInUse, match=rf"in use by process {process.pid} \(since \d{{4}}-"):
            FolderLock(tmp_path)
        process.kill()


def test_a_dead_owner_is_no_obstacle(tmp_path: Path) -> None:
    """A lock whose owner was killed can be taken at once."""
    with _holder(tmp_path) as process:
        process.send_signal(signal.SIGKILL)
    with FolderLock(tmp_path):
        assert str(os.getpid()) in (tmp_path / "lock").read_text()


def test_one_process_holds_it_once(tmp_path: Path) -> None:
    """The owner itself cannot take the lock a second time, and can after letting go."""
    lock = FolderLock(tmp_path)
    with pytest.raises(LibraryInUse, match=f"process {os.getpid()}"):
        FolderLock(tmp_path)
    lock.release()
    lock.release()
    FolderLock(tmp_path).release()


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """Where no file can be made, the message names the folder and the setting."""
    (tmp_path / "lock").mkdir()
    with pytest.raises(LibraryError, match="RAPPORTEUR_LIBRARY"):
        FolderLock(tmp_path)
