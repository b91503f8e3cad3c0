"""Those who leave, and the server that ends: no work for nobody, and no error."""

import os
import signal
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest
from served import Served, call, handler, served

pytestmark = pytest.mark.slow


def test_questions_of_those_who_left_are_not_answered(server: Served, config: dict[str, Any]) -> None:
    """Behind 150 who asked and left, the next one is answered; who comes back finds that nothing was worked out."""
    number, rest = handler(config, "ask"), [None] * 5

    def join(page: int) -> int:
        body = {"data": ["Who chaired the session?", *rest], "fn_index": number, "session_hash": f"left{page}"}
        return httpx.post(f"{server.url}/gradio_api/queue/join", json=body).status_code

    with ThreadPoolExecutor(16) as many:
        assert set(many.map(join, range(150))) == {200}
    shown = call(server.url, number, ["Who chaired the session of the Seed Council?", *rest], "next")
    assert "Ada Merrin" in shown
    with httpx.stream("GET", f"{server.url}/gradio_api/queue/data", params={"session_hash": "left149"}) as late:
        assert "Ada Merrin" not in late.read().decode()


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
def test_a_page_that_is_open_does_not_make_the_end_an_error(seed_library: Path, told: signal.Signals) -> None:
    """With the stream of a page open it ends in one word, with no traceback."""
    library = seed_library.parent / f"ending-{told.name}"
    with served(library) as server, httpx.stream("GET", f"{server.url}/gradio_api/heartbeat/open", timeout=30):
        os.kill(server.process.pid, told)
        rest, _ = server.process.communicate(timeout=30)
    assert rest.splitlines() == ["Stopped."]
    assert server.process.returncode == 0
