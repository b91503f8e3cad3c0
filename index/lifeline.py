"""A pipe by which a child process ends with the one that started it, however that one ended."""

import os
import signal
import sys
import threading


def lifeline() -> tuple[int, int]:
    """Return the end that a child is given and the end that its parent alone holds; -1 where a child inherits none."""
    return os.pipe() if os.name == "posix" else (-1, -1)


def end_with_parent(pipe: int) -> None:
    """End this process, whatever it is doing, as soon as the other end of a pipe is closed."""
    if pipe < 0:
        return
    if sys.platform == "linux":
        import fcntl

        # While an extension module or a regular expression computes, no thread has its turn; a signal needs none.
        signal.signal(signal.SIGIO, signal.SIG_DFL)
        fcntl.fcntl(pipe, fcntl.F_SETOWN, os.getpid())
        fcntl.fcntl(pipe, fcntl.F_SETFL, fcntl.fcntl(pipe, fcntl.F_GETFL) | os.O_ASYNC)
    threading.Thread(target=_end_after, args=(pipe,), daemon=True).start()


def _end_after(pipe: int) -> None:
    while os.read(pipe, 1):
        pass
    os._exit(1)
