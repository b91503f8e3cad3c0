"""Judge an answer by what its case says: by the words it holds and the paragraphs it cites, never by a model."""

from collections.abc import Sequence
from pathlib import PurePath

from assistant.answer import Answer
from corpus.document import Document
from corpus.paragraph import Paragraph
from evals.case import Case, Gold
from evals.outcome import Outcome
from evals.words import contains, count, holds
from index.passage import Passage


def judge(case: Case, answer: Answer, passages: Sequence[Passage], seconds: float) -> Outcome:
    """Return what came of a case; `passages` are those found for it, best first."""
    fault = find_fault(case, answer)
    cited = bool(case.gold) and not answer.refused and all(_cites(answer, gold) for gold in case.gold)
    return Outcome(
        case=case,
        answer=answer.text,
        refused=answer.refused,
        right=not fault,
        cited=cited,
        gold_rank=gold_rank(case, passages),
        fault=fault,
        seconds=seconds,
        citations=tuple((citation.document.id, citation.paragraph.address) for citation in answer.citations),
    )


def find_fault(case: Case, answer: Answer) -> str:
    """Say what is wrong with an answer, or nothing when it is right."""
    if case.refuse:
        return "" if answer.refused else "answered, and the documents do not say"
    if answer.refused:
        return "refused"
    words = count(answer.text)
    if words > case.word_limit:
        return f"{words} words, at most {case.word_limit}"
    missing = [group for group in case.must if not any(holds(answer.text, phrase) for phrase in group)]
    if missing:
        return "does not hold " + ", ".join(" or ".join(repr(phrase) for phrase in group) for group in missing)
    forbidden = [phrase for phrase in case.must_not if holds(answer.text, phrase)]
    return "holds " + ", ".join(repr(phrase) for phrase in forbidden) if forbidden else ""


def gold_rank(case: Case, passages: Sequence[Passage]) -> int | None:
    """Return the 1-based rank by which every gold paragraph has come up, None if one has not."""
    ranks = [_first_rank(gold, passages) for gold in case.gold]
    found = [rank for rank in ranks if rank is not None]
    return max(found) if found and len(found) == len(ranks) else None


def is_document(reference: str, document: Document) -> bool:
    """Tell whether a case means this document: by its id, its file name, or the whole words either begins with."""
    names = (document.id, PurePath(document.path).name)
    return any(name == reference or _begins(name, reference) for name in names)


def _begins(name: str, reference: str) -> bool:
    return name.startswith(reference) and not name[len(reference) : len(reference) + 1].isalnum()


def _cites(answer: Answer, gold: Gold) -> bool:
    return any(_is_gold(gold, citation.document, citation.paragraph) for citation in answer.citations)


def _first_rank(gold: Gold, passages: Sequence[Passage]) -> int | None:
    ranked = enumerate(passages, start=1)
    return next((rank for rank, passage in ranked if _is_gold(gold, passage.document, passage.paragraph)), None)


def _is_gold(gold: Gold, document: Document, paragraph: Paragraph) -> bool:
    return any(is_document(reference, document) for reference in gold.documents) and any(
        contains(paragraph.text, quote) for quote in gold.quotes
    )
