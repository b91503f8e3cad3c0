"""How much a request may send, and how slowly: bodies are cut off while they are read, never after."""

import asyncio
import re
from collections.abc import Awaitable

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST_BODY = 512 * 1024
"""Bytes of a posted question or field."""
LARGEST_UPLOAD = 200 * 1024 * 1024
"""Bytes of a file that is added."""
UPLOADS = "/uploads"
SILENT_SECONDS = 20.0
"""How long a sender may send nothing."""
BODY_SECONDS = 60.0
"""How long a question may take to come in whole."""
UPLOAD_SECONDS = 900.0
"""How long a file may take."""
TOO_SLOW = "The rest of this request did not come in time; send it again."


class Pace:
    """ASGI middleware: refuse a body that says it is too large, cut off one that turns out so, or that does not come.

    What is cut off while an app reads it is an `HTTPException` (413 or 408) there.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on with a bounded body."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        upload = scope["method"] == "POST" and scope["path"].rstrip("/") == UPLOADS
        most = LARGEST_UPLOAD if upload else LARGEST_BODY
        declared = Headers(scope=scope).get("content-length", "0")
        if not re.fullmatch(r"[0-9]{1,15}", declared) or int(declared) > most:
            refusal = PlainTextResponse(_too_much(most) + "\n", 413, headers={"connection": "close"})
            await refusal(scope, receive, send)
            return
        await self.app(scope, _Bounded(receive, most, UPLOAD_SECONDS if upload else BODY_SECONDS), send)


class _Bounded:
    """A body counted and timed while it is read; after it, `receive` waits for the client to leave as ever."""

    def __init__(self, receive: Receive, most: int, seconds: float) -> None:
        self._receive = receive
        self._most = self._left = most
        self._until = asyncio.get_running_loop().time() + seconds
        self._whole = False

    async def __call__(self) -> Message:
        if self._whole:
            return await self._receive()
        message = await self._in_time(self._receive())
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise HTTPException(413, _too_much(self._most), headers={"connection": "close"})
        self._whole = not message.get("more_body", False)
        return message

    async def _in_time(self, coming: Awaitable[Message]) -> Message:
        left = self._until - asyncio.get_running_loop().time()
        try:
            return await asyncio.wait_for(coming, max(0.0, min(left, SILENT_SECONDS)))
        except TimeoutError as error:
            raise HTTPException(408, TOO_SLOW, headers={"connection": "close"}) from error


def _too_much(most: int) -> str:
    size = f"{most // 1024**2} MB" if most >= 1024**2 else f"{most // 1024} KB"
    return f"This request is larger than the {size} it may be."
