"""Words that are quoted pass as they are; texts are compared without what writers change freely."""

import pytest
from verified import problems

from assistant.verification.verify import verify

KEPT = "Norway chaired the meeting and kept the minutes; Sweden kept the minutes of 2019."
DENIED = "Norway chaired the meeting and never kept the minutes; Sweden kept the minutes of 2019."
LATE = (
    "Norway chaired the meeting, which nobody had thought of for a long time before the fair, and kept the minutes; "
    "Sweden kept the minutes of 2019."
)
PAGES = (
    "Norway chaired it and kept the minutes of 16.4 pages in May and of 16 in June; Sweden kept the minutes of 2019."
)


@pytest.mark.parametrize(
    ("sentence", "source", "found"),
    [
        ("Norway … kept the minutes.", KEPT, ""),
        ("Norway [...] kept the minutes.", KEPT, ""),
        ("NORWAY … KEPT THE MINUTES", KEPT, ""),
        ("Norway kept the minutes.", KEPT, "name Norway for Sweden"),
        ("Norway … kept the minute.", KEPT, "name Norway for Sweden"),
        ("Norway … kept the minutes … chaired the meeting.", KEPT, "name Norway for Sweden"),
        ("Norway … kept the minutes.", LATE, ""),
        ("Norway … kept the minutes.", DENIED, "name Norway for Sweden; negation kept for never kept"),
        ("Norway … kept the minutes … of 16 in June.", PAGES, ""),
        ("Norway … kept the minutes of 16.", PAGES, "name Norway for Sweden; number 16 for 16.4"),
        ("Norway … able to come.", "Norway was told, and was unable to come.", "negation come for unable to come"),
        ("approved the plan", "The board has not approved the plan.", "negation approved for not approved"),
        ("4 per cent", "Traffic went up by 16.4 per cent.", "number 4"),
        ("5 boats came", "15 boats came.", "number 5"),
        ("400 tons", "The port took 15,400 tons.", "number 400"),
        ("The port took 15", "The port took 15,400 tons.", "number 15"),
        ("The port took 15", "The port took 15. It was dark.", ""),
    ],
)
def test_words_of_the_source_in_their_order(sentence: str, source: str, found: str) -> None:
    """With some left out where that is shown; whole words and numbers, and none of them denied."""
    assert problems(sentence, source) == found


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("In all the port paid 15\u202f000 crowns.", "The port paid 15,000 crowns."),
        ("In all the port paid 15,000 crowns.", "The port paid 15\u00a0000 crowns."),
        ("It was paid by the O\ufb03ce of Tarn.", "The Office of Tarn paid."),
        ("It was paid by the Har\u00adbour of Tarn.", "The Harbour of Tarn paid."),
        ("It was paid by Tarn’s Harbour.", "Tarn's Harbour paid."),
        ("Cases of FLU–19 were few then.", "Cases of FLU-19 were few."),
    ],
)
def test_what_writers_change_freely(sentence: str, source: str) -> None:
    """Spaces within numbers, ligatures, hidden hyphens, and the kinds of dashes and quotation marks."""
    assert problems(sentence, source) == ""


@pytest.mark.parametrize(
    ("sentence", "source", "said"),
    [
        (
            "There were 13 participants.",
            "There were 70 participants from 13 towns.",
            "the number “13” is not in the cited words, which say “70”",
        ),
        ("At last it met in Tarn.", "The board met in Oslo.", "the name “Tarn” is not in the cited words"),
        (
            "By then the port did not dredge it.",
            "The port dredged the basin.",
            "the sentence says “not dredge” where the cited words say “dredged”",
        ),
        (
            "At last the port cancelled the fair.",
            "The port described the show.",
            "the sentence says “cancelled”, the cited words do not",
        ),
    ],
)
def test_a_problem_says_what_is_wrong(sentence: str, source: str, said: str) -> None:
    """In words for a person, with those of the source where it has others in that place."""
    assert str(verify(sentence, source)[0]) == said


def test_the_sentence_of_the_source_that_says_most_of_it_is_looked_at() -> None:
    """By words that tell something, each worth four of the small ones."""
    sentence = "By then it was in the hall that the board paid the fee."
    source = "By then it was in all that was in the hall that they sat. The board has not paid the fee."
    assert problems(sentence, source) == "negation paid for not paid"
