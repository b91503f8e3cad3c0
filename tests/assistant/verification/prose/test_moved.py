"""Names and figures that changed places within the words of their source are found; clauses and lists may move."""

import pytest
from verified import written_fault

from assistant.verification.prose.moved import moved_problem
from assistant.verification.tokenized import tokenized_text


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        (
            "Berit Water Authority, who heads the Solheim of Norway, opened the meeting.",
            "Berit Solheim of Norway, who heads the Water Authority, opened the meeting.",
        ),
        (
            "Between December 2019 and Centre 2020 the November brought out four issues.",
            "Between December 2019 and November 2020 the Centre brought out four issues.",
        ),
        (
            "The Committee on Rivers, Lakes and Oslo held its third session in Floods on 19 August 2020.",
            "The Committee on Rivers, Lakes and Floods held its third session in Oslo on 19 August 2020.",
        ),
        (
            "The Water Network runs through the River Centre (OWN), which Norway set up in 2017.",
            "The River Centre runs through the Oslo Water Network (OWN), which Norway set up in 2017.",
        ),
        (
            "Of the 90 gauges that were bought, 42 are in Norway and 17 in Finland.",
            "Of the 42 gauges that were bought, 90 are in Norway and 17 in Finland.",
        ),
    ],
)
def test_exchanged_names_and_numbers_are_found(sentence: str, source: str) -> None:
    """It stands beside words in the middle of whose clause it never stood."""
    assert moved_problem(tokenized_text(sentence), tokenized_text(source))


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("The Board met in Oslo, in May 2020.", "In May 2020, the Board met in Oslo."),
        ("The Board met in Oslo on May 4, 2020.", "The Board met in Oslo on 4 May 2020."),
        ("Delegates came from Sweden, Finland and Norway.", "Delegates came from Norway, Sweden and Finland."),
        ("Sweden asked for a gauge; Norway paid for it.", "Norway paid for it; Sweden asked for a gauge."),
        ("The Board approved the plan of Norway.", "The Board unanimously approved the plan for ice dams of Norway."),
        ("A gauge was bought by Norway in 2020.", "Norway bought a gauge in 2020."),
        ("Norway bought the gauge for the Torne.", "The gauge for the Torne was bought by Norway."),
    ],
)
def test_a_mere_change_of_word_order_is_kept(sentence: str, source: str) -> None:
    """Clauses, dates and members of a list have no one place; a sentence in other words is not looked at."""
    assert moved_problem(tokenized_text(sentence), tokenized_text(source)) is None


@pytest.mark.parametrize(
    ("sentence", "source", "name"),
    [
        (
            "The old board of Tarn and the clerks of Oslo met in the hall.",
            "The old board of Oslo met the clerks of Tarn in the hall.",
            "Tarn",
        ),
        (
            "The hall of Tarn in which the board met is old and white.",
            "The hall in which the board of Tarn met is old and white.",
            "Tarn",
        ),
        (
            "The hall of Tarn in which the board met.",
            "The hall in which the board of Tarn met is old now.",
            "Tarn",
        ),
        (
            "At the old hall, in May, the board of Tarn met the clerks.",
            "In May, at the old hall, the board of Tarn met the clerks.",
            "",
        ),
        (
            "The hall in which the board met is old and white in Tarn.",
            "The hall in Tarn in which the board met is old and white.",
            "",
        ),
        (
            "The clerks met at the old Tarn hall of the port of Oslo.",
            "The clerks of the port met at the old hall of Tarn of Oslo.",
            "Tarn",
        ),
        (
            "The board met in Oslo on May 4, 2020 and in Tarn on June 6, 2020.",
            "The board met in Oslo on 4 May 2020 and in Tarn on 6 June 2020.",
            "",
        ),
        (
            "The board met in Tarn the clerks in the old hall.",
            "The board met the clerks in the old hall in Tarn.",
            "Tarn",
        ),
    ],
)
def test_a_name_that_stands_elsewhere_in_its_sentence(sentence: str, source: str, name: str) -> None:
    """Put into the middle of another clause it is said of something else; at its edge it is not."""
    assert written_fault(sentence, source) == (f"“{name}” has another place among the cited words" if name else "")


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("On 4 May 2020 the board met in the hall of Oslo.", ""),
        ("On 4 May 2020 in Oslo the board met in the hall.", ""),
        ("The board met in the hall of Oslo on May 4, 2020.", ""),
        ("The board met in the Oslo hall on 4 May 2020.", "Oslo"),
        ("The board met in the 4 May 2020 hall of Oslo.", "4"),
    ],
)
def test_a_date_that_stands_elsewhere_in_its_sentence(sentence: str, name: str) -> None:
    """It may open the sentence, in any writing; a name beside it stays where it was."""
    found = written_fault(sentence, "The board met in the hall of Oslo on 4 May 2020.")
    assert found == (f"“{name}” has another place among the cited words" if name else "")
