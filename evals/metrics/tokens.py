"""Tokens that a question costs where a chat model writes.

tokens = tokens sent + tokens received, over all its tries, its rewriting of the question and its second opinion
"""

from assistant.answer import Answer


def tokens_of(answer: Answer) -> int | None:
    """Return the tokens; None where no chat model is named."""
    return None if answer.writing is None else answer.writing.tokens.sent + answer.writing.tokens.received
