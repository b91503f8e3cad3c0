"""Steps made in a thread, waited for on an event loop: whoever stops waiting is free at once."""

import asyncio
import queue
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from typing import TypeVar

from assistant.deadline import Stop

Step = TypeVar("Step")
TICK_SECONDS = 1.0
"""How often it is seen whether somebody still waits."""


def steps_of(make: Callable[[], Iterator[Step]], stop: Stop) -> AsyncIterator[Step | None]:
    """Yield what an iterator makes in a thread of its own; as `told_by` otherwise."""

    def work(tell: Callable[[Step], None]) -> None:
        for step in make():
            tell(step)

    return told_by(work, stop)


async def told_by(work: Callable[[Callable[[Step], None]], None], stop: Stop) -> AsyncIterator[Step | None]:
    """Run `work` in a thread of its own; yield what it tells, and None for each tick in which it tells nothing.

    An exception in the thread is raised here. When this is closed or cancelled, `stop` is said to the thread, and
    nobody waits for it.
    """
    loop = asyncio.get_running_loop()
    arrived: asyncio.Queue[tuple[Step | None, BaseException | None, bool]] = asyncio.Queue()

    def tell(step: Step | None, error: BaseException | None = None, *, last: bool = False) -> None:
        if not loop.is_closed():
            loop.call_soon_threadsafe(arrived.put_nowait, (step, error, last))

    def run() -> None:
        try:
            work(tell)
            tell(None, last=True)
        except BaseException as error:  # noqa: BLE001 - raised again where it is waited for
            tell(None, error, last=True)

    _in_thread(run)
    try:
        while True:
            try:
                step, error, last = await asyncio.wait_for(arrived.get(), TICK_SECONDS)
            except TimeoutError:
                yield None
                continue
            if error is not None:
                raise error
            if last:
                return
            yield step
    finally:
        stop.now()


_lock = threading.Lock()
_work: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
_idle = 0


def _in_thread(work: Callable[[], None]) -> None:
    """Run work in a thread that is kept for the next: each new one would leave behind what libraries keep for it.

    The threads are daemons, unlike those of an executor: one that hangs does not keep the server from ending.
    """
    global _idle
    with _lock:
        start = _idle == 0
        _idle -= not start
    if start:
        threading.Thread(target=_serve, name="answer", daemon=True).start()
    _work.put(work)


def _serve() -> None:
    global _idle
    while True:
        _work.get()()
        with _lock:
            _idle += 1


def end(stop: Stop | None) -> None:
    """Say at once that nobody waits any more, without waiting for a tick; nothing for what has not begun."""
    if stop is not None:
        stop.now()
