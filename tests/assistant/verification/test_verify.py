"""What a sentence states is in the words it cites, whoever wrote it and in whatever words."""

import time

import pytest

from assistant.verification.verify import verify

SOURCE = (
    "2. The harbour committee met in Port Vale from 3 to 5 May 2021 and was attended by 41 delegates from nine "
    "islands. Mr. Tom Hale, Director of the World Quay Association, said that cargo had risen by 16.4 per cent in the "
    "first quarter while passenger traffic fell. The committee did not endorse the plan for a northern quay. It "
    "requested the secretariat to submit a report, A/78/5, before its third session. Thailand pledged $15,000 and "
    "Norway €2.5 million. The delegate of Niger refused to accept the lower fee, and the dispute with Tarn remains "
    "unresolved. The budget includes dredging. No fees were raised in 2020."
)


@pytest.mark.parametrize(
    "sentence",
    [
        "The harbour committee met in Port Vale from 3 to 5 May 2021",
        "41 delegates from nine islands attended.",
        "Forty-one delegates took part, from 9 islands.",
        "The meeting took place on May 3–5, 2021 in Port Vale.",
        "In May 2021, delegates of nine islands met in Port Vale.",
        "The committee met from 3 May 2021 onwards.",
        "According to Tom Hale of the WQA, cargo rose by 16.4%.",
        "Cargo increased by 16.4 percent in Q1, whereas passenger traffic declined.",
        "Passenger traffic decreased in the first quarter.",
        "The plan for a northern quay was not endorsed.",
        "The committee declined to endorse the northern quay plan.",
        "The plan for a quay in the north was rejected by the committee.",
        "A report (A/78/5) is to be submitted prior to the third session.",
        "Thai pledges came to fifteen thousand dollars.",
        "Norway's pledge was EUR 2.5 million, and Thailand's USD 15000.",
        "Norwegian support of €2,500,000 was pledged.",
        "Niger's delegate did not accept the lower fee.",
        "The dispute with Tarn is not resolved.",
        "Fees were not raised in 2020.",
        "In 2020, there was no increase in fees.",
        "Dredging is included in the budget.",
        "Tom Hale is the Director of the World Quay Association.",
        "Participants from nine islands discussed a report by the secretariat.",
        "[The committee] requested the secretariat to submit a report",
        "The harbour committee … was attended by 41 delegates … from nine islands.",
        "Delegates, 41 in all, came to Port Vale.",
        "Both the northern quay and the fees were discussed.",
        "The “northern quay” wasn't endorsed by the committee.",
        "Mr. Hale said cargo had grown.",
    ],
)
def test_a_true_paraphrase_passes(sentence: str) -> None:
    """Other words, orders and writings of the same facts are let through."""
    assert [str(problem) for problem in verify(sentence, SOURCE)] == []


@pytest.mark.parametrize(
    ("sentence", "aspect"),
    [
        ("42 delegates attended.", "number"),
        ("The meeting had nine delegates from 41 islands.", "number"),
        ("Delegates of eight islands attended.", "number"),
        ("Cargo rose by 164 per cent.", "number"),
        ("Thailand pledged €15,000.", "number"),
        ("Norway pledged €2.5 billion.", "number"),
        ("The report is A/78/6.", "number"),
        ("It will be considered at the fourth session.", "number"),
        ("The committee met on 6 May 2021.", "date"),
        ("The committee met in June 2021.", "date"),
        ("The committee met from 3 to 5 May 2020.", "date"),
        ("The committee met on Tuesday.", "date"),
        ("Mr. Tom Hall spoke for the association.", "name"),
        ("Sweden pledged €2.5 million.", "name"),
        ("The delegate of Nigeria refused to accept the lower fee.", "name"),
        ("The committee met in Port Hope.", "name"),
        ("UNICEF pledged $15,000.", "name"),
        ("The committee endorsed the plan for a northern quay.", "negation"),
        ("The committee met, and did not request a report.", "negation"),
        ("The delegate of Niger accepted the lower fee.", "negation"),
        ("Fees were raised in 2020.", "negation"),
        ("Cargo fell by 16.4 per cent.", "direction"),
        ("Passenger traffic rose.", "direction"),
        ("The budget excludes dredging.", "direction"),
        ("The report is due after the third session.", "direction"),
    ],
)
def test_a_false_statement_is_found(sentence: str, aspect: str) -> None:
    """A changed figure, date, name, denial or direction is found and named for what it is."""
    assert aspect in {problem.aspect for problem in verify(sentence, SOURCE)}


@pytest.mark.parametrize(
    ("stated", "told", "aspects"),
    [
        ("increased", "declined", ["direction"]),
        ("decreased", "grew", ["direction"]),
        ("increased", "grew", []),
        ("decreased", "declined", []),
    ],
)
def test_a_rise_is_no_fall(stated: str, told: str, aspects: list[str]) -> None:
    """By whatever verb; two verbs for a rise say the same."""
    found = verify(f"Passenger traffic {stated} in May.", f"Passenger traffic {told} in May.")
    assert [problem.aspect for problem in found] == aspects


@pytest.mark.parametrize(
    "sentence",
    ["5 million was pledged", "cargo had risen by 16", "fees were raised in 2020", "The committee … endorse the plan"],
)
def test_a_quotation_is_not_cut_into_another_statement(sentence: str) -> None:
    """Words of the source that cut a number, or leave its denial out, do not pass as a quotation."""
    assert verify(sentence, SOURCE)


def test_names_and_dates_may_come_from_around() -> None:
    """The title and headings can give a name or a year, never a number."""
    context = "Report of the Ostra Harbour Authority on its session of 2019"
    assert verify("The Ostra Harbour Authority met in 2019.", "The authority met.", context) != ()
    assert verify("The Ostra Harbour Authority met on 3 May 2019.", "The authority met on 3 May.", context) == ()
    assert verify("[The Ostra Harbour Authority] met", "The board met", context) == ()
    assert verify("[The Tarn Harbour Authority] met", "The board met", context)


def test_the_problem_is_said_in_plain_words() -> None:
    """A person reads what the sentence says and, where it is known, what the source says instead."""
    (problem,) = verify("The committee was attended by 42 delegates.", SOURCE)
    assert str(problem) == "the number “42” is not in the cited words"
    (problem,) = verify("The budget excludes dredging.", SOURCE)
    assert str(problem) == "the sentence says “excludes” where the cited words say “includes”"


def test_an_empty_sentence_and_source_are_no_error() -> None:
    """Nothing stated needs no support, and nothing can be found in an empty source."""
    assert verify("", "") == ()
    assert verify("…", SOURCE) == ()
    assert verify("Tarn paid 5 crowns.", "")


@pytest.mark.parametrize("piece", ["a ", "1,", "not ", "Name ", "… ", "A.", "(", "rise ", "May 1-", "[1] ", "and A "])
def test_time_grows_with_length(piece: str) -> None:
    """Six thousand characters of any kind are checked in a moment."""
    text = piece * (6_000 // len(piece))
    started = time.process_time()
    verify(f"{text} more", text)
    assert time.process_time() - started < 10


def test_a_date_of_the_surroundings_does_not_stand_in_for_that_of_the_source() -> None:
    """The date of the document is not the date of the event, which the source gives."""
    context = "Report of the harbour board, 19 October 2023"
    assert verify("The fair was on 19 October.", "The fair was on 18 October.", context)
    assert not verify("The fair was on 18 October 2023.", "The fair was on 18 October.", context)
    assert not verify("The fair of 19 October had forty stalls.", "The fair had forty stalls.", context)
