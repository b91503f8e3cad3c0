"""From settings to an assistant that lets a model write."""

import hashlib
from dataclasses import replace

from assistant.chat.answering import ChatSetup
from assistant.chat.model import ChatModel
from assistant.chat.prompt import load_prompt
from assistant.chat.settings import ChatSettings

_PROMPTS = ("answer", "rewrite", "judge")


def digest_with_prompts(made_by: str) -> str:
    """Return a digest of what shapes an answer where a model writes: the settings and the prompts it is given."""
    prompts = "".join(load_prompt(name).digest for name in _PROMPTS)
    return hashlib.sha256(f"{made_by}{prompts}".encode()).hexdigest()[:12]


def chat_setup_of(settings: ChatSettings) -> ChatSetup:
    """Return the models that settings name, and what they may take; nothing of a model is imported yet."""
    model = ChatModel(settings.model, settings.url)
    terms = ChatSetup(model, settings.seconds, settings.context)
    if not settings.judge:
        return terms
    judge = model if settings.judge == settings.model else ChatModel(settings.judge, settings.url)
    return replace(terms, judge=judge)
