"""What a question names and the best evidence does not share is a reason to refuse."""

import pytest
from shelf import given, lacks, whole

from assistant.evidence.rarity import Rarity
from assistant.ranking.features import FEATURES
from assistant.ranking.learned import learned
from assistant.ranking.select import RankedCandidate, confidence

TEXT = "The Water Authority of Norway, headed by Ms. Berit Solheim, held its fourth workshop in Umea on 4 May 2021."
RARITY = Rarity([TEXT, "Sweden sent a delegate from Oslo.", "Every year the gauges are read."])
FAR = dict.fromkeys(FEATURES, 0.1)


def _lacking(question: str, text: str = TEXT, topics: str = "", date: str = "2021-05-04") -> tuple[str, ...] | None:
    """Return what a paragraph lacks that is otherwise as near to the question as can be."""
    return lacks(question, [given(whole(text, date=date, topics=topics), margin=5.0)], RARITY)


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
    assert _lacking(question) is None


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
    assert _lacking(question) == missing


def test_another_name_that_the_library_holds_is_weighed_and_not_required() -> None:
    """A paragraph need not say each time whom it is about."""
    assert _lacking("Where did Oslo's delegate hold the fourth workshop?") is None


def test_a_country_that_a_report_is_about_is_required_where_others_are_named() -> None:
    """What a report is about need not be said each time, but a list of other countries speaks of those."""
    question = "What did Norway pledge for the fourth workshop?"
    assert _lacking(question, "The pledges for the fourth workshop came to $900.", "norway") is None
    others = "For the fourth workshop Sweden pledged $500 and Finland $400."
    assert _lacking(question, others, "norway") == ("norway",)


def test_a_name_that_a_report_is_about_is_not_required() -> None:
    """Though the library never holds it, and though others are named; what it is not about is."""
    question = "What did Umbria pledge for the fourth workshop?"
    pledged = "For the fourth workshop Sweden pledged $500."
    assert _lacking(question, pledged, "umbria") is None
    assert _lacking(question, pledged, "tuscani") == ("umbria",)


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("Where was the first workshop held?", None),
        ("Where was the workshop of 250 people held?", None),
        ("Where was the workshop of 2500 people held?", ("2500",)),
        ("Where was the workshop under B/7 held?", ("b/7",)),
        ("How did the workshop grow between 2019 and 2021?", None),
        ("How did the fifth workshop grow between 2019 and 2021?", ("5th",)),
        ("How did the workshop of Sweden grow between 2019 and 2021?", ("sweden",)),
        ("Where was it held in May 2021, in May 2019 or on 9 May 2021?", None),
    ],
)
def test_numbers_that_name_something_are_required(question: str, missing: tuple[str, ...] | None) -> None:
    """A year, a symbol, an ordinal after the first; a small number only counts, and of two years each has its own."""
    assert _lacking(question) == missing


@pytest.mark.parametrize(
    ("question", "text", "missing"),
    [
        ("Who spoke on 4 May?", "It met on 4 May 2021 and 9 May 2021.", None),
        ("Who spoke on 9 May 2021?", "It met on 4 May 2021 and 9 May 2021.", None),
        ("Who spoke on 4 May 2021?", "It met in May 2021.", None),
        ("Who spoke on 5 May 2021?", "It met on 4 May 2021 and 9 May 2021.", ("5 May 2021",)),
        ("Who spoke on 5 May 2021 and 9 May 2021?", "It met on 9 May 2021.", ("5 May 2021",)),
        ("Who spoke on 5 May 2021?", "It met in 2021 with 5 people.", None),
    ],
)
def test_a_date_is_required_where_others_are_given(question: str, text: str, missing: tuple[str, ...] | None) -> None:
    """What one leaves out the other may say; a paragraph that gives no date may be of any."""
    assert _lacking(question, text, date="") == missing


def test_the_date_of_the_document_is_one_that_is_given() -> None:
    """A paragraph without a date is of the day that its document is of."""
    assert _lacking("Who spoke on 5 May 2021?", "They met.", date="2021-05-04") == ("5 May 2021",)
    assert _lacking("Who spoke on 4 May 2021?", "They met.", date="2021-05-04") is None


@pytest.mark.parametrize(
    ("name", "missing"),
    [
        ("wa", None),
        ("Wan", None),
        ("Wab", ("wab",)),
        ("Waon", None),
        ("WAB", None),
        ("Wanhmb", None),
        ("Wanhbm", ("wanhbm",)),
        ("Wanhmbs", None),
        ("Anhmbsh", ("anhmbsh",)),
        ("H", ("h",)),
    ],
)
def test_short_words_may_be_the_initials_of_a_name(name: str, missing: tuple[str, ...] | None) -> None:
    """Of two to six letters, with the small words between or without; with two capitals it is the asker's own."""
    assert _lacking(f"Where did the {name} hold the fourth workshop?") == missing


def _chance(*, similarity: float = 1.0, margin: float) -> RankedCandidate:
    return given(whole(TEXT, date="2021-05-04"), margin=margin, seen=FAR | {"similarity of the passage": similarity})


def test_a_low_chance_of_being_right_is_a_refusal() -> None:
    """A passage far from the question, in which the reader sees nothing, does not answer it."""
    question = "Where was the fourth workshop held?"
    assert lacks(question, [_chance(similarity=0.1, margin=-8.0)], RARITY) == ()
    assert lacks(question, [_chance(margin=8.0)], RARITY) is None


def test_a_refusal_for_want_of_chance_names_what_the_library_never_holds() -> None:
    """Words that it holds somewhere are not named, nor those of the evidence in another form."""
    far = [_chance(similarity=0.1, margin=-8.0)]
    assert lacks("Where was the workshop on gliders held?", far, RARITY) == ("glider",)
    assert lacks("Where were the workshops on gauges and Norwegians held?", far, RARITY) == ()


def test_what_is_least_sure_of_what_is_shown_is_shown() -> None:
    """The learned threshold parts the two, and a chance just at it is enough."""
    chances = [
        (confidence([item]), item) for item in (_chance(similarity=0.3, margin=step / 10) for step in range(-90, 30))
    ]
    for chance, item in chances:
        shown = lacks("Where was the fourth workshop held?", [item], RARITY) is None
        assert shown is (chance >= learned().least)
    assert {chance >= learned().least for chance, _ in chances} == {True, False}


def test_a_question_between_two_years_is_not_weighed() -> None:
    """Its answer is put together from several paragraphs, each of which says a part."""
    far = [_chance(similarity=0.1, margin=-8.0)]
    assert lacks("How did the workshop grow between 2019 and 2021?", far, RARITY) is None
    assert lacks("How did the workshop grow in 2021?", far, RARITY) is not None


def test_an_acronym_spelt_out_answers_whatever_its_chance() -> None:
    """Words that say what an acronym stands for leave nothing to weigh."""
    question = "What does RLB stand for?"
    said, unsaid = (
        given(whole(text), margin=-8.0, seen=FAR) for text in ("The Rivers and Lakes Board (RLB) met.", "The RLB met.")
    )
    assert lacks(question, [said], RARITY) is None
    assert lacks(question, [unsaid], RARITY) is not None


def test_nothing_found_is_a_refusal() -> None:
    """An empty library answers nothing."""
    assert lacks("Where was the fourth workshop held?", [], RARITY) == ()
