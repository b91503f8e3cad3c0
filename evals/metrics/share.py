"""A share of outcomes, kept as its two counts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many."""

    hits: int
    of: int

    @property
    def value(self) -> float | None:
        """Return hits / of, from 0 to 1, or None when there is nothing to take a share of."""
        return self.hits / self.of if self.of else None
