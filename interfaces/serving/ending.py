"""The end of the server: what is under way gets a moment, then ends as a reply ends, not as an error."""

import asyncio
from contextlib import suppress

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LAST_SECONDS = 1.0
"""How long a request may go on once the server is told to stop; streams of events never end by themselves."""
STOPPING = "The server is stopping; ask again when it is back.\n"


class Ending:
    """ASGI middleware: end the requests under way when `stop` is said, each with a reply that is whole."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """Let no request go on for longer than `LAST_SECONDS` from now."""
        self._stopping.set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and end it when the server stops."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        reply = _Reply(send)
        work = asyncio.ensure_future(self.app(scope, receive, reply.send))
        stopping = asyncio.ensure_future(self._stopping.wait())
        try:
            await asyncio.wait({work, stopping}, return_when=asyncio.FIRST_COMPLETED)
            if not work.done():
                await asyncio.wait({work}, timeout=LAST_SECONDS)
            if work.done():
                await work
            else:
                await _cancelled(work)
                await reply.end(scope, receive)
        finally:
            stopping.cancel()
            await _cancelled(work)


class _Reply:
    """A reply that can be ended from outside."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._begun = self._whole = False

    async def send(self, message: Message) -> None:
        """Pass a message on, and note how far the reply is."""
        self._begun = True
        self._whole = message["type"] == "http.response.body" and not message.get("more_body", False)
        await self._send(message)

    async def end(self, scope: Scope, receive: Receive) -> None:
        """Send what is missing to a whole reply."""
        if not self._begun:
            await PlainTextResponse(STOPPING, 503)(scope, receive, self._send)
        elif not self._whole:
            await self._send({"type": "http.response.body", "body": b"", "more_body": False})


async def _cancelled(work: "asyncio.Future[None]") -> None:
    """Cancel a request that still runs, and wait until it has ended."""
    if not work.done():
        work.cancel()
        with suppress(asyncio.CancelledError, Exception):
            await work
