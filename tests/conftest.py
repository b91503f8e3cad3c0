"""What every test may use."""

import os
import signal
import sys
from pathlib import Path

import pytest

os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
# The tests start hundreds of processes, each of which would else compile the product anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell that runs the tests in the background has them ignore Ctrl-C, and the programs that they start as well.
    signal.signal(signal.SIGINT, signal.default_int_handler)
if "PYTEST_XDIST_WORKER" in os.environ:
    # Processes that run tests side by side have a core each.
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(name, "1")

REPOSITORY = Path(__file__).resolve().parent.parent
pytest_plugins = ("slowest_files",)


@pytest.fixture(scope="session")
def reference() -> Path:
    """Return the folder of real documents that RAPPORTEUR_REFERENCE names; skip where it names none.

    The documents are not ours to hand on: a folder that is named and absent is an error, none named is none.
    """
    named = os.environ.get("RAPPORTEUR_REFERENCE", "")
    if not named:
        pytest.skip("RAPPORTEUR_REFERENCE names no folder of real documents")
    folder = Path(named).resolve()
    if not folder.is_dir():
        pytest.fail(f"RAPPORTEUR_REFERENCE names {folder}, and there is no such folder")
    return folder


@pytest.fixture(scope="session")
def starter() -> Path:
    """Return the folder of the starter corpus."""
    return REPOSITORY / "corpus" / "starter"
