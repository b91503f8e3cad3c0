"""What came of one case."""

from dataclasses import dataclass

from evals.case import Case


@dataclass(frozen=True, slots=True)
class Outcome:
    """One case, its answer and how the answer was judged."""

    case: Case
    answer: str
    """The answer as plain text, or why it was refused."""
    refused: bool
    right: bool
    """For a fact: not refused, and all it must hold is there. For a case to be refused: refused."""
    cited: bool
    """Whether every gold paragraph is cited; false for a case to be refused, which has none."""
    gold_rank: int | None
    """1-based rank by which every gold paragraph has been found; None when one of them is not among the passages."""
    fault: str
    """What is wrong with the answer, in a few words; empty when it is right."""
    seconds: float
    """Wall time of the question."""
    citations: tuple[tuple[str, str], ...] = ()
    """Id of the document and address of the paragraph of each citation, in the order of the markers."""
