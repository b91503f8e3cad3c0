"""The one deadline of an answer, and the way to give an answer up."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Deadline:
    """A moment after which nobody is waited for."""

    at: float
    """In the seconds of `time.monotonic`."""

    @classmethod
    def after(cls, seconds: float) -> "Deadline":
        """Return the deadline that is so many seconds away."""
        return cls(time.monotonic() + seconds)

    @property
    def left(self) -> float:
        """Return the seconds left, never less than 0."""
        return max(0.0, self.at - time.monotonic())

    def share(self, part: float) -> "Deadline":
        """Return the deadline that ends with a part of the time left."""
        return Deadline.after(self.left * part)


class Stop:
    """Says, from any thread, that nobody waits for an answer any more."""

    def __init__(self) -> None:
        self._told = threading.Event()
        self._calls: list[Callable[[], object]] = []
        self._lock = threading.Lock()

    def __bool__(self) -> bool:
        """Tell whether it was said."""
        return self._told.is_set()

    def now(self) -> None:
        """Say it, and wake up whoever asked to be told."""
        with self._lock:
            self._told.set()
            calls, self._calls = self._calls, []
        for call in calls:
            call()

    def wakes(self, call: Callable[[], object]) -> None:
        """Have something called when it is said; at once when it has been."""
        with self._lock:
            if not self._told.is_set():
                self._calls.append(call)
                return
        call()

    def wait(self, seconds: float) -> bool:
        """Wait so long, or until it is said, and tell whether it was."""
        return self._told.wait(seconds)
