"""Questions taken apart."""

import pytest

from assistant.question.question import understand


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("How many delegates came?", "number"),
        ("By how much did output fall in 2019?", "number"),
        ("What share of the budget was spent?", "number"),
        ("When does the group meet again?", "date"),
        ("In which year was the centre founded?", "date"),
        ("For what period were the members elected?", "date"),
        ("Who opened the session?", "person"),
        ("Who were the officers of the session?", "list"),
        ("Where was it held?", "place"),
        ("In which country is the pilot?", "place"),
        ("Which ministry paid for the study?", "organisation"),
        ("Which barriers slow the project down?", "list"),
        ("What are the aims of the programme?", "list"),
        ("What is a sandbox?", "definition"),
        ("What does EDF stand for?", "definition"),
        ("Did the committee adopt the report?", "yes/no"),
        ("Which resolution was adopted on water?", "decision"),
        ("What did the delegate of Norway suggest?", "description"),
        ("Which proposal concerns the river?", "description"),
        ("Is it a weir or a dam?", "description"),
        ("And was the report adopted?", "yes/no"),
        ("Who was it when the board met?", "date"),
        ("How long did it last?", "date"),
        ("How long is the quay?", "date"),
        ("How often do they meet?", "number"),
        ("What is the total budget of the fund?", "number"),
        ("Which meeting was it?", "number"),
        ("What did Ostra pledge?", "number"),
        ("What did Ostra buy?", "description"),
        ("Whose barge sank?", "person"),
        ("Who were all the old pilots?", "list"),
        ("Who was the old pilot?", "person"),
        ("In which old harbour town is the pilot?", "description"),
        ("Which town is it in?", "place"),
        ("What is the council?", "definition"),
        ("Which harbour council paid?", "organisation"),
        ("Which parties were there?", "organisation"),
        ("Name all the ships.", "list"),
        ("Name the ship.", "list"),
        ("Name a ship.", "description"),
        ("What were the two old ships?", "list"),
        ("Which ships sank?", "list"),
        ("Which glass sank?", "description"),
        ("Which old ships are in Vell?", "list"),
        ("Which is the best of ships?", "description"),
        ("What is meant by dredging?", "definition"),
        ("What is an ice dam?", "definition"),
        ("What is the ice dam of Vell?", "description"),
        ("What does dredging mean?", "definition"),
        ("What does dredging mean for Vell?", "description"),
        ("Define dredging.", "definition"),
        ("What did the board recommend?", "decision"),
        ("What did the board note?", "decision"),
        ("What notebook did it buy?", "description"),
    ],
)
def test_kind_is_what_an_answer_must_be(text: str, kind: str) -> None:
    """The words a question opens with say what kind of thing is asked for."""
    assert understand(text).kind == kind


def test_names_are_capitalised_words_that_do_not_merely_begin_the_question() -> None:
    """A name is required of the evidence, the first word and months are not."""
    question = understand("Which grants did Norway give to the Arctic Fund in May 2021?")
    assert question.names == ("norway", "arctic", "fund")
    assert question.numbers == ("2021",)


def test_ordinals_are_required_in_one_form() -> None:
    """`seventh` and `7th` are the same requirement."""
    assert understand("Who chaired the seventh session?").numbers == understand("Who chaired the 7th session?").numbers


def test_words_for_a_kind_of_thing_are_not_looked_for() -> None:
    """A document that names a company need not say `company`."""
    assert "compani" not in understand("Which company built the turbine?").terms


def test_head_is_the_thing_counted() -> None:
    """`partner schools` are what a number must count."""
    assert understand("How many partner schools are in the network?").head == ("partner", "school")


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("How many partner schools are in the network?", ("partner", "school")),
        ("How many of the old ships sank?", ()),
        ("How many of the old ships from Vell sank?", ("old", "ship")),
        ("Which ministry paid for it?", ("ministri", "paid")),
        ("What ships attended?", ("ship",)),
        ("What old ships attended it?", ("old", "ship")),
        ("Which ships came from Vell?", ("ship",)),
        ("How much was paid?", ()),
        ("Who paid?", ()),
    ],
)
def test_the_head_ends_before_its_verb(text: str, head: tuple[str, ...]) -> None:
    """Or before a preposition; what is a kind of thing alone has none."""
    assert understand(text).head == head


@pytest.mark.parametrize(
    ("text", "names", "numbers"),
    [
        ("Vell met in May?", (), ()),
        ("Did Vell meet in January or September?", ("vell",), ()),
        ("UNEX met?", ("unex",), ()),
        ("VELL met the Board and the Board?", ("vell", "board"), ()),
        ("Did Mr. Lind write the Report in 2031 or 2032?", ("lind",), ("2031", "2032")),
        ("Did the Third session under A/78/5 see 12 of 12 ships?", (), ("3rd", "a/78/5", "12")),
        ("Did Norway Take part?", ("norway",), ()),
    ],
)
def test_names_and_numbers_are_given_each_once(text: str, names: tuple[str, ...], numbers: tuple[str, ...]) -> None:
    """The first word only in capitals; months, titles, parts of a document and words that say little are no names."""
    question = understand(text)
    assert (question.names, question.numbers) == (names, numbers)
    assert question.required == (*names, *numbers)
    assert question.years == tuple(number for number in numbers if len(number) == 4 and number.isdecimal())


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("What are the aims of the board?", True),
        ("Who were they?", True),
        ("Who are the pilots?", True),
        ("Who was it?", False),
        ("Which companies were there?", True),
        ("Which harbour companies have been there?", True),
        ("Which company is there?", False),
        ("Which glass were they in?", False),
        ("In which countries were they?", True),
    ],
)
def test_more_than_one_thing_may_be_wanted(text: str, several: bool) -> None:
    """By the kind of the question, or by its verb."""
    assert understand(text).asks_for_several is several


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Which company held the old ships, the ships of Vell?", ("old", "ship", "vell")),
        ("What is the name of the number of dates?", ()),
        ("Did they take part in dredging?", ("dredg",)),
    ],
)
def test_terms_are_the_words_to_look_for(text: str, terms: tuple[str, ...]) -> None:
    """Each once, without those that say little or only what kind of thing is asked for."""
    assert understand(text).terms == terms


def test_what_is_searched_is_the_question_complete() -> None:
    """As it is given whole, else with what is carried after it."""
    assert understand("How many came?").text == "How many came?"
    assert understand("How many came?", "Oslo conference").text == "How many came? (Oslo conference)"
    assert understand("How many came?", "Oslo", "How many came to Oslo?").text == "How many came to Oslo?"


def test_carried_words_are_not_required() -> None:
    """What is taken from an earlier turn points to a paragraph and binds nothing."""
    question = understand("How many came?", carried="Oslo conference")
    assert question.required == ()
    assert question.carried == ("oslo", "confer")
