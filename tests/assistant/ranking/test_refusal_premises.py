"""What a question takes for granted, and what shares nothing with it but a name; and how a refusal is worded."""

import pytest
from shelf import given, lacks, whole

from assistant.evidence.rarity import Rarity
from assistant.question.question import understand
from assistant.ranking.refusal import refusal_text
from assistant.ranking.select import RankedCandidate
from corpus.text.words import stem_of

RARITY = Rarity(["The Board of Norway met in Tarn."])
OTHER_WORDS = "other words of the question that the paragraph holds"
BESIDE = "the thing asked for beside it"


@pytest.mark.parametrize(
    ("question", "text", "missing"),
    [
        ("Who is the director of the Board?", "Ann Lind headed the Board.", None),
        ("Who was the head of the Board?", "Ann Lind is the Board's chief executive.", None),
        ("Who's the leader of the Board?", "Ann Lind was managing it.", None),
        ("Who is the chair of the Board?", "Ann Lind presided.", None),
        ("Who was elected president?", "Ann Lind was the moderator.", None),
        ("Who is its secretary?", "Ann Lind became Secretary.", None),
        ("Who was minister?", "The ministers were Ann Lind and Bob Lind.", None),
        ("Who served as ambassador?", "Ann Lind was a delegate.", None),
        ("Who is the coordinator?", "Ann Lind coordinated it.", None),
        ("Who directs the Board?", "The executive is Ann Lind.", None),
        ("Who moderated the Board?", "The chairperson was Ann Lind.", None),
        ("Who is the director of the Board?", "Ann Lind chaired the Board.", ("director",)),
        ("Who became chair of the Board?", "Ann Lind headed the Board.", ("chair",)),
        ("Who is the secretary of the Board?", "Ann Lind, a minister, met the Board.", ("secretari",)),
        ("Who serves as rapporteur of the Board?", "Ann Lind, a delegate, met the Board.", ("rapporteur",)),
        ("Who are the long time trusted chief of the Board?", "Ann Lind met the Board.", ("chief",)),
        ("Who coordinates the Board?", "Ann Lind met the Board.", ("coordin",)),
        ("Who is the much loved long time chief of the Board?", "Ann Lind met the Board.", None),
        ("Who met the chair of the Board?", "Ann Lind met the Board.", None),
        ("What is the chair of the Board?", "Ann Lind met the Board.", None),
        ("Who is the chairlift of the Board?", "Ann Lind met the Board.", None),
    ],
)
def test_the_holder_of_an_office_is_said_to_hold_it(question: str, text: str, missing: tuple[str, ...] | None) -> None:
    """In any word for that office, a noun or a verb; whom the office is not said of does not hold it."""
    assert lacks(question, [given(whole(text), margin=5.0)], RARITY) == missing


@pytest.mark.parametrize(
    "verb", ["'s", " is", " was", " are", " were", " became", " serves as", " served as", " is its much loved old"]
)
@pytest.mark.parametrize(
    "office",
    "director head chief manager chair chairperson chairman president secretary minister ambassador rapporteur "
    "coordinator leader".split(),
)
def test_the_office_that_is_asked_for_is_named(verb: str, office: str) -> None:
    """Where the evidence says nothing like it, in whatever verb it was asked for."""
    item = given(whole("Ann Lind met the Board."), margin=5.0)
    assert lacks(f"Who{verb} {office} of the Board?", [item], RARITY) == (stem_of(office),)


@pytest.mark.parametrize(
    ("office", "words"),
    [
        (
            "chief",
            "director directs directed head headed heads chief chiefs leads led leader executive manager managing",
        ),
        ("president", "chair chaired chairing chairperson chairman chairwoman president presided presides moderator"),
        ("ambassador", "ambassador representative delegate"),
        ("coordinator", "coordinator coordinated coordinates"),
        ("minister", "minister ministers"),
    ],
)
def test_an_office_has_many_words(office: str, words: str) -> None:
    """Any of them answers for any other, and for no other office."""
    for word in [*words.split(), "runs"] if office == "chief" else words.split():
        item = given(whole(f"Ann Lind {word} it."), margin=5.0)
        assert lacks(f"Who is the {office} of the Board?", [item], RARITY) is None, word
        assert lacks("Who is the secretary of the Board?", [item], RARITY) == ("secretari",), word


@pytest.mark.parametrize(
    "duty",
    "heads headed chairs chaired directs directed presides presided moderates moderated coordinates "
    "coordinated".split(),
)
def test_a_duty_is_that_of_an_office(duty: str) -> None:
    """By the stem of its verb."""
    item = given(whole("Ann Lind met the Board."), margin=5.0)
    assert lacks(f"Who {duty} the Board?", [item], RARITY) == (stem_of(duty),)


