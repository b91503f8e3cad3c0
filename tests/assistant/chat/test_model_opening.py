"""The time that the first answer takes to import a model's client is not taken from its deadline."""

import time
from dataclasses import replace

from assistant.chat.answering import ChatSetup
from assistant.chat.model import ChatModel
from assistant.chat.settings import ChatSettings
from assistant.compose import open_assistant
from assistant.deadline import Deadline
from assistant.summary.draft import summarize
from assistant.summary.outline import outline_of
from assistant.summary.prose import in_prose
from assistant.summary.template import load_template
from corpus.document import Document
from corpus.parse import parse
from evals.scripted.scripts import faithful
from evals.scripted.server import scripted_server

ATTENDED = "How many delegates attended the meeting of the River Board?"
SECONDS = 6
REPORT = "# Ferries\n\nThe ferries carried 318 people by night in 2030, and 402 people by night in 2031.\n"


class SlowlyImported(ChatModel):
    """A model whose client takes longer to be there than an answer may take."""

    def _client(self):
        if not self._opened:
            time.sleep(SECONDS + 0.5)
        return super()._client()


def test_an_answer_has_its_time_after_the_client_was_imported(river, monkeypatch) -> None:
    """The model is asked, and its sentences stand, though to import its client took all the seconds there are."""
    library, settings = river
    monkeypatch.setattr("assistant.chat.opening.ChatModel", SlowlyImported)
    with scripted_server(faithful) as server:
        chat = ChatSettings(model="openai:scripted", url=server.url, seconds=SECONDS)
        answer = open_assistant(replace(settings, chat=chat), library).ask(ATTENDED)
    assert answer.writing.wrote, answer.writing.notice
    assert "42 delegates" in answer.text


def test_a_section_has_its_time_after_the_client_was_imported() -> None:
    """So it is with the first section of a draft."""
    parsed = parse(REPORT.encode(), "ferries.md", "ferries")
    work = Document("ferries", "/ferries.md", "0", parsed.format, parsed.metadata, parsed.text), parsed.paragraphs
    with scripted_server(faithful) as server:
        terms = ChatSetup(SlowlyImported("openai:scripted", server.url), SECONDS, 3000)
        plain = summarize(*work, load_template("brief"), 100)
        *_, last = in_prose(plain, {"ferries": outline_of(*work)}, terms)
    assert last.writing.wrote, last.writing.notice


def test_a_client_that_is_there_moves_no_deadline() -> None:
    """From the second answer on the deadline is the one that was set."""
    terms = ChatSetup(ChatModel("openai:scripted", "http://127.0.0.1:9/v1"), SECONDS, 3000)
    terms.opened(Deadline.after(SECONDS))
    deadline = Deadline.after(SECONDS)
    assert terms.opened(deadline).at - deadline.at < 0.5
