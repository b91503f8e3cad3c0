"""A run that is stopped goes on where it was, and a library in use is left alone."""

import json
import signal
import subprocess
import time
from pathlib import Path

import pytest

from assistant.compose import Settings, open_library

pytestmark = pytest.mark.slow

PLACES = 40
FACT = (
    '- {{id: s{n}, kind: number, doc: stores, question: "How many tonnes of millet did the store in Town{n} hold?",\n'
    '   must: [["{tonnes}"]], quote: "{tonnes} tonnes"}}\n'
)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a report of as many stores as there are cases, and the cases beside it."""
    folder = tmp_path_factory.mktemp("stopped")
    (folder / "corpus").mkdir()
    lines = [f"{n}. The store in Town{n} held {300 + n} tonnes of millet in May 2031." for n in range(1, PLACES + 1)]
    (folder / "corpus" / "stores.txt").write_text("Note on grain stores\n\n" + "\n\n".join(lines) + "\n")
    cases = [FACT.format(n=n, tonnes=300 + n) for n in range(1, PLACES + 1)]
    (folder / "cases.yaml").write_text("".join(cases))
    return folder


@pytest.mark.parametrize(("stop", "status"), [(signal.SIGINT, 130), (signal.SIGKILL, -9)], ids=["ctrl-c", "kill"])
def test_a_run_that_is_stopped_goes_on_where_it_was(
    rapporteur, corpus: Path, tmp_path: Path, stop: signal.Signals, status: int
) -> None:
    """What was answered before is not asked again: its time is that of the first run."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    options = ("eval", corpus / "cases.yaml", "--corpus", corpus / "corpus")
    process = subprocess.Popen(
        rapporteur.command(*options, "--jobs", "1"),
        env=rapporteur.environment(TMPDIR=str(scratch)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    while len(kept_lines(rapporteur)) < 3:
        assert process.poll() is None, process.communicate()
        time.sleep(0.01)
    process.send_signal(stop)
    _, told = process.communicate(timeout=120)
    assert process.returncode == status, told
    assert "Traceback" not in told
    if stop == signal.SIGINT:
        assert list(scratch.glob("rapporteur*")) == []
    known = {line["id"]: line["seconds"] for line in kept_lines(rapporteur)}
    assert 3 <= len(known) < PLACES
    done = rapporteur(*options, "--json", tmp_path / "report.json", TMPDIR=str(scratch))
    assert done.returncode == 0, done.stderr
    outcomes = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["outcomes"]
    assert len(outcomes) == PLACES
    assert {each["id"]: each["seconds"] for each in outcomes if each["id"] in known} == known
    assert sum(each["right"] for each in outcomes) == PLACES


def test_a_library_in_use_is_left_alone(filled, tmp_path: Path) -> None:
    """While the page has the library open, an evaluation of it says so, and one of other documents goes on."""
    (tmp_path / "cases.yaml").write_text('- {id: a, kind: refuse, question: "Who won the match?", refuse: true}\n')
    (tmp_path / "note.txt").write_text("Note\n\n1. It rained.\n")
    with open_library(Settings(filled.library, embedding="hash")):
        refused = filled("eval", tmp_path / "cases.yaml")
        beside = filled("eval", tmp_path / "cases.yaml", "--corpus", tmp_path / "note.txt")
    assert refused.returncode == 1
    assert "is in use by process" in refused.stderr
    assert beside.returncode == 0, beside.stderr


def kept_lines(rapporteur) -> list[dict]:
    """Return the outcomes that are kept so far; a line that is being written is not one yet."""
    files = list((rapporteur.library.parent / "cache" / "outcomes").glob("*.jsonl"))
    lines = [line for path in files for line in path.read_text(encoding="utf-8").split("\n")[:-1] if line]
    return [json.loads(line) for line in lines]
