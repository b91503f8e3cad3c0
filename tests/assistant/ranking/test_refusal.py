"""What a question names and the best evidence does not share is a reason to refuse."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from assistant.evidence.evidence import Candidate, Evidence
from assistant.evidence.rarity import Rarity
from assistant.question.question import understand
from assistant.ranking.features import FEATURES
from assistant.ranking.refusal import lacking, refusal_text
from assistant.ranking.select import RankedCandidate
from assistant.ranking.spans import AnswerSpans, spans_of
from corpus.document import Document, Metadata
from corpus.paragraph import Paragraph
from index.passage import Passage

TEXT = "The Water Authority of Norway, headed by Ms. Berit Solheim, held its fourth workshop in Umea on 4 May 2021."
RARITY = Rarity([TEXT, "Sweden sent a delegate from Oslo.", "Every year the gauges are read."])
SEEN = dict.fromkeys(FEATURES, 1.0)


def _ranked(text: str = TEXT, *, margin: float = 5.0, seen: dict[str, float] = SEEN) -> list[RankedCandidate]:
    document = Document("board", "/r/1.txt", "", "txt", Metadata("Workshop", "", "2021-05-04"), text)
    paragraph = Paragraph("board", 0, "1", 1, (), None, 0, len(text), text)
    evidence = Evidence(Passage(document, paragraph, 1, 1.0, 0.9, 1.0), None, (), frozenset({"2021"}))
    return [RankedCandidate(Candidate(evidence, 0, len(text)), 3.0, tuple(seen.values()), AnswerSpans(None), margin)]


def _lacking(question: str, ranked: Sequence[RankedCandidate]) -> tuple[str, ...] | None:
    return lacking(understand(question), ranked, RARITY)


@pytest.mark.parametrize(
    "question",
    [
        "Where was the fourth workshop held?",
        "When did Norway hold its workshop in Umea?",
        "Where was the workshop of May 2021 held?",
        "Who is the head of the Water Authority?",
        "Who is the director of the Water Authority?",
        "Who directs the Water Authority?",
        "What did the WA hold in Umea?",
    ],
)
def test_what_the_evidence_shares_is_no_reason(question: str) -> None:
    """Names, ordinals, dates and offices that it holds, an office in another word, an acronym of the asker's own."""
    assert _lacking(question, _ranked()) is None


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("Where did Sweden hold its workshop?", ("sweden",)),
        ("Where was the fifth workshop held?", ("5th",)),
        ("Where was the workshop of 2019 held?", ("2019",)),
        ("Where was the workshop held on 6 May 2021?", ("6 May 2021",)),
        ("Who is the secretary of the Water Authority?", ("secretari",)),
        ("Who chairs the Water Authority?", ("chair",)),
        ("Which workshop was held in Lima?", ("lima",)),
    ],
)
def test_what_the_evidence_lacks_is_named(question: str, missing: tuple[str, ...]) -> None:
    """A country, an ordinal, a year, a date, an office, and a name that the library never holds, however short."""
    assert _lacking(question, _ranked()) == missing


def test_another_name_that_the_library_holds_is_weighed_and_not_required() -> None:
    """A paragraph need not say each time whom it is about."""
    assert _lacking("Where did Oslo's delegate hold the fourth workshop?", _ranked()) is None


def test_a_country_that_a_report_is_about_is_required_where_others_are_named() -> None:
    """What a report is about need not be said each time, but a list of other countries speaks of those."""
    [about] = _ranked("The pledges for the fourth workshop came to $900.")
    [others] = _ranked("For the fourth workshop Sweden pledged $500 and Finland $400.")
    for item, missing in ((about, None), (others, ("norway",))):
        evidence = replace(item.candidate.evidence, topics=frozenset({"norway"}))
        ranked = [replace(item, candidate=replace(item.candidate, evidence=evidence))]
        assert _lacking("What did Norway pledge for the fourth workshop?", ranked) == missing


def test_evidence_that_shares_names_alone_is_beside_the_point() -> None:
    """Without another word of the question, and nothing that the reader marks, there is no answer."""
    beside = SEEN | {
        "other words of the question that the paragraph holds": 0.0,
        "the thing asked for beside it": 0.0,
    }
    assert _lacking("What is the population of Norway?", _ranked(margin=-1.0, seen=beside)) is not None
    assert _lacking("What is the population of Norway?", _ranked(margin=2.0, seen=beside)) is None
    counted = beside | {"the thing asked for beside it": 1.0}
    assert _lacking("What is the population of Norway?", _ranked(margin=-1.0, seen=counted)) is None


def test_a_reason_is_asked_for_what_was_done() -> None:
    """Why something was rejected is not told by words that reject nothing; other words for it are as good."""
    told = _ranked("Norway turned to the Board, which dismissed the fourth workshop for want of money.")
    assert _lacking("Why did Norway's Board reject the fourth workshop?", told) is None
    assert _lacking("Why did Norway's Board cancel the fourth workshop?", told) == ("cancel",)


def test_a_low_chance_of_being_right_is_a_refusal() -> None:
    """A passage far from the question, in which the reader sees nothing, does not answer it."""
    far = dict.fromkeys(FEATURES, 0.1)
    [item] = _ranked(margin=-8.0, seen=far)
    assert _lacking("Where was the fourth workshop held?", [item]) == ()
    assert (
        _lacking("Where was the fourth workshop held?", [replace(item, features=tuple(SEEN.values()), margin=8.0)])
        is None
    )


def test_an_acronym_spelt_out_answers_whatever_its_chance() -> None:
    """Words that say what an acronym stands for leave nothing to weigh."""
    far = dict.fromkeys(FEATURES, 0.1)
    question = "What does RLB stand for?"
    [said] = _ranked("The Rivers and Lakes Board (RLB) met.", margin=-8.0, seen=far)
    looks = spans_of(understand(question), said.candidate, RARITY)
    assert _lacking(question, [replace(said, looks=looks)]) is None
    assert _lacking("What does RLB stand for?", _ranked("The RLB met.", margin=-8.0, seen=far)) is not None


def test_nothing_found_is_a_refusal() -> None:
    """An empty library answers nothing."""
    assert _lacking("Where was the fourth workshop held?", []) == ()


def test_a_refusal_says_what_was_looked_for() -> None:
    """In the words of the question; without a word to name, the question itself."""
    question = understand("Where did Sweden hold its fifth workshop?")
    assert refusal_text(question, ("sweden", "5th")).endswith("mentions Sweden or fifth.")
    assert "“Where did Sweden hold its fifth workshop?”" in refusal_text(question, ())
