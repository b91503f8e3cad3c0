"""How sure the assistant is of an answer, as one number to compare questions by."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.select import Ranked

NOTHING = float("-inf")


def confidence(read: "Sequence[Ranked]") -> float:
    """Return the score of the best sentence, higher is surer, -inf when nothing was found to read.

    The scale is the assistant's own; only where it is a probability does a calibration error mean anything.
    """
    return read[0].score if read else NOTHING
