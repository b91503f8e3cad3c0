"""What each feature sees of a candidate: one small case that it counts, beside the nearest that it does not.

With an empty `Rarity` every word weighs the same, so that a share is a count.
"""

from dataclasses import replace

import pytest
from shelf import Piece, Report, Shelf, features

from assistant.evidence.rarity import Rarity
from assistant.question.question import understand
from assistant.ranking.features import FEATURES
from corpus.document import Metadata
from index.passage import Passage

EVEN = Rarity()
MINUTES = Report(
    [
        Piece("The board met in the harbour hall. Mr. Vale hired four divers."),
        Piece("It paid them in June.", section=("Dredging of the canal",)),
    ],
    metadata=Metadata("Minutes of the Saltmarsh board", date="2031-05-02"),
)


def _seen(name: str, question: str, words: str, report: Report | str = MINUTES) -> float:
    return features(question, Shelf(report).candidate(words), EVEN)[name]


@pytest.mark.parametrize(
    ("name", "question", "words", "share"),
    [
        ("words shared with the sentence", "Did the divers repair the harbour?", "hired", 1 / 3),
        ("words shared with the sentence", "Did the board meet in the harbour?", "hall", 2 / 3),
        ("words shared with the sentence", "Why?", "hired", 0),
        ("words shared with the sentence and its headings", "Who dredges the canal in May?", "paid", 2 / 3),
        ("words shared with the sentence and its headings", "Did the board hire in the hall?", "hired", 1),
        ("words shared with the sentence and its headings", "Did Saltmarsh hire?", "hired", 1 / 2),
        ("words shared with the paragraph and its headings", "Did Saltmarsh hire?", "hired", 1),
        ("words shared with the paragraph and its headings", "What was sold in 2031?", "paid", 1 / 2),
        ("words shared with the paragraph and its headings", "What was sold in 2032?", "paid", 0),
    ],
)
def test_words_are_looked_for_ever_further_around(name: str, question: str, words: str, share: float) -> None:
    """In the sentence alone, then in its heading and what stands before it, then in all of its paragraph."""
    assert _seen(name, question, words) == pytest.approx(share)


def test_carried_words_say_which_paragraph_and_not_which_sentence() -> None:
    """What an earlier turn gave is not looked for in the sentence, but is around it."""
    shelf = Shelf(MINUTES)
    seen = features(understand("Whom has it paid?", carried="canal barges"), shelf.candidate("paid"), EVEN)
    assert seen["words shared with the sentence"] == 1
    assert seen["words shared with the sentence and its headings"] == pytest.approx(2 / 3)
    assert seen["words shared with the paragraph and its headings"] == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("name", "question", "share"),
    [
        ("names and figures shared with the paragraph", "Did Vale hire for Saltmarsh?", 1),
        ("names and figures shared with the paragraph", "Did Vale hire for Tarn in 2031?", 2 / 3),
        ("names and figures shared with the paragraph", "Did they hire?", 1),
        ("particular names shared with the sentence", "Did Vale hire for Saltmarsh?", 1 / 2),
        ("particular names shared with the sentence", "Did Vale hire in 2031?", 1),
        ("particular names shared with the sentence", "Did they hire?", 1),
        ("other words of the question that the paragraph holds", "Did Tarn hire guards?", 1 / 2),
        ("other words of the question that the paragraph holds", "Did Tarn do this in 1999?", 1),
    ],
)
def test_names_are_counted_apart_from_other_words(name: str, question: str, share: float) -> None:
    """Names and figures in the paragraph, names in the sentence, and the words that are neither."""
    assert _seen(name, question, "hired") == pytest.approx(share)


@pytest.mark.parametrize(
    ("question", "share"),
    [("Did Vale speak for Saltmarsh?", 1), ("Did Vale speak for Tarn?", 1 / 2), ("Did Vale speak for Norway?", 1 / 2)],
)
def test_what_a_document_is_about_need_not_stand_in_each_sentence(question: str, share: float) -> None:
    """A name that is a topic is not asked of the sentence; a country always is."""
    candidate = Shelf(MINUTES).candidate("hired")
    evidence = replace(candidate.evidence, topics=frozenset({"saltmarsh", "norway"}))
    seen = features(question, replace(candidate, evidence=evidence), EVEN)
    assert seen["particular names shared with the sentence"] == share


@pytest.mark.parametrize(
    ("question", "words", "holds"),
    [
        ("How many divers were hired?", "hired", 1),
        ("How many divers were paid?", "paid", 0),
        ("Who hired divers?", "hired", 1),
        ("Where did the board meet?", "met in", 0),
        ("What did the board think?", "met in", 1),
    ],
)
def test_the_kind_of_thing_asked_for_is_held_or_not(question: str, words: str, holds: float) -> None:
    """A number for a number, a name for a person; what can be any words is held by all."""
    assert _seen("holds what is asked for", question, words) == holds


@pytest.mark.parametrize(
    ("question", "lead", "holds"),
    [
        ("Who hired divers?", "Mr. Ove Lind hired:", 1),
        ("Who hired divers?", "The board hired:", 0),
        ("When were divers hired?", "On 3 May 2031 it hired:", 1),
        ("Where were divers hired?", "It hired in Oslo:", 1),
        ("Which bank hired divers?", "For the Tarn Bank they hired:", 1),
        ("How many divers were hired?", "It hired 14 crews:", 0),
    ],
)
def test_a_lead_in_gives_a_name_or_a_date_to_its_items(question: str, lead: str, holds: float) -> None:
    """A person or a date of the lead-in holds for each item; a number there counts the items."""
    report = Report([Piece(lead), Piece("divers for the quay", "item", 0)])
    assert _seen("holds what is asked for", question, "quay", report) == holds


