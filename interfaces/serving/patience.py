"""Connections on which no request comes: they are closed after a while, for each holds a file of the server open."""

import asyncio
from typing import Any

from uvicorn.protocols.http.auto import AutoHTTPProtocol

HEAD_SECONDS = 20.0
"""How long the head of a request may take to come in whole."""


class Patience(AutoHTTPProtocol):  # type: ignore[misc, valid-type] # which class it is depends on what is installed
    """uvicorn's protocol, which waits without end for a request's head, with an end to that."""

    _closing: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        """Begin to wait for the first request."""
        super().connection_made(transport)
        self._closing = self.loop.call_later(HEAD_SECONDS, self._give_up)

    def data_received(self, data: bytes) -> None:
        """Take what came in; wait no longer once a request is under way, and again once its reply is whole."""
        super().data_received(data)
        if not self._is_idle():
            self._wait_no_more()
        elif self._closing is None:
            self._closing = self.loop.call_later(HEAD_SECONDS, self._give_up)

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the connection."""
        self._wait_no_more()
        super().connection_lost(exc)

    def _is_idle(self) -> bool:
        return self.cycle is None or bool(self.cycle.response_complete)

    def _wait_no_more(self) -> None:
        if self._closing is not None:
            self._closing.cancel()
            self._closing = None

    def _give_up(self) -> None:
        self._closing = None
        if self._is_idle() and not self.transport.is_closing():
            self.transport.close()
