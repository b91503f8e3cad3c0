"""A follow-up is put by the model as a question that stands by itself, or resolved without it."""

import time

import pytest

from assistant.chat.rewriting import SHARE
from evals.scripted.reply import Script, ScriptedReply, ScriptedRequest

ATTENDED = "How many delegates attended the meeting of the River Board?"
FOLLOW_UP = "And from which countries did they come?"
STANDALONE = "From which countries did the delegates to the meeting of the River Board come?"
GOOD = 'The delegates came from Norway, Sweden and Finland. [{} "Norway, Sweden and Finland"]\n'


def puts(rewriting: ScriptedReply) -> Script:
    """Return a script that says this of a follow-up, and a true sentence of anything else."""

    def script(asked: ScriptedRequest) -> ScriptedReply:
        if asked.task == "rewrite":
            return rewriting
        name = next((name for name, text in asked.passages if "42 delegates" in text), asked.passages[0][0])
        return ScriptedReply(GOOD.format(name))

    return script


def test_the_model_puts_the_follow_up(scripted) -> None:
    """What it says is searched and shown, the person's words stay the question, and the prompt is recorded."""
    assistant, server = scripted(puts(ScriptedReply(f'"{STANDALONE}"\n')))
    answer = assistant.ask(FOLLOW_UP, [ATTENDED])
    assert (answer.question, answer.query) == (FOLLOW_UP, STANDALONE)
    assert answer.writing.rewritten
    assert {"answer", "rewrite"} == {name for name, _ in answer.writing.prompts}
    assert [asked.task for asked in server.asked] == ["rewrite", "answer"]
    assert ATTENDED in server.asked[0].human
    assert "42" not in server.asked[0].human


def test_a_complete_question_is_not_put_again(scripted) -> None:
    """The model is asked once, for the answer."""
    assistant, server = scripted(puts(ScriptedReply("Never.")))
    assert not assistant.ask(ATTENDED, [FOLLOW_UP]).writing.rewritten
    assert [asked.task for asked in server.asked] == ["answer"]


@pytest.mark.parametrize(
    "rewriting",
    [
        ScriptedReply(status=500),
        ScriptedReply(""),
        ScriptedReply("First line?\nSecond line?"),
        ScriptedReply("From which countries did the 97 delegates to the meeting in Lisbon come?"),
        ScriptedReply("Why? " * 200),
        ScriptedReply("From which", fault="cut"),
    ],
    ids=["status 500", "nothing", "two lines", "an invented place", "too long", "cut"],
)
def test_without_a_usable_rewriting_the_follow_up_is_resolved(scripted, rewriting: ScriptedReply) -> None:
    """The resolution without a model is searched, and the answer is there all the same."""
    assistant, _ = scripted(puts(rewriting))
    answer = assistant.ask(FOLLOW_UP, [ATTENDED])
    assert not answer.writing.rewritten
    assert "Lisbon" not in answer.query
    assert "River Board" in answer.query


def test_a_rewriting_that_stalls_takes_its_share_alone(scripted) -> None:
    """After its part of the deadline the answer is written, with the rest of the time."""
    assistant, _ = scripted(puts(ScriptedReply("From", fault="stall")), seconds=10)
    assistant.load()
    started = time.monotonic()
    answer = assistant.ask(FOLLOW_UP, [ATTENDED])
    assert time.monotonic() - started >= 10 * SHARE * 0.9
    assert not answer.writing.rewritten
    assert answer.writing.wrote
