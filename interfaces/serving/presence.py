"""Which pages still wait for a reply: those with an open stream of events. Work for the others is not begun."""

import asyncio
import time
from collections import Counter, OrderedDict
from collections.abc import Callable
from urllib.parse import parse_qs

from starlette.types import ASGIApp, Receive, Scope, Send

STREAM = "/gradio_api/queue/data"
GRACE_SECONDS = 2.0
"""How long a page may take from asking to opening its stream."""
REMEMBERED = 10_000
"""Pages that asked and have opened no stream yet, of which it is remembered since when."""


class Presence:
    """The pages that wait. Used on the event loop of the server alone."""

    def __init__(self) -> None:
        self._open: Counter[str] = Counter()
        self._asked: OrderedDict[str, float] = OrderedDict()
        self._changed = asyncio.Condition()
        self.on_left: list[Callable[[str], None]] = []
        """Told of each page whose last stream has closed."""

    def asked(self, page: str) -> None:
        """Remember that a page has asked, and is about to open its stream."""
        if page not in self._open:
            self._asked.setdefault(page, time.monotonic())
            while len(self._asked) > REMEMBERED:
                self._asked.popitem(last=False)

    async def waits(self, page: str) -> bool:
        """Tell whether a page has a stream open, or opens one within the time it may take."""
        until = self._asked.get(page, 0.0) + GRACE_SECONDS
        async with self._changed:
            while page not in self._open:
                left = until - time.monotonic()
                if left <= 0:
                    return False
                try:
                    await asyncio.wait_for(self._changed.wait(), left)
                except TimeoutError:
                    return page in self._open
        return True

    async def opened(self, page: str) -> None:
        """Count a stream in."""
        async with self._changed:
            self._open[page] += 1
            self._asked.pop(page, None)
            self._changed.notify_all()

    def closed(self, page: str) -> None:
        """Count a stream out."""
        self._open[page] -= 1
        if self._open[page] <= 0:
            del self._open[page]
            for tell in self.on_left:
                tell(page)


class Watched:
    """ASGI middleware: while a page's stream of events is open, the page is present."""

    def __init__(self, app: ASGIApp, presence: Presence) -> None:
        self.app = app
        self._presence = presence

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        if scope["type"] != "http" or not scope["path"].rstrip("/").endswith(STREAM):
            await self.app(scope, receive, send)
            return
        page = parse_qs(scope["query_string"].decode("latin-1")).get("session_hash", [""])[0]
        await self._presence.opened(page)
        try:
            await self.app(scope, receive, send)
        finally:
            self._presence.closed(page)
