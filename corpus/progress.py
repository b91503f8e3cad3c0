"""Tell whoever waits how far a slow source has been read."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_listener: ContextVar[Callable[[str], None] | None] = ContextVar("listener", default=None)


@contextmanager
def telling(listener: Callable[[str], None]) -> Iterator[None]:
    """Pass what is told while a source is read on to a listener."""
    token = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(token)


def tell(stage: str) -> None:
    """Say what is being done, such as `page 3 of 40`; nobody need listen."""
    if (listener := _listener.get()) is not None:
        listener(stage)
