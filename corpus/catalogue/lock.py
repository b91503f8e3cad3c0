"""One process owns a library at a time, and the lock says which."""

import os
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType

from corpus.errors import LibraryError, LibraryInUse

_FAR = 1 << 30
"""Windows locks bytes, and a locked byte cannot be read by others: lock one that lies beyond the owner's name."""


class FolderLock:
    """The right to open a folder, held by one process until it lets go or ends.

    The operating system holds the lock, so one whose owner has died is no obstacle; the file only names the owner.
    """

    def __init__(self, folder: Path) -> None:
        """Take the lock of `folder`; raise `LibraryInUse` when another owner holds it."""
        self._path = folder / "lock"
        try:
            self._file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise LibraryError(
                f"the library at {folder} cannot be opened for writing ({error.strerror}); "
                "check the folder's permissions, or set RAPPORTEUR_LIBRARY to another one"
            ) from error
        if not self._take(folder):
            owner = _owner(self._path)
            os.close(self._file)
            raise LibraryInUse(
                f"the library at {folder} is in use by {owner}; close that one first, or set RAPPORTEUR_LIBRARY "
                "to another folder"
            )
        with suppress(OSError):  # on a full disk the lock holds without a name
            os.ftruncate(self._file, 0)
            os.write(self._file, f"{os.getpid()}\n{datetime.now().isoformat(sep=' ', timespec='minutes')}\n".encode())

    def release(self) -> None:
        """Let go; letting go twice is harmless."""
        if self._file < 0:
            return
        with suppress(OSError):
            os.ftruncate(self._file, 0)
        os.close(self._file)
        self._file = -1

    def __enter__(self) -> "FolderLock":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()

    def _take(self, folder: Path) -> bool:
        """Ask the operating system for the lock without waiting."""
        try:
            if sys.platform == "win32":
                import msvcrt

                os.lseek(self._file, _FAR, os.SEEK_SET)
                msvcrt.locking(self._file, msvcrt.LK_NBLCK, 1)
                os.lseek(self._file, 0, os.SEEK_SET)
            else:
                import fcntl

                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            return False
        except OSError as error:
            os.close(self._file)
            raise LibraryError(
                f"the library at {folder} cannot be locked ({error.strerror}); some network drives have no locks: "
                "set RAPPORTEUR_LIBRARY to a folder on this machine's own disk"
            ) from error
        return True


def _owner(path: Path) -> str:
    """Say who wrote the lock file; it is empty for the instant between taking the lock and signing it."""
    try:
        process, since = path.read_text().splitlines()
    except (OSError, ValueError):
        return "another process"
    return f"process {process} (since {since})"
