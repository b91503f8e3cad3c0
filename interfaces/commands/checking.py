"""Is everything as it should be: `doctor`."""

import typer


def add_to(app: typer.Typer) -> None:
    """Add the command of this file to the application."""
    app.command()(doctor)


def doctor() -> None:
    """Check the installation and the library.

    Each thing that is not as it should be comes with what to do about it.
    """
    from assistant.compose import Settings
    from interfaces.doctor import examine
    from interfaces.terminal.terminal import cell, make_table, put, waiting

    style = {"fine": "green", "warning": "yellow", "broken": "red"}
    table = make_table("Check", "State", "Found", "What to do")
    with waiting("Checking; the model takes some seconds to load…"):
        checks = list(examine(Settings.from_environment()))
    for check in checks:
        table.add_row(cell(check.name), cell(check.state, style[check.state]), cell(check.found), cell(check.advice))
    put(table)
    if any(check.state == "broken" for check in checks):
        raise typer.Exit(1)
