"""What the tests of chat models may use: a small library, and assistants over it that ask a scripted server."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.chat.answering import ChatAssistant
from assistant.chat.settings import ChatSettings
from assistant.compose import Settings, open_assistant, open_library
from evals.scripted.reply import Script, ScriptedReply, ScriptedRequest
from evals.scripted.server import ScriptedServer, scripted_server
from index.library import Library

MINUTES = """# Minutes of the third meeting of the River Board

Oslo, 4 May 2021

## Opening

1. The meeting was opened by Ms. Berit Solheim, Director of the Water Authority. It was attended by 42 delegates from
Norway, Sweden and Finland.

2. Mr. Aki Laine, delegate of Finland, asked the Board to buy two new gauges for the Torne river.

## Decisions

3. The Board approved the plan for ice dams and rejected the proposal of Sweden to close the station at Umea.

4. The contributions for 2021 are: Norway - $90000, Sweden - $70000, Finland - $50000 and Denmark - $8000.
"""
ATTENDED = "How many delegates attended the meeting of the River Board?"


@pytest.fixture(scope="session")
def river(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Library, Settings]]:
    """Return a library of one document, with the settings it was opened with."""
    folder = tmp_path_factory.mktemp("river")
    (folder / "minutes.md").write_text(MINUTES, encoding="utf-8")
    settings = Settings(library=folder / "library", embedding="hash", reader="none")
    with open_library(settings) as library:
        library.ingest([folder / "minutes.md"])
        yield library, settings


Scripted = Callable[..., tuple[ChatAssistant, ScriptedServer]]


@pytest.fixture
def scripted(river: tuple[Library, Settings]) -> Iterator[Scripted]:
    """Return what makes an assistant whose model says what a script says, and the server it asks."""
    library, settings = river
    with ExitStack() as servers:

        def make(script: Script | str, **chat: object) -> tuple[ChatAssistant, ScriptedServer]:
            server = servers.enter_context(scripted_server(says(script) if isinstance(script, str) else script))
            named = replace(ChatSettings(model="openai:scripted", url=server.url, seconds=20), **chat)  # type: ignore[arg-type]
            assistant = open_assistant(replace(settings, chat=named), library)
            assert isinstance(assistant, ChatAssistant)
            return assistant, server

        yield make


def says(text: str) -> Script:
    """Return a script that says a text; `{…}` in it stands for the id of the first passage that holds these words."""
    return lambda asked: ScriptedReply(with_ids(text, asked))


def with_ids(text: str, asked: ScriptedRequest) -> str:
    """Put the id of a passage in the place of each `{words of it}`."""
    for words in {part.split("}")[0] for part in text.split("{")[1:]}:
        named = next((name for name, passage in asked.passages if words in passage), "")
        assert named, f"no passage holds {words!r}"
        text = text.replace("{" + words + "}", named)
    return text


@pytest.fixture(scope="session")
def folder_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[dict[str, str]], Path]:
    """Return what writes texts into a new folder, by file name."""

    def write(texts: dict[str, str]) -> Path:
        folder = tmp_path_factory.mktemp("papers")
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8")
        return folder

    return write
