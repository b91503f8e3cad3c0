"""How sure the assistant is of its best sentence, as one number to compare questions by."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.ranking.select import RankedCandidate


def sureness(read: "Sequence[RankedCandidate]") -> float:
    """Return the chance, 0 to 1, that the best of what was read answers; 0 when there was nothing to read."""
    from assistant.ranking.select import confidence

    return confidence(read)
