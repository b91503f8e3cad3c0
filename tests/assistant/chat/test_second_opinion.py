"""A second model is asked what it thinks of each sentence; what it says is shown apart and changes nothing."""

import pytest

from evals.scripted.reply import Script, ScriptedReply, ScriptedRequest

ATTENDED = "How many delegates attended the meeting of the River Board?"
TWO = 'In all, 42 delegates attended. [{0} "42 delegates"]\nMs. Berit Solheim opened the meeting. [{0} "{1}"]\n'


def judged(said: ScriptedReply) -> Script:
    """Return a script that writes two true sentences and gives this as its opinion."""

    def script(asked: ScriptedRequest) -> ScriptedReply:
        if asked.task == "judge":
            return said
        name = next(name for name, text in asked.passages if "42 delegates" in text)
        return ScriptedReply(TWO.format(name, "opened by Ms. Berit Solheim"))

    return script


def ask(scripted, said: ScriptedReply):
    """Return an answer with the opinion, and what the judge was asked."""
    assistant, server = scripted(judged(said), judge="openai:judge")
    answer = assistant.ask(ATTENDED)
    return answer, next(asked for asked in server.asked if asked.task == "judge")


def test_each_sentence_is_judged_by_its_own_words(scripted) -> None:
    """The judge sees statement and words; a doubt is reported with its reason, and the sentence stays."""
    answer, asked = ask(scripted, ScriptedReply("1 yes\n2. No: the words do not say so\n9 yes\nnonsense"))
    assert len(answer.sentences) == 2
    assert [(each.sentence, each.supported) for each in answer.writing.opinions] == [(0, True), (1, False)]
    assert answer.writing.opinions[1].reason == "the words do not say so"
    assert "Statement: In all, 42 delegates attended." in asked.human
    assert "Words: 42 delegates" in asked.human
    assert asked.model == "judge"
    assert "judge" in dict(answer.writing.prompts)


@pytest.mark.parametrize("said", [ScriptedReply(status=500), ScriptedReply("1 yes", fault="cut"), ScriptedReply("")])
def test_a_judge_that_fails_leaves_the_answer(scripted, said: ScriptedReply) -> None:
    """The answer is whole, and one sentence says that there is no second opinion."""
    answer, _ = ask(scripted, said)
    assert len(answer.sentences) == 2
    assert answer.writing.complete
    assert answer.writing.opinions == ()
    assert answer.writing.notice.startswith("There is no second opinion: ")
