"""What every reply of the server carries, and which requests it does not take.

The page is for people who open it from this server: no other origin may send to it or read from it, no other site may
frame it, and the browser is told to run only the scripts that the server itself wrote and to fetch only from here.
"""

import base64
import hashlib
import ipaddress
import re
import socket
from collections.abc import Sequence
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from interfaces.serving.visitors import as_cookie, new_visitor, visitor_in

LOOPBACK = ("127.0.0.1", "localhost", "::1")
POLICY = (
    "default-src 'none'",
    "style-src 'self' 'unsafe-inline'",  # components of the page carry style attributes
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
)
HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}
INLINE_SCRIPT = re.compile(rb"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.DOTALL | re.IGNORECASE)


def guarded(app: ASGIApp, host: str, names: Sequence[str] = ()) -> ASGIApp:
    """Return the app behind its guard; `names` are those by which people reach a server that is bound to `host`."""
    return Guard(app, host, names)


class Guard:
    """ASGI middleware: refuse other names and origins, set the headers, name the scripts of a page by their digest."""

    def __init__(self, app: ASGIApp, host: str, names: Sequence[str] = ()) -> None:
        self.app = app
        self._local = host in LOOPBACK
        own = () if self._local else (host, socket.gethostname(), socket.getfqdn(), *names)
        self._names = frozenset(name.lower().rstrip(".") for name in (*LOOPBACK, *own))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass one request on, unless it is meant for another server or comes from another site."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if scope["type"] != "http" or _from_elsewhere(headers):
            refusal = PlainTextResponse("This server takes requests from its own page only.\n", status_code=403)
            await _Reply(send).answer(refusal, scope, receive)
        elif not self._is_meant(headers):
            refusal = PlainTextResponse("This server is not known by that name.\n", status_code=400)
            await _Reply(send).answer(refusal, scope, receive)
        else:
            known = visitor_in(headers.get("cookie"))
            await self.app(scope, receive, _Reply(send, "" if known else new_visitor()).send)

    def _is_meant(self, headers: Headers) -> bool:
        """Tell whether a request names this server, so that no foreign name can be pointed at it (DNS rebinding)."""
        named = headers.getlist("host")
        if len(named) != 1:
            return False
        name = _without_port(named[0].lower())
        return name in self._names or (not self._local and _is_address(name))


def _without_port(host: str) -> str:
    name, _, port = host.rpartition(":")
    bare = name if port.isdecimal() and (name.endswith("]") or ":" not in name) else host
    return bare.removeprefix("[").removesuffix("]").rstrip(".")


def _is_address(name: str) -> bool:
    """Tell an address of numbers, which nobody can point elsewhere."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


class _Reply:
    """One reply on its way out; a page is held back whole, so that its scripts can be named in its headers."""

    def __init__(self, send: Send, visitor: str = "") -> None:
        self._send = send
        self._visitor = visitor
        """Given to a browser that has none, with the page."""
        self._start: Message | None = None
        self._body = b""

    async def answer(self, response: PlainTextResponse, scope: Scope, receive: Receive) -> None:
        """Send a reply of the guard's own, with the headers of every other."""
        await response(scope, receive, self.send)

    async def send(self, message: Message) -> None:
        """Pass a message of the reply on, with the headers set."""
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            if headers.get("content-type", "").startswith("text/html"):
                if self._visitor:
                    headers.append("set-cookie", as_cookie(self._visitor))
                self._start = message
                return
            _set_headers(headers, scripts=())
        elif self._start is not None and message["type"] == "http.response.body":
            self._body += message.get("body", b"")
            if message.get("more_body", False):
                return
            _set_headers(MutableHeaders(scope=self._start), scripts=INLINE_SCRIPT.findall(self._body))
            await self._send(self._start)
            message = {"type": "http.response.body", "body": self._body}
        await self._send(message)


def _set_headers(headers: MutableHeaders, scripts: Sequence[bytes]) -> None:
    for name in [name for name in headers if name.startswith("access-control-")]:
        del headers[name]
    for name, value in HEADERS.items():
        headers[name] = value
    digests = [base64.b64encode(hashlib.sha256(script).digest()).decode() for script in scripts]
    named = "".join(f" 'sha256-{digest}'" for digest in digests)
    headers["content-security-policy"] = "; ".join((*POLICY, f"script-src 'self'{named}"))


def _from_elsewhere(headers: Headers) -> bool:
    origin = headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != headers.get("host"):
        return True
    return headers.get("sec-fetch-site") in ("cross-site", "same-site") and headers.get("sec-fetch-mode") != "navigate"
