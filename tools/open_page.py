"""Start the chat page over a library of its own and open it in Chromium: for the browser tests and the screenshot."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

REPOSITORY = Path(__file__).resolve().parent.parent
APP = (sys.executable, str(REPOSITORY / "app.py"), "--no-browser", "--port", "0")
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class NoBrowser(Exception):
    """No Chromium is installed here."""


@dataclass(frozen=True, slots=True)
class Served:
    """A running page."""

    url: str
    process: subprocess.Popen[str]
    printed: str
    """What the server said while it started."""


@contextmanager
def served(library: Path, command: Sequence[str] = APP, **environment: str) -> Iterator[Served]:
    """Run the page on a free port over a library; `app.py` fills an empty one with the starter documents."""
    process = subprocess.Popen(  # noqa: S603 - our own program
        list(command),
        cwd=REPOSITORY,
        env={**os.environ, **environment, "RAPPORTEUR_LIBRARY": str(library)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        printed = _read_until(process, "Rapporteur is at ")
        yield Served(printed.rsplit("Rapporteur is at ", 1)[1].split()[0], process, printed)
    finally:
        if process.poll() is None:
            process.terminate()
            process.communicate()


def launch(playwright: "Playwright") -> "Browser":
    """Start the Chromium of this machine, or the one that Playwright keeps; raise `NoBrowser` when there is none."""
    own = Path(playwright.chromium.executable_path)
    found = next((path for name in NAMES if (path := shutil.which(name))), str(own) if own.exists() else None)
    if found is None:
        raise NoBrowser("no Chromium was found; install the package chromium, or run 'playwright install chromium'")
    return playwright.chromium.launch(executable_path=found, args=list(FLAGS))


def _read_until(process: subprocess.Popen[str], words: str) -> str:
    assert process.stdout is not None
    printed = ""
    for line in process.stdout:
        printed += line
        if words in line:
            return printed
    raise RuntimeError(f"the page did not start; it printed:\n{printed}")
