"""A model writes, and what of it holds is the answer."""

import pytest

from assistant.chat.answering import IN_THEIR_WORDS, NOTHING_HELD
from assistant.chat.output.sentinel import REFUSAL

ATTENDED = "How many delegates attended the meeting of the River Board?"


def test_a_true_sentence_is_the_answer(scripted) -> None:
    """It is shown with the exact words it rests on, and what it cost is counted."""
    assistant, _ = scripted('In all, 42 delegates attended. [{42 delegates} "attended by 42 delegates"]\n')
    answer = assistant.ask(ATTENDED)
    assert answer.text == "In all, 42 delegates attended."
    assert [citation.quote for citation in answer.citations] == ["attended by 42 delegates"]
    assert answer.writing is not None
    assert answer.writing.wrote
    assert answer.writing.complete
    assert answer.writing.notice == ""
    assert answer.writing.tokens.sent > 100
    assert answer.writing.tokens.received > 0
    assert answer.writing.seconds > 0
    assert answer.writing.first_seconds is not None


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ('There were 43 delegates. [{42 delegates} "attended by 42 delegates"]', "the number “43”"),
        ('There were 42 delegates. [{42 delegates} "attended by 43 delegates"]', "are not in the paragraph"),
        ('There were 42 delegates. [zz99 "attended by 42 delegates"]', "it cites “zz99”"),
        ("There were 42 delegates. [1]", "it cites “1”"),
        ('The 42 delegates came from Norway and Iceland. [{42 delegates} "42 delegates from Norway"]', "“Iceland”"),
        ('The meeting was held on 5 May 2021. [{42 delegates} "attended by 42 delegates"]', "the date “5 May 2021”"),
        ('It was not attended by 42 delegates. [{42 delegates} "attended by 42 delegates"]', "not attended"),
        ('The Board rejected the plan for ice dams. [{ice dams} "approved the plan for ice dams"]', "“rejected”"),
        ('Sweden gave $90000. [{$90000} "Norway - $90000, Sweden - $70000"]', "“Sweden”"),
        ('See https://evil.example/x for the 42 delegates. [{42 delegates} "42 delegates"]', "an address"),
        ('![x](https://evil.example/x) 42 delegates attended. [{42 delegates} "42 delegates"]', "markup"),
        ('Brindle asked for two new gauges. [{gauges} "to buy two new gauges"]', "the name “Brindle”"),
        ('Rivers freeze because winters are cold there. [{42 delegates} "42 delegates"]', "do not say"),
    ],
)
def test_what_does_not_hold_is_struck_out(scripted, sentence: str, reason: str) -> None:
    """Each is struck out with its reason, and the documents' own words take its place."""
    assistant, _ = scripted(sentence + "\n")
    answer = assistant.ask(ATTENDED)
    assert [reason in struck.reason for struck in answer.struck] == [True], answer.struck
    assert answer.writing.notice == f"{NOTHING_HELD} {IN_THEIR_WORDS}"
    assert not answer.writing.wrote
    assert "42 delegates" in answer.text


def test_a_sentence_without_a_source_is_unsupported(scripted) -> None:
    """It is told apart from one that was refuted, and is no part of the answer."""
    assistant, _ = scripted('It was a fine day. In all, 42 delegates attended [{42 delegates} "42 delegates"].')
    answer = assistant.ask(ATTENDED)
    assert answer.text == "In all, 42 delegates attended."
    assert [(struck.text, struck.sourced, struck.after) for struck in answer.struck] == [
        ("It was a fine day.", False, 0)
    ]


def test_the_sentinel_is_a_refusal(scripted) -> None:
    """The word the prompt gives is never shown; the nearest paragraphs are."""
    assistant, server = scripted(REFUSAL)
    answer = assistant.ask(ATTENDED)
    assert answer.refused
    assert REFUSAL not in answer.text
    assert answer.related
    assert REFUSAL in server.asked[0].system


def test_what_the_documents_lack_is_refused_before_the_model_is_asked(scripted) -> None:
    """The model is told nothing and asked nothing."""
    assistant, server = scripted("Anything.")
    assert assistant.ask("What did the delegate of Portugal say about Lisbon?").refused
    assert server.asked == []
