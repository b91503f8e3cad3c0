"""What every reply of the server carries, and which requests it does not take.

The page is for people who open it from this server: no other origin may send to it or read from it, no other site may
frame it, and the browser is told to run only the scripts that the server itself wrote and to fetch only from here.
"""

import base64
import hashlib
import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

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


def guarded(app: ASGIApp, host: str) -> ASGIApp:
    """Return the app behind its guard; bound to this machine alone, it answers only to this machine's names."""
    inner: ASGIApp = Guard(app)
    if host in LOOPBACK:
        allowed = [*LOOPBACK, "[::1]"]
        inner = TrustedHostMiddleware(inner, allowed_hosts=allowed, www_redirect=False)
    return inner


class Guard:
    """ASGI middleware: refuse other origins, set the headers, name the scripts of each page by their digest."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass one request on, unless it comes from another site."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif scope["type"] != "http" or _from_elsewhere(Headers(scope=scope)):
            refusal = PlainTextResponse("This server takes requests from its own page only.\n", status_code=403)
            await refusal(scope, receive, send)
        else:
            await self.app(scope, receive, _Reply(send).send)


class _Reply:
    """One reply on its way out; a page is held back whole, so that its scripts can be named in its headers."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._start: Message | None = None
        self._body = b""

    async def send(self, message: Message) -> None:
        """Pass a message of the reply on, with the headers set."""
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            if headers.get("content-type", "").startswith("text/html"):
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
