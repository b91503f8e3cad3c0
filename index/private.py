"""Files and folders that nobody but their owner may read, whatever the umask."""

import os
import stat
from contextlib import suppress
from pathlib import Path


def opened_privately(path: str, flags: int) -> int:
    """Open a file, as the `opener` of `open`; a new one is its owner's alone."""
    return os.open(path, flags, 0o600)


def close_to_others(path: Path) -> bool:
    """Take the rights of others from a file or folder, and tell whether they had any."""
    mode = stat.S_IMODE(path.stat().st_mode)
    if os.name != "posix" or not mode & 0o077:
        return False
    path.chmod(mode & 0o700)
    return True


def make_private(folder: Path) -> None:
    """Take the rights of others from a folder and all that lies in it."""
    for root, _, names in os.walk(folder):
        for path in (Path(root), *(Path(root, name) for name in names)):
            # Libraries remove files of their own meanwhile, and what another user owns is that one's to close.
            with suppress(OSError):
                if not path.is_symlink():
                    close_to_others(path)
