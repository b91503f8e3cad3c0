"""An answer is judged by its words and by what it cites."""

from dataclasses import replace

import pytest

from assistant.answer import Answer, Citation, Sentence
from corpus.document import Document, Metadata
from corpus.paragraph import Paragraph
from evals.cases.case import Case, Gold
from evals.running.judge import is_document, judge
from index.passage import Passage

FACT = Case("a", "number", "How many came?", 1, must=(("70", "seventy"),), gold=(Gold(("002",), ("70 came",)),))


def document(name: str = "002-report", path: str = "/papers/002_report.txt") -> Document:
    """Return a document without text."""
    return Document(name, path, "", "txt", Metadata(), "")


def paragraph(text: str, name: str = "002-report") -> Paragraph:
    """Return a paragraph that holds a text."""
    return Paragraph(name, 0, "1", 1, (), None, 0, len(text), text)


def passage(text: str, rank: int, name: str = "002-report") -> Passage:
    """Return a passage at a rank."""
    return Passage(document(name, f"/papers/{name}"), paragraph(text, name), rank, 0.0, 0.0, 0.0)


def answer(text: str, cited: str = "In all 70 came.", name: str = "002-report") -> Answer:
    """Return an answer of one sentence that cites one paragraph."""
    citation = Citation(1, document(name, f"/papers/{name}.txt"), paragraph(cited, name), cited)
    return Answer("q", "q", (Sentence(text, (1,)),), (citation,), False, "", (), 0.1, "")


REFUSAL = Answer("q", "q", (), (), True, "The documents do not say how many of the 70 came.", (), 0.1, "")


def test_right_and_cited() -> None:
    """An answer that holds the fact and cites its paragraph is wholly right."""
    outcome = judge(FACT, answer("Seventy people came."), [], 0.5)
    assert outcome.right
    assert outcome.cited
    assert outcome.seconds == 0.5
    assert outcome.citations == (("002-report", "para. 1"),)


def test_a_refusal_is_not_an_answer() -> None:
    """A refusal is wrong even when its reason holds the words."""
    outcome = judge(FACT, REFUSAL, [], 0)
    assert (outcome.right, outcome.cited, outcome.refused, outcome.fault) == (False, False, True, "refused")


def test_what_is_missing_is_named() -> None:
    """The fault names the group of which the answer holds nothing."""
    outcome = judge(FACT, answer("Many came."), [], 0)
    assert outcome.fault == "does not hold '70' or 'seventy'"
    assert outcome.cited


def test_every_group_is_needed() -> None:
    """One alternative of each group must be there."""
    case = replace(FACT, must=(("70",), ("13",)))
    assert judge(case, answer("70 came from 13 States."), [], 0).right
    assert not judge(case, answer("70 came."), [], 0).right


def test_forbidden_words_make_it_wrong() -> None:
    """An answer that also holds what it must not is wrong."""
    outcome = judge(replace(FACT, must_not=("80",)), answer("70 or 80 came."), [], 0)
    assert outcome.fault == "holds '80'"


@pytest.mark.parametrize(("kind", "words", "right"), [("number", 120, True), ("number", 121, False)])
def test_a_long_answer_is_wrong(kind: str, words: int, right: bool) -> None:
    """A fact may take 120 words."""
    assert judge(replace(FACT, kind=kind), answer("70" + " x" * (words - 1)), [], 0).right is right


@pytest.mark.parametrize(("words", "right"), [(200, True), (201, False)])
def test_a_list_has_more_room(words: int, right: bool) -> None:
    """A list may take 200 words."""
    assert judge(replace(FACT, kind="list"), answer("70" + " x" * (words - 1)), [], 0).right is right


def test_the_right_words_of_the_wrong_document_are_not_a_citation() -> None:
    """A quote counts only in the document that the case names."""
    assert not judge(FACT, answer("70", name="003-report"), [], 0).cited
    either = replace(FACT, gold=(Gold(("002", "003"), ("70 came",)),))
    assert judge(either, answer("70", name="003-report"), [], 0).cited


def test_any_quote_will_do_and_all_gold_is_needed() -> None:
    """Quotes are alternatives; gold paragraphs are not."""
    spellings = replace(FACT, gold=(Gold(("002",), ("seventy came", "70\u00a0came")),))
    assert judge(spellings, answer("70"), [], 0).cited
    both = replace(FACT, gold=(*FACT.gold, Gold(("004",), ("90 came",))))
    assert not judge(both, answer("70"), [], 0).cited


def test_a_case_to_be_refused() -> None:
    """Refusing what the documents do not say is right; answering is not."""
    case = Case("r", "refuse", "Who?", 1, refuse=True)
    assert judge(case, REFUSAL, [], 0).right
    outcome = judge(case, answer("70"), [], 0)
    assert not outcome.right
    assert outcome.gold_rank is None


def test_gold_rank_is_that_of_the_first_gold_passage() -> None:
    """Ranks count passages from 1, and only those of the right document."""
    found = [passage("70 came", 1, "003-report"), passage("none came", 2), passage("Then 70 came.", 3)]
    assert judge(FACT, answer("70"), found, 0).gold_rank == 3
    assert judge(FACT, answer("70"), found[:2], 0).gold_rank is None


def test_gold_rank_of_several_is_that_of_the_last_to_come_up() -> None:
    """All gold paragraphs must have come up."""
    case = replace(FACT, gold=(*FACT.gold, Gold(("002",), ("90 came",))))
    found = [passage("90 came", 1), passage("none", 2), passage("70 came", 3)]
    assert judge(case, answer("70"), found, 0).gold_rank == 3
    assert judge(case, answer("70"), found[:2], 0).gold_rank is None


@pytest.mark.parametrize("reference", ["002", "002-report", "002_report", "002_report.txt"])
def test_documents_go_by_id_file_name_or_beginning(reference: str) -> None:
    """A reference may be short as long as it ends with a word."""
    assert is_document(reference, document())


@pytest.mark.parametrize("reference", ["00", "002-rep", "report", "003"])
def test_other_documents_are_not_meant(reference: str) -> None:
    """A reference that stops inside a word, or begins inside the name, is another document."""
    assert not is_document(reference, document())
