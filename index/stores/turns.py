"""Many searches at once, or one change; a change waits for the searches before it and holds back those after it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Turns:
    """A lock that readers share. A thread that reads must not change within its turn."""

    def __init__(self) -> None:
        self._state = threading.Condition()
        self._reading = 0
        self._waiting = 0
        self._changing = False

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Hold off changes."""
        with self._state:
            self._state.wait_for(lambda: not self._changing and not self._waiting)
            self._reading += 1
        try:
            yield
        finally:
            with self._state:
                self._reading -= 1
                self._state.notify_all()

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Hold off everything else."""
        with self._state:
            self._waiting += 1
            self._state.wait_for(lambda: not self._changing and not self._reading)
            self._waiting -= 1
            self._changing = True
        try:
            yield
        finally:
            with self._state:
                self._changing = False
                self._state.notify_all()
