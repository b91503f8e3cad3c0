"""The words of a sentence that could be what is asked for."""

import pytest

from assistant.evidence.rarity import Rarity
from assistant.question.question import understand
from assistant.ranking.spans import answer_spans

_LIBRARY = Rarity(["the water board of the region met", "a soon to be published report by a centre"])


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("How many came?", "It was attended by 42 delegates in 2021.", ["42"]),
        ("How much was paid?", "They paid $15,000 and RMB 190000.", ["$15,000", "RMB 190000"]),
        ("When was it held?", "It was held in Oslo on 3 May 2021.", ["3 May 2021"]),
        ("For which period?", "Elected for the period 2020-2022.", ["2020-2022"]),
        ("Who opened it?", "The meeting was opened by Ms. Soon Berg of the Centre.", ["Ms. Soon Berg"]),
        ("Who led it?", "It was led by Ravi Nair, of the Water Board.", ["Ravi Nair"]),
        ("Where was it held?", "It was held in Oslo.", ["Oslo"]),
        ("What does RLB stand for?", "The Rivers and Lakes Board (RLB) met.", ["Rivers and Lakes Board"]),
        ("What is RLB?", "The working group on rivers and lakes (WG on RL) met.", []),
        ("What does RL stand for?", "The working group on rivers and lakes (WG on RL) met.", ["rivers and lakes"]),
        ("What does RLB mean?", "RLB (Rivers and Lakes Board) met.", ["Rivers and Lakes Board"]),
    ],
)
def test_spans_look_like_what_is_asked_for(question: str, sentence: str, words: list[str]) -> None:
    """Numbers for a number, dates for a date, names for who and where."""
    spans = answer_spans(understand(question), sentence, _LIBRARY)
    assert spans is not None
    assert [sentence[start:end] for start, end in spans] == words


def test_what_the_question_says_is_no_answer() -> None:
    """A question about Oslo is not answered by Oslo."""
    assert answer_spans(understand("Where in Oslo was it held?"), "It was held in Oslo.", _LIBRARY) == []


def test_other_kinds_look_like_nothing_in_particular() -> None:
    """A description can be any words."""
    assert answer_spans(understand("What did the delegate suggest?"), "A new gauge.", _LIBRARY) is None
