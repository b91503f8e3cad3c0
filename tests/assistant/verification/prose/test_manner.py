"""How a sentence of an answer speaks: no markup, no address, no order and no writer who tells of himself."""

import pytest
from verified import written_fault

MARKUP = "it holds markup"
ADDRESS = "it holds an address that is not in the cited words"
UNASKED = "it holds an address that was not asked for"
SELF = "it speaks for the one who writes, not for the documents"
READER = "the words it cites speak to their reader"
TOLD = "The fee is told at www.port.example today."
ORDER = "it tells the reader to do something"


@pytest.mark.parametrize(
    ("sentence", "fault"),
    [
        ("The fee [see here](a) is due in May.", MARKUP),
        ("The fee ![seal](a) is due in May.", MARKUP),
        ("The fee [see here] is due in May.", ""),
        ("The fee <b> is due in May.", MARKUP),
        ("The fee </b> is due in May.", MARKUP),
        ("The fee < 5 is due in May.", ""),
        ("The javascript:fee is due in May.", MARKUP),
        ("The data:text/fee is due in May.", MARKUP),
        ("The {{fee}} is due in May.", MARKUP),
        ("The {% fee %} is due in May.", MARKUP),
        ("The ${fee} is due in May.", MARKUP),
        ('The {"fee"} is due in May.', MARKUP),
        ("Due May.", "it is too short to be checked"),
        ("Due in May.", ""),
        ("May may may may may.", "it says the same words over and over"),
        ("The fee is the fee, the fee is due.", ""),
        ("May the fee, the fee, the fee.", ""),
    ],
)
def test_marks_and_bare_words(sentence: str, fault: str) -> None:
    """A page would take marks for more than words; a word alone tells nothing."""
    assert written_fault(sentence, "In May, as was seen here, the fee of 5 is due.") == fault


@pytest.mark.parametrize(
    ("sentence", "source", "question", "fault"),
    [
        (
            "The fee is told at www.port.example today.",
            "The fee is told at www.port.example today.",
            "Where is the fee told?",
            "",
        ),
        (
            "The fee is told at www.port.example, today.",
            "The fee is told at www.port.example. It is so today.",
            None,
            "",
        ),
        ("The fee is told at www.port.example today.", "The fee is told at www.town.example today.", None, ADDRESS),
        ("The fee is told at https://port.example today.", "The fee is told at port.example today.", None, ADDRESS),
        ("The fee is told at mailto:fee@port today.", "The fee is told at fee@port today.", None, ADDRESS),
        ("The fee is told at fee@port.example today.", "The fee is told at port.example today.", None, ADDRESS),
        ("The fee is told at port.example/fee today.", "The fee is told at port.example today.", None, ADDRESS),
        ("The fee is told at www.PORT.example today.", "The fee is told at www.port.example today.", None, ""),
        (
            "The fee is told at www.port.example today.",
            "The fee is told at www.port.example today.",
            "When is the fee due?",
            UNASKED,
        ),
        (
            "The fee is told at www.port.example today.",
            "The fee is told at www.port.example today.",
            "What is the link?",
            "",
        ),
        ("The fee is told by the port today.", "The fee is told by the port today.", "When is the fee due?", ""),
    ],
)
def test_addresses(sentence: str, source: str, question: str | None, fault: str) -> None:
    """Only one of the source, letter by letter, and only where a question asks for one."""
    assert written_fault(sentence, source, question=question) == fault


@pytest.mark.parametrize(
    ("sentence", "source", "fault"),
    [
        ("I am glad that the fee is due.", "The port told all that it is glad, for the fee is due.", SELF),
        ("I am glad that the fee is due.", "I am glad that the fee is due.", ""),
        ("It is due, said my port.", "It is due, said the port.", SELF),
        ("It is due, I’m told by the port.", "It is due, the port told.", SELF),
        ("It is due under part I.", "It is due under part I.", ""),
        ("It is due to Mr. I. Berg of the port.", "It is due to Mr. Berg of the port.", ""),
        ("The port is due in me-time.", "The port is due in me-time.", ""),
    ],
)
def test_the_one_who_writes(sentence: str, source: str, fault: str) -> None:
    """He says `I` only in the words of a document."""
    assert written_fault(sentence, source) == fault


@pytest.mark.parametrize(
    ("source", "question", "fault"),
    [
        ("You pay the fee of the port in May.", "When is the fee due?", READER),
        ("You pay the fee of the port in May.", "When do I pay the fee?", ""),
        ("You pay the fee of the port in May.", "When must one pay the fee?", ""),
        ("You pay the fee of the port in May.", None, ""),
        ("I write that you pay the fee of the port in May.", "When is the fee due?", ""),
        ("It says “you pay the fee” of the port in May.", "When is the fee due?", ""),
        ("All pay the fee of the port in May.", "When is the fee due?", ""),
    ],
)
def test_words_that_speak_to_their_reader(source: str, question: str | None, fault: str) -> None:
    """They answer a question in person, or are a letter or a speech to somebody else."""
    assert written_fault(source, source, question=question) == fault


@pytest.mark.parametrize(
    ("sentence", "source", "fault"),
    [
        ("Send the fee to the port in May.", "It is due in May: the fee which all send to the port.", ORDER),
        ("Please send the fee to the port in May.", "All please send the fee to the port in May.", ORDER),
        ("Send the fee to the port in May.", "Send the fee to the port in May, at noon.", ""),
        ("Send the fee to the port in May.", "All are asked to send the fee to the port in May.", ""),
        ("Send the fee to the port in May.", "It is due. Send the fee to the port in May.", ""),
        ("All send the fee to the port in May.", "It is due in May: the fee which all send to the port.", ""),
        ("Senders of the fee to the port pay in May.", "All senders of the fee to the port pay in May.", ""),
    ],
)
def test_orders_to_the_reader(sentence: str, source: str, fault: str) -> None:
    """Only where the source gives the order or tells what somebody is to do."""
    assert written_fault(sentence, source) == fault
