"""Run the commands that a page marks as runnable (` ```sh run `), one block after another, in a folder of their own."""

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.docs.pages import REPOSITORY, Page

RUNNABLE = "sh run"
_PROGRAMS = {
    "rapporteur": "-c 'from interfaces.command_line import main; main()'",
    "pytest": "-m pytest",
    "python": "",
}
_SECONDS = 300


@dataclass(frozen=True, slots=True)
class Ran:
    """A block that was run."""

    line: int
    status: int
    printed: str
    shown: str
    """What the page shows as printed, in the `text` block that follows at once; empty for none."""


def runnable(page: Page) -> bool:
    """Tell whether a page has commands to run."""
    return any(code.info == RUNNABLE for code in page.code)


def run_page(page: Page, folder: Path, **environment: str) -> Iterator[Ran]:
    """Run the blocks of a page one by one in a new folder that is like a fresh clone, and stop after one that fails.

    `environment` says which embedding and reader are used; the library and the cache lie in the folder.
    """
    _clone(folder)
    settings = {
        **{name: value for name, value in os.environ.items() if not name.startswith("RAPPORTEUR_")},
        "PATH": f"{folder / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(REPOSITORY),
        "RAPPORTEUR_LIBRARY": str(folder / "library"),
        "RAPPORTEUR_CACHE": str(folder / "cache"),
        "COLUMNS": "120",
        **environment,
    }
    blocks = [code for code in page.code if code.is_block]
    for code, after in zip(blocks, [*blocks[1:], None], strict=True):
        if code.info != RUNNABLE:
            continue
        done = subprocess.run(  # noqa: S603 - commands of our own pages
            ["/bin/sh", "-eu", "-c", code.text],
            cwd=folder,
            env=settings,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            check=False,
        )
        shown = after.text if after and after.info == "text" else ""
        yield Ran(code.line, done.returncode, done.stdout if not done.returncode else done.stdout + done.stderr, shown)
        if done.returncode:
            return


def _clone(folder: Path) -> None:
    """Lay out what commands of a page may name: the starter documents, their cases, and the programs."""
    shutil.copytree(REPOSITORY / "corpus" / "starter", folder / "corpus" / "starter")
    (folder / "evals").mkdir()
    shutil.copy(REPOSITORY / "evals" / "starter.yaml", folder / "evals")
    programs = folder / ".venv" / "bin"
    programs.mkdir(parents=True)
    for name, arguments in _PROGRAMS.items():
        program = programs / name
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" {arguments} "$@"\n', encoding="utf-8")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
