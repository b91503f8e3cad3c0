"""Every pronoun, and every word that makes one idle: each in a question that would otherwise lean, or not."""

import pytest

from assistant.question.antecedent import subject_of, with_antecedent
from assistant.question.context_dependence import needs_context, points_at_person, points_at_thing

ONE_PERSON = "he she him his her hers".split()
BE = "is are was were has have had will would be been".split()


@pytest.mark.parametrize("word", [*ONE_PERSON, *"they them their theirs".split()])
def test_a_pronoun_of_a_person_leans(word: str) -> None:
    """Without a name before it."""
    assert points_at_person(f"Which pilots steered {word} through fog?")
    assert not points_at_person(f"Which pilots of Vell steered {word} through fog?")


@pytest.mark.parametrize(
    "words",
    ["it", "its", "this", "these", "those", "that", "there", "the same", "the former", "the latter", "ones"]
    + [f"{word} one" for word in "which that this other first last another the".split()],
)
def test_a_word_for_a_thing_leans(words: str) -> None:
    """Where the question does not say what."""
    assert points_at_thing(f"Did old pilots of Vell steer for {words}?")


@pytest.mark.parametrize("word", "is are was were has have had be been will would can could".split())
def test_there_after_a_verb_stands_for_no_place(word: str) -> None:
    """Unless the question ends with it."""
    assert not points_at_thing(f"Which old pilots of Vell {word} there to steer?")
    assert points_at_thing(f"Which old pilots of Vell {word} there?")


@pytest.mark.parametrize("word", BE)
def test_there_before_a_verb_stands_for_no_place(word: str) -> None:
    """It opens a clause."""
    assert not points_at_thing(f"Why do pilots of Vell say there {word} fog?")


@pytest.mark.parametrize(
    "words",
    [f"{verb} it {what} of pilots" for verb in ("is", "was", "be") for what in ("true", "clear", "known")]
    + [f"is it {what} of pilots" for what in "possible necessary likely important better said".split()]
    + [f"it is {what} of pilots" for what in "true possible necessary likely important said".split()]
    + ["it takes pilots", "it took pilots", "it take pilots"]
    + [f"{verb} it {what} pilots" for verb in "does did will would".split() for what in ("take to", "cost for")],
)
def test_idle_it_stands_for_nothing(words: str) -> None:
    """It is what a clause hangs from."""
    assert not points_at_thing(f"Why {words} in fog?")


@pytest.mark.parametrize(
    "words",
    [f"{this} {time}" for this in ("this", "that") for time in "year month week century report document".split()]
    + [f"{those} {what} barges" for those in ("those", "that") for what in "who which of in from with".split()]
    + [
        f"{verb} that"
        for verb in (
            "so such say says said state states stated know known ensure mean means given all think believe show shows"
        ).split()
    ]
    + [f"{some}{thing} old that" for some in ("any", "some", "every", "no") for thing in ("thing", "one", "body")],
)
def test_these_words_point_at_nothing(words: str) -> None:
    """A time or the report at hand, those who are said next, and `that` before a clause."""
    assert not points_at_thing(f"Did pilots of Vell {words} barges sank?")


@pytest.mark.parametrize("join", "and or when if after before while because where".split())
@pytest.mark.parametrize("word", "its it their they them his her he she".split())
def test_a_pronoun_may_have_its_noun_in_the_clause_before(join: str, word: str) -> None:
    """However the two are joined; the other way round it leans."""
    assert not needs_context(f"How do harbour pilots steer {join} {word} sank?")
    assert needs_context(f"Did {word} sink {join} pilots slept?") or word in ("them", "their")


@pytest.mark.parametrize("word", "and but so or also since".split())
def test_a_question_goes_on(word: str) -> None:
    """By its first word."""
    question = f"{word} when did the harbour pilots of Vell steer barges?"
    assert needs_context(question) is True
    assert not needs_context(question.removeprefix(f"{word} "))


@pytest.mark.parametrize("word", "what who where anything anyone".split())
def test_a_question_asks_for_more(word: str) -> None:
    """With `else`, where it names nothing."""
    assert needs_context(f"{word} else steers barges through fog?")
    assert not needs_context(f"{word} else steers barges in Vell?")


NO_NOUN = (
    "he she it they them him her hers his its their this that these those there one ones is are was were did do does "
    "has have had to for in on by from with at about between if when difference differences best most similar "
    "other main"
)


@pytest.mark.parametrize("word", NO_NOUN.split())
def test_a_plain_noun_phrase_has_no_such_word(word: str) -> None:
    """With one of them a question is about more than a name."""
    assert subject_of(f"What is weir {word} ice?") == ""
    assert subject_of(f"What is weir x{word} ice?") == f"weir x{word} ice"


@pytest.mark.parametrize(
    "opening",
    [*"tell me about,tell me more about,what's,who's".split(",")]
    + [f"{word} {verb}" for word in ("what", "who") for verb in ("is", "are", "was", "were")],
)
@pytest.mark.parametrize("article", ["a ", "an ", "the ", ""])
def test_a_question_opens_before_its_subject(opening: str, article: str) -> None:
    """In any of the ways in which a thing is asked after."""
    assert subject_of(f"So {opening} {article}river weir?") == f"{article}river weir"


@pytest.mark.parametrize("word", "its their his her".split())
def test_an_owner_takes_the_place_of_a_pronoun(word: str) -> None:
    """Before a noun."""
    assert with_antecedent(f"Who saw {word} gauges?", "the board") == "Who saw the board's gauges?"


@pytest.mark.parametrize("word", "to in at on for from with and or as that".split())
def test_her_before_a_small_word_owns_nothing(word: str) -> None:
    """She is meant herself."""
    assert with_antecedent(f"Who saw her {word} Vell?", "Ann Ek") == f"Who saw Ann Ek {word} Vell?"


@pytest.mark.parametrize("word", "it they them he she him her".split())
def test_a_phrase_takes_the_place_of_a_pronoun(word: str) -> None:
    """Wherever it stands."""
    assert with_antecedent(f"Who saw {word}?", "Ann Ek") == "Who saw Ann Ek?"


@pytest.mark.parametrize("word", ["this", "that", "these", "those"])
@pytest.mark.parametrize(
    "after", ["", *" be, is, are, was, were, has, have, mean, work, help, affect, change, changed".split(",")]
)
def test_a_bare_word_stands_for_a_thing(word: str, after: str) -> None:
    """At the end or before a verb, not before the noun that it belongs to."""
    assert with_antecedent(f"Did {word}{after}?", "the board") == f"Did the board{after}?"
    assert with_antecedent(f"Did {word} gauge{after}?", "the board") == f"Did {word} gauge{after}?"


@pytest.mark.parametrize(
    "words",
    [
        f"{verb} it {what}"
        for verb in "does did is was will would".split()
        for what in "take cost true possible necessary likely important".split()
    ]
    + ["so it takes", "so it took"],
)
def test_idle_it_stays(words: str) -> None:
    """Nothing stands in for it."""
    assert with_antecedent(f"Why {words} for them?", "the board") == f"Why {words} for them?"
