"""Every word that says what kind of thing is asked for, and every word that says nothing of what a text is about."""

import pytest

from assistant.question.filters import documents_named
from assistant.question.followup import complete
from assistant.question.question import understand
from corpus.document import Document, Metadata
from corpus.text.words import stem_of

AUXILIARIES = "is are was were did does do has have had will would can could should may must".split()


@pytest.mark.parametrize("word", AUXILIARIES)
def test_an_auxiliary_asks_for_a_yes_or_a_no(word: str) -> None:
    """At the beginning, after `and` too; not where the question itself gives two answers."""
    assert understand(f"{word} pilots steer?").kind == "yes/no"
    assert understand(f"And {word} pilots steer?").kind == "yes/no"
    assert understand(f"{word} pilots steer or sleep?").kind == "description"
    assert understand(f"How many old reefs {word} pilots see?").head == ("old", "reef")


@pytest.mark.parametrize("word", "from in of on at for who that took came attended joined participated moored".split())
def test_a_noun_phrase_ends_before_a_small_word_or_a_verb(word: str) -> None:
    """What is counted stands before it."""
    assert understand(f"How many old reefs {word} it?").head == ("old", "reef")


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("date", "date dates day days month months year years period periods time deadline term terms"),
        ("place", "country city place town region venue location state province"),
        ("number", "session meeting edition"),
    ],
)
def test_which_is_followed_by_the_kind_of_thing(kind: str, words: str) -> None:
    """After `what` as well."""
    for word in words.split():
        assert understand(f"Which {word} did pilots see?").kind == kind, word
        assert understand(f"In what {word} did pilots see?").kind == kind, word
        assert understand(f"Which x{word} did pilots see?").kind != kind, word


@pytest.mark.parametrize("word", "many much large big high low far old often fast expensive".split())
def test_how_asks_for_a_number(word: str) -> None:
    """With any word for an extent."""
    assert understand(f"How {word} steered pilots?").kind == "number"


@pytest.mark.parametrize(
    "words",
    "number|percentage|per cent|percent|proportion|share|amount|sum|total|rate|figure|figures|cost|costs|price|budget|"
    "value|position|rank|ranking|score|size|increase|decrease|decline".split("|"),
)
def test_an_extent_is_a_number(words: str) -> None:
    """With up to four words before it."""
    assert understand(f"What was the old red {words} of reefs?").kind == "number"
    assert understand(f"What was the very old red {words} of reefs?").kind != "number"


@pytest.mark.parametrize("auxiliary", "did does do has have will would".split())
@pytest.mark.parametrize("verb", "pledge donate pay cost spend".split())
def test_what_was_given_is_a_number(auxiliary: str, verb: str) -> None:
    """In any tense."""
    assert understand(f"What {auxiliary} Vell {verb}?").kind == "number"


@pytest.mark.parametrize(
    "word",
    "agency agencies association authority authorities bank banks body bodies bureau centre center commission "
    "committee company companies corporation council department entity entities firm firms foundation group institute "
    "institution institutions ministry ministries office organisation organization organisations organizations partner "
    "partners party parties secretariat university universities".split(),
)
def test_an_organisation_is_asked_for(word: str) -> None:
    """With up to three words before it, of which none is a verb."""
    assert understand(f"Which very old red {word} steered?").kind == "organisation"
    assert understand(f"Which is the {word} for reefs?").kind != "organisation"


@pytest.mark.parametrize(
    "word",
    "decided decision agreed agree agrees endorsed recommended adopted approved resolved welcomed requested concluded "
    "note noted resolution".split(),
)
def test_a_decision_is_asked_for(word: str) -> None:
    """In any form of its verb."""
    assert understand(f"What was {word} by pilots?").kind == "decision"
    assert understand("What was notebook by pilots?").kind == "description"


GENERIC = (
    "report document session meeting paragraph annex release chapter section mr mrs ms dr prof professor january "
    "february march april may june july august september october november december"
)


@pytest.mark.parametrize("word", GENERIC.split())
def test_a_title_or_a_month_is_no_name(word: str) -> None:
    """However it is written."""
    assert understand(f"Did Vell see {word.title()} Ek?").names == ("vell", "ek")


@pytest.mark.parametrize(
    "word",
    "number numbers figure figures amount value values total date dates year years month day days time period "
    "country countries city place company companies organisation organization organisations organizations body bodies "
    "agency institution institutions person people thing things".split(),
)
def test_the_kind_of_thing_is_no_term(word: str) -> None:
    """An answer shows it and seldom names it."""
    assert understand(f"Which {word} did pilots see?").terms == ("pilot", "see")


@pytest.mark.parametrize(
    "word",
    "tell describe explain know happen kind type sort example main important interesting different difference famous "
    "popular common besides else other another ever article aspect thing anything please many much use like also say "
    "mean cause effect role way new possible".split(),
)
def test_words_that_say_how_something_is_asked_are_not_carried(word: str) -> None:
    """They are not what it is about."""
    assert stem_of(word) not in complete("Where is it?", [f"Did pilots {word} reefs?"]).carried.split()
    assert "reefs" in complete("Where is it?", [f"Did pilots {word} reefs?"]).carried


@pytest.mark.parametrize("word", f"what who whom whose when where which why how {' '.join(AUXILIARIES[:-4])}".split())
def test_a_question_word_makes_a_question_of_its_own(word: str) -> None:
    """What has none is a new subject for the question before."""
    assert complete(f"And {word} Tarn?", ["Did Vell pledge?"]).asked == f"And {word} Tarn?"
    assert complete("And Tarn?", ["Did Vell pledge?"]).asked == "Did Tarn pledge?"


@pytest.mark.parametrize("word", "in for of".split())
def test_a_new_subject_leaves_its_small_words(word: str) -> None:
    """They stand in the question before."""
    assert complete(f"And {word} Tarn?", ["Did pilots see reefs in Vell?"]).asked == "Did pilots see reefs in Tarn?"


KINDS = "release submission resolution letter agenda budget report note".split()


@pytest.mark.parametrize("kind", [*KINDS, "meeting report", "press release"])
@pytest.mark.parametrize("within", ["in", "from", "by", "according to", "as per", "say", "says", "do", "does"])
def test_a_document_is_named_by_its_kind(kind: str, within: str) -> None:
    """And a word of its title."""
    own = Document("a", "/a", "", "txt", Metadata("Tarn reefs", kind=kind.removeprefix("press ")), "")
    other = Document("b", "/b", "", "txt", Metadata("Vell reefs", kind=kind.removeprefix("press ")), "")
    named = documents_named(f"What reefs are {within} the Tarn {kind}?", (own, other))
    assert named == (() if within == "do" else (own,))


@pytest.mark.parametrize("word", "press meeting document documents same other whole".split() + GENERIC.split()[-12:])
def test_some_words_of_a_reference_need_not_be_in_a_title(word: str) -> None:
    """Of a date the year is enough."""
    own = Document("a", "/a", "", "txt", Metadata("Tarn reefs", date="2031", kind="release"), "")
    other = Document("b", "/b", "", "txt", Metadata("Vell reefs", date="2032", kind="release"), "")
    assert documents_named(f"What reefs are in the {word} 2031 release?", (own, other)) == (own,)
