"""The texts in `prompts/`, each a file with declared inputs, read strictly and known by its digest.

A file begins with its inputs between two lines of `---`; headings `# system` and `# human` begin its messages. An
input stands as `{name}` and is put in once: what it holds is never looked through for further inputs, so that a
document that quotes template syntax shows it and nothing else.
"""

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import yaml

_FRONT = re.compile(r"\A---\n(?P<front>.*?)\n---\n(?P<body>.*)\Z", re.DOTALL)
_HEADING = re.compile(r"^# (?P<role>\w+)\n", re.MULTILINE)
_INPUT = re.compile(r"\{(\w+)\}")
_ROLES = ("system", "human")
_DIGITS = 12


class PromptError(Exception):
    """A prompt file is not well formed, or was filled with other inputs than it declares."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message to a model."""

    role: str
    """`system` or `human`."""
    text: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """Messages with places for their inputs."""

    name: str
    inputs: frozenset[str]
    messages: tuple[Message, ...]
    digest: str
    """First digits of the SHA-256 of the file."""

    def fill(self, **inputs: str) -> tuple[Message, ...]:
        """Return the messages with the inputs put in; raise `PromptError` for one too many or too few."""
        if set(inputs) != self.inputs:
            wanted, given = ", ".join(sorted(self.inputs)), ", ".join(sorted(inputs))
            raise PromptError(f"prompt {self.name!r} takes {wanted}, and was given {given}")
        return tuple(
            Message(message.role, _INPUT.sub(lambda match: inputs[match[1]], message.text)) for message in self.messages
        )


@lru_cache(maxsize=16)
def load_prompt(name: str) -> Prompt:
    """Return the prompt of a file in `prompts/`; raise `PromptError` when it is not well formed."""
    return parse_prompt(name, resources.files("prompts").joinpath(f"{name}.md").read_text(encoding="utf-8"))


def parse_prompt(name: str, source: str) -> Prompt:
    """Return the prompt that a text is; raise `PromptError` for anything that is not as declared."""
    parts = _FRONT.match(source)
    declared = yaml.safe_load(parts["front"]) if parts else None
    if not parts or not isinstance(declared, dict) or set(declared) != {"inputs"}:
        raise PromptError(f"prompt {name!r} does not begin with its inputs: write '---', 'inputs: […]' and '---'")
    inputs = declared["inputs"]
    if not isinstance(inputs, list) or not all(isinstance(each, str) and each.isidentifier() for each in inputs):
        raise PromptError(f"prompt {name!r} declares inputs {inputs!r}; write a list of names")
    messages = _messages(name, parts["body"])
    used = {match for message in messages for match in _INPUT.findall(message.text)}
    if used != set(inputs):
        odd = ", ".join(sorted(used ^ set(inputs)))
        raise PromptError(f"prompt {name!r} must use each input it declares and no other; see {odd}")
    return Prompt(name, frozenset(inputs), messages, hashlib.sha256(source.encode()).hexdigest()[:_DIGITS])


def _messages(name: str, body: str) -> tuple[Message, ...]:
    before, *parts = _HEADING.split(body)
    messages = tuple(
        Message(role, text.strip()) for role, text in zip(parts[::2], parts[1::2], strict=True) if text.strip()
    )
    if before.strip() or not messages or any(message.role not in _ROLES for message in messages):
        raise PromptError(f"prompt {name!r} must consist of messages under '# system' and '# human'")
    return messages
