"""Ingesting and asking need no network: they try no connection when there is one, and work where there is none."""

import json
import os
import shutil
import subprocess
import sys
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
CASE = f'- {{id: a, kind: number, doc: "workshop", question: "{QUESTION}", must: [["84"]], quote: "84 participants"}}'


@pytest.fixture(scope="module")
def attempts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file in which attempts to leave this machine are written down."""
    return tmp_path_factory.mktemp("network") / "attempts.txt"


@pytest.fixture(scope="module")
def real(filled, papers: Path, attempts: Path, tmp_path_factory: pytest.TempPathFactory):
    """Return the command line over a library that was made with the real model while the network was refused."""
    rapporteur = type(filled)(tmp_path_factory.mktemp("real") / "library", embedding="")
    done = rapporteur("ingest", papers, timeout=240, **refused(attempts))
    assert done.returncode == 0, done.stdout + done.stderr
    return rapporteur


def refused(attempts: Path) -> dict[str, str]:
    """Return an environment that provokes every connection, and refuses them."""
    return {**PROVOKED, "PYTHONPATH": str(NO_NETWORK), "NETWORK_ATTEMPTS": str(attempts)}


@pytest.mark.slow
def test_ingest_and_ask_try_no_connection(real, attempts: Path) -> None:
    """Reading and answering go through, and nothing was even tried."""
    asked = real("ask", QUESTION, "--json", timeout=240, **refused(attempts))
    assert asked.returncode == 0, asked.stderr
    assert "84" in json.loads(asked.stdout)["answer"]
    assert not attempts.exists(), attempts.read_text(encoding="utf-8")


def test_a_library_made_with_another_embedding(real) -> None:
    """Vectors of another kind are never compared; both ways out are named, and the documents are still there."""
    done = real("ask", QUESTION, RAPPORTEUR_EMBEDDING="hash")
    assert done.returncode == 1
    assert all(
        words in done.stderr for words in ("all-MiniLM-L6-v2", "hash", "rapporteur reindex", "RAPPORTEUR_EMBEDDING")
    )
    assert len(done.stderr.splitlines()) == 1
    assert len(json.loads(real("documents", "--json").stdout)) == 2


def test_the_refusal_is_in_place(tmp_path: Path) -> None:
    """The net that the tests above cast does catch an attempt."""
    attempts = tmp_path / "attempts.txt"
    environment = {**os.environ, **refused(attempts)}
    program = [sys.executable, "-c", "import socket; socket.create_connection(('192.0.2.1', 80), timeout=1)"]
    assert subprocess.run(program, env=environment, capture_output=True, check=False).returncode != 0
    assert "192.0.2.1" in attempts.read_text(encoding="utf-8")


@pytest.mark.slow
def test_ingest_and_ask_work_on_a_machine_without_a_network(real, papers: Path, tmp_path: Path) -> None:
    """In a network namespace of its own, in which not even native code can reach anything, all goes as before."""
    unshare = shutil.which("unshare")
    alone = [unshare or "", "--net", "--map-root-user"]
    if unshare is None or subprocess.run([*alone, "true"], capture_output=True, check=False).returncode != 0:
        pytest.skip("this machine does not let a process leave the network (unshare --net)")
    cases = tmp_path / "cases.yaml"
    cases.write_text(CASE, encoding="utf-8")
    # An evaluation with a corpus ingests and asks in one process, which loads the model once.
    done = subprocess.run(
        [*alone, *real.command("eval", cases, "--corpus", papers)],
        env=real.environment(), capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1.00 (1/1)" in done.stdout
