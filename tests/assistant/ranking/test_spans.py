"""The words of a sentence that could be what is asked for: each kind, beside what only looks like it."""

import pytest
from shelf import spans

from assistant.evidence.rarity import Rarity
from assistant.ranking.spans import spelt_out

_LIBRARY_TEXT = "the water board of the region met, soon to be published in a report by a centre"
_LIBRARY = Rarity([_LIBRARY_TEXT])


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("How many came?", "It was attended by 42 delegates in 2021.", ["42"]),
        ("How many came?", "It was attended by forty-two delegates.", ["forty-two"]),
        ("How many came?", "It was attended by 1,850 delegates in 1999.", ["1,850"]),
        ("How many came?", "There were 1850 of them on 3 May 2021.", ["1850"]),
        ("How many came?", "The 14th delegate came third.", []),
        ("How many came?", "They came by line COVID-19 and under B/7/2.", []),
        ("What share came?", "In all 14 per cent came, then 16%.", ["14", "16"]),
        ("How much was paid?", "They paid $15,000 and RMB 190000.", ["$15,000", "RMB 190000"]),
        ("How much was paid?", "They paid US$ 3 million to 12 crews.", ["US$ 3 million", "12"]),
        ("How much was paid?", "They paid eur 4,000, 300 more.", ["eur 4,000", "300"]),
        ("How much was paid?", "They paid €1.5 billion to 20.", ["€1.5 billion", "20"]),
        ("How much was paid?", "They paid £3, ¥40 and JPY 500.", ["£3", "¥40", "JPY 500"]),
        ("How much was paid?", "They paid USD 3, CNY 40, GBP 5 and CHF 60.", ["USD 3", "CNY 40", "GBP 5", "CHF 60"]),
        ("How much was paid?", "They paid in EUR for 300 days.", ["300"]),
    ],
)
def test_numbers_and_amounts(question: str, sentence: str, words: list[str]) -> None:
    """An amount is one with its currency and its scale; years, dates, ordinals and symbols count nothing."""
    assert spans(question, sentence, _LIBRARY) == words


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What rank did the port have?", ["4th", "12"]),
        ("Which session was it?", ["4th", "12"]),
        ("How high is the port?", ["4th", "12"]),
        ("At which meeting was the number given?", ["4th", "12"]),
        ("How many ships had the port?", ["12"]),
        ("Which old harbour session was it, and how many came?", ["4th", "12"]),
        ("Which very old harbour session was it, and how many came?", ["12"]),
        ("How many ships and which edition?", ["4th", "12"]),
        ("How many ships and which position?", ["4th", "12"]),
        ("How many ships in which place?", ["4th", "12"]),
    ],
)
def test_an_ordinal_answers_what_asks_for_a_rank(question: str, words: list[str]) -> None:
    """It is the number of a session or of a place in a list, never how many."""
    assert spans(question, "The port came 4th with 12 ships.", _LIBRARY) == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("It was held in Oslo on 3 May 2021.", ["3 May 2021"]),
        ("It was held in May 2021, not in 2020.", ["May 2021", "2020"]),
        ("Elected for the period 2020-2022.", ["2020-2022"]),
        ("Elected for 2020 to 2022, or from 1998 until 1999.", ["2020 to 2022", "1998 until 1999"]),
        ("Elected for 2020–22.", ["2020–22"]),
        ("Founded in 1899 and closed in 1799.", ["1899"]),
        ("It counted 2100 or 20200 ships.", []),
        ("It was held on 3-4 May and later.", ["3-4 May"]),
    ],
)
def test_dates_and_periods(sentence: str, words: list[str]) -> None:
    """A date as a whole, and outside of it years and spans of years; other numbers are no date."""
    assert spans("When was it held?", sentence, _LIBRARY) == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The meeting was opened by Ms. Soon Berg of the Centre.", ["Ms. Soon Berg"]),
        ("The meeting was opened by Ms. Berg, of the Centre.", ["Ms. Berg"]),
        ("It was led by Ravi Nair, of the Water Board.", ["Ravi Nair"]),
        ("It was led by H.E. Soon Berg and Professor Report Berg.", ["H.E. Soon Berg", "Professor Report Berg"]),
        ("It was led by Ravi K. Nair, then by Ana de Vries.", ["Ravi K. Nair", "Ana de Vries"]),
        ("It was led by Ravi “Rex” Nair.", ["Ravi “Rex” Nair"]),
        ("It was led by Ana Maria Luz Pia Sol.", ["Ana Maria Luz Pia"]),
        ("It was led by Soon Berg.", ["Soon Berg"]),
        ("It was led by Nair.", ["Nair"]),
        ("It was led by the Water Board.", ["Water Board"]),
        ("It was led by the Centre for Gauges in Tarn.", ["Centre for Gauges in Tarn"]),
        ("It was led by nobody.", []),
    ],
)
def test_who_is_a_person_else_an_organisation(sentence: str, words: list[str]) -> None:
    """After a title any name, without one only words that the library never writes small; else whatever is named."""
    assert spans("Who opened it?", sentence, _LIBRARY) == words


@pytest.mark.parametrize("title", "Mr. Ms. Mrs. Dr. Prof. Professor Ambassador Sir H.E. H.\u00a0E.".split(" "))
def test_a_title_makes_any_name_a_person(title: str) -> None:
    """Though its words be such as the library writes small."""
    sentence = f"It was led by {title} Water Board, of the Centre."
    assert spans("Who led it?", sentence, Rarity([_LIBRARY_TEXT, title.lower()])) == [f"{title} Water Board"]


