"""Which requests reach gradio, and what they may hold: words, numbers and lists of words, never an object.

gradio takes any object with a `path` for a file, copies the file it names to where it is served, and fetches any `url`.
Its own check of such paths is off for an app that is mounted rather than launched (`blocks.has_launched`), and most of
its routes serve features this page does not have. So only the routes that the page calls are open, and what is posted
to them must be of the page's own form. Files come and go by routes of our own: `interfaces.page.uploading`,
`interfaces.drafting.drafts`.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from starlette.datastructures import URL
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from interfaces.serving.presence import Presence

API = "/gradio_api"
READ = re.compile(
    r"/|/theme\.css|/(?:assets|static)/[\w./-]+"
    rf"|{API}/heartbeat/\w+|{API}/queue/data"
)
"""Paths of gradio that a browser gets."""
RUN = frozenset({f"{API}/queue/join", f"{API}/run/predict"})
"""Paths of gradio by which a browser calls a handler."""
POSTED = RUN | {f"{API}/cancel", f"{API}/reset"}
"""Paths of gradio that a browser posts to."""
FIELDS = frozenset({"data", "event_data", "fn_index", "trigger_id", "session_hash", "event_id"})
SESSION = re.compile(r"\w{1,64}")
LONGEST_WORDS = 400_000
"""Characters of one field; longer questions are refused in words by the assistant long before."""
MOST_CHOSEN = 1_000
"""Entries of one list, such as the documents that a search is limited to."""
GREATEST = 2**53
"""Whole numbers beyond it are not whole in a browser."""
Handlers = Mapping[int, Sequence[str]]
"""For each number of a handler the kinds of the values that it takes: `word`, `words`, `choice` or `nothing`."""
REFUSED = "This page takes words, numbers and lists of words in its own fields, and nothing else.\n"


class Door:
    """ASGI middleware around gradio: let pass what the page itself sends.

    `handlers` says for each number of a handler which values it takes.
    """

    def __init__(self, app: ASGIApp, handlers: Handlers, presence: Presence) -> None:
        self.app = app
        self._handlers = handlers
        self._presence = presence

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass one request on, or answer 404 for a route the page does not call and 400 for what it does not send."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        path = _path(scope)
        if scope["method"] in ("GET", "HEAD") and READ.fullmatch(path) and ".." not in path:
            await self.app(scope, receive, send)
        elif scope["method"] == "POST" and path in POSTED:
            await self._posted(scope, receive, send, runs=path in RUN)
        else:
            await PlainTextResponse("There is nothing at this address.\n", 404)(scope, receive, send)

    async def _posted(self, scope: Scope, receive: Receive, send: Send, *, runs: bool) -> None:
        body = await _whole(receive)
        if body is None:
            return
        said = plain_values(body, self._handlers)
        if said is None or runs != ("data" in said):
            await PlainTextResponse(REFUSED, 400)(scope, receive, send)
            return
        if "session_hash" in said:
            self._presence.asked(said["session_hash"])
        await self.app(scope, _Again(body, receive), send)


def plain_values(body: bytes, handlers: Handlers) -> dict[str, Any] | None:
    """Return what was posted if it is what the page sends: a known handler, with the values that it takes."""
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):  # ValueError: no JSON, no UTF-8, or a number of thousands of digits
        return None
    if not isinstance(said, dict) or not said.keys() <= FIELDS:
        return None
    page, values, number = said.get("session_hash", "none"), said.get("data"), said.get("fn_index", 0)
    rest = (value for name, value in said.items() if name != "data")
    if not all(value is None or _is_word(value) or _is_number(value) for value in rest):
        return None
    if number not in handlers or not isinstance(page, str) or not SESSION.fullmatch(page):
        return None
    return said if "data" not in said or _fit(values, handlers[number]) else None


def handlers_of(config: Mapping[str, Any]) -> Handlers:
    """Return what each handler takes, from the configuration that gradio writes for its page."""
    kinds = {component["id"]: _kind(component) for component in config["components"]}
    return {
        handler["id"]: tuple(kinds[one] for one in handler["inputs"])
        for handler in config["dependencies"]
        if handler["backend_fn"]
    }


def _kind(component: Mapping[str, Any]) -> str:
    if component["type"] == "checkboxgroup" or component["props"].get("multiselect"):
        return "words"
    return {"textbox": "word", "button": "word", "dropdown": "choice"}.get(component["type"], "nothing")


def _fit(values: object, kinds: Sequence[str]) -> bool:
    """Tell whether values are of the kinds that a handler takes, one for each; each may be absent."""
    if not isinstance(values, list) or len(values) != len(kinds):
        return False
    return all(value is None or _FITS[kind](value) for value, kind in zip(values, kinds, strict=True))


def _is_word(value: object) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST_WORDS


def _is_number(value: object) -> bool:
    return isinstance(value, int) and abs(value) <= GREATEST


_FITS: Mapping[str, Callable[[object], bool]] = {
    "word": _is_word,
    "words": lambda value: isinstance(value, list) and len(value) <= MOST_CHOSEN and all(map(_is_word, value)),
    "choice": lambda value: _is_word(value) or _is_number(value),
    "nothing": lambda _: False,  # a state, which the server keeps
}


def _path(scope: Scope) -> str:
    """Return the path below the mount, as gradio sees it."""
    path = URL(scope=scope).path.removeprefix(scope.get("root_path", "").rstrip("/"))
    return path.rstrip("/") or "/"


async def _whole(receive: Receive) -> bytes | None:
    """Read a body, whose size is bounded by what stands before; None when its sender has left."""
    parts: list[bytes] = []
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return None
        parts.append(message.get("body", b""))
        if not message.get("more_body", False):
            return b"".join(parts)


class _Again:
    """A body that was read, to be read once more."""

    def __init__(self, body: bytes, receive: Receive) -> None:
        self._body: bytes | None = body
        self._receive = receive

    async def __call__(self) -> Message:
        if self._body is None:
            return await self._receive()
        body, self._body = self._body, None
        return {"type": "http.request", "body": body, "more_body": False}
