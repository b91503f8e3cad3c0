"""Give several things one length each, as long as there is room for all."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from assistant.summary.summary import Point

Item = TypeVar("Item")


def fitted(
    items: Sequence[Item], words: int, point_of: Callable[[Item, int], Point], shortest: int, longest: int
) -> list[Point]:
    """Return each item as a point, all cut to the greatest length at which they have at most `words` words in all.

    Where even the shortest is too long for all of them, each is cut to it.
    """
    low, high = shortest, longest
    best = [point_of(item, shortest) for item in items]
    while low < high:
        middle = (low + high + 1) // 2
        tried = [point_of(item, middle) for item in items]
        if sum(point.words for point in tried) <= words:
            low, best = middle, tried
        else:
            high = middle - 1
    return best
