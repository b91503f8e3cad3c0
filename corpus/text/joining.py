"""Join paragraphs that a page break, a footnote or a running head has cut in two."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.block import Block
from corpus.text.headings import is_caps, is_caption, part_name
from corpus.text.markers import split_marker

_DONE = re.compile(r"[.!?:;…]['”\"’)\]*]*$")
_OPEN_END = re.compile(
    r"(?:[,‘“(–—-]|\b(?:the|of|and|or|to|for|in|on|at|by|with|from|a|an|as|that|which|its|their|this|these|between|"
    r"including|under|into|per|No\.|is|are|was|were|be|been|has|have|had|will|would|should))$",
    re.I,
)
_TITLE_WORD = re.compile(r"\b[A-Z]")
MIN_RUNNING = 60


def join_broken(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with cut paragraphs whole; the footnotes that stood in a cut come after the paragraph."""
    joined: list[Block] = []
    head: int | None = None
    for block in blocks:
        if head is not None and _continues(joined[head], block, _siblings_open(joined, head)):
            joined[head] = _merge(joined[head], block)
            continue
        if block.role == "note":
            joined.append(block)
            continue
        joined.append(block)
        head = len(joined) - 1
    return _with_run_in_titles(joined)


def _merge(first: Block, second: Block) -> Block:
    text, rest = first.text.rstrip(), second.text.lstrip()
    return replace(first, text=f"{text} {rest}", calls=first.calls + second.calls, bold=first.bold and second.bold)


def _continues(first: Block, second: Block, list_without_stops: bool) -> bool:
    if not (first.loose and second.loose and first.role in ("text", "item") and second.role == "text"):
        return False
    tail, start = first.text[-80:].rstrip(), second.text[:1]
    if len(first.text) < MIN_RUNNING or not start or _DONE.search(tail) or is_caps(first.text[:400]):
        return False
    if split_marker(second.text)[0] is not None or is_caption(second.text) or part_name(second.text)[0]:
        return False
    if start.islower():
        return True
    if second.bold or (second.text.rstrip().endswith(":") and len(second.text) < 60):
        return False
    if tail.endswith(",") and second.text.rstrip().endswith(","):
        return False
    if _OPEN_END.search(tail):
        return len(second.text) > 20 or not is_caps(second.text)
    runs_on = (
        len(first.text) >= 150 and len(second.text) >= MIN_RUNNING and bool(_DONE.search(second.text[-5:].rstrip()))
    )
    return runs_on and not list_without_stops and not is_caps(second.text[:200])


def _siblings_open(blocks: Sequence[Block], head: int) -> bool:
    """Tell whether the block is an entry of a list whose entries end without a stop."""
    if blocks[head].role != "item" and split_marker(blocks[head].text)[0] is None:
        return False
    before = blocks[head - 1] if head else None
    return before is not None and not _DONE.search(before.text[-5:].rstrip())


def _with_run_in_titles(blocks: list[Block]) -> list[Block]:
    """Join a sub-paragraph that holds only its title and a colon with the text that follows it."""
    whole: list[Block] = []
    for block in blocks:
        if whole and _is_run_in_title(whole[-1]) and _is_running_text(block):
            whole[-1] = _merge(whole[-1], block)
            continue
        whole.append(block)
    return whole


def _is_running_text(block: Block) -> bool:
    ends = bool(_DONE.search(block.text[-5:].rstrip()))
    return (
        block.loose
        and block.role == "text"
        and len(block.text) > MIN_RUNNING
        and ends
        and not split_marker(block.text)[0]
    )


def _is_run_in_title(block: Block) -> bool:
    if not (block.loose and block.text.rstrip().endswith(":") and len(block.text) < 400):
        return False
    marker, body = split_marker(block.text)
    if marker is None or marker.readings[0][0] not in ("letter", "roman"):
        return False
    words = [word for word in body.split() if len(word) > 3]
    return len(words) >= 3 and sum(bool(_TITLE_WORD.match(word)) for word in words) >= 0.6 * len(words)
