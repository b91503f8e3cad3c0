"""How a chat model took part in an answer: what it cost, what of it was struck out, what went wrong."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StruckSentence:
    """A sentence that a model wrote and that is no part of the answer."""

    text: str
    reason: str
    """Why, in words that a person understands."""
    after: int
    """How many sentences of the answer stand before it."""
    sourced: bool = True
    """False for a sentence that names no source, and so could not be checked: it is shown as unsupported."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a model thought of one sentence of the answer: a second opinion, which changes nothing."""

    sentence: int
    """0-based rank among the sentences of the answer."""
    supported: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class TokenUsage:
    """What was sent to a model and what came back, counted by the model, or by characters where it does not say."""

    sent: int = 0
    received: int = 0
    estimated: bool = False

    def __add__(self, other: "TokenUsage") -> "TokenUsage":
        """Return the sum."""
        return TokenUsage(self.sent + other.sent, self.received + other.received, self.estimated or other.estimated)


@dataclass(frozen=True, slots=True)
class Writing:
    """How a chat model took part in an answer."""

    model: str
    """As it was named: `openai:gpt-4o-mini`."""
    wrote: bool
    """Whether the sentences are the model's; false where they are the documents' own words."""
    tokens: TokenUsage = TokenUsage()
    seconds: float = 0.0
    """Time for which the model was waited for."""
    first_seconds: float | None = None
    """Time from asking the model to its first checked sentence; None when there was none."""
    tries: int = 0
    """How often the model was asked for the answer; 0 where it was not asked."""
    notice: str = ""
    """One sentence: why the answer is in the documents' own words or incomplete; empty when all went well."""
    complete: bool = True
    """False while the model writes, and where what it wrote broke off."""
    rewritten: bool = False
    """Whether the model put the question that was searched."""
    prompts: tuple[tuple[str, str], ...] = ()
    """Name and digest of each prompt that was used."""
    judge: str = ""
    """The model that was asked for a second opinion; empty where none was."""
    opinions: tuple[Opinion, ...] = ()
