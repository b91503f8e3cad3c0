"""Questions taken apart."""

import pytest

from assistant.question.question import understand


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("How many delegates came?", "number"),
        ("By how much did output fall in 2019?", "number"),
        ("What share of the budget was spent?", "number"),
        ("When does the group meet again?", "date"),
        ("In which year was the centre founded?", "date"),
        ("For what period were the members elected?", "date"),
        ("Who opened the session?", "person"),
        ("Who were the officers of the session?", "list"),
        ("Where was it held?", "place"),
        ("In which country is the pilot?", "place"),
        ("Which ministry paid for the study?", "organisation"),
        ("Which barriers slow the project down?", "list"),
        ("What are the aims of the programme?", "list"),
        ("What is a sandbox?", "definition"),
        ("What does EDF stand for?", "definition"),
        ("Did the committee adopt the report?", "yes/no"),
        ("Which resolution was adopted on water?", "decision"),
        ("What did the delegate of Norway suggest?", "description"),
        ("Which proposal concerns the river?", "description"),
    ],
)
def test_kind_is_what_an_answer_must_be(text: str, kind: str) -> None:
    """The words a question opens with say what kind of thing is asked for."""
    assert understand(text).kind == kind


def test_names_are_capitalised_words_that_do_not_merely_begin_the_question() -> None:
    """A name is required of the evidence, the first word and months are not."""
    question = understand("Which grants did Norway give to the Arctic Fund in May 2021?")
    assert question.names == ("norway", "arctic", "fund")
    assert question.numbers == ("2021",)


def test_ordinals_are_required_in_one_form() -> None:
    """`seventh` and `7th` are the same requirement."""
    assert understand("Who chaired the seventh session?").numbers == understand("Who chaired the 7th session?").numbers


def test_words_for_a_kind_of_thing_are_not_looked_for() -> None:
    """A document that names a company need not say `company`."""
    assert "compani" not in understand("Which company built the turbine?").terms


def test_head_is_the_thing_counted() -> None:
    """`partner schools` are what a number must count."""
    assert understand("How many partner schools are in the network?").head == ("partner", "school")


def test_carried_words_are_not_required() -> None:
    """What is taken from an earlier turn points to a paragraph and binds nothing."""
    question = understand("How many came?", carried="Oslo conference")
    assert question.required == ()
    assert question.carried == ("oslo", "confer")
