"""The web server of the chat page: from settings to a page that answers, and back down when it is told to stop."""

import os
import signal
import socket
import sys
import threading
import time
import webbrowser
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.compose import Settings, open_assistant
from corpus.errors import SettingsError
from corpus.offline import stay_offline
from interfaces.serving.ending import Ending
from interfaces.serving.guard import LOOPBACK, guarded
from interfaces.serving.pace import Pace
from interfaces.serving.presence import Presence, Watched
from interfaces.terminal.opening import library_of, tell_of_no_model
from interfaces.terminal.terminal import put, say, waiting

if TYPE_CHECKING:
    from fastapi import FastAPI

    from assistant.assistant import Assistant
    from index.library import Library

HERE = Path(__file__).parent
STARTER = HERE.parents[1] / "corpus" / "starter"
MOST_CONNECTIONS = 800
"""Connections open at once; each page keeps up to three. Further ones are told 503."""
GRACE_SECONDS = 5
"""How long connections may take to close after Ctrl-C; their requests end sooner."""


def serve(
    settings: Settings,
    host: str = "127.0.0.1",
    port: int = 7860,
    open_browser: bool = True,
    starter: Path | None = None,
    *,
    insecure: bool = False,
    names: Sequence[str] = (),
) -> None:
    """Open the library, load what answers need, and serve the chat page until Ctrl-C or SIGTERM.

    A library without documents is first filled with the folder `starter`, when one is given. Raises `SettingsError`
    for an address that cannot be used, or that others can reach while `insecure` is not said, and `LibraryError` for a
    library that cannot be opened. `names` are those by which others reach a server that is open to them.
    """
    if host not in LOOPBACK and not insecure:
        raise SettingsError(
            f"--host {host} lets everyone who can reach this machine read and add documents, for no password is asked; "
            "leave --host out, or add --insecure if that is what you want"
        )
    stay_offline()
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with listening(host, port) as listener, library_of(settings) as library:
            _fill(library, starter)
            tell_of_no_model(settings)
            assistant = open_assistant(settings, library)
            with _told("Loading the language models"):
                assistant.load()
            with _told("Preparing the page"):
                app = build(library, assistant, settings.library, host, names)
            if host not in LOOPBACK:
                say(f"Whoever can reach {host} over the network can read and add documents here; no password is asked.")
            _run(app, listener, lambda: _announce(address(host, listener), open_browser))
    except KeyboardInterrupt:
        pass
    finally:
        signal.signal(signal.SIGTERM, before)
    say("Stopped.")


def build(library: "Library", assistant: "Assistant", folder: Path, host: str, names: Sequence[str] = ()) -> Ending:
    """Return the app: the page, its routes, `/healthz`, and what stands before them all."""
    from fastapi import FastAPI

    from corpus.formats import ARCHIVES, SUFFIXES
    from interfaces.drafting.drafts import add_draft_route
    from interfaces.drafting.page import DraftPage
    from interfaces.page.layout import mount
    from interfaces.page.page import Page
    from interfaces.page.uploading import add_upload_route

    app = FastAPI(title="Rapporteur", docs_url=None, redoc_url=None, openapi_url=None)
    page, drafting, presence = Page(library, assistant, folder), DraftPage.over(library, assistant), Presence()
    suffixes = SUFFIXES | ARCHIVES
    _add_routes(app)
    add_upload_route(app, page, suffixes)
    add_draft_route(app, drafting.drafts)
    mount(app, page, drafting, sorted(suffixes), presence)
    return Ending(guarded(Pace(Watched(app, presence)), host, names))


@contextmanager
def listening(host: str, port: int) -> Iterator[socket.socket]:
    """Hold a socket that listens on the address; raise `SettingsError` when it cannot be had.

    It listens from the start, so that a second server is told at once and a browser opened early waits.
    """
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listener = socket.create_server((host, port), family=family, backlog=128)
    except socket.gaierror as error:
        raise SettingsError(f"no such host as {host!r}; use --host 127.0.0.1, or 0.0.0.0 for a server") from error
    except (OSError, OverflowError) as error:
        raise SettingsError(
            f"port {port} on {host} cannot be used ({_why(error)}); choose another with --port, from 1024 to 65535"
        ) from error
    with listener:
        yield listener


def address(host: str, listener: socket.socket) -> str:
    """Return what a person types into a browser on this machine."""
    name = {"0.0.0.0": "127.0.0.1", "::": "[::1]", "::1": "[::1]"}.get(host, host)  # noqa: S104 - only its name
    return f"http://{name}:{listener.getsockname()[1]}"


def _add_routes(app: "FastAPI") -> None:
    from fastapi import Request
    from fastapi.responses import FileResponse, PlainTextResponse
    from starlette.exceptions import HTTPException

    @app.exception_handler(HTTPException)
    def refused(_: Request, error: HTTPException) -> PlainTextResponse:
        return PlainTextResponse(f"{error.detail}\n", error.status_code, headers=error.headers)

    @app.get("/healthz")
    def health() -> PlainTextResponse:
        return PlainTextResponse("ok\n")

    @app.get("/page/page.js")
    def script() -> FileResponse:
        return FileResponse(HERE / "page.js", media_type="text/javascript")

    @app.get("/favicon.ico")
    @app.get("/page/icon.svg")
    def icon() -> FileResponse:
        return FileResponse(HERE / "icon.svg", media_type="image/svg+xml")


def _fill(library: "Library", starter: Path | None) -> None:
    if library.documents():
        return
    if starter is None:
        say("The library holds no documents yet: add some on the page, or stop and run 'rapporteur ingest PATH'.")
        return
    from interfaces.terminal.ingesting import ingest_paths, report_table

    say("The library is empty; filling it with the starter documents.")
    put(report_table(ingest_paths(library, [starter]).entries))


@contextmanager
def _told(what: str) -> Iterator[None]:
    began = time.monotonic()
    with waiting(f"{what}…"):
        yield
    say(f"{what} took {time.monotonic() - began:.1f} s.")


def _run(app: Ending, listener: socket.socket, announce: Callable[[], None]) -> None:
    import uvicorn

    from interfaces.serving.patience import Patience

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            if self.started:
                announce()

        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            app.stop()
            await super().shutdown(sockets)

    config = uvicorn.Config(
        app,
        http=Patience,
        log_level="warning",
        access_log=False,
        server_header=False,
        limit_concurrency=MOST_CONNECTIONS,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    Server(config).run(sockets=[listener])


def _announce(url: str, open_browser: bool) -> None:
    say(f"Rapporteur is at {url} (Ctrl-C stops it).")
    if open_browser and _has_screen():
        threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()  # some browsers keep their caller


def _has_screen() -> bool:
    if os.environ.get("CI"):
        return False
    return sys.platform in ("darwin", "win32") or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def _why(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()
