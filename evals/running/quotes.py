"""Check that what the cases quote still stands in the documents."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from corpus.document import Document
from corpus.errors import CaseError
from corpus.paragraph import Paragraph
from evals.cases.case import Case, Gold
from evals.running.judge import is_document, is_gold
from evals.words import contains

if TYPE_CHECKING:
    from index.library import Library

_SHOWN = 10


@dataclass(frozen=True, slots=True)
class QuoteFault:
    """A gold paragraph that is in no document, though a document that it is looked for in is there."""

    case: Case
    gold: Gold
    across: bool
    """Whether the words stand in the document all the same, over more than one paragraph."""

    def __str__(self) -> str:
        """Say it with its file and line, and what to do."""
        names = " or ".join(repr(name) for name in self.gold.documents)
        sought = " or ".join(repr(quote) for quote in self.gold.quotes) or f"label {self.gold.label!r}"
        labelled = f" with label {self.gold.label!r}" if self.gold.quotes and self.gold.label else ""
        place = f"{self.case.file}, line {self.gold.line or self.case.line}" if self.case.file else self.case.place
        wrong = "runs over more than one paragraph" if self.across else "is in no paragraph"
        advice = "quote words of one paragraph" if self.across else "correct the quote, or the document has changed"
        return f"{place}: case {self.case.id!r} quotes {sought}, which {wrong}{labelled} of {names}; {advice}"


class Shelves:
    """The documents of a library and their paragraphs, each read once."""

    def __init__(self, library: "Library") -> None:
        self._library = library
        self._paragraphs: dict[str, list[Paragraph]] = {}

    @cached_property
    def documents(self) -> Sequence[Document]:
        """Return every document."""
        return self._library.documents()

    def paragraphs(self, document: Document) -> list[Paragraph]:
        """Return the paragraphs of a document."""
        if document.id not in self._paragraphs:
            self._paragraphs[document.id] = self._library.paragraphs(document.id)
        return self._paragraphs[document.id]

    def named(self, gold: Gold) -> list[Document]:
        """Return the documents that a gold paragraph may stand in."""
        return [each for each in self.documents if any(is_document(name, each) for name in gold.documents)]

    def holds(self, gold: Gold) -> bool:
        """Tell whether some paragraph is the gold one."""
        return any(
            is_gold(gold, document, paragraph)
            for document in self.named(gold)
            for paragraph in self.paragraphs(document)
        )


def faulty_quotes(cases: Iterable[Case], shelves: Shelves) -> list[QuoteFault]:
    """Return the gold paragraphs that are not there although one of their documents is."""
    return [
        QuoteFault(case, gold, across=_across(gold, shelves))
        for case in cases
        for gold in case.gold
        if shelves.named(gold) and not shelves.holds(gold)
    ]


def require_quotes(cases: Iterable[Case], shelves: Shelves) -> None:
    """Raise `CaseError` that names file and line of each quote that is in no document."""
    refuse_faults(faulty_quotes(cases, shelves))


def refuse_faults(faults: Sequence[QuoteFault]) -> None:
    """Raise `CaseError` that tells the first of some faults, if there are any."""
    if faults:
        more = f"\n… and {len(faults) - _SHOWN} more" if len(faults) > _SHOWN else ""
        raise CaseError("\n".join(map(str, faults[:_SHOWN])) + more)


def _across(gold: Gold, shelves: Shelves) -> bool:
    if shelves.holds(replace(gold, label="")):
        return False
    texts = [document.text for document in shelves.named(gold)]
    return any(contains(text, quote) for text in texts for quote in gold.quotes)
