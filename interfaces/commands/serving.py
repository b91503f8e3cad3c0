"""The page: `chat`."""

from typing import Annotated

import typer


def add_to(app: typer.Typer) -> None:
    """Add the command of this file to the application."""
    app.command()(chat)


def chat(
    host: Annotated[
        str, typer.Option(help="Address to listen on; other than 127.0.0.1 with --insecure alone.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on; 0 for any free one.")] = 7860,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open a browser on the page.")] = True,
    starter: Annotated[bool, typer.Option("--starter", help="First fill an empty library with examples.")] = False,
    insecure: Annotated[
        bool, typer.Option("--insecure", help="Let everyone who can reach the address in; no password is asked.")
    ] = False,
    name: Annotated[
        list[str] | None,
        typer.Option(help="A name by which others reach this machine, with --insecure; may be given several times."),
    ] = None,
) -> None:
    """Open the page, to ask and read in a browser."""
    from assistant.compose import Settings
    from interfaces.page.server import STARTER, serve

    serve(
        Settings.from_environment(),
        host,
        port,
        browser,
        starter=STARTER if starter else None,
        insecure=insecure,
        names=name or (),
    )
