"""A chat model writes the sections of a draft: what holds stands in it, what does not is struck out."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from assistant.chat.answering import ChatSetup
from assistant.chat.model import ChatModel
from assistant.deadline import Stop
from assistant.summary.draft import problems_of, summarize
from assistant.summary.outline import outline_of
from assistant.summary.prose import NO_PROSE, NOTHING_HELD, STOPPED, TOO_LONG, in_prose
from assistant.summary.sheet import STRUCK, sheet_of
from assistant.summary.summary import Summary
from assistant.summary.template import load_template
from corpus.parse import parse
from corpus.writers import docx as write_docx
from corpus.writers import html as write_html
from corpus.writers import md as write_md
from evals.scripted.reply import Script, ScriptedReply, ScriptedRequest
from evals.scripted.scripts import careless, faithful
from evals.scripted.server import PAGE, ScriptedServer, scripted_server

SECONDS = 60
"""A busy machine is no fault."""
SOON = 3
Writes = Callable[..., tuple[list[Summary], ScriptedServer]]


@pytest.fixture
def writes(session) -> Iterator[Writes]:
    """Return what drafts the report of a session through a model that says what a script says."""
    with ExitStack() as servers:

        def draft(
            script: Script,
            template: str = "session",
            words: int = 300,
            stop: Stop | None = None,
            seconds: float = SECONDS,
        ):
            server = servers.enter_context(scripted_server(script))
            plain = summarize(*session, load_template(template), words)
            terms = ChatSetup(ChatModel("openai:scripted", server.url), seconds, 3000)
            return list(in_prose(plain, {session[0].id: outline_of(*session)}, terms, stop)), server

        yield draft


def plain_of(session, template: str = "session", words: int = 300) -> Summary:
    """Return the draft in the document's own words."""
    return summarize(*session, load_template(template), words)


def says(**sections: str) -> Script:
    """Return a script that says a text for a heading; `{words}` in it is the id of the passage that holds them."""

    def script(asked: ScriptedRequest) -> ScriptedReply:
        heading = asked.question.removeprefix("The section to write: ")
        text = sections.get(heading, "")
        for words in re.findall(r"\{([^}]+)\}", text):
            text = text.replace("{" + words + "}", next(name for name, passage in asked.passages if words in passage))
        return ScriptedReply(text) if text else faithful(asked)

    return script


def test_a_true_sentence_takes_the_place_of_the_points_it_tells(writes, session) -> None:
    """It has the label of who proposed, cites the sentences that bear it, and says that a model wrote it."""
    told = 'Saltmarsh proposed to buy 12 electric ferries by 2034. [{electric ferries by} "buy 12 electric ferries"]\n'
    *_, last = writes(says(Proposals=told))[0]
    part = next(part for part in last.parts if part.heading == "Proposals")
    first, second = part.points
    assert (first.text, first.label) == (told.split(" [")[0], "Saltmarsh: Mr. Tom Orrell")
    assert first.written
    assert first.sources[0].quote.endswith("proposed to buy 12 electric ferries by 2034.")
    assert second.text == "also suggested a common ticket for all three coasts."
    assert not second.written
    assert last.struck == ()
    assert last.writing.wrote
    assert last.writing.complete
    assert last.writing.notice == ""


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ('Saltmarsh proposed to buy 13 electric ferries. [{by 2034} "buy 12 electric ferries"]', "the number “13”"),
        ('Tidewell proposed to buy 12 electric ferries. [{by 2034} "buy 12 electric ferries"]', "“Tidewell”"),
        ('Saltmarsh refused to buy 12 electric ferries. [{by 2034} "buy 12 electric ferries"]', "“refused"),
        ('Saltmarsh proposed to buy 12 ferries. [{by 2034} "to sell 12 electric ferries"]', "are not in the paragraph"),
        ('Saltmarsh proposed to buy 12 ferries. [zz99 "buy 12 electric ferries"]', "none of the passages"),
        ("Saltmarsh proposed to buy 12 electric ferries.", "names no source"),
        ('![x](https://evil.example/x) 12 ferries. [{by 2034} "12 electric ferries"]', "markup"),
    ],
)
def test_what_does_not_hold_is_struck_out(writes, session, sentence: str, reason: str) -> None:
    """It is named with its section and the reason, and the section stays in the document's own words."""
    *_, last = writes(says(Proposals=sentence + "\n"))[0]
    assert [(struck.section, reason in struck.reason) for struck in last.struck] == [("Proposals", True)], last.struck
    proposals = [next(part for part in one.parts if part.heading == "Proposals") for one in (last, plain_of(session))]
    assert proposals[0] == proposals[1]
    assert f"{NOTHING_HELD} “Proposals” is in the documents' own words." == last.writing.notice


@pytest.mark.parametrize("template", ["session", "brief", "who-said-what", "report", "release"])
def test_whatever_a_model_writes_every_point_cites_and_holds(writes, session, template: str) -> None:
    """Of a careless model every altered figure is struck out; what is left is borne by its sources."""
    outline = outline_of(*session)
    for script in (faithful, careless):
        *_, last = writes(script, template)[0]
        assert all(point.sources and problems_of(point, outline) == () for point in last.points)
        assert all(source.quote in source.paragraph.text for point in last.points for source in point.sources)
        assert bool(last.struck) == (script is careless)
        assert any(point.written for point in last.points) or script is careless


