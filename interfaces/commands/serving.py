"""The page: `chat`."""

from typing import Annotated

import typer


def add_to(app: typer.Typer) -> None:
    """Add the command of this file to the application."""
    app.command()(chat)


def chat(
    host: Annotated[str, typer.Option(help="Address to listen on; 0.0.0.0 lets other machines in.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on; 0 for any free one.")] = 7860,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open a browser on the page.")] = True,
    starter: Annotated[bool, typer.Option("--starter", help="First fill an empty library with examples.")] = False,
) -> None:
    """Open the page, to ask and read in a browser."""
    from assistant.compose import Settings
    from interfaces.server import STARTER, serve

    serve(Settings.from_environment(), host, port, browser, starter=STARTER if starter else None)
