"""A name or number stands in the place that it has in the source, and two have not changed places."""

import pytest
from verified import problems

HIRED = "The port hired 12 pilots in May and 14 guards in June."
CHAIRED = "Norway chaired the meeting and Sweden kept the minutes."


@pytest.mark.parametrize(
    ("sentence", "source", "found"),
    [
        ("Norway chaired the meeting.", CHAIRED, ""),
        ("Sweden chaired the meeting.", CHAIRED, "name Sweden for Norway"),
        ("Norwegians chaired the meeting.", CHAIRED, ""),
        (
            "The port hired 14 pilots in May.",
            HIRED,
            "number 14 for 12; name May for June",
        ),
        ("The port hired 12 pilots in May.", HIRED, ""),
        ("The port hired 14 guards in June.", HIRED, ""),
        ("The port hired 15 pilots in May.", HIRED, "number 15"),
        (
            "In 2020 the port hired pilots.",
            "In 2019 the port hired pilots; in 2020 it built a mole.",
            "number 2020 for 2019",
        ),
        ("In 2019 the port hired pilots.", "In 2019 the port hired pilots; in 2020 it built a mole.", ""),
        ("The port hired pilots on 14 May.", "The port hired pilots on 12 May, and guards on 14 May.", ""),
        ("The port hired QA-14 pilots.", "The port hired QA-12 pilots and QA-14 guards.", "number QA-14 for QA-12"),
        (
            "At the end Berg was elected as chair.",
            "Mr. Holm was elected as chair, and Mr. Berg as clerk.",
            "name Berg for Holm",
        ),
    ],
)
def test_what_the_source_has_between_the_same_words(sentence: str, source: str, found: str) -> None:
    """It is enough for a name or number to stand in the source only where it stands in this place."""
    assert problems(sentence, source) == found


@pytest.mark.parametrize(
    ("sentence", "source", "context", "found"),
    [
        ("The fee was raised [in 2020].", "The fee was raised in 2019.", "Report for 2020", "number 2020 for 2019"),
        ("The fee was raised [in 2020].", "The fee was raised.", "Report for 2020", ""),
        ("Cases of FLU-20 were few.", "Cases of FLU-19 were few.", "Report on FLU-20", "number FLU-20 for FLU-19"),
        ("The fee [of 20] was raised.", "The fee of 19 was raised.", "Report on 20 fees", ""),
        ("The fee was raised by Berg.", "The fee was raised by Holm.", "Report of Ms. Berg", "name Berg for Holm"),
        ("The fee was raised by Berg.", "The fee was raised by her.", "Report of Ms. Berg", ""),
    ],
)
def test_what_stands_around_is_no_better_in_that_place(sentence: str, source: str, context: str, found: str) -> None:
    """A name or year of the title does not take the place of another that the source gives."""
    assert problems(sentence, source, context) == found


@pytest.mark.parametrize(
    ("sentence", "source", "found"),
    [
        ("Sweden chaired the meeting.", "Norway chaired the meeting. Sweden chaired the meeting as well.", ""),
        (
            "The board hired Berg as clerk for Tarn.",
            "The board hired Holm as clerk for Tarn. The board thanked Berg as clerk.",
            "name Berg for Holm",
        ),
        (
            "The board hired Berg as clerk for Tarn.",
            "The board hired Holm as clerk for Tarn. The board thanked Berg as clerk for it.",
            "",
        ),
        ("In May the Council met.", "In May the Economic and Social Council sat.", ""),
        ("In May the Council met.", "In May the Lake Fund paid, and the Council sat.", "name Council for Lake"),
        (
            "Later the Conference met.",
            "Later the Fund paid, and the Harbour and Lake Conference sat.",
            "name Conference for Fund",
        ),
        ("The budget for 12 loans was met.", "The budget for 2020 was met with 12 loans.", ""),
        ("The budget for 12 loans was met.", "The budget for 14 mills was met with 12 loans.", "number 12 for 14"),
        ("The board read document QA-14 aloud.", "The board read document 12 aloud, with QA-14.", ""),
        ("The meeting was chaired by Sweden.", "The meeting was chaired by Norway and Sweden.", ""),
        (
            "The meeting was chaired by Sweden.",
            "The meeting was chaired by Norway, not by Sweden.",
            "name Sweden for Norway",
        ),
        (
            "In 2019 Sweden led the board of Tarn.",
            "In 2019 Norway led the board of Tarn; in 2020 Sweden led the board of Tarn.",
            "name Sweden for Norway",
        ),
        (
            "A day at the Conference ended.",
            "At noon the Fund ended, and then the Conference sat.",
            "name Conference for Fund",
        ),
        (
            "The third session was short.",
            "The fourth session was short, and the third was long.",
            "number third for fourth",
        ),
        ("The Fourth Conference met in Oslo.", "The Fourth Ministerial Conference met in Oslo.", ""),
        (
            "The clerk of the board, Ida Berg, spoke.",
            "The clerk of the board, Ida Holm, thanked Ida Berg.",
            "name Berg for Holm",
        ),
        ("Norway and Sweden chaired the meeting.", "Norway chaired the meeting, Sweden too.", ""),
        ("That day Sweden chaired a session.", "At noon Norway chaired the meeting, Sweden another.", ""),
        (
            "That day Sweden chaired the session.",
            "At noon Norway chaired the meeting, Sweden another.",
            "name Sweden for Norway",
        ),
        (
            "In May Sweden chaired a session.",
            "On 3 May Norway chaired the meeting, Sweden another.",
            "name Sweden for Norway",
        ),
        (
            "It was a day in May for Sweden to lead.",
            "It was a day in May for Norway, with Sweden.",
            "name Sweden for Norway",
        ),
        ("It sat in Sweden and in Tarn.", "Work began in Norway and ended in Sweden, in Tarn too.", ""),
    ],
)
def test_what_is_clearly_the_place_of_another(sentence: str, source: str, found: str) -> None:
    """By two words on one side or one on each, one of them telling; not within one name, and not of another kind."""
    assert problems(sentence, source) == found
