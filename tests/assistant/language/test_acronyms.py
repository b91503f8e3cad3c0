"""A sentence in the words of its source: acronyms, names spelt out, and names cut short."""

import pytest

from assistant.language.acronyms import Names, in_words_of, spelt_out

DOCUMENT = (
    "The Rivers and Lakes Board met twice. The Joint Fleet Office (JFO) opened its doors. "
    "The Nordic Ice Patrol Directorate (NIPAD) and the Rivers and Lakes Board agreed on artificial ponds (AP)."
)


@pytest.mark.parametrize(
    ("sentence", "source", "expected"),
    [
        ("The RLB met.", "The Rivers and Lakes Board met.", "The Rivers and Lakes Board met."),
        ("The Rivers and Lakes Board met.", "RLB met.", "The RLB met."),
        ("RLB's session ran.", "The session of the Board ran.", "Board's session ran."),
        ("The Rivers and Lakes Board met.", "The Board met.", "The Board met."),
        ("JFO opened.", "The Office opened.", "Office opened."),
        ("NIPAD agreed.", "The Nordic Ice Patrol Directorate agreed.", "Nordic Ice Patrol Directorate agreed."),
        ("The use of AP grew.", "The use of artificial ponds grew.", "The use of artificial ponds grew."),
        ("ECOSOC met.", "The Economic and Social Council met.", "Economic and Social Council met."),
        ("UNESCO met.", "The United Nations Educational, Scientific and Cultural Organization met.", None),
        ("The COVID-19 fund grew.", "The COVID-19 fund grew.", "The COVID-19 fund grew."),
        ("The XYZ met.", "The Board met.", "The XYZ met."),
    ],
)
def test_a_sentence_is_put_in_the_words_of_its_source(sentence: str, source: str, expected: str | None) -> None:
    """An acronym that the source, or the document, says or spells by its letters; what nobody explains stays."""
    said = in_words_of(sentence, source, names=Names(lambda: [DOCUMENT]))
    assert said == (expected or source.removeprefix("The "))


def test_the_name_of_another_is_not_cut_short() -> None:
    """`The Board` of the source is the one the document names most, not any that ends so."""
    names = Names(lambda: [DOCUMENT, "The Fish Board met once."])
    assert in_words_of("The Fish Board met.", "The Board met.", names=names) == "The Fish Board met."


def test_an_acronym_takes_the_first_letters_of_every_word() -> None:
    """One letter of each word or more, small words left out or not, and no word passed over."""
    assert list(spelt_out("USA", "The United States of America left.")) == ["United States of America"]
    assert list(spelt_out("RB", "The Rivers and Lakes Board met.")) == []
