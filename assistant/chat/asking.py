"""Ask a model within one deadline: again when it may go better, and counted."""

import random
import time
from collections.abc import Collection, Generator, Iterator
from dataclasses import dataclass, field

from assistant.chat.fault import ModelFault
from assistant.chat.model import ChatModel, estimated
from assistant.chat.output.parse import SentenceParser, WrittenSentence
from assistant.chat.prompt import Message
from assistant.deadline import Deadline, Stop
from assistant.writing import TokenUsage

MOST_TRIES = 4
MOST_SENTENCES = 100
"""Sentences of one answer that are read; six are asked for."""
_FIRST_PAUSE = 0.5
"""Seconds before the second try; each later pause is twice as long, and up to a quarter longer by chance."""
_ENDED_WELL = frozenset({"stop", "end_turn", "stop_sequence", "eos", "complete", "completed"})
_TOO_LONG = frozenset({"length", "max_tokens", "model_length"})


@dataclass
class Account:
    """What asking has cost so far."""

    tokens: TokenUsage = field(default_factory=TokenUsage)
    seconds: float = 0.0
    tries: int = 0


def written_by(
    model: ChatModel,
    messages: tuple[Message, ...],
    ids: Collection[str],
    deadline: Deadline,
    stop: Stop,
    account: Account,
) -> Generator[WrittenSentence, None, None]:
    """Yield the sentences that a model writes, as they are whole; closing it lets go of the model.

    A fault before the first of them is tried again with growing pauses while the deadline allows; what is left then,
    and any fault after it, is raised as `ModelFault`. An answer without a finish is a broken one, and one of more than
    `MOST_SENTENCES` ends there.
    """
    earlier: ModelFault | None = None
    for attempt in range(1, MOST_TRIES + 1):
        parser = SentenceParser(ids)
        account.tries += 1
        number = 0
        try:
            for text in _texts(model, messages, deadline, stop, account):
                for sentence in parser.feed(text):
                    number += 1
                    if number > MOST_SENTENCES:
                        raise ModelFault(f"The model {model.name} wrote more than {MOST_SENTENCES} sentences.")
                    yield sentence
            if not stop:
                yield from parser.end()
            return
        except ModelFault as fault:
            if earlier is not None and not number and not deadline.left:
                # That time ran out on a later try says less than why there was one.
                raise earlier from None
            earlier, pause = fault, _pause(attempt, fault)
            if number or not fault.passing or attempt == MOST_TRIES or pause >= deadline.left:
                raise
        if stop.wait(pause):
            return


def said_by(model: ChatModel, messages: tuple[Message, ...], deadline: Deadline, stop: Stop, account: Account) -> str:
    """Return the whole of what a model says, asked once; raise `ModelFault` when it does not come in time."""
    return "".join(_texts(model, messages, deadline, stop, account))


def _texts(
    model: ChatModel, messages: tuple[Message, ...], deadline: Deadline, stop: Stop, account: Account
) -> Iterator[str]:
    """Yield the text of an answer in pieces, and raise `ModelFault` when it ends otherwise than a whole one."""
    started = time.monotonic()
    counted: TokenUsage | None = None
    finish, received = "", 0
    try:
        for piece in model.stream(messages, deadline, stop):
            finish = piece.finish or finish
            received += len(piece.text)
            if piece.tokens is not None:
                counted = piece.tokens if counted is None else counted + piece.tokens
            if piece.text:
                yield piece.text
    finally:
        account.seconds += time.monotonic() - started
        if received or counted:
            account.tokens += counted or estimated(sum(len(message.text) for message in messages), received)
    if stop:
        return
    _must_be_whole(finish.lower(), received, model.name)


def _must_be_whole(finish: str, received: int, name: str) -> None:
    if not finish:
        said = "broke off" if received else "was empty"
        raise ModelFault(f"The answer of the model {name} {said}.", passing=True)
    if finish in _TOO_LONG:
        raise ModelFault(f"The answer of the model {name} was cut off at its greatest length.")
    if finish not in _ENDED_WELL:
        raise ModelFault(f"The model {name} ended its answer for a reason of its own ({finish[:30]!r}).")
    if not received:
        raise ModelFault(f"The answer of the model {name} was empty.", passing=True)


def _pause(attempt: int, fault: ModelFault) -> float:
    """Return the seconds before the next try: what the server asks for, else growing ones, never all at once."""
    if fault.wait is not None:
        return fault.wait
    return _FIRST_PAUSE * 2.0 ** (attempt - 1) * random.uniform(1.0, 1.25)  # noqa: S311 - no secret
