"""Judge an answer by what its case says: by the words it holds and the paragraphs it cites, never by a model."""

from collections.abc import Sequence
from functools import partial
from pathlib import PurePath

from assistant.answer import Answer
from corpus.document import Document
from corpus.paragraph import Paragraph
from evals.cases.case import Case, Gold
from evals.judged import judged
from evals.metrics.expected import expected_answers, is_expected, short_answer
from evals.metrics.must_recall import must_recall
from evals.metrics.supported import supported_sentences
from evals.metrics.token_f1 import best_token_f1
from evals.metrics.tokens import tokens_of
from evals.outcome import CitedSource, Outcome, answer_digest
from evals.running.near import holds_phrase, missing_groups
from evals.words import contains, count
from index.passage import Passage


def judge(case: Case, answer: Answer, passages: Sequence[Passage], seconds: float) -> Outcome:
    """Return what came of a case; `passages` are those found for it, best first."""
    fault = find_fault(case, answer)
    cited = sum(_cites(answer, gold) for gold in case.gold)
    sources = tuple(_source(case, answer))
    references = expected_answers(case.must)
    supported = supported_sentences(answer)
    return Outcome(
        case=case,
        answer=answer.text,
        refused=answer.refused,
        right=not fault,
        cited=bool(case.gold) and not answer.refused and cited == len(case.gold),
        gold_rank=gold_rank(case, passages),
        fault=fault,
        seconds=seconds,
        sources=sources,
        gold_cited=0 if answer.refused else cited,
        gold_ranks=tuple(first_rank(gold, passages) for gold in case.gold),
        held=0.0 if answer.refused else must_recall(answer.text, case.must, partial(holds_phrase, case)),
        exact=not answer.refused and is_expected(answer, references),
        overlap=0.0 if answer.refused or not references else best_token_f1(short_answer(answer), references),
        supported=sum(supported),
        sentences=len(answer.sentences),
        digest=answer_digest(answer.text, sources),
        tokens=tokens_of(answer),
        judged=judged(answer.writing.opinions, supported) if answer.writing else None,
    )


def find_fault(case: Case, answer: Answer) -> str:
    """Say what is wrong with an answer, or nothing when it is right."""
    if case.refuse:
        return "" if answer.refused else "answered, and the documents do not say"
    return "refused" if answer.refused else fault_of_words(case, answer.text)


def fault_of_words(case: Case, text: str) -> str:
    """Say what is wrong with the words of an answer to a fact, or nothing when they are right."""
    words = count(text)
    if words > case.word_limit:
        return f"{words} words, at most {case.word_limit}"
    missing = missing_groups(case, text)
    if missing:
        return "does not hold " + ", ".join(" or ".join(repr(phrase) for phrase in group) for group in missing)
    forbidden = [phrase for phrase in case.must_not if holds_phrase(case, text, phrase)]
    return "holds " + ", ".join(repr(phrase) for phrase in forbidden) if forbidden else ""


def gold_rank(case: Case, passages: Sequence[Passage]) -> int | None:
    """Return the 1-based rank by which every gold paragraph has come up, None if one has not."""
    return last_rank([first_rank(gold, passages) for gold in case.gold])


def first_rank(gold: Gold, passages: Sequence[Passage]) -> int | None:
    """Return the 1-based rank at which a gold paragraph comes up, None if it does not."""
    ranked = enumerate(passages, start=1)
    return next((rank for rank, passage in ranked if is_gold(gold, passage.document, passage.paragraph)), None)


def last_rank(ranks: Sequence[int | None]) -> int | None:
    """Return the largest of some ranks, None if one is None or there are none."""
    found = [rank for rank in ranks if rank is not None]
    return max(found) if found and len(found) == len(ranks) else None


def is_document(reference: str, document: Document) -> bool:
    """Tell whether a case means this document: by its id, its file name, or the whole words either begins with."""
    names = (document.id, PurePath(document.path).name)
    return any(name == reference or _begins(name, reference) for name in names)


def is_gold(gold: Gold, document: Document, paragraph: Paragraph) -> bool:
    """Tell whether a paragraph is the gold one: of its document, with its label, and holding one of its quotes."""
    return (
        any(is_document(reference, document) for reference in gold.documents)
        and (not gold.label or paragraph.label == gold.label)
        and (not gold.quotes or any(contains(paragraph.text, quote) for quote in gold.quotes))
    )


def _begins(name: str, reference: str) -> bool:
    return name.startswith(reference) and not name[len(reference) : len(reference) + 1].isalnum()


def _cites(answer: Answer, gold: Gold) -> bool:
    return any(is_gold(gold, citation.document, citation.paragraph) for citation in answer.citations)


def _source(case: Case, answer: Answer) -> list[CitedSource]:
    return [
        CitedSource(
            document=citation.document.id,
            address=citation.paragraph.address,
            quote=citation.quote,
            gold=any(is_gold(gold, citation.document, citation.paragraph) for gold in case.gold),
        )
        for citation in answer.citations
    ]
