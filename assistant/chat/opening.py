"""From settings to an assistant that lets a model write."""

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.chat.answering import ChatAssistant, ChatSetup
from assistant.chat.model import ChatModel
from assistant.chat.prompt import load_prompt
from assistant.chat.settings import ChatSettings

if TYPE_CHECKING:
    from assistant.ranking.reader import ReaderModel
    from index.library import Library

_PROMPTS = ("answer", "rewrite", "judge")


def open_chat_assistant(
    settings: ChatSettings, library: "Library", reader: "ReaderModel | None", *, passages: int, made_by: str
) -> ChatAssistant:
    """Make the assistant; nothing of the model is imported yet."""
    prompts = "".join(load_prompt(name).digest for name in _PROMPTS)
    digest = hashlib.sha256(f"{made_by}{prompts}".encode()).hexdigest()[:12]
    return ChatAssistant(library, reader, chat_setup_of(settings), passages=passages, settings_digest=digest)


def chat_setup_of(settings: ChatSettings) -> ChatSetup:
    """Return the models that settings name, and what they may take."""
    model = ChatModel(settings.model, settings.url)
    terms = ChatSetup(model, settings.seconds, settings.context)
    if not settings.judge:
        return terms
    judge = model if settings.judge == settings.model else ChatModel(settings.judge, settings.url)
    return replace(terms, judge=judge)