def test_nothing_is_lost_by_a_model_that_passes_it_over(writes, session) -> None:
    """Each paragraph that the plain draft cites is cited still, and the decisions and the facts are as they were."""
    *_, last = writes(says(Proposals='42 observers came. [{common ticket} "a common ticket"]\n'))[0]
    plain = plain_of(session)
    assert cited(last) == cited(plain)
    for heading in ("The session", "Decisions", "Annexes"):
        assert [p for p in last.parts if p.heading == heading] == [p for p in plain.parts if p.heading == heading]


def cited(summary: Summary) -> set[int]:
    """Return the paragraphs that a draft cites."""
    return {source.paragraph.position for point in summary.points for source in point.sources}


FAULTS = {
    "no key": (ScriptedReply(status=401), "did not accept the key"),
    "server error": (ScriptedReply(status=400), "refused the request"),
    "a page": (ScriptedReply(fault="page"), "empty|not an answer"),
    "a cut stream": (ScriptedReply("Saltmarsh prop", fault="cut"), "broke off"),
    "a stall": (ScriptedReply("Saltmarsh prop", fault="stall"), "did not answer in time"),
    "too long": (ScriptedReply("Saltmarsh prop", finish="length"), "cut off at its greatest length"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_leaves_the_documents_own_words(writes, session, name: str, monkeypatch) -> None:
    """The draft is the plain one, with one notice; after two sections the model is asked no more."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-very-secret-0123456789")
    reply, told = FAULTS[name]
    steps, server = writes(lambda _asked: reply, seconds=SOON)
    last = steps[-1]
    assert last.parts == plain_of(session).parts
    assert last.silences == plain_of(session).silences
    assert not last.writing.wrote
    assert re.search(told, last.writing.notice), last.writing.notice
    assert last.writing.notice.endswith("The draft is in the documents' own words.")
    assert not any(word in last.writing.notice for word in ("sk-", "Traceback", PAGE[:9]))
    assert len({asked.question for asked in server.asked}) == 2


def test_a_fault_in_one_section_leaves_the_others(writes) -> None:
    """The notice names the section that is in the documents' own words, and the next is asked for."""

    def script(asked: ScriptedRequest) -> ScriptedReply:
        return (
            ScriptedReply("Saltmarsh", finish="length") if asked.question.endswith(": Proposals") else faithful(asked)
        )

    *_, last = writes(script)[0]
    assert last.writing.wrote
    assert last.writing.notice.endswith("“Proposals” is in the documents' own words.")
    assert any(point.written for point in last.points)


def test_a_model_that_says_too_much_is_held_to_the_length(writes, session) -> None:
    """The last sentences that pass it are left out with that reason, and the draft is no quarter longer than asked."""

    def script(asked: ScriptedRequest) -> ScriptedReply:
        name = asked.passages[0][0]
        words = asked.passages[0][1].split("\n")[-1].rstrip(".").split()
        told = [" ".join(words[:cut]) for cut in range(4, len(words) + 1)]
        return ScriptedReply("".join(f'{said}. [{name} "{said}"]\n' for said in told))

    *_, last = writes(script, "report", 120)[0]
    assert last.words <= 1.25 * last.wanted
    assert TOO_LONG in {struck.reason for struck in last.struck}
    assert all(struck.sources and struck.section for struck in last.struck if struck.reason == TOO_LONG)
    assert any(point.written for point in last.points)


def test_stopping_leaves_the_rest_as_it_is(writes, session) -> None:
    """A model that hangs is let go of at once."""
    stop = Stop()

    def script(asked: ScriptedRequest) -> ScriptedReply:
        stop.now()
        return ScriptedReply("The ninth", fault="stall")

    steps, server = writes(script, stop=stop)
    assert steps[-1].parts == plain_of(session).parts
    assert steps[-1].writing.notice.startswith(STOPPED)
    assert len(server.asked) == 1
    assert server.left.wait(60)


def test_decisions_are_not_rewritten(writes, session) -> None:
    """They are quoted from: the model is not asked, and the draft says so."""
    steps, server = writes(faithful, "decisions")
    assert steps[-1].parts == plain_of(session, "decisions").parts
    assert steps[-1].writing.notice.startswith(NO_PROSE)
    assert server.asked == []


def test_a_draft_grows_section_by_section(writes) -> None:
    """Each step but the last says that the model is still writing, and none takes back what was written."""
    steps, _ = writes(faithful)
    assert [step.writing.complete for step in steps] == [*[False] * (len(steps) - 1), True]
    counts = [sum(point.written for point in step.points) for step in steps]
    assert counts == sorted(counts)
    assert len(steps) > 3


def test_the_file_says_who_wrote_and_what_was_struck(writes) -> None:
    """In each format the model is named, footnotes hold the cited words, and what was struck out has its reason."""
    wrong = 'Saltmarsh proposed to buy 13 electric ferries. [{by 2034} "buy 12 electric ferries"]\n'
    right = 'A common ticket was suggested for all three coasts. [{by 2034} "a common ticket for all three coasts"]\n'
    *_, last = writes(says(Proposals=wrong + right))[0]
    for writer, suffix in ((write_docx, "docx"), (write_md, "md"), (write_html, "html")):
        text = " ".join(parse(writer.write(sheet_of(last)), f"draft.{suffix}", "draft").text.split())
        assert "The chat model openai:scripted wrote" in text
        assert "1 sentence was struck out" in text
        assert STRUCK in text
        assert "13 electric ferries" in text
        assert "the number “13”" in text
        assert "“He also suggested a common ticket for all three coasts.”" in text
