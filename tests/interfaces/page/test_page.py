"""What the page does with what a person types, over a real library."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.compose import Settings, open_assistant, open_library
from index.library import Library
from interfaces.markup.problems import UNEXPECTED, as_sentence
from interfaces.page.limits import Limits
from interfaces.page.page import NO_DOCUMENTS, WELCOME, Page

NOTE = "Note on the workshop\n\n1. The workshop in Oslo was attended by 86 people.\n"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return settings of a new library with an embedding that needs no weights."""
    return Settings(library=tmp_path / "library", embedding="hash")


@pytest.fixture
def library(settings: Settings) -> Iterator[Library]:
    """Open the library, empty."""
    with open_library(settings) as opened:
        yield opened


class Broken:
    """An assistant with a fault in it."""

    def stream(self, *_arguments: object) -> None:
        """Fail as no assistant should."""
        raise ZeroDivisionError("a secret of the inside")


def test_an_empty_library_says_how_to_add_documents(library: Library, settings: Settings, tmp_path: Path) -> None:
    """The welcome of an empty library names both ways, and changes once there is a document."""
    page = Page(library, open_assistant(settings, library), settings.library)
    assert page.holdings().welcome == NO_DOCUMENTS
    assert page.start_over().conversation == NO_DOCUMENTS
    note = tmp_path / "note.txt"
    note.write_text(NOTE, encoding="utf-8")
    assert "added" in page.add([note], lambda _step: None)
    holdings = page.holdings()
    assert holdings.welcome == WELCOME
    assert holdings.status == "<p>1 document in the library</p>"
    assert holdings.files == {"note.txt"}


def test_a_question_to_an_empty_library_is_a_reply_not_a_failure(library: Library, settings: Settings) -> None:
    """Asking before there are documents ends in a refusal or a plain sentence."""
    page = Page(library, open_assistant(settings, library), settings.library)
    *_, shown = page.ask("How many people came?", (), Limits)
    assert 'class="refusal"' in shown.conversation or 'class="problem"' in shown.conversation
    assert UNEXPECTED[:20] not in shown.conversation


def test_the_question_is_shown_before_its_reply(library: Library, settings: Settings) -> None:
    """At once the page shows what was asked and empties the box; the reply leaves alone what is typed meanwhile."""
    page = Page(library, open_assistant(settings, library), settings.library)
    first, last = page.ask("How many people came?", (), Limits)
    assert 'class="pending"' in first.conversation
    assert first.box == ""
    assert 'class="pending"' not in last.conversation
    assert len(last.turns) == 1


def test_a_fault_inside_is_told_in_a_sentence(
    library: Library, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    """The page says that something failed and where to look; what it was is in the log alone."""
    page = Page(library, Broken(), settings.library)  # type: ignore[arg-type]
    with caplog.at_level(logging.ERROR):
        *_, shown = page.ask("How many people came?", (), Limits)
    assert "Something failed inside Rapporteur" in shown.conversation
    assert "secret" not in shown.conversation
    assert "a secret of the inside" in caplog.text
    assert shown.box == "How many people came?"


def test_messages_are_sentences() -> None:
    """An error's message gets a capital and a full stop, once."""
    assert as_sentence(ValueError("the date is none")) == "The date is none."
    assert as_sentence(ValueError("Really?")) == "Really?"
