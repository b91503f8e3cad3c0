"""Ask a person for a yes."""

import typer


def agreed(question: str) -> bool:
    """Ask, and take silence or no one to ask for a no."""
    try:
        return typer.confirm(question, err=True)
    except typer.Abort as abort:
        if isinstance(abort.__context__, KeyboardInterrupt):
            raise KeyboardInterrupt from abort
        return False
