"""A known fact put as a question, with what a right answer must hold and must cite."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gold:
    """A paragraph that a right answer cites, known by some of its words."""

    documents: tuple[str, ...]
    """References to the documents it may stand in, any one of them: the beginnings of ids or of file names."""
    quotes: tuple[str, ...]
    """Runs of words; the paragraph holds at least one of them."""


@dataclass(frozen=True, slots=True)
class Case:
    """One question whose right answer is known."""

    id: str
    kind: str
    """What is asked for: `number`, `date`, `person`, `list`, `followup`, `refuse`, … A report has a row for each."""
    question: str
    line: int
    """1-based line of the file on which the case begins."""
    history: tuple[str, ...] = ()
    """Earlier turns of the person, oldest first."""
    must: tuple[tuple[str, ...], ...] = ()
    """Groups of alternatives; a right answer holds one alternative of each group."""
    must_not: tuple[str, ...] = ()
    """Words that a right answer does not hold."""
    gold: tuple[Gold, ...] = ()
    """Paragraphs that a right answer cites, all of them."""
    refuse: bool = False
    """Whether the right answer is that the documents do not say."""

    @property
    def word_limit(self) -> int:
        """Return how many words a right answer may have: a list needs more room."""
        return 200 if self.kind == "list" else 120
