"""A known fact put as a question, with what a right answer must hold and must cite."""

import hashlib
from dataclasses import dataclass

MUST_HOLD = "must-hold"
"""Tag of a case that may never be lost, whatever the statistics say."""


@dataclass(frozen=True, slots=True)
class Gold:
    """A paragraph that a right answer cites, known by some of its words, by its number, or by both."""

    documents: tuple[str, ...]
    """References to the documents it may stand in, any one of them: the beginnings of ids or of file names."""
    quotes: tuple[str, ...] = ()
    """Runs of words; the paragraph holds at least one of them."""
    label: str = ""
    """The number of the paragraph as printed, such as `13(c)`."""
    line: int = 0
    """1-based line of the file on which the quote, or else the label, stands."""


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far a number may be from the one that is expected."""

    amount: float
    """Above 0."""
    relative: bool = False
    """Whether `amount` is a share of the expected number (0.02 for `2%`) rather than a difference."""

    def allows(self, expected: float, found: float) -> bool:
        """Tell whether a number is near enough; a billionth of slack is for the rounding of binary fractions."""
        room = self.amount * abs(expected) if self.relative else self.amount
        return abs(found - expected) <= room * (1 + 1e-9)


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
    tolerance: Tolerance | None = None
    """How near a number has to come to one of `must`; None for the very number."""
    tags: tuple[str, ...] = ()
    note: str = ""
    """A remark for those who keep the file."""
    added_by: str = ""
    added: str = ""
    """ISO 8601 date on which the case was added."""
    file: str = ""
    """The file it was read from, as it was named."""

    @property
    def word_limit(self) -> int:
        """Return how many words a right answer may have: a list needs more room."""
        return 200 if self.kind == "list" else 120

    @property
    def must_hold(self) -> bool:
        """Tell whether the case may never be lost."""
        return MUST_HOLD in self.tags

    @property
    def place(self) -> str:
        """Return where the case stands, as an error names it."""
        return f"{self.file}, line {self.line}" if self.file else f"line {self.line}"

    @property
    def digest(self) -> str:
        """Return a short digest of what decides an outcome; tags, notes and places do not."""
        gold = tuple((each.documents, each.quotes, each.label) for each in self.gold)
        tolerance = (self.tolerance.amount, self.tolerance.relative) if self.tolerance else None
        asked = (self.question, self.history, self.must, self.must_not, gold, self.refuse, tolerance, self.word_limit)
        return hashlib.sha256(repr(asked).encode()).hexdigest()[:16]
