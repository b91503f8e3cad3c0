"""The server of the page starts, says plainly why it cannot, and stops when told."""

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from corpus.errors import SettingsError
from interfaces.page.server import address, listening

REPOSITORY = Path(__file__).resolve().parents[3]


@contextmanager
def chat(library: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """Run `rapporteur chat` over a library with an embedding that needs no weights."""
    process = subprocess.Popen(
        [str(Path(sys.executable).parent / "rapporteur"), "chat", "--no-browser", *arguments],
        cwd=REPOSITORY,
        env={**os.environ, "RAPPORTEUR_LIBRARY": str(library), "RAPPORTEUR_EMBEDDING": "hash"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()


def read_until(process: subprocess.Popen[str], words: str) -> str:
    """Return what a process prints up to the line with these words; fail when it ends without them."""
    assert process.stdout is not None
    printed = ""
    for line in process.stdout:
        printed += line
        if words in line:
            return printed
    pytest.fail(f"{words!r} was never printed; the process printed:\n{printed}")


def test_it_serves_says_where_and_stops_in_order(tmp_path: Path) -> None:
    """The address is printed once it answers; Ctrl-C ends it with no traceback and gives the library back."""
    with chat(tmp_path, "--port", "0") as process:
        printed = read_until(process, "Rapporteur is at ")
        url = printed.rsplit("Rapporteur is at ", 1)[1].split()[0]
        with urllib.request.urlopen(f"{url}/healthz") as reply:
            assert reply.read() == b"ok\n"
        with chat(tmp_path, "--port", "0") as second:
            told = second.communicate()[0]
            assert second.returncode != 0
            assert f"in use by process {process.pid}" in told
        process.send_signal(signal.SIGINT)
        rest, _ = process.communicate()
        assert process.returncode == 0
        assert "Stopped." in rest
        assert "Traceback" not in printed + rest + told


def test_a_port_in_use_is_told_with_the_next_step() -> None:
    """The message names the port and the option that chooses another."""
    with (
        listening("127.0.0.1", 0) as first,
        pytest.raises(SettingsError, match=r"port \d+ on 127\.0\.0\.1 cannot be used .*--port"),
        listening("127.0.0.1", first.getsockname()[1]),
    ):
        pass


@pytest.mark.parametrize(("host", "port"), [("no such host", 0), ("127.0.0.1", 70_000), ("192.0.2.1", 0)])
def test_an_address_that_cannot_be_had_is_told(host: str, port: int) -> None:
    """A host that is not known or not of this machine, and a port that is none, are plain sentences."""
    with pytest.raises(SettingsError, match=r"use --host|choose another"), listening(host, port):
        pass


def test_the_address_is_one_that_a_browser_takes() -> None:
    """All addresses of a machine are reached here as its own."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        assert address("127.0.0.1", listener) == f"http://127.0.0.1:{port}"
        assert address("0.0.0.0", listener) == f"http://127.0.0.1:{port}"
        assert address("::1", listener) == f"http://[::1]:{port}"
