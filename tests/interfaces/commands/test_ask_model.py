"""A chat model writes in the terminal, sentence by sentence, and as JSON; no key is repeated anywhere."""

import json
import os
import pty
import re
import select
import subprocess
import time
from collections.abc import Iterator

import pytest

from evals.scripted.reply import ScriptedReply, ScriptedRequest
from evals.scripted.server import ScriptedServer, scripted_server

QUESTION = "How many participants from 12 countries attended the workshop?"
TRUE = "In all, 84 participants attended."
FALSE = "In all, 95 participants attended."
SECRET = "sk-very-secret-0123456789"


def script(asked: ScriptedRequest) -> ScriptedReply:
    """Say a true sentence and a false one; a stalling model goes on after the first only when it is let."""
    name = next((name for name, text in asked.passages if "84 participants" in text), asked.passages[0][0])
    first, second = (f'{text} [{name} "84 participants"]\n' for text in (TRUE, FALSE))
    if asked.model == "stalling":
        return ScriptedReply(first + second, size=len(first), pauses=((len(first), 600.0),))
    return ScriptedReply(status=401) if asked.model == "locked" else ScriptedReply(first + second)


@pytest.fixture(scope="module")
def server() -> Iterator[ScriptedServer]:
    """Serve the script."""
    with scripted_server(script) as running:
        yield running


def named(server: ScriptedServer, model: str) -> dict[str, str]:
    """Return the environment that names a model of the server."""
    return {"RAPPORTEUR_MODEL": f"openai:{model}", "RAPPORTEUR_MODEL_URL": server.url, "OPENAI_API_KEY": SECRET}


def test_a_sentence_is_in_the_terminal_while_the_model_writes(filled, server: ScriptedServer) -> None:
    """The first sentence is seen before the second is sent; then come the sources and what was struck out."""
    leader, follower = pty.openpty()
    environment = {**filled.environment(**named(server, "stalling")), "TERM": "xterm", "COLUMNS": "120"}
    process = subprocess.Popen(
        filled.command("ask", QUESTION), env=environment, stdout=follower, stderr=subprocess.DEVNULL
    )
    os.close(follower)
    try:
        seen = read_until(leader, f"{TRUE} [1]")
        assert "Sources" not in seen
        assert not any(FALSE[:12] in text for _, text in server.sent)
        server.released.set()
        rest = read_until(leader, "openai:stalling")
        assert process.wait(120) == 0
    finally:
        process.kill()
        os.close(leader)
    assert rest.index("Sources") < rest.index("Not part of the answer") < rest.index("95 participants")
    assert (seen + rest).count(TRUE) == 1


def read_until(leader: int, words: str) -> str:
    """Return what a terminal shows up to some words, without its colours; fail after two minutes."""
    shown, until = "", time.monotonic() + 120
    while words not in shown:
        assert select.select([leader], [], [], max(0.0, until - time.monotonic()))[0], shown
        shown = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown + os.read(leader, 4096).decode(errors="replace"))
    return shown


def test_json_says_what_the_model_cost_and_wrote(filled, server: ScriptedServer) -> None:
    """The sentences, what was struck out, the tokens, the time and the digest of each prompt are there."""
    server.released.set()
    done = filled("ask", QUESTION, "--json", **named(server, "quick"))
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    answer = json.loads(done.stdout)
    assert answer["answer"] == TRUE
    assert [(each["text"], "95" in each["reason"]) for each in answer["struck"]] == [(FALSE, True)]
    model = answer["model"]
    assert (model["name"], model["wrote"], model["complete"], model["notice"]) == ("openai:quick", True, True, "")
    assert model["tokens"]["sent"] > 100 > model["tokens"]["received"] > 0
    assert model["seconds"] > 0
    assert list(model["prompts"]) == ["answer"]
    assert SECRET not in done.stdout


def test_a_wrong_key_is_told_and_not_repeated(filled, server: ScriptedServer) -> None:
    """The answer is in the documents' own words; the key is in no output, also where everything is told."""
    done = filled("ask", QUESTION, **named(server, "locked"), RAPPORTEUR_DEBUG="1", OPENAI_LOG="info")
    assert done.returncode == 0, done.stderr
    assert "84 participants" in done.stdout
    assert "did not accept the key (status 401)" in done.stdout
    assert SECRET not in done.stdout + done.stderr
    assert server.asked[-1].key == SECRET


def test_an_address_without_a_model_is_remarked_on(filled, server: ScriptedServer) -> None:
    """Nothing is sent, and one line says why."""
    before = len(server.asked)
    done = filled("ask", QUESTION, RAPPORTEUR_MODEL_URL=server.url)
    assert done.returncode == 0
    assert done.stderr.startswith("RAPPORTEUR_MODEL_URL is set, but RAPPORTEUR_MODEL names no model")
    assert len(server.asked) == before
