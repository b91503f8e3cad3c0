"""What a person sees in the terminal: plain words, tables and progress, by rich.

Text of documents and of questions is shown as it is, never read as markup, and its control characters are not obeyed.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from rich.console import Console, RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from interfaces.terminal.visible import in_one_line, visible

PIPED_WIDTH = 10_000
"""Columns that a line may have where no window limits it, so that a line of results is a line of a file."""


def put(*results: RenderableType) -> None:
    """Print results: to the width of the window, or unwrapped and without padding when they are piped."""
    console = _console(stderr=False)
    if console.is_terminal:
        console.print(*results, sep="\n")
        return
    with console.capture() as captured:
        console.print(*results, sep="\n")
    print("\n".join(line.rstrip() for line in captured.get().splitlines()))


def is_watched() -> bool:
    """Tell whether results go to a window in which somebody sees them come."""
    return _console(stderr=False).is_terminal


def has_room(columns: int) -> bool:
    """Tell whether a line of results may have so many columns."""
    return _console(stderr=False).width >= columns


def say(text: str) -> None:
    """Print a remark beside the results."""
    _console(stderr=True).print(visible(text), soft_wrap=True)


def make_table(*columns: str, right: Sequence[str] = (), title: str = "") -> Table:
    """Return a table without rows; the columns named in `right` hold numbers."""
    table = Table(title=title or None, title_justify="left", title_style="dim", header_style="bold", box=None)
    table.padding = (0, 1, 0, 0)
    for column in columns:
        table.add_column(Text(column), justify="right" if column in right else "left", overflow="fold")
    return table


def cell(value: object, style: str = "") -> Text:
    """Return one value of a table, shown as it is."""
    return Text(visible(str(value)), style=style)


@contextmanager
def waiting(what: str) -> Iterator[None]:
    """Show what is being waited for, while someone is watching."""
    console = _console(stderr=True)
    if not console.is_terminal:
        yield
        return
    with console.status(Text(what)):
        yield


@contextmanager
def progress_bar(what: str) -> Iterator[Callable[[int, int, str], None]]:
    """Give a function to tell how many are done, of how many, and what is at hand; draw a bar for who is watching."""
    console = _console(stderr=True)
    if not console.is_terminal:
        yield lambda _done, _total, _at_hand: None
        return
    columns: list[Any] = [
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[at_hand]}", markup=False),
    ]
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(what, total=None, at_hand="")
        yield lambda done, total, at_hand: progress.update(
            task, completed=done, total=total, at_hand=in_one_line(at_hand)
        )


def _console(*, stderr: bool) -> Console:
    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() else PIPED_WIDTH
    return Console(stderr=stderr, markup=False, highlight=False, emoji=False, width=width)
