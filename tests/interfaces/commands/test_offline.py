"""Ingesting and asking need no network: they try no connection when there is one, and work where there is none."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

NO_NETWORK = Path(__file__).resolve().parents[2] / "no_network"
PROVOKED = {
    "ANONYMIZED_TELEMETRY": "True",
    "GRADIO_ANALYTICS_ENABLED": "True",
    "LANGSMITH_TRACING": "true",
    "LANGSMITH_API_KEY": "none",
    "LANGCHAIN_TRACING_V2": "true",
    "DO_NOT_TRACK": "",
    "SCARF_NO_ANALYTICS": "",
}
"""What other programs of the person may have set; none of it may make this one speak."""
QUESTION = "How many participants from 12 countries attended the workshop?"


def test_ingest_and_ask_try_no_connection(rapporteur, papers: Path, tmp_path: Path) -> None:
    """With the real model, reading and answering go through, and nothing was even tried."""
    attempts = tmp_path / "attempts.txt"
    refused = {**PROVOKED, "PYTHONPATH": str(NO_NETWORK), "NETWORK_ATTEMPTS": str(attempts)}
    real = type(rapporteur)(rapporteur.library, embedding="")
    ingested = real("ingest", papers, timeout=240, **refused)
    assert ingested.returncode == 0, ingested.stdout + ingested.stderr
    asked = real("ask", QUESTION, "--json", timeout=240, **refused)
    assert asked.returncode == 0, asked.stderr
    assert "84" in json.loads(asked.stdout)["answer"]
    assert not attempts.exists(), attempts.read_text(encoding="utf-8")


def test_the_refusal_reaches_the_command_line(rapporteur, tmp_path: Path) -> None:
    """The net that the test above casts is in place in the process that it starts."""
    attempts = tmp_path / "attempts.txt"
    environment = {**os.environ, "PYTHONPATH": str(NO_NETWORK), "NETWORK_ATTEMPTS": str(attempts)}
    program = [rapporteur.command()[0], "-c", "import socket; socket.create_connection(('192.0.2.1', 80), timeout=1)"]
    assert subprocess.run(program, env=environment, capture_output=True, check=False).returncode != 0
    assert "192.0.2.1" in attempts.read_text(encoding="utf-8")


def test_ingest_and_ask_work_on_a_machine_without_a_network(rapporteur, papers: Path) -> None:
    """In a network namespace of its own, in which not even native code can reach anything, all goes as before."""
    unshare = shutil.which("unshare")
    alone = [unshare or "", "--net", "--map-root-user"]
    if unshare is None or subprocess.run([*alone, "true"], capture_output=True, check=False).returncode != 0:
        pytest.skip("this machine does not let a process leave the network (unshare --net)")
    real = type(rapporteur)(rapporteur.library, embedding="")
    for arguments in (["ingest", str(papers)], ["ask", QUESTION]):
        done = subprocess.run(
            [*alone, *real.command(*arguments)], env=real.environment(), capture_output=True, text=True,
            timeout=240, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
    assert "84" in done.stdout
