"""Files that are sent to a real server: each in a folder of its own, under a plain name, gone when it is taken in."""

import json
import socket
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
from served import Served, raw, until

NOTE = b"Note\n\n1. The workshop took place in Oslo and was attended by 86 people.\n"


def test_an_upload_is_told_step_by_step_and_leaves_no_copy(server: Served, seed_library: Path) -> None:
    """The last line of the reply says what became of the file, under the last part of the name it was given."""
    reply = httpx.post(f"{server.url}/uploads", params={"name": "../../etc/note<b>.txt"}, content=NOTE, timeout=30)
    *steps, last = [json.loads(line) for line in reply.text.splitlines()]
    assert "note&#60;b&#62;&#46;txt" in last["outcome"]
    assert "added" in last["outcome"]
    assert "reading" in [step["stage"] for step in steps]
    assert list((seed_library / "uploads").iterdir()) == []


def test_a_file_of_another_kind_is_refused_before_it_is_read(server: Served) -> None:
    """Its name is enough."""
    head = "POST /uploads?name=a.exe HTTP/1.1\nHost: 127.0.0.1\nContent-Length: 1000000\n\n"
    assert raw(server, head).startswith(b"HTTP/1.1 415")


def test_an_upload_that_breaks_off_leaves_nothing(server: Served, seed_library: Path) -> None:
    """Who leaves in the middle of a file leaves no part of it behind."""
    with half_sent(server, seed_library):
        pass
    until(lambda: not any((seed_library / "uploads").iterdir()))


def test_a_file_on_its_way_in_is_nobody_elses(server: Served, seed_library: Path) -> None:
    """No other user of the machine can enter the folder in which it lies."""
    with half_sent(server, seed_library):
        folders = [seed_library / "uploads", *(seed_library / "uploads").iterdir()]
        assert {stat.S_IMODE(folder.stat().st_mode) for folder in folders} == {0o700}


@contextmanager
def half_sent(server: Served, library: Path) -> Iterator[None]:
    """Send the beginning of a file, and hold the connection open until the block ends."""
    host, port = server.url.removeprefix("http://").split(":")
    head = b"POST /uploads?name=half.txt HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9999\r\n\r\n"
    with socket.create_connection((host, int(port))) as connection:
        connection.sendall(head + b"1. Half")
        until(lambda: any((library / "uploads").glob("incoming-*/half.txt")))
        yield
