"""Ask the page's server from many pages at once: `python benchmarks/load.py [--seconds 60] [--levels 10,25:10,50,100]`.

A level is a number of askers, and after a colon the seconds that each thinks between an answer and the next question,
drawn evenly from half to one and a half times as many. Each asker is a page of its own, as the browser's is: a question
joins the queue, and its answer comes over a stream of events. Printed for each level: answers a second, median and 95th
percentile of the seconds from question to whole answer, errors, and the server's memory before and after.
"""

import argparse
import asyncio
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import yaml

HERE = Path(__file__).resolve().parents[1]


@dataclass
class Level:
    """What was seen at one level."""

    seconds: list[float] = field(default_factory=list)
    errors: int = 0


def main() -> None:
    """Serve the starter documents, or the library of `--library`, and ask."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--levels", default="10,10:10,25:10,50,100")
    parser.add_argument("--library", default="")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        server, url = _served(given.library or f"{folder}/library")
        try:
            cases = yaml.safe_load((HERE / "evals/starter.yaml").read_text(encoding="utf-8"))
            questions = [case["question"] for case in cases if "question" in case]
            asyncio.run(_warm(url, questions[:5]))
            print(" askers  think s  a second   p50 s   p95 s  errors  MiB before   after")
            for level in given.levels.split(","):
                askers, _, think = level.partition(":")
                before = _memory(server.pid)
                seen = asyncio.run(_level(url, questions, int(askers), float(think or 0), given.seconds))
                p50, p95 = np.percentile(seen.seconds or [0.0], (50, 95))
                print(
                    f"{askers:>7} {think or '0':>8} {len(seen.seconds) / given.seconds:9.2f} {p50:7.2f} {p95:7.2f} "
                    f"{seen.errors:7} {before:11} {_memory(server.pid):7}",
                    flush=True,
                )
        finally:
            server.terminate()
            server.wait(20)


def _served(library: str) -> "tuple[subprocess.Popen[str], str]":
    command = [sys.executable, str(HERE / "app.py"), "--no-browser", "--port", "0"]
    environment = {**os.environ, "RAPPORTEUR_LIBRARY": library}
    pipe = subprocess.PIPE
    server = subprocess.Popen(command, env=environment, cwd=HERE, stdout=pipe, stderr=subprocess.STDOUT, text=True)
    assert server.stdout is not None
    for line in server.stdout:
        if "Rapporteur is at " in line:
            return server, line.split("Rapporteur is at ")[1].split()[0]
    raise SystemExit("the server did not start")


async def _level(url: str, questions: list[str], askers: int, think: float, seconds: float) -> Level:
    """Let askers ask for some seconds; what is under way then is waited for, and counts."""
    level, until = Level(), time.monotonic() + seconds
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=None)
    async with httpx.AsyncClient(base_url=url, timeout=120, limits=limits) as client:
        number = await _asking(client)

        async def asker(rank: int) -> None:
            rng = random.Random(f"{askers} {rank}")
            await asyncio.sleep(rng.uniform(0, think))
            while time.monotonic() < until:
                began = time.monotonic()
                try:
                    await _ask(client, number, rng.choice(questions), f"p{askers}x{think:.0f}x{rank}")
                    level.seconds.append(time.monotonic() - began)
                except (httpx.HTTPError, ValueError):
                    level.errors += 1
                    await asyncio.sleep(0.5)
                await asyncio.sleep(rng.uniform(0.5, 1.5) * think)

        await asyncio.gather(*(asker(rank) for rank in range(askers)))
    return level


async def _asking(client: httpx.AsyncClient) -> int:
    """Return the number of the handler that answers questions."""
    page = (await client.get("/")).text
    found = re.search(r"window\.gradio_config = (\{.*?\});</script>", page, re.DOTALL)
    assert found is not None
    config: dict[str, Any] = json.loads(found.group(1))
    names = {component["id"]: component["props"].get("elem_id") for component in config["components"]}
    targets = ((each["id"], names.get(target)) for each in config["dependencies"] for target, _ in each["targets"])
    return next(number for number, name in targets if name == "ask")


async def _ask(client: httpx.AsyncClient, number: int, question: str, page: str) -> None:
    body = {"data": [question, *[None] * 5], "fn_index": number, "session_hash": page}
    (await client.post("/gradio_api/queue/join", json=body)).raise_for_status()
    async with client.stream("GET", "/gradio_api/queue/data", params={"session_hash": page}) as stream:
        async for line in stream.aiter_lines():
            if line.startswith("data: ") and json.loads(line[6:])["msg"] == "process_completed":
                if not json.loads(line[6:])["success"]:
                    raise ValueError("the server says that something failed")
                return
    raise ValueError("the stream ended before the answer")


async def _warm(url: str, questions: list[str]) -> None:
    async with httpx.AsyncClient(base_url=url, timeout=120) as client:
        number = await _asking(client)
        for question in questions:
            await _ask(client, number, question, "warm")


def _memory(process: int) -> int:
    """Return the resident memory of a process, in MiB (Linux)."""
    status = Path(f"/proc/{process}/status").read_text()
    found = re.search(r"VmRSS:\s+(\d+)", status)
    return int(found.group(1)) // 1024 if found else 0


if __name__ == "__main__":
    main()
