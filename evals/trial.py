"""What a development set is measured with: the settings, how much of it, and who is told how far it is."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from assistant.compose import Settings

Item = TypeVar("Item")


def _nobody(_done: int, _total: int, _what: str) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Trial:
    """How a set is measured."""

    settings: Settings
    limit: int | None = None
    """Questions taken of a set, at most; the same ones each time."""
    libraries: Path | None = None
    """Folder in which the libraries of the sets are kept and used again; None for temporary ones."""
    tell: Callable[[int, int, str], None] = _nobody
    """Told how many are done, of how many, and what is being done."""
    remark: Callable[[str], None] = print
    """Told, in a sentence, what is worth knowing about the metrics."""

    def sample(self, items: Sequence[Item], name: str, limit: int | None = None) -> list[Item]:
        """Return at most `limit` items, by default that of the trial, in their order: always the same for a name."""
        limit = self.limit if limit is None else limit
        if limit is None or len(items) <= limit:
            return list(items)
        chosen = sorted(random.Random(name).sample(range(len(items)), limit))  # noqa: S311 - a sample, no secret
        return [items[place] for place in chosen]
