"""Which questions lean on the turns before them, and on what in those."""

import pytest

from assistant.question.context_dependence import (
    needs_context,
    points_at_one_person,
    points_at_person,
    points_at_thing,
)


@pytest.mark.parametrize(
    ("question", "leans"),
    [
        ("And the pilots of Vell?", True),
        ("“But who paid the pilots of Vell?", True),
        ("Since when do pilots of Vell steer barges?", True),
        ("How about the pilots of Vell?", True),
        ("Android phones were given to which pilots?", False),
        ("What else do the harbour pilots steer?", True),
        ("What else do the harbour pilots of Vell steer?", False),
        ("Who else steered?", True),
        ("Why?", True),
        ("How many were there?", True),
        ("What about it?", True),
        ("Who paid?", True),
        ("Who paid Vell?", False),
        ("Who paid in 2031?", False),
        ("Who paid pilots?", False),
        ("Who paid the pilots?", True),
        ("What is dredging?", False),
        ("What does “dredging” mean?", False),
        ("What are the fees?", True),
        ("What are the dredging fees?", True),
        ("Why were the dredging fees of pilots raised?", False),
        ("What are the side effects?", True),
        ("What are the side effects of dredging?", False),
    ],
)
def test_a_question_leans_when_it_goes_on_or_says_too_little(question: str, leans: bool) -> None:
    """It opens as one that goes on, or has hardly a word to be searched for; a name or a year is enough."""
    assert needs_context(question) is leans


@pytest.mark.parametrize(
    ("question", "person", "one"),
    [
        ("What did he say of barges?", True, True),
        ("What did Ove Lind say of his barges?", False, False),
        ("What did her pilots say to Ove Lind?", True, True),
        ("What did they say of barges?", True, False),
        ("Did pilots steer when they slept?", False, False),
        ("Did he steer when they slept?", True, True),
        ("What did the others say of barges?", False, False),
    ],
)
def test_a_pronoun_points_at_a_person_whom_the_question_does_not_name(question: str, person: bool, one: bool) -> None:
    """A name before it is whom it points at, or the noun of another clause; `they` is no one person."""
    assert points_at_person(question) is person
    assert points_at_one_person(question) is one
    assert not person or needs_context(question)


@pytest.mark.parametrize(
    "question",
    [
        "Who moored the barge at it?",
        "Why was this barge moored at the quay?",
        "Which barges moored there?",
        "Who sank the barge then?",
        "Who sank the same barge?",
        "Which one sank at the quay?",
        "Who steered the former?",
        "Did that sink the barge?",
    ],
)
def test_a_word_points_at_a_thing(question: str) -> None:
    """`it`, `this`, `there`, `one`, and what has to be known from before."""
    assert points_at_thing(question)
    assert needs_context(question)


@pytest.mark.parametrize(
    "question",
    [
        "Is there a quay for barges?",
        "Were there any barges at Vell?",
        "There were how many barges at Vell?",
        "Is it true that barges sank?",
        "Does it take to sail a barge?",
        "How long did it take to sink a barge?",
        "What was moored at the quay this year?",
        "What does this report say of barges?",
        "Who steered those of the barges that sank?",
        "Who said that barges sank?",
        "Which barges that sank were old?",
        "Is anything that sank still used by barges?",
        "What is a barge and where is it moored?",
        "Why do barges sink when they are old?",
        "Who then sank the barge of Vell?",
        "What was sunk by another barge?",
    ],
)
def test_a_word_that_only_looks_so_points_at_nothing(question: str) -> None:
    """Idle `it` and `there`, `that` before a clause, a time, and a pronoun whose noun stands before it."""
    assert not points_at_thing(question)
    assert not needs_context(question)


@pytest.mark.parametrize(
    "question",
    ["What is it and where is it moored?", "What is he and where is it moored?", "Where is it moored and why?"],
)
def test_a_pronoun_gives_no_noun_to_another(question: str) -> None:
    """What stands in the other clause must be a noun."""
    assert needs_context(question)
