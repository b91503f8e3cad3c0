"""What a scripted model is asked, and what it does: say something, or fail in one of the ways that servers fail."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

Fault = Literal[
    "", "page", "empty body", "broken JSON", "no choices", "null content", "stall", "cut", "half event", "no finish"
]
"""How an answer goes wrong; the empty string when it does not."""
_PASSAGE = re.compile(r"<passage (?P<id>\w+)>\n(?P<head>.*?)text: (?P<text>.*?)\n</passage (?P=id)>", re.DOTALL)
_DRAFT = re.compile(r"<draft>\n(?P<lines>.*?)\n</draft>", re.DOTALL)
_CLAIM = re.compile(r"^\d+\. Statement: ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ScriptedRequest:
    """A request as a script sees it."""

    model: str
    key: str
    """What stood after `Bearer`."""
    system: str
    human: str
    number: int
    """1-based, of all requests to the server."""

    @property
    def passages(self) -> list[tuple[str, str]]:
        """Return the id and the text of each passage."""
        return [(match["id"], match["text"]) for match in _PASSAGE.finditer(self.human)]

    @property
    def draft(self) -> list[str]:
        """Return the points of the section of a summary that is to be written."""
        found = _DRAFT.search(self.human)
        return [line.removeprefix("- ") for line in found["lines"].splitlines()] if found else []

    @property
    def task(self) -> Literal["answer", "section", "rewrite", "judge"]:
        """Return what is asked for."""
        if self.passages:
            return "section" if self.draft else "answer"
        return "judge" if _CLAIM.search(self.human) else "rewrite"

    @property
    def question(self) -> str:
        """Return the last line: the question of an answer or of a follow-up, the heading of a section."""
        return self.human.rstrip().splitlines()[-1]


@dataclass(frozen=True, slots=True)
class ScriptedReply:
    """What is sent back."""

    text: str = ""
    size: int = 7
    """Characters of one event, so that words and markers are split."""
    finish: str = "stop"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    fault: Fault = ""
    pauses: tuple[tuple[int, float], ...] = ()
    """Characters after which to pause, and for how many seconds."""


Script = Callable[[ScriptedRequest], ScriptedReply]
