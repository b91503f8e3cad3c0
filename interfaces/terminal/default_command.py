"""A group of commands of which one is meant when none is named: `eval CASES` beside `eval bisect CASES`."""

from typing import TYPE_CHECKING

from typer.core import TyperGroup

if TYPE_CHECKING:
    from typer._click import Context

DEFAULT = "run"


class WithDefault(TyperGroup):
    """Runs the command `run` when the first word names no other."""

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        """Put the default command before anything that is not the name of one."""
        named = args and args[0] in self.commands
        return super().parse_args(ctx, args if named else [DEFAULT, *args])
