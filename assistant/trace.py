"""What each stage made of a question, for whoever wants to know where an answer was lost."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Answer
from assistant.composing.write import ComposedAnswer
from assistant.evidence.library_context import LibraryContext
from assistant.ranking.select import RankedCandidate
from index.passage import Passage


@dataclass(frozen=True, slots=True)
class Trace:
    """An answer and the way to it; a stage that was not reached has made nothing."""

    answer: Answer
    passages: Sequence[Passage] = ()
    """What was found, best first."""
    ranked: Sequence[RankedCandidate] = ()
    """What was read, best first."""
    draft: ComposedAnswer | None = None
    """What was written, before it was verified; None for a refusal and for small talk."""
    context: LibraryContext | None = None
    """The library as it was when it was searched; None where it was not."""