@pytest.mark.parametrize("particle", "de der van von al bin kyzy uulu".split())
def test_small_words_within_the_name_of_a_person(particle: str) -> None:
    """They part it no more than an initial does."""
    assert spans("Who led it?", f"Ana {particle} Nair led it.", _LIBRARY) == [f"Ana {particle} Nair"]


@pytest.mark.parametrize("verb", ["decided it", "derided it", "vanished", "always came", "binds it"])
def test_a_word_that_begins_like_one_of_them_ends_a_name(verb: str) -> None:
    """It is a verb of what the person did."""
    assert spans("Who was it?", f"Mr. Hale {verb}.", _LIBRARY) == ["Mr. Hale"]
    assert spans("Who was it?", f"They say that Ana Nair {verb}.", _LIBRARY) == ["Ana Nair"]
    assert spans("Who was it?", f"They say that Ana {verb}.", _LIBRARY) == ["Ana"]


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("Where was it held?", "It was held in Oslo.", ["Oslo"]),
        ("Where was it held?", "Held in the Hall of Lakes & Rivers.", ["Hall of Lakes & Rivers"]),
        ("Where was it held?", "Oslo held it in the north.", []),
        ("Where was it held?", "Port Ostra held it in the north.", ["Port Ostra"]),
        ("Where was it held?", "It is held in Ostra of late and for Tarn.", ["Ostra", "Tarn"]),
        ("Which bank paid for it?", "It was paid by the Tarn Savings Bank.", ["Tarn Savings Bank"]),
    ],
)
def test_names_of_places_and_bodies(question: str, sentence: str, words: list[str]) -> None:
    """Capitals, with small words between two of them; a capital that only begins the sentence names nothing."""
    assert spans(question, sentence, _LIBRARY) == words


@pytest.mark.parametrize("word", "of for and on the in &".split())
def test_small_words_within_the_name_of_a_place(word: str) -> None:
    """One between two words with capitals."""
    assert spans("Where was it held?", f"It was held near Hall {word} Lakes.", _LIBRARY) == [f"Hall {word} Lakes"]
    assert spans("Where was it held?", f"It was held near Hall {word}x Lakes.", _LIBRARY) == ["Hall", "Lakes"]


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("Where in Oslo was it held?", "It was held in Oslo.", []),
        ("Where in Oslo was it held?", "It was held in Oslo Harbour.", ["Oslo Harbour"]),
        ("How many of the 12 ships came?", "Of 12 ships 9 came.", ["9"]),
        ("When in 2021 was it held?", "In 2021 it was held on 3 May 2021.", ["3 May 2021"]),
        ("Who is Ravi Nair?", "Ravi Nair met Ana Sol.", ["Ana Sol"]),
    ],
)
def test_what_the_question_says_is_no_answer(question: str, sentence: str, words: list[str]) -> None:
    """A question about Oslo is not answered by Oslo, but by a place that says more."""
    assert spans(question, sentence, _LIBRARY) == words


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("What does RLB stand for?", "The Rivers and Lakes Board (RLB) met.", ["Rivers and Lakes Board"]),
        ("What is RLB?", "The working group on rivers and lakes (WG on RL) met.", []),
        ("What does RL stand for?", "The working group on rivers and lakes (WG on RL) met.", ["rivers and lakes"]),
        ("What does RLB mean?", "RLB (Rivers and Lakes Board) met.", ["Rivers and Lakes Board"]),
        ("What does RLB mean?", "RLB (the old one: Rivers and Lakes Board) met.", ["Rivers and Lakes Board"]),
        ("What does RB mean?", "Rivers Board (RB) met.", ["Rivers Board"]),
        ("What does RLB mean?", "RLB (met in Tarn) and others.", []),
        ("What does RLB mean?", "The Rivers and Lakes Boards met, RLB did not.", []),
        ("What does RLB mean?", "Rivers (RLB) met.", []),
        ("What do RLB and JFO mean?", "The Joint Fleet Office (JFO) met.", ["Joint Fleet Office"]),
        ("What is a gauge?", "A gauge is a stick.", None),
    ],
)
def test_an_acronym_is_spelt_out(question: str, sentence: str, words: list[str] | None) -> None:
    """Before brackets or within them, from a word of its first letter on; what is no acronym looks like nothing."""
    assert spans(question, sentence, _LIBRARY) == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Roads of one two three four five (RLB) met.", "Roads of one two three four five"),
        ("Roads of one two three four five six (RLB) met.", None),
        ("Roads of one two three four five (RLBs) met.", None),
        ("RLB (Rowers) met.", None),
        ("RLB (R. Lake) met.", "R. Lake"),
        ("RLB (Row up) met.", "Row up"),
        ("RLB (Rowup) met.", None),
        ("Rivers with the lakes’ new-made board (RLB) met.", "Rivers with the lakes’ new-made board"),
    ],
)
def test_how_far_an_acronym_reaches(sentence: str, words: str | None) -> None:
    """Over as many words as it has letters and four more, and never over one word alone."""
    assert [sentence[start:end] for start, end in spelt_out(sentence, "RLB")] == ([words] if words else [])


@pytest.mark.parametrize(
    "question",
    ["What did the delegate suggest?", "Did 12 come?", "What was decided?", "What are the aims of the board?"],
)
def test_other_kinds_look_like_nothing_in_particular(question: str) -> None:
    """A description, a decision, a list or a yes can be any words."""
    assert spans(question, "Mr. Ove Lind saw a new gauge of 12 m.", _LIBRARY) is None
