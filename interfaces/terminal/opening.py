"""Open the library and the assistant that a command works with."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from assistant.compose import Settings, open_assistant, open_library
from corpus.errors import LibraryError
from interfaces.terminal.terminal import say, waiting

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
    tell_of_no_model(settings)
    return open_assistant(settings, library)


def tell_of_no_model(settings: Settings) -> None:
    """Remark on settings of a chat model that do nothing, for none is named."""
    chat = settings.chat
    named = (("RAPPORTEUR_MODEL_URL", chat.url), ("RAPPORTEUR_JUDGE", chat.judge))
    in_vain = [name for name, value in named if value]
    if in_vain and not chat.model:
        what = f"{' and '.join(in_vain)} {'is' if len(in_vain) == 1 else 'are'} set"
        say(f"{what}, but RAPPORTEUR_MODEL names no model: answers are in the documents' own words")


def load_models(assistant: "Assistant") -> None:
    """Load what answering needs before the first of many questions, so that none of them waits for it."""
    with waiting("Loading the models…"):
        assistant.load()
