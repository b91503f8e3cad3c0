"""Tell labels and values as `label: value`: the terms of a list of definitions, and a bold line above its value."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from corpus.block import Block

_MAX_LABEL = 6
"""Words of a bold line that is the label of the line below it."""


@dataclass(slots=True)
class Terms:
    """The terms that wait for their definition, and how many letters the first line of a text has."""

    waiting: list[str] = field(default_factory=list)
    depth: int = 0
    """Definitions that are open, one within another."""
    first_line: tuple[int, int] | None = None
    """Letters of the first line of a text that goes on after it, and how many of them are bold."""

    def taken(self) -> list[str]:
        """Return the terms that wait, which then wait no more."""
        waiting, self.waiting = self.waiting, []
        return waiting

    def labelled(self, shown: str, bold_letters: int, *, is_text: bool) -> str:
        """Return a text with the label that it follows, empty where it follows none."""
        if not is_text:
            return ""
        if self.waiting and self.depth:
            return f"{', '.join(self.taken()).removesuffix(':')}: {' '.join(shown.split())}"
        label, _, value = shown.partition("\n")
        letters, bold = self.first_line or (0, 0)
        if not 0 < letters == bold == bold_letters or "\n" in value.strip() or not value.strip():
            return ""
        if not 0 < len(label.split()) <= _MAX_LABEL or label[-1] in ".!?":
            return ""
        return f"{label.rstrip().removesuffix(':')}: {value.strip()}"


def paired(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks with a bold word or two and the few words below them told as `label: value`.

    That holds below a heading of the page, where neither a sentence nor more text follows.
    """
    told: list[Block] = []
    table = max((block.table for block in blocks), default=0)
    headed = False
    rank = 0
    while rank < len(blocks):
        block, *rest = blocks[rank : rank + 3]
        headed = headed or block.role == "heading"
        if headed and len(rest) > 0 and _is_label(block) and _is_value(rest[0]) and not _goes_on(rest[1:]):
            table += 1
            text = f"{block.text.rstrip().removesuffix(':')}: {rest[0].text}"
            told.append(replace(rest[0], text=text, role="row", cells=(text,), table=table))
            rank += 2
            continue
        told.append(block)
        rank += 1
    return told


def _is_label(block: Block) -> bool:
    return block.role == "text" and block.bold and len(block.text.split()) <= 3 and block.text[-1:] not in ".!?"


def _is_value(block: Block) -> bool:
    text = block.text
    return block.role == "text" and not block.bold and len(text.split()) <= 8 and text[-1:] not in ".!?:;,"


def _goes_on(following: Sequence[Block]) -> bool:
    return bool(following) and following[0].role in ("text", "item") and not following[0].bold
