"""Whatever goes wrong with a model, an answer from the documents comes inside the deadline, with one plain sentence."""

import re
import time
from dataclasses import replace

import pytest

from assistant.chat.answering import IN_THEIR_WORDS, STOPPED
from assistant.chat.asking import MOST_SENTENCES
from assistant.chat.settings import ChatSettings
from assistant.compose import Settings, open_assistant
from assistant.deadline import Stop
from evals.scripted.faults import FAULTS
from evals.scripted.reply import ScriptedReply, ScriptedRequest
from evals.scripted.server import PAGE
from index.library import Library

ATTENDED = "How many delegates attended the meeting of the River Board?"
GOOD = 'In all, 42 delegates attended. [{42 delegates} "42 delegates"]\n'
SECRET = "sk-very-secret-0123456789"
SECONDS = 3
SAID = {
    "401": "did not accept the key (status 401)",
    "403": "did not accept the key (status 403)",
    "404": "knows no model",
    "400": "refused the request (status 400)",
    "429 with Retry-After": "takes no more questions for now",
    "500": "failed (status 500)",
    "an HTML page with status 200": "empty|not an answer",
    "an empty body": "empty|not an answer",
    "broken JSON": "not an answer",
    "no choices": "empty|not an answer",
    "null content": "was empty",
    "half an event": "broke off|not an answer",
    "a stall": "did not answer in time",
    "a cut stream": "broke off",
    "no finish": "broke off",
    "finish by length": "cut off at its greatest length",
    "a filter": "for a reason of its own",
    "nothing said": "was empty",
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_ends_in_the_documents_own_words(scripted, name: str, monkeypatch) -> None:
    """The answer holds the number, the notice names the fault, and no message of the server is repeated."""
    monkeypatch.setenv("OPENAI_API_KEY", SECRET)
    assistant, _ = scripted(lambda _asked: FAULTS[name], seconds=SECONDS)
    assistant.load()
    started = time.monotonic()
    answer = assistant.ask(ATTENDED)
    assert time.monotonic() - started < SECONDS + 10
    must_be_plain(answer, SAID[name])


def must_be_plain(answer, said: str) -> None:
    """Check that an answer is from the documents and its notice one that a person understands."""
    assert "42 delegates" in answer.text
    assert answer.citations
    assert not answer.writing.wrote
    assert re.search(said if "|" in said else re.escape(said), answer.writing.notice), answer.writing.notice
    assert answer.writing.notice.endswith(IN_THEIR_WORDS)
    assert not any(word in answer.writing.notice for word in (SECRET, "Traceback", PAGE[:9], "Error", "sk-"))


@pytest.mark.parametrize(
    ("chat", "said"),
    [
        (ChatSettings(model="nonsense"), "write it as provider:model"),
        (ChatSettings(model="nosuch:model"), "LangChain knows no provider 'nosuch'"),
        (ChatSettings(model="cohere:command"), "run 'pip install langchain-cohere'"),
        (ChatSettings(model="openai:gpt-4o"), "such as OPENAI_API_KEY"),
        (ChatSettings(model="openai:x", url="http://127.0.0.1:9/v1", seconds=3), "could not be reached"),
        (ChatSettings(model="openai:x", url="http://nowhere.invalid/v1", seconds=3), "could not be reached"),
    ],
)
def test_a_model_that_cannot_be_had(
    river: tuple[Library, Settings], chat: ChatSettings, said: str, monkeypatch
) -> None:
    """Wrong names, missing packages and keys, and hosts that are not there are told with the answer."""
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    library, settings = river
    started = time.monotonic()
    answer = open_assistant(replace(settings, chat=chat), library).ask(ATTENDED)
    assert time.monotonic() - started < 30
    must_be_plain(answer, said)


def test_a_key_that_no_header_takes_is_not_repeated(scripted, monkeypatch, caplog) -> None:
    """A key with a line break makes the client fail with the key in its message; nobody sees that message."""
    monkeypatch.setenv("OPENAI_API_KEY", f"{SECRET}\n")
    assistant, _ = scripted(GOOD, seconds=SECONDS)
    answer = assistant.ask(ATTENDED)
    assert "42 delegates" in answer.text
    assert SECRET not in f"{answer!r}{caplog.text}"


def test_a_passing_fault_is_tried_again(scripted) -> None:
    """After two failures the third try is the answer, and nothing is said of them."""
    assistant, server = scripted(lambda asked: ScriptedReply(status=503) if asked.number < 3 else good(asked))
    answer = assistant.ask(ATTENDED)
    assert answer.text == "In all, 42 delegates attended."
    assert answer.writing.tries == len(server.asked) == 3
    assert answer.writing.notice == ""


def test_retry_after_is_kept_where_there_is_time(scripted) -> None:
    """The second try comes no sooner than the server asked for."""
    times: list[float] = []

    def script(asked: ScriptedRequest) -> ScriptedReply:
        times.append(time.monotonic())
        return ScriptedReply(status=429, headers={"Retry-After": "1"}) if len(times) == 1 else good(asked)

    assistant, _ = scripted(script)
    assert assistant.ask(ATTENDED).writing.wrote
    assert times[1] - times[0] >= 1


def good(asked: ScriptedRequest) -> ScriptedReply:
    """Return a reply that is true."""
    name = next(name for name, text in asked.passages if "42 delegates" in text)
    return ScriptedReply(GOOD.replace("{42 delegates}", name))


@pytest.mark.parametrize("fault", ["cut", "stall", "half event", "no finish"])
def test_what_was_verified_before_a_break_stays(scripted, fault: str) -> None:
    """The whole sentence is kept, the broken one is not shown, and the answer is marked as incomplete."""

    def script(asked: ScriptedRequest) -> ScriptedReply:
        return replace(good(asked), text=good(asked).text + "They came fr", fault=fault)

    assistant, server = scripted(script, seconds=SECONDS)
    answer = assistant.ask(ATTENDED)
    assert answer.text == "In all, 42 delegates attended."
    assert not answer.writing.complete
    assert answer.writing.notice
    assert len(server.asked) == 1


def test_a_model_that_never_stops_is_stopped(scripted) -> None:
    """Sentences without end are read up to a number, what was checked stays, and one sentence says so."""

    def script(asked: ScriptedRequest) -> ScriptedReply:
        more = "".join(f"This is remark number {number} of many.\n" for number in range(2 * MOST_SENTENCES))
        return ScriptedReply(good(asked).text + more, size=5_000)

    assistant, server = scripted(script)
    answer = assistant.ask(ATTENDED)
    assert answer.text == "In all, 42 delegates attended."
    assert len(answer.sentences) + len(answer.struck) == MOST_SENTENCES
    assert f"more than {MOST_SENTENCES} sentences" in answer.writing.notice
    assert len(server.asked) == 1


def test_thinking_without_end_ends_with_the_deadline(scripted) -> None:
    """A stream that always has more to give is given up in time as well."""
    assistant, server = scripted(
        lambda _asked: ScriptedReply("<think>" + "on and on " * 500_000, size=20), seconds=SECONDS
    )
    assistant.load()
    started = time.monotonic()
    answer = assistant.ask(ATTENDED)
    assert time.monotonic() - started < SECONDS + 10
    must_be_plain(answer, "did not answer in time")
    assert server.left.wait(60)


def test_stopping_frees_at_once(scripted) -> None:
    """A person who stops gets what was checked so far, the connection is closed, and the rest is not waited for."""

    def script(asked: ScriptedRequest) -> ScriptedReply:
        return replace(good(asked), text=good(asked).text + "They came", fault="stall")

    assistant, server = scripted(script, seconds=60)
    stop = Stop()
    answers = assistant.stream(ATTENDED, stop=stop)
    assert next(answers).text == "In all, 42 delegates attended."
    stop.now()
    started = time.monotonic()
    *_, last = answers
    assert time.monotonic() - started < 5
    assert last.writing.notice == STOPPED
    assert server.left.wait(60)


def test_a_sentence_is_there_as_soon_as_it_is_whole(scripted) -> None:
    """The first checked sentence comes within 300 ms of the model's completing it, long before the answer ends."""

    def script(asked: ScriptedRequest) -> ScriptedReply:
        first = good(asked).text
        return ScriptedReply(first + "It was a fine day in Oslo.\n", pauses=((len(first), 2.0),))

    assistant, server = scripted(script)
    assistant.load()
    answers = assistant.stream(ATTENDED)
    assert next(answers).sentences
    seen = time.monotonic()
    written = [at for at, _ in server.sent]
    assert seen - written[-1] < 0.3
    *_, last = answers
    assert last.writing.complete
