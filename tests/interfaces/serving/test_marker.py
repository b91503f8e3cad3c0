"""No request makes the server give away, or take in, a file of the machine: a marked one is asked for in every way."""

import itertools
import json
import os
import urllib.parse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from served import APP, CHAT, Served, config_of, served, stream

pytestmark = pytest.mark.slow

MARKER = "the marked words 8f1c2b"
FILE_ROUTES = (
    "gradio_api/file= file= gradio_api/file/ file/ gradio_api/proxy=file:// static/ assets/ svelte/ page/ uploads/ "
    "drafts/ gradio_api/custom_component/1/client/component/ drafts/x/ favicon.ico/ gradio_api/stream/a/b/ pwa_icon/"
).split()


def file_forms(path: str) -> list[Any]:
    """Return the objects and words by which gradio is told of a file."""
    plain = {"path": path, "meta": {"_type": "gradio.FileData"}}
    return [
        plain,
        [plain],
        [[plain]],
        {**plain, "url": f"file://{path}", "orig_name": "note.txt", "size": 1, "mime_type": "text/plain"},
        {"video": plain, "subtitles": plain},
        {"text": "what is this", "files": [plain]},
        {"path": "x.txt", "url": f"file://{path}", "meta": {"_type": "gradio.FileData"}},
        json.dumps(plain),
        path,
        [path],
        f"file://{path}",
    ]


def posted(served: Served, config: dict[str, Any], path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each way of handing a form of the file to each field of each handler: the address, and the body."""
    numbered = itertools.count()
    for handler in config["dependencies"]:
        name = handler["api_name"] or "predict"
        for field, form in itertools.product(range(len(handler["inputs"])), file_forms(path)):
            values: list[Any] = [None] * len(handler["inputs"])
            values[field] = form
            for route in ("queue/join", "run/predict", f"run/{name}", f"call/{name}", f"call/v2/{name}"):
                body = {"data": values, "fn_index": handler["id"], "session_hash": f"marker{next(numbered)}"}
                yield f"{served.url}/gradio_api/{route}", body
            named = dict(enumerate(values))
            yield f"{served.url}/gradio_api/call/v2/{name}", {str(key): value for key, value in named.items()}
        for form in file_forms(path):
            body = {
                "data": [],
                "event_data": form,
                "fn_index": handler["id"],
                "session_hash": f"marker{next(numbered)}",
            }
            yield f"{served.url}/gradio_api/queue/join", body


def got(url: str, path: str) -> Iterator[str]:
    """Yield the addresses at which a server might hand out a file by its path."""
    way = path.lstrip("/")
    up = "../" * 12 + way
    quoted = urllib.parse.quote(path, safe="")
    for written in (path, quoted, up, urllib.parse.quote(up, safe=""), up.replace("../", "..%2f")):
        for route in FILE_ROUTES:
            yield f"{url}/{route}{written}"


def held(folder: Path) -> list[str]:
    """Return the files under a folder that hold the marked words."""
    files = (Path(above) / name for above, _, names in os.walk(folder) for name in names)
    return [str(file) for file in files if not file.is_symlink() and MARKER.encode() in file.read_bytes()]


def leaks(server: Served, library: Path, cache: Path, path: str) -> tuple[int, list[str]]:
    """Try everything with one path; return how many requests were made, and where the marked words came out."""
    found, tried, config = [], 0, config_of(server)
    with httpx.Client(timeout=20) as client:
        for address, body in posted(server, config, path):
            tried += 1
            reply = client.post(address, json=body)
            said = reply.text
            if reply.status_code == 200 and address.endswith("queue/join"):
                said += "".join(json.dumps(event) for event in stream(server.url, body["session_hash"]))
            if MARKER in said or (reply.status_code == 200 and str(cache) in said):
                found.append(f"{address} {json.dumps(body)[:200]}")
        for address in got(server.url, path):
            tried += 1
            if MARKER in client.get(address).text:
                found.append(address)
        tried += 1
        reply = client.post(f"{server.url}/uploads", params={"name": path}, content=b"1. Some other words.\n")
        if MARKER in reply.text:
            found.append("uploads")
    return tried, found + held(cache) + held(library)


@pytest.mark.parametrize(
    ("command", "linked"),
    [(CHAT, False), (CHAT, True), (APP, False), ((*CHAT, "--host", "0.0.0.0", "--insecure"), False)],
    ids=["chat", "chat, through a link", "app.py", "for others"],
)
def test_a_marked_file_stays_where_it_is(
    tmp_path: Path, seed_library: Path, command: tuple[str, ...], linked: bool
) -> None:
    """No handler, field, file route or start-up path reads, copies, serves or takes in a file that is named to it."""
    marked, temporary, path = tmp_path / "note.txt", tmp_path / "temporary", tmp_path / "link.txt"
    marked.write_text(f"1. Here stand {MARKER}.\n", encoding="utf-8")
    path.symlink_to(marked)
    temporary.mkdir()
    with served(seed_library, command, TMPDIR=str(temporary)) as server:
        tried, found = leaks(server, seed_library, temporary, str(path if linked else marked))
    assert tried > 500
    assert found == []
