"""The server: one thread for each request, events as OpenAI sends them, and every way to fail that a reply names."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from evals.scripted.reply import Script, ScriptedReply, ScriptedRequest

PAGE = "<!doctype html><html><body><h1>Please sign in to the network</h1></body></html>"
_TOKEN = 4
"""Characters that count as a token."""


@dataclass
class ScriptedServer:
    """A running server."""

    url: str
    """What a client is given as its base URL."""
    asked: list[ScriptedRequest] = field(default_factory=list)
    sent: list[tuple[float, str]] = field(default_factory=list)
    """When each piece of text had been sent, in the seconds of `time.monotonic`."""
    left: threading.Event = field(default_factory=threading.Event)
    """Set once a client has gone before its answer ended."""
    released: threading.Event = field(default_factory=threading.Event)
    """Set it to end every stall."""


@contextmanager
def scripted_server(script: Script) -> Iterator[ScriptedServer]:
    """Serve a script on a free port of this machine until the block ends."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    server.daemon_threads = True
    running = ScriptedServer(f"http://127.0.0.1:{server.server_address[1]}/v1")
    server.RequestHandlerClass = _handler(script, running)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield running
    finally:
        running.released.set()
        server.shutdown()
        server.server_close()


def _handler(script: Script, running: ScriptedServer) -> type[BaseHTTPRequestHandler]:
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            with lock:
                asked = _asked(body, self.headers.get("Authorization", ""), len(running.asked) + 1)
                running.asked.append(asked)
            try:
                _send(self, script(asked), asked, running)
            except (BrokenPipeError, ConnectionResetError):
                running.left.set()
            self.close_connection = True

        def log_message(self, format: str, *arguments: Any) -> None:
            """Say nothing: the terminal is the person's."""

    return Handler


def _asked(body: dict[str, Any], authorization: str, number: int) -> ScriptedRequest:
    by_role: dict[str, str] = {}
    for message in body["messages"]:
        by_role[message["role"]] = str(message["content"])
    return ScriptedRequest(
        body["model"], authorization.removeprefix("Bearer "), by_role.get("system", ""), by_role.get("user", ""), number
    )


def _send(
    handler: BaseHTTPRequestHandler, reply: ScriptedReply, asked: ScriptedRequest, running: ScriptedServer
) -> None:
    if reply.status != 200:
        _whole(handler, reply.status, "application/json", json.dumps({"error": {"message": "no"}}), reply.headers)
    elif reply.fault == "page":
        _whole(handler, 200, "text/html", PAGE, reply.headers)
    elif reply.fault == "empty body":
        _whole(handler, 200, "text/event-stream", "", reply.headers)
    else:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/event-stream")
        handler.send_header("Connection", "close")
        handler.end_headers()
        _stream(handler, reply, asked, running)


def _whole(handler: BaseHTTPRequestHandler, status: int, kind: str, body: str, headers: dict[str, str]) -> None:
    handler.send_response(status)
    for name, value in {"Content-Type": kind, "Content-Length": str(len(body.encode())), **headers}.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body.encode())


def _stream(
    handler: BaseHTTPRequestHandler, reply: ScriptedReply, asked: ScriptedRequest, running: ScriptedServer
) -> None:
    def put(text: str) -> None:
        handler.wfile.write(text.encode())
        handler.wfile.flush()

    def event(delta: dict[str, Any], finish: str | None = None) -> str:
        choices = [] if reply.fault == "no choices" else [{"index": 0, "delta": delta, "finish_reason": finish}]
        return _event(asked.model, choices)

    put(event({"role": "assistant", "content": None if reply.fault == "null content" else ""}))
    if reply.fault == "broken JSON":
        put('data: {"id": "s", "choices": [{"delta": {"content": \n\n')
        return
    if reply.fault not in ("null content", "no choices"):
        _say(put, event, reply, running)
    if reply.fault == "stall":
        _until_gone(put, running)
    elif reply.fault == "half event":
        put('data: {"id": "s", "choices": [{"delta": {"cont')
    elif reply.fault == "no finish":
        put("data: [DONE]\n\n")
    elif reply.fault != "cut":
        put(event({}, reply.finish))
        put(_event(asked.model, [], _usage(asked, reply)))
        put("data: [DONE]\n\n")


def _event(model: str, choices: list[dict[str, Any]], usage: dict[str, int] | None = None) -> str:
    told = {"id": "s", "object": "chat.completion.chunk", "created": 0, "model": model, "choices": choices}
    return f"data: {json.dumps(told | ({'usage': usage} if usage else {}))}\n\n"


def _usage(asked: ScriptedRequest, reply: ScriptedReply) -> dict[str, int]:
    sent, received = (len(asked.system) + len(asked.human)) // _TOKEN, len(reply.text) // _TOKEN
    return {"prompt_tokens": sent, "completion_tokens": received, "total_tokens": sent + received}


def _say(
    put: Callable[[str], None], event: Callable[[dict[str, Any]], str], reply: ScriptedReply, running: ScriptedServer
) -> None:
    pauses = dict(reply.pauses)
    for start in range(0, len(reply.text), reply.size):
        piece = reply.text[start : start + reply.size]
        put(event({"content": piece}))
        running.sent.append((time.monotonic(), piece))
        for after, seconds in pauses.items():
            if start < after <= start + reply.size:
                running.released.wait(seconds)


def _until_gone(put: Callable[[str], None], running: ScriptedServer) -> None:
    """Say nothing but a comment now and then, until the client has gone or the server ends."""
    while not running.released.wait(0.05):
        put(": still here\n\n")
