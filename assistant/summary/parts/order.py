"""What is asked of one part of a summary, and what making any of them needs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from assistant.summary.material import Material
from assistant.summary.summary import Form, Point, SummaryPart

SHORTEST, LONGEST = 9, 60
"""Words of a point: as few as it may be cut to, as many as it may have."""
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked of one part."""

    heading: str
    words: int
    points: int
    """Points it has at most; 0 for as many as there is room for."""


Maker = Callable[[Material, Order], list[SummaryPart]]


def one(order: Order, points: Sequence[Point], form: Form, columns: tuple[str, ...] = ()) -> list[SummaryPart]:
    """Return the points as one part; nothing where there is none."""
    return [SummaryPart(order.heading, tuple(points), form, columns)] if points else []


def within(points: Sequence[Point], words: int) -> list[Point]:
    """Return the first points that have so many words; the first of all in any case."""
    kept: list[Point] = []
    left = words
    for point in points:
        left -= point.words
        if left < 0 and kept:
            break
        kept.append(point)
    return kept


def as_many(found: Sequence[Item], words: int, each: int = SHORTEST + 5) -> list[Item]:
    """Return as many of the first as have room for so many words each; one in any case."""
    return list(found[: max(1, words // each)])