@pytest.mark.parametrize(
    ("section", "lead", "missing"),
    [(("Chair",), "", None), (("Chair", "Members"), "", ("chair",)), ((), "The chair was:", None)],
)
def test_an_office_may_stand_by_the_name(section: tuple[str, ...], lead: str, missing: tuple[str, ...] | None) -> None:
    """In the heading next above or in a lead-in, of which a list of names is full."""
    item = given(whole("Ann Lind, Norway.", section=section, lead=lead), margin=5.0)
    assert lacks("Who is the chair of the Board?", [item], RARITY) == missing


@pytest.mark.parametrize(
    ("question", "text", "missing"),
    [
        ("Why did the Board reject the plan?", "The Board dismissed the plan for want of money.", None),
        ("Why did the Board reject the plan?", "The Board was for the plan.", ("reject",)),
        ("And why did the Board cancel the plan?", "The Board dismissed the plan.", ("cancel",)),
        ("How come the Board cancelled the plan?", "The Board dismissed the plan.", ("cancel",)),
        ("What made the Board cancel the plan?", "The Board dismissed the plan.", ("cancel",)),
        ("For what reason did the Board cancel the plan?", "The Board dismissed the plan.", ("cancel",)),
        ("For what reasons was the plan cancelled?", "The Board dismissed the plan.", ("cancel",)),
        ("Why did the Board discuss the plan?", "The Board was for the plan.", None),
        ("Why did the Board speak of the plan?", "The Board was for the plan.", None),
        ("Why did the Board sell and repair it?", "The Board restored it.", ("sell",)),
        ("How did the Board cancel the plan?", "The Board was for the plan.", None),
        ("Did they say why the Board cancelled the plan?", "The Board was for the plan.", None),
    ],
)
def test_a_reason_is_asked_for_what_was_done(question: str, text: str, missing: tuple[str, ...] | None) -> None:
    """Why something was rejected is not told by words that reject nothing; other words for it are as good."""
    assert lacks(question, [given(whole(text), margin=5.0)], RARITY) == missing


def test_what_was_done_may_stand_in_the_lead_in() -> None:
    """Its items then give the reasons."""
    item = whole("want of money", lead="The Board cancelled the plan for:")
    assert lacks("Why did the Board cancel the plan?", [given(item, margin=5.0)], RARITY) is None


def _shares_names(*, margin: float = 0.0, beside: float = 0.0, others: float = 0.0) -> RankedCandidate:
    return given(
        whole("The Board of Norway met in 2031 and in 2032."), 3.0, margin, {OTHER_WORDS: others, BESIDE: beside}
    )


@pytest.mark.parametrize(
    ("item", "answers"),
    [
        (_shares_names(), False),
        (_shares_names(margin=0.1), True),
        (_shares_names(beside=1.0), True),
        (_shares_names(others=0.1), True),
    ],
)
def test_evidence_that_shares_names_alone_is_beside_the_point(item: RankedCandidate, answers: bool) -> None:
    """Without another word of the question, the thing asked for, or a span that the reader sees, nothing answers."""
    assert (lacks("What is the population of Norway?", [item], RARITY) is None) is answers


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("What is Norway?", True),
        ("Does Norway fish?", True),
        ("How did Norway grow between 2031 and 2032?", True),
        ("How did Norway grow in 2031?", False),
        ("Who is the population of Norway?", False),
    ],
)
def test_some_questions_are_answered_by_what_shares_their_names(question: str, answers: bool) -> None:
    """A definition, a yes or no, and what is asked between two years have few words of their own."""
    assert (lacks(question, [_shares_names()], RARITY) is None) is answers


def test_the_holder_of_an_office_shares_it_alone() -> None:
    """A list of offices and names has no other word."""
    values = {OTHER_WORDS: 0.0, BESIDE: 0.0}
    item = given(whole("Chair: Ann Lind (Norway)."), 3.0, 0.0, values)
    assert lacks("Who is the chair for Norway?", [item], RARITY) is None


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        (("sweden",), "No paragraph that bears on this mentions Sweden."),
        (("sweden", "5th"), "No paragraph that bears on this mentions Sweden or fifth."),
        (("sweden", "5th", "6 May"), "No paragraph that bears on this mentions Sweden, fifth or 6 May."),
        ((), "Nothing found answers “Where did Sweden hold its fifth workshop?”."),
    ],
)
def test_a_refusal_says_what_was_looked_for(missing: tuple[str, ...], said: str) -> None:
    """In the words of the question; without a word to name, the question itself."""
    question = understand(" Where did Sweden hold its fifth workshop? ")
    assert refusal_text(question, missing) == f"The documents do not say. {said}"
