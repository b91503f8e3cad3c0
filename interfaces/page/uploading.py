"""The address that documents are sent to from the page: one file a request, read in as it comes, then taken in.

The reply is a line of JSON for each step and a last one with the outcome, so that the page can show both. While this
lasts a file lies in the library's own folder, in a folder of its own that nobody can name from outside.
"""

import json
import shutil
import tempfile
import threading
import unicodedata
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.deadline import Stop
from interfaces.page.page import Page
from interfaces.page.uploads import FOLDER
from interfaces.serving.pace import LARGEST_UPLOAD, UPLOADS
from interfaces.serving.steps import told_by

if TYPE_CHECKING:
    from fastapi import FastAPI

    from index.library import Step

LARGEST_TOTAL = 4 * LARGEST_UPLOAD
"""Bytes of all files that are on their way in at once."""
LONGEST_NAME = 200
"""Bytes of a file's name that are kept."""
BUSY = "Too much is being added at once; wait until some of it is in, and send this file again."


class Incoming:
    """The files on their way in, bounded in their total size."""

    def __init__(self, folder: Path, most: int = LARGEST_TOTAL) -> None:
        self._folder = folder
        self._left = most
        self._counting = threading.Lock()

    async def receive(self, blocks: AsyncIterator[bytes], name: str) -> "Received | None":
        """Write a body to a file of that name in a new folder; None where there is no room for it."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        received = Received(Path(tempfile.mkdtemp(prefix="incoming-", dir=self._folder)) / name)
        try:
            with received.file.open("xb") as stream:
                async for block in blocks:
                    if not self._room_for(len(block)):
                        self.drop(received)
                        return None
                    received.size += len(block)
                    stream.write(block)
        except BaseException:
            self.drop(received)
            raise
        return received

    def drop(self, received: "Received") -> None:
        """Remove what is left of a file, and give back its room."""
        shutil.rmtree(received.file.parent, ignore_errors=True)
        with self._counting:
            self._left += received.size
            received.size = 0

    def _room_for(self, size: int) -> bool:
        with self._counting:
            if size > self._left:
                return False
            self._left -= size
            return True


class Received:
    """A file that came in."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.size = 0
        """Bytes of it that came in."""


def add_upload_route(app: "FastAPI", page: Page, suffixes: frozenset[str]) -> None:
    """Add the address to an app; a file whose name ends otherwise is refused before it is read."""
    from fastapi import Request
    from fastapi.responses import PlainTextResponse, Response, StreamingResponse

    incoming = Incoming(page.folder / FOLDER)

    async def receive(request: Request, name: str = "") -> Response:
        called = plain_name(name)
        if Path(called).suffix.lower() not in suffixes:
            return PlainTextResponse(f"{called} is not of a kind that is read here.\n", 415)
        try:
            received = await incoming.receive(request.stream(), called)
        except OSError as error:
            return PlainTextResponse(f"{called} could not be kept ({error.strerror}); nothing was added.\n", 507)
        if received is None:
            return PlainTextResponse(BUSY + "\n", 503)
        return StreamingResponse(_outcome(page, incoming, received), media_type="application/x-ndjson")

    app.add_api_route(UPLOADS, receive, methods=["POST"], response_model=None)


async def _outcome(page: Page, incoming: Incoming, received: Received) -> AsyncIterator[str]:
    """Take a file in, and yield what is done as lines of JSON; who leaves meanwhile leaves the file to be taken in."""

    def work(tell: Callable[[dict[str, Any]], None]) -> None:
        def report(step: "Step") -> None:
            tell({"stage": step.stage})

        try:
            tell({"stage": "waiting"})
            tell({"outcome": page.add([received.file], report)})
        finally:
            incoming.drop(received)

    async for said in told_by(work, Stop()):
        if said is not None:
            yield json.dumps(said) + "\n"


def plain_name(name: str) -> str:
    """Return the last part of a name as one that any system keeps: no control characters, no way out of its folder."""
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(character for character in last if character.isprintable()).strip(". ")
    stem, suffix = Path(shown).stem, Path(shown).suffix
    return stem.encode()[: LONGEST_NAME - len(suffix.encode())].decode(errors="ignore") + suffix or "document"
