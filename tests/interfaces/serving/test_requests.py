"""What a request may send to a real server, how much, how slowly, and what it gets: over raw HTTP and sockets."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from served import CHAT, Served, handler, raw, served

from interfaces.serving.pace import LARGEST_BODY, LARGEST_UPLOAD


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "::"])
def test_others_are_let_in_only_when_that_is_said(host: str, tmp_path: Path) -> None:
    """Any address but this machine's own is refused, with what to add."""
    with pytest.raises(RuntimeError, match=r"--insecure"), served(tmp_path, (*CHAT, "--host", host)):
        pass


def test_a_server_for_others_answers_to_its_own_names_alone(seed_library: Path) -> None:
    """An address of numbers and a name that was given pass; a name that someone pointed here does not."""
    command = (*CHAT, "--host", "0.0.0.0", "--insecure", "--name", "reports.office.example")
    with served(seed_library, command) as server:
        got = {
            host: httpx.get(f"{server.url}/healthz", headers={"Host": host}).status_code
            for host in (
                "10.1.2.3:7860",
                "reports.office.example:7860",
                "elsewhere.example",
                "10.1.2.3.elsewhere.example",
            )
        }
    assert list(got.values()) == [200, 200, 400, 400]


def test_a_body_that_says_it_is_too_large_is_not_read(server: Served) -> None:
    """The refusal comes before a byte of the body was sent."""
    for path, most in (("/gradio_api/queue/join", LARGEST_BODY), ("/uploads?name=a.txt", LARGEST_UPLOAD)):
        head = f"POST {path} HTTP/1.1\nHost: 127.0.0.1\nContent-Length: {most + 1}\n\n"
        got = raw(server, head)
        assert got.startswith(b"HTTP/1.1 413")
        assert b"larger than" in got


def test_a_body_that_does_not_say_its_size_is_cut_off(server: Served) -> None:
    """A body in pieces ends where it is too large, however much more would come."""
    pieces = 0

    def endless() -> Iterator[bytes]:
        nonlocal pieces
        while pieces < 4_000:
            pieces += 1
            yield b"x" * 65536

    try:
        status = httpx.post(f"{server.url}/gradio_api/queue/join", content=endless(), timeout=30).status_code
    except httpx.WriteError:  # closed while it was still being sent
        status = 413
    assert status == 413
    assert pieces < 4_000


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"not JSON",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"data": [' + b"9" * 5_000 + b'], "fn_index": ASK, "session_hash": "a"}',
        b'{"data": [], "fn_index": 999, "session_hash": "a"}',
        b'{"data": [], "fn_index": "8", "session_hash": "a"}',
        b'{"data": [null, null, null, null, null, null], "fn_index": ASK, "session_hash": "../a"}',
        b'{"data": {"path": "/etc/passwd"}, "fn_index": ASK, "session_hash": "a"}',
        b'{"data": [1e400, NaN, null, null, null, null], "fn_index": ASK, "session_hash": "a"}',
        b'{"data": ["q", "a state"], "fn_index": STOP, "session_hash": "a"}',
        b'{"data": [["a list"], null, null, null, null, null], "fn_index": ASK, "session_hash": "a"}',
        b'{"fn_index": ASK, "session_hash": "a"}',
        b'{"data": [null, null, null, null, null, null], "fn_index": ASK, "session_hash": "a", "oauth_token": "x"}',
    ],
)
def test_what_the_page_never_sends_is_refused_in_a_sentence(
    server: Served, config: dict[str, Any], body: bytes
) -> None:
    """Other handlers, other kinds of values, objects, states, and what is no JSON do not reach gradio."""
    for name, trigger in ((b": ASK", "ask"), (b": STOP", "stop")):
        body = body.replace(name, b": %d" % handler(config, trigger))
    for route in ("queue/join", "run/predict"):
        reply = httpx.post(f"{server.url}/gradio_api/{route}", content=body)
        assert reply.status_code == 400
        assert reply.text.startswith("This page takes words")


@pytest.mark.parametrize(
    "path",
    (
        "/config /gradio_api/info /gradio_api/openapi.json /login /monitoring /gradio_api/upload /docs /manifest.json "
        "/gradio_api/app_id /gradio_api/vibe-code/ /gradio_api/run-history/buckets /static/../app.py"
    ).split(),
)
def test_routes_that_the_page_does_not_call_are_not_there(server: Served, path: str) -> None:
    """gradio's other features have no address here."""
    assert httpx.get(server.url + path).status_code in (404, 405)
    assert httpx.post(server.url + path).status_code in (404, 405)


def test_gradios_own_check_of_paths_is_on(seed_library: Path) -> None:
    """It is on only for an app that it takes for launched; this holds for each release that is allowed."""
    from fastapi import FastAPI
    from gradio import Blocks
    from gradio.processing_utils import _check_allowed

    from assistant.compose import Settings, open_assistant, open_library
    from interfaces.drafting.page import DraftPage
    from interfaces.page.layout import mount
    from interfaces.page.page import Page
    from interfaces.serving.presence import Presence

    app = FastAPI()
    settings = Settings(library=seed_library.parent / "another", embedding="hash")
    with open_library(settings) as library:
        page = Page(library, open_assistant(settings, library), library.folder)
        mount(app, page, DraftPage(library), [".txt"], Presence())
    from gradio.context import LocalContext
    from gradio.exceptions import InvalidPathError

    blocks = app.routes[-1].app.app.get_blocks()  # type: ignore[attr-defined]
    assert isinstance(blocks, Blocks)
    token = LocalContext.blocks.set(blocks)
    try:
        with pytest.raises(InvalidPathError):
            _check_allowed("/etc/hostname", check_in_upload_folder=True)
    finally:
        LocalContext.blocks.reset(token)
