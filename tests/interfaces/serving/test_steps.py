"""Steps from a thread: they come at once, ticks between them, and whoever stops waiting is free at once."""

import asyncio
import threading
import time
from collections.abc import Iterator

import pytest

from assistant.deadline import Stop
from interfaces.serving.steps import steps_of


def test_steps_come_in_order_with_ticks_between() -> None:
    """None is given for each tick in which nothing is made."""
    go = threading.Event()

    def make() -> Iterator[str]:
        yield "first"
        go.wait(10)
        yield "second"

    async def collect() -> list[str | None]:
        found = []
        async for step in steps_of(make, Stop()):
            found.append(step)
            if step is None:
                go.set()
        return found

    found = asyncio.run(collect())
    assert [step for step in found if step] == ["first", "second"]
    assert None in found


def test_an_error_in_the_thread_is_raised_here() -> None:
    """It is not lost with the thread."""

    def make() -> Iterator[str]:
        yield "first"
        raise ZeroDivisionError("inside")

    async def collect() -> None:
        async for _ in steps_of(make, Stop()):
            pass

    with pytest.raises(ZeroDivisionError):
        asyncio.run(collect())


def test_cancelling_says_stop_and_waits_for_nobody() -> None:
    """The one who waits goes on within a moment, though the thread is in the middle of something."""
    stop, held = Stop(), threading.Event()
    stop.wakes(held.set)

    def make() -> Iterator[str]:
        yield "first"
        held.wait(30)

    async def cancel() -> float:
        async def consume() -> None:
            async for _ in steps_of(make, stop):
                pass

        task = asyncio.create_task(consume())
        await asyncio.sleep(0.1)
        began = time.monotonic()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return time.monotonic() - began

    assert asyncio.run(cancel()) < 10
    assert stop
    assert held.is_set()
