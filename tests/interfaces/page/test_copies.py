"""What the server keeps of a page that asks again and again."""

import re
import threading
from pathlib import Path

import httpx
import uvicorn
from fastapi import FastAPI
from served import call, handler, until

from assistant.compose import Settings, open_assistant, open_library
from interfaces.drafting.page import DraftPage
from interfaces.page.layout import mount
from interfaces.page.page import Page
from interfaces.page.server import listening
from interfaces.serving.presence import Presence, Watched


def test_a_question_leaves_nothing_behind_but_its_turn(tmp_path: Path) -> None:
    """After each answer the server holds as many components of a page as the page has, and no markup besides."""
    app, presence = FastAPI(), Presence()
    app.add_middleware(Watched, presence=presence)
    settings = Settings(library=tmp_path, embedding="hash", reader="none")
    with open_library(settings) as library, listening("127.0.0.1", 0) as listener:
        page = Page(library, open_assistant(settings, library), library.folder)
        mount(app, page, DraftPage(library), [".txt"], presence)
        blocks = app.routes[-1].app.app.get_blocks()  # type: ignore[attr-defined]
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
        serving = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        serving.start()
        try:
            until(lambda: server.started, 30)
            url = f"http://127.0.0.1:{listener.getsockname()[1]}"
            ask = handler(blocks.get_config_file(), "ask")
            for number in range(3):
                assert re.search(
                    rf"Where is harbour {number}", call(url, ask, [f"Where is harbour {number}?", *[None] * 5], "one")
                )
            assert httpx.get(f"{url}/").status_code == 200
            held = blocks.state_holder["one"]
            until(lambda: held.blocks_config.blocks.keys() == blocks.blocks.keys(), 10)
            assert held.config_values.keys() <= blocks.blocks.keys()
        finally:
            server.should_exit = True
            serving.join()
