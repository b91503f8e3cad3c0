"""Open the library and the assistant that a command works with."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from assistant.compose import Settings, open_assistant, open_library
from corpus.errors import LibraryError
from interfaces.terminal import say, waiting

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from index.library import Library


@contextmanager
def library_of(settings: Settings) -> "Iterator[Library]":
    """Give the library of the settings, open until the block ends."""
    with waiting("Opening the library…"):
        library = open_library(settings)
    with library:
        for sentence in library.repaired:
            say(sentence)
        yield library


@contextmanager
def assistant_of(settings: Settings) -> "Iterator[Assistant]":
    """Give an assistant over the library of the settings; raise `LibraryError` when there is nothing to answer from."""
    with library_of(settings) as library:
        yield assistant_over(library, settings)


def assistant_over(library: "Library", settings: Settings) -> "Assistant":
    """Return an assistant over an open library; raise `LibraryError` when the library holds no documents."""
    if not library.documents():
        raise LibraryError(
            f"the library at {library.folder} holds no documents; add some with 'rapporteur ingest PATH'"
        )
    return open_assistant(settings, library)


def load_models(assistant: "Assistant") -> None:
    """Load what answering needs before the first of many questions, so that none of them waits for it."""
    with waiting("Loading the models…"):
        assistant.load()
