"""What came of one case."""

import hashlib
from dataclasses import dataclass

from evals.cases.case import Case
from evals.judged import Judged


@dataclass(frozen=True, slots=True)
class Trail:
    """How far the gold paragraphs of a case came through the stages; ranks are 1-based, None for not there.

    Of several gold paragraphs the rank is that of the last.
    """

    parsed: bool = True
    """Whether every gold paragraph stands in the library."""
    retrieved: int | None = None
    """Rank among the passages that were found."""
    read: int | None = None
    """Rank among the paragraphs that were read, best first."""
    drafted: bool = False
    """Whether the answer was right before it was verified."""
    best: str = ""
    """Digest of the words that were read as the best and of where they stand; empty where nothing was read."""
    best_right: bool = False
    """Whether those words alone hold all that the answer must."""


@dataclass(frozen=True, slots=True)
class CitedSource:
    """What one marker of an answer points at."""

    document: str
    """Id."""
    address: str
    """Address of the paragraph: `para. 13(c)`."""
    quote: str = ""
    gold: bool = False
    """Whether the paragraph is one that the case wants cited."""


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
    sources: tuple[CitedSource, ...] = ()
    """In the order of the markers."""
    gold_cited: int = 0
    """How many of the gold paragraphs are cited."""
    gold_ranks: tuple[int | None, ...] = ()
    """Rank of each gold paragraph among the passages."""
    held: float = 0.0
    """Share of the groups of `must` that the answer holds."""
    exact: bool = False
    """Whether the words in bold, or else the whole answer, are the expected ones and no others."""
    overlap: float = 0.0
    """F1 of the tokens of those words and the expected ones."""
    supported: int = 0
    """Sentences that state nothing which the words they cite do not."""
    sentences: int = 0
    guarded: bool | None = None
    """Whether an error planted in the first sentence was kept from the reader; None where none could be planted."""
    confidence: float | None = None
    """The assistant's own chance of being right, 0 to 1; None where it told none."""
    trail: Trail | None = None
    tokens: int | None = None
    """Tokens that a chat model was sent and gave back; None where none is named."""
    judged: Judged | None = None
    """What a chat model that was asked for a second opinion said; None where none was."""
    digest: str = ""
    """Digest of the answer and what it cites; the same for the same answer, whether or not its words are kept."""

    @property
    def citations(self) -> tuple[tuple[str, str], ...]:
        """Return the document and the address of each citation."""
        return tuple((source.document, source.address) for source in self.sources)

    @property
    def passed(self) -> bool:
        """Tell whether a case is wholly well: answered and cited right, or refused as it should be."""
        return self.right and (self.cited or self.case.refuse)


def answer_digest(answer: str, sources: tuple[CitedSource, ...]) -> str:
    """Return a short digest of an answer with the places and the words that it cites."""
    said = (answer, [(source.document, source.address, source.quote) for source in sources])
    return hashlib.sha256(repr(said).encode()).hexdigest()[:16]