def test_an_item_that_holds_something_of_the_kind_needs_no_lead_in() -> None:
    """The thing asked for is looked for beside what the item itself gives."""
    report = Report([Piece("On 3 May 2031 it hired:"), Piece("divers from June 2030 on", "item", 0)])
    question = "In which year were divers hired?"
    assert _seen("holds what is asked for", question, "June 2030", report) == 1


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("It named the pilots.", 0),
        ("It named the pilots and the divers.", 1 / 3),
        ("It named pilots as well as divers.", 1 / 3),
        ("It named pilots, divers; cooks.", 2 / 3),
        ("It named pilots, divers, cooks, as well as guards and clerks.", 1),
        ("It named sandpits.", 0),
    ],
)
def test_several_things_stand_in_a_series(text: str, holds: float) -> None:
    """Commas, semicolons, `and` and `as well as` part a series, of which four parts are enough."""
    assert _seen("holds what is asked for", "What are the trades of the harbour?", "It", text) == pytest.approx(holds)


@pytest.mark.parametrize(
    ("text", "holds"),
    [("Norway, Thai and Swedish crews came, and others.", 1), ("Norwegian, Norway's, and other crews came.", 1 / 3)],
)
def test_countries_are_counted_each_once(text: str, holds: float) -> None:
    """Where countries are asked for, other parts of a series count nothing."""
    assert _seen("holds what is asked for", "Which countries were there?", "crews", text) == pytest.approx(holds)


@pytest.mark.parametrize(("children", "holds"), [(1, 1), (0, 0)])
def test_a_lead_in_holds_several_things(children: int, holds: float) -> None:
    """What items hang from is a list, whatever it says; the same words with nothing below are none."""
    report = Report([Piece("The trades are:"), *[Piece("pilots", "item", 0)] * children])
    assert _seen("holds what is asked for", "What are the trades of the harbour?", "trades", report) == holds


@pytest.mark.parametrize(
    ("question", "text", "beside"),
    [
        ("How many divers came?", "In all 14 divers came.", 1),
        ("How many divers came?", "Divers of a b c came, 14.", 0),
        ("How many divers came?", "Divers of b c came, 14.", 1),
        ("How many divers came?", "In all 14 cooks came, and divers.", 1),
        ("How many divers came?", "In all 14 cooks came by boat, and divers.", 0),
        ("How many Korean divers came?", "There were 14 divers.", 1),
        ("How many nations came?", "There were 14 national crews.", 1),
        ("How many came?", "In all 14 divers came.", 0),
        ("How many divers came?", "The divers came.", 0),
    ],
)
def test_the_thing_counted_stands_within_five_words(question: str, text: str, beside: float) -> None:
    """Before or after it, in any of its forms; the last word of what is counted is enough."""
    assert _seen("the thing asked for beside it", question, "", text) == beside


def test_twenty_five_words_halve_the_brevity() -> None:
    """A short sentence says what is asked with less beside it."""
    text = "Divers came to the old quay today" + " and rested" * 9 + "."
    assert _seen("brevity", "Did divers come?", "ivers", text) == pytest.approx(1 / 2)


@pytest.mark.parametrize(("similarity", "seen"), [(0.4, 0.4), (-0.3, 0)])
def test_a_passage_is_no_less_than_unlike_the_question(similarity: float, seen: float) -> None:
    """A cosine below nought counts as nought."""
    [evidence] = Shelf("The divers came.").evidence(similarity=similarity)
    candidate = replace(Shelf("The divers came.").candidate(""), evidence=evidence)
    assert features("Who came?", candidate, EVEN)["similarity of the passage"] == seen


@pytest.mark.parametrize(("order", "seen"), [(1, 1 / 2), (3, 1 / 4)])
def test_the_rank_of_a_passage_counts_ever_less(order: int, seen: float) -> None:
    """The first is worth a half, the third a quarter."""
    candidate = Shelf("The divers came.").candidate("")
    found = candidate.evidence.passage
    passage = Passage(found.document, found.paragraph, order, found.score, found.similarity, found.bm25)
    candidate = replace(candidate, evidence=replace(candidate.evidence, passage=passage))
    assert features("Who came?", candidate, EVEN)["rank of the passage"] == seen


def test_the_rarest_word_that_is_missing_weighs() -> None:
    """A word that the library never holds weighs 1, one that it holds less, and what is shared nothing."""
    shelf = Shelf("The divers rested.", Report(["The cooks rested."], "other"))
    candidate = shelf.candidate("divers")
    missing = "rarest word of the question that the paragraph lacks"
    never, held, none = (
        features(f"Did {who} rest?", candidate, shelf.rarity)[missing]
        for who in ("cooks and guards", "cooks", "divers")
    )
    assert never == 1
    assert held == pytest.approx(shelf.rarity.of("cook") / shelf.rarity.of(""))
    assert 0 < held < 1
    assert none == 0


def test_each_feature_has_its_place() -> None:
    """They are given in the order of their names, each from 0 to 1."""
    seen = features("How many divers came?", Shelf("In all 14 divers came.").candidate(""), EVEN)
    assert tuple(seen) == FEATURES
    assert all(0 <= value <= 1 for value in seen.values())
