"""A chat model by its name, through LangChain; home of its model classes, which are imported when one is asked.

The client runs on an event loop of its own in a thread, so that a deadline and a person who stops the answer end it
wherever it is: in a connection that hangs as well as between two words.
"""

import asyncio
import os
import queue
import threading
from collections.abc import AsyncGenerator, Iterator, Mapping
from contextlib import aclosing
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from assistant.chat.fault import ModelFault, fault_of
from assistant.chat.prompt import Message
from assistant.deadline import Deadline, Stop
from assistant.writing import TokenUsage

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import AIMessageChunk

_FINISHES = ("finish_reason", "stop_reason", "done_reason")
"""What the providers call the reason for which a model stopped."""
NO_KEY = "not-needed"
"""Sent to a server of one's own where no key is set: its client insists on one."""
_CHARACTERS_PER_TOKEN = 4


@dataclass(frozen=True, slots=True)
class Delta:
    """What came of a model's answer at once."""

    text: str = ""
    finish: str = ""
    """Why the model stopped, in its last piece: `stop`, `length`, …"""
    tokens: TokenUsage | None = None


class ChatModel:
    """A model that is asked with messages and answers in pieces."""

    def __init__(self, name: str, url: str = "", environment: Mapping[str, str] = os.environ) -> None:
        self.name = name
        """As it was named: `provider:model`."""
        self._url = url
        self._environment = environment
        self._opened: dict[bool, BaseChatModel] = {}
        self._opening = threading.Lock()
        self._takes_temperature = True

    def open(self) -> None:
        """Import and make the client; raise `ModelFault` when that cannot be done. Nothing is sent."""
        self._client()

    def stream(self, messages: tuple[Message, ...], deadline: Deadline, stop: Stop) -> Iterator[Delta]:
        """Yield what the model answers as it comes; raise `ModelFault`, at the latest when the deadline has passed.

        Ends early, without a finish, when `stop` is said. Closing the iterator closes the connection.
        """
        client = self._client()
        try:
            yield from _streamed(client, messages, deadline, stop, self.name)
        except ModelFault as fault:
            if fault.status != 400 or not self._takes_temperature:
                raise
            # Some models refuse any temperature but their own; which ones, only they know.
            self._takes_temperature = False
            yield from _streamed(self._client(), messages, deadline, stop, self.name)

    def _client(self) -> "BaseChatModel":
        with self._opening:
            cold = self._takes_temperature
            if cold not in self._opened:
                options = {"temperature": 0} if cold else {}
                self._opened[cold] = _open(self.name, self._url, self._environment, options)
            return self._opened[cold]


def estimated(sent: int, received: int) -> TokenUsage:
    """Return tokens by characters, for a model that does not count them."""
    return TokenUsage(-(-sent // _CHARACTERS_PER_TOKEN), -(-received // _CHARACTERS_PER_TOKEN), estimated=True)


def _open(name: str, url: str, environment: Mapping[str, str], options: dict[str, Any]) -> "BaseChatModel":
    provider, _, model = name.partition(":")
    if url and provider != "openai":
        provider, model = "openai", name
    if not provider or not model:
        raise ModelFault(f"RAPPORTEUR_MODEL is {name!r}; write it as provider:model, such as openai:gpt-4o-mini.")
    options = {"max_retries": 0, **options}
    if provider == "openai":
        options["stream_usage"] = True
    if url:
        options |= {"base_url": url, "api_key": environment.get("OPENAI_API_KEY") or NO_KEY}
    try:
        from langchain.chat_models import init_chat_model

        made: BaseChatModel = init_chat_model(model, model_provider=provider, **options)
        return made
    except ImportError as error:
        package = _package(error, provider)
        raise ModelFault(
            f"The model {name} needs the package {package}, which is not installed; run 'pip install {package}'."
        ) from None
    except ValueError as error:
        if "provider" in str(error).lower():
            raise ModelFault(
                f"RAPPORTEUR_MODEL is {name!r}, and LangChain knows no provider {provider!r}; "
                "write it as provider:model, such as openai:gpt-4o-mini."
            ) from None
        raise ModelFault(_not_made(name, provider)) from None
    except Exception:  # noqa: BLE001 - each provider has errors of its own, whose messages may hold a key
        raise ModelFault(_not_made(name, provider)) from None


def _not_made(name: str, provider: str) -> str:
    key = f"{provider.upper()}_API_KEY"
    return f"The model {name} could not be made ready; check that the environment holds its key, such as {key}."


def _package(error: ImportError, provider: str) -> str:
    """Return the name of the missing package, which LangChain's message names after `pip install`."""
    words = str(error).replace("`", " ").split()
    after = words[words.index("install") + 1] if "install" in words[:-1] else ""
    return after if after.startswith("langchain") else f"langchain-{provider.replace('_', '-')}"


def _streamed(
    client: "BaseChatModel", messages: tuple[Message, ...], deadline: Deadline, stop: Stop, name: str
) -> Iterator[Delta]:
    """Run the client on the loop and yield its pieces here."""
    arrived: queue.SimpleQueue[Delta | Exception | None] = queue.SimpleQueue()
    given_up = threading.Event()

    async def pump() -> None:
        try:
            told = client.astream([(message.role, message.text) for message in messages])
            async with aclosing(cast("AsyncGenerator[AIMessageChunk, None]", told)) as chunks:
                async for chunk in chunks:
                    if given_up.is_set():
                        return
                    arrived.put(_piece(chunk))
                    # A client that always has more to give would not let the loop cancel it.
                    await asyncio.sleep(0)
            arrived.put(None)
        except Exception as error:  # noqa: BLE001 - any fault of a client is told in the thread that waits
            arrived.put(error)

    running = asyncio.run_coroutine_threadsafe(pump(), _loop())
    stop.wakes(lambda: arrived.put(None))
    try:
        while not stop:
            # A model that never stops is late as well, though there is always something to take.
            left = deadline.left
            try:
                piece = arrived.get(block=left > 0, timeout=left)
            except queue.Empty:
                left = 0
            if not left:
                raise ModelFault(f"The model {name} did not answer in time.")
            if isinstance(piece, Exception):
                raise fault_of(piece, name) from None
            if piece is None:
                return
            yield piece
    finally:
        given_up.set()
        running.cancel()


def _piece(chunk: Any) -> Delta:
    """Return what of a LangChain chunk counts here."""
    told = chunk.response_metadata or {}
    finish = next((str(told[name]) for name in _FINISHES if told.get(name)), "")
    usage = chunk.usage_metadata
    tokens = TokenUsage(usage["input_tokens"], usage["output_tokens"]) if usage else None
    return Delta(str(chunk.text), finish, tokens)


@lru_cache(maxsize=1)
def _loop() -> asyncio.AbstractEventLoop:
    """Return the loop that clients run on, in a thread that ends with the process."""
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, name="chat models", daemon=True).start()
    return loop
