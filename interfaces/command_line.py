"""`rapporteur`: the whole of the product from the terminal.

What a command needs is imported when it runs, so that `rapporteur --help` answers at once.
"""

import os
import signal
import sys
from pathlib import Path
from types import FrameType

import typer

from corpus.errors import RapporteurError
from corpus.offline import stay_offline
from interfaces.commands import asking, checking, evaluating, facts, filing, keeping, serving, summarize
from interfaces.terminal.visible import in_one_line, visible

FAILED = 1
INTERRUPTED = 128 + signal.SIGINT
TERMINATED = 128 + signal.SIGTERM

app = typer.Typer(
    name="rapporteur",
    help="Answer questions about reports, each sentence with the paragraph it came from.",
    epilog="The library is the folder RAPPORTEUR_LIBRARY, or one of your own under the user data of this machine.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for group in (filing, asking, summarize, serving, evaluating, facts, keeping, checking):
    group.add_to(app)


def main() -> None:
    """Run the command line; whatever goes wrong is one plain sentence and an exit status, never a traceback."""
    stay_offline()
    signal.signal(signal.SIGTERM, _stop)
    # A shell can start a program with its output closed (`>&-`): what is said then goes nowhere, and is no error.
    sys.stdout = sys.stdout or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open to the end
    sys.stderr = sys.stderr or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app(prog_name="rapporteur")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # Whoever read the output has enough; the interpreter must not try to flush the rest.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(FAILED)
    except RapporteurError as error:
        _fail(str(error))
    except Exception as error:  # noqa: BLE001 - the last door: anything else is told here
        _fail(
            f"stopped at something unforeseen ({type(error).__name__}: {in_one_line(str(error))[:300]}); "
            "run it again with RAPPORTEUR_DEBUG=1 to see where, and 'rapporteur doctor' to check the installation"
        )


def _fail(sentence: str) -> None:
    if os.environ.get("RAPPORTEUR_DEBUG"):
        raise
    print(f"rapporteur: {visible(sentence)}", file=sys.stderr)
    sys.exit(FAILED)


def _stop(_signal: int, _frame: FrameType | None) -> None:
    """Leave in order, so that temporary folders are removed and the lock is given back."""
    sys.exit(TERMINATED)
