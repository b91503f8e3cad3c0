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


@pytest.mark.parametrize(
    ("text", "acronym", "name"),
    [
        ("The Joint Fleet Office (JFO) met.", "JFO", "Joint Fleet Office"),
        ("The joint fleet office (JFO) met.", "JFO", "joint fleet office"),
        ("The Joint Fleet Office (“JFO”) met.", "JFO", "Joint Fleet Office"),
        ("The Joint Fleet Office (the JFO) met.", "JFO", "Joint Fleet Office"),
        ("The Joint Fleet Office met.", "JFO", "Joint Fleet Office"),
        ("The Joint Fleet of the Office met.", "JFO", "Joint Fleet of the Office"),
        ("The Joint, Fleet and Office Board met.", "JFOB", ""),
        ("Joint fleet office.", "JFO", ""),
        ("The Joint Fleet Agency met.", "JFO", ""),
        ("Old Fleets (JFO) met.", "JFO", ""),
        ("", "JFO", ""),
    ],
)
def test_names_say_what_an_acronym_stands_for(text: str, acronym: str, name: str) -> None:
    """In brackets after it, in whatever letters; else by the first letters of capitalised words."""
    assert Names(lambda: [text]).spelt_out(acronym) == name


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        (["Joint Fleet Office (JFO)", "Jolly Foot Order (JFO) and Jolly Foot Order (JFO)"], "Jolly Foot Order"),
        (["Joint Fleet Office (JFO)", "Jolly Foot Order (JFO)"], "Jolly Foot Order"),
        (["Joint Fleet Office (JFO)", "Jolly Foot Order met. Jolly Foot Order ate."], "Joint Fleet Office"),
        (["Joint Fleet Office met.", "Jolly Foot Order met. Jolly Foot Order ate."], "Jolly Foot Order"),
    ],
)
def test_of_several_names_the_most_frequent_is_meant(texts: list[str], name: str) -> None:
    """Where one is said to be it, others do not count; of equal ones the last by the alphabet."""
    assert Names(lambda: texts).spelt_out("JFO") == name


@pytest.mark.parametrize(
    ("texts", "last", "name"),
    [
        (["The Fish Board met.", "The Lake Board met. The Lake Board ate."], "Board", "Lake Board"),
        (["The Fish Board’s session.", "Fish Boards met."], "Board", "Fish Board"),
        (["The board met."], "Board", ""),
        (["The Board of Fish met."], "Board", ""),
    ],
)
def test_a_name_ends_with_a_word(texts: list[str], last: str, name: str) -> None:
    """The most frequent that does."""
    assert Names(lambda: texts).whole(last) == name


@pytest.mark.parametrize(
    ("sentence", "source", "context", "expected"),
    [
        ("The JFO met.", "The Office met.", "", "The Office met."),
        ("The JFO met.", "An Office met.", "", "The JFO met."),
        ("The JFO met.", "The Office of Vell met.", "", "The JFO met."),
        ("The JFO met.", "The joint fleet office met.", "", "The joint fleet office met."),
        ("The JFO met.", "It met.", "The Joint Fleet Office", "The Joint Fleet Office met."),
        ("The JFO met.", "It met.", "Session of the JFO", "The JFO met."),
        ("The XYZ met.", "It met.", "The Xylem Yard Zone", "The Xylem Yard Zone met."),
        ("The XYZ met.", "It met.", "The XYZ, or Xylem Yard Zone", "The XYZ met."),
        ("The JFOs met.", "The Joint Fleet Office met.", "", "The Joint Fleet Office met."),
        ("The JFO-2 met.", "The Joint Fleet Office met.", "", "The JFO-2 met."),
        (
            "The use of STI grew.",
            "science, technology and innovation grew",
            "",
            "The use of science, technology and innovation grew.",
        ),
        ("The use of STI grew.", "sea, town and isle grew", "", "The use of STI grew."),
        ("The Joint Fleet Office met.", "The JFO met.", "", "The JFO met."),
        ("The Joint Fleet Office met.", "The JFO is the joint fleet office.", "", "The Joint Fleet Office met."),
        ("The Joint Fleet Office met.", "The Office met.", "", "The Office met."),
        ("The Joint Fleet Office met.", "The Office met.", "Joint Fleet Office", "The Joint Fleet Office met."),
        ("The Joint Fleet Office met.", "Its fleet met.", "", "The Joint Fleet Office met."),
    ],
)
def test_a_form_is_taken_from_the_source_else_from_around_it(
    sentence: str, source: str, context: str, expected: str
) -> None:
    """The whole name, or the one of its words that the source has by itself; what is around it holds stays."""
    assert in_words_of(sentence, source, context, Names(lambda: [DOCUMENT])) == expected


@pytest.mark.parametrize(("letters", "spelt"), [(12, True), (13, False)])
def test_an_acronym_has_twelve_letters_at_most(letters: int, spelt: bool) -> None:
    """A longer run of capitals is left as it is."""
    name = " ".join("Amber Birch Cedar Delta Ember Fjord Grove Haven Inlet Jetty Knoll Ledge Marsh".split()[:letters])
    acronym = "".join(word[0] for word in name.split())
    assert in_words_of(f"The {acronym} met.", f"The {name} met.") == f"The {name if spelt else acronym} met."
