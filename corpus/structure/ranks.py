"""Correct the rank of a heading by the headings that are open above it."""

from corpus.block import Block
from corpus.structure.walk import Walk
from corpus.text.headings import is_division, part_name
from corpus.text.markers import PrintedNumber, roman_value


def nested_rank(walk: Walk, block: Block, rank: float) -> float:
    """Put the title of a chapter below the line that only counts it: `Chapter I`, then `Introduction`."""
    above = walk.pieces[-1] if walk.pieces else None
    if above is None or above.kind != "heading" or not walk.path.open or walk.path.open[-1].rank != rank:
        return rank
    return rank + 0.04 if is_division(above.text) and not is_division(block.text) else rank


def sibling_rank(walk: Walk, marker: PrintedNumber | None, rank: float) -> float:
    """Return the rank of the open heading that carries the number before, whatever size the heading is set in."""
    if marker is None:
        return rank
    for step in walk.path.open:
        if any((style, value - 1) in step.readings for style, value in marker.readings):
            return step.rank
    return rank


def is_missing_part(walk: Walk) -> bool:
    """Tell whether a heading begins the annex whose own heading is absent: Annex II is open, the next is Annex IV."""
    open_part = next((step.part for step in walk.path.open if step.part.startswith("Annex ")), "")
    names = [part_name(block.text)[0] for block in walk.blocks[len(walk.pieces) :] if len(block.text) < 200]
    following = next((name for name in names if name.startswith("Annex ")), "")
    return bool(open_part and following) and roman_value(following[6:]) == roman_value(open_part[6:]) + 2
