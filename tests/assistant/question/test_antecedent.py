"""What a pronoun of a follow-up stands for."""

import pytest

from assistant.question.antecedent import subject_of, with_antecedent


@pytest.mark.parametrize(
    ("question", "subject"),
    [
        ("What is the River Board?", "the River Board"),
        ("Tell me more about ice dams.", "ice dams"),
        ("Who was Karin Ek?", "Karin Ek"),
        ("What is the difference between a weir and a dam?", ""),
        ("What is it for?", ""),
        ("How many gauges are there?", ""),
        ("What is a weir?", "a weir"),
        ("Tell me about weirs, and about dams.", "weirs"),
        ("What is the one old new big red weir?", ""),
        ("What is the old new big red iron weir?", "the old new big red iron weir"),
        ("What is the very old new big red iron weir?", ""),
        ("What is the weir of the board?", "the weir of the board"),
        ("What is best?", ""),
        ("What's ice?", "ice"),
    ],
)
def test_a_question_is_about_a_plain_noun_phrase_or_about_more(question: str, subject: str) -> None:
    """Only a name or a noun phrase may stand in for a pronoun later on."""
    assert subject_of(question) == subject


@pytest.mark.parametrize(
    ("question", "complete"),
    [
        ("How many members does it have?", "How many members does the River Board have?"),
        ("What are its tasks?", "What are the River Board's tasks?"),
        ("How does that work?", "How does the River Board work?"),
        ("How long does it take?", "How long does it take?"),
        ("How many gauges are there?", "How many gauges are there?"),
        ("Is it theirs or its own?", "Is the River Board theirs or its own?"),
        ("What did her mother say to it?", "What did the River Board's mother say to it?"),
        ("What did her to do?", "What did the River Board to do?"),
        ("Is that why it moved?", "Is that why the River Board moved?"),
        ("Why did that change?", "Why did the River Board change?"),
        ("Why that?", "Why the River Board?"),
        ("Why that gauge?", "Why that gauge?"),
        ("Is it true that it met?", "Is it true that it met?"),
        ("It takes long, does it?", "It takes long, does it?"),
    ],
)
def test_the_first_pronoun_is_replaced(question: str, complete: str) -> None:
    """A pronoun that stands for something gives way to it; an idle `it` and a complete question stay."""
    assert with_antecedent(question, "the River Board") == complete


def test_the_phrase_takes_the_form_of_its_place() -> None:
    """At the beginning it has a capital, and a plural owns with an apostrophe alone."""
    assert with_antecedent("Its members?", "the board") == "The board's members?"
    assert with_antecedent("What are their causes?", "ice dams") == "What are ice dams' causes?"


def test_without_a_phrase_nothing_changes() -> None:
    """A pronoun that nothing is known of stays."""
    assert with_antecedent("What does it do?", "") == "What does it do?"
