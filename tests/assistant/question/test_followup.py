"""A question that leans on the turns before it is completed; one that does not stays as it is."""

import csv
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant.question.followup import Query, complete, needs_context
from corpus.text.words import content_stems

MEETING = "When was the second session of the harbour committee held?"


@pytest.mark.parametrize(
    ("before", "question", "searched"),
    [
        ("What did Ostra pledge for 2020?", "And Tarn?", "What did Tarn pledge for 2020?"),
        ("What did Ostra pledge for 2020?", "And in 2021?", "What did Ostra pledge for 2021?"),
        ("What did Kenya pledge to the port?", "How about Nepal?", "What did Nepal pledge to the port?"),
        ("What did the ABCD do in Tarn?", "What about the WXYZ?", "What did the WXYZ do in Tarn?"),
        ("Who is Tom Hale?", "What did he say about the crane?", "What did Tom Hale say about the crane?"),
        (MEETING, "Who chaired it?", "Who chaired it? (second session harbour committee)"),
    ],
)
def test_missing_words_are_carried_over_from_earlier_turns(before: str, question: str, searched: str) -> None:
    """A new subject replaces the old one of its kind; a pronoun takes over what it stands for."""
    assert complete(question, [before]).text == searched


@pytest.mark.parametrize(
    ("before", "question", "searched"),
    [
        ("Did Ostra or Vell pledge?", "And Kenya?", "Did Kenya or Vell pledge?"),
        ("Did the Vell pilots of Kenya pledge?", "And Nepal?", "Did the Vell pilots of Nepal pledge?"),
        ("Did Vell pledge to the ABCD?", "And Tarn?", "Did Tarn pledge to the ABCD?"),
        ("Did Vell pledge to the ABCD?", "And WXYZ?", "Did Vell pledge to WXYZ?"),
        ("Did the ABCD pledge?", "And Tarn?", "Did Tarn pledge?"),
        ("Did they pledge in 2019 or in 2020?", "But in 2021?", "Did they pledge in 2021 or in 2020?"),
        ("Did the board pledge money?", "And in 2021?", "Did the board pledge money 2021?"),
        ("Did the board pledge money.", "And the old pilots?", "Did the board pledge money the old pilots?"),
        ("Did Vell pledge?", "And old new pilots?", "Did old new pilots pledge?"),
        ("Did Vell pledge?", "And old new big pilots?", "And old new big pilots? (Vell pledge)"),
        ("Did Vell pledge?", "And what of pilots?", "And what of pilots? (Vell pledge)"),
    ],
)
def test_a_new_subject_stands_in_for_one_of_its_kind(before: str, question: str, searched: str) -> None:
    """A country for a country, an acronym for an acronym, a year for a year; else for the first name, or at the end."""
    assert complete(question, [before]).text == searched


@pytest.mark.parametrize(
    ("before", "question", "carried", "subject"),
    [
        ("Who is Tom Hale?", "When did he speak?", "Tom Hale", "Tom Hale"),
        ("What did Tom Hale say of cranes?", "When did he speak?", "Tom Hale", "Tom Hale"),
        ("What did Tom Hale and Ann Ek say?", "When did he speak?", "Tom Hale Ann Ek", ""),
        ("What did Tom Hale say of cranes?", "When was it said?", "Tom Hale cranes", ""),
        ("What is the old crane of Vell?", "Where is it?", "Vell old crane", "the old crane of Vell"),
        ("What is the Lima crane?", "Where is it?", "Lima crane", "the Lima crane"),
        ("How did the main causes differ besides ice?", "Where is it?", "ice", ""),
        ("Which cranes broke in Vell?", "And what did Tom Hale say of it?", "cranes broke", ""),
    ],
)
def test_what_is_carried_is_what_the_question_lacks(before: str, question: str, carried: str, subject: str) -> None:
    """Names alone for `he`; for a thing what the question before it was about, without the words that ask."""
    query = complete(question, [before])
    assert (query.carried, query.subject) == (carried, subject)


def test_ten_words_are_carried_at_most() -> None:
    """Those that come first."""
    words = "reefs quays locks weirs dams buoys tolls nets oars sails masts keels".split()
    query = complete("Where is it?", [f"Did pilots paint {' '.join(words)}?"])
    assert query.carried.split() == ["pilots", "paint", *words[:8]]


@pytest.mark.parametrize(("turns", "known"), [(10, True), (11, True), (12, False)])
def test_twelve_turns_are_looked_at(turns: int, known: bool) -> None:
    """What was named before them is forgotten."""
    history = ["What is the Lima crane?", *["Where is it?"] * turns]
    assert ("Lima" in complete("Who paid for it?", history).text) is known


@pytest.mark.parametrize(
    ("query", "text"),
    [
        (Query("Where is it?"), "Where is it?"),
        (Query("Where is it?", "Lima crane", "the Lima crane"), "Where is the Lima crane?"),
        (Query("Where is it?", "Lima crane boom", "the Lima crane"), "Where is it? (Lima crane boom)"),
        (Query("Where is it?", "Lima crane", ""), "Where is it? (Lima crane)"),
        (Query("Where is it?", "", "the Lima crane"), "Where is it?"),
        (Query("Where is the old crane?", "crane"), "Where is the old crane?"),
    ],
)
def test_what_is_searched_shows_what_was_carried(query: Query, text: str) -> None:
    """The subject in the place of a pronoun, where that says it all; else the words after the question."""
    assert query.text == text


def test_a_subject_is_carried_over_several_turns() -> None:
    """What a pronoun stands for may have been named some turns ago."""
    query = complete("And who paid for it?", ["What is the Lima crane?", "Where is it?", "When was it built?"])
    assert "Lima" in query.text


def test_a_new_name_takes_no_other_over() -> None:
    """A question that goes on to somebody else is not searched with the name before."""
    query = complete("And Ms. Lind, what did she suggest?", ["What did Tom Hale present at the second session?"])
    assert "Hale" not in query.text
    assert "session" in query.text


@pytest.mark.parametrize(
    "question",
    [
        "What is co-innovation?",
        "How many delegates attended the second session of the committee?",
        "Is it true that the harbour closed in 2019?",
        "Is there a deadline for pledges to the fund?",
        "Which members said that the plan was late?",
        "What is salt and where is it mined?",
        "What did Tom Hale say about his crane?",
        "Those who voted for the plan came from which islands?",
        "How long did it take to build the northern quay?",
        "What was decided this year on dredging fees?",
    ],
)
def test_a_complete_question_is_never_changed(question: str) -> None:
    """A question that says itself what it asks about stays as it is, character for character."""
    assert not needs_context(question)
    assert complete(question, [MEETING]).text == question


def test_without_earlier_turns_nothing_is_carried() -> None:
    """The first question of a conversation stays as it is."""
    assert complete("And Tarn?", []).text == "And Tarn?"


@dataclass(frozen=True)
class Turn:
    """A question in a conversation, and how a person made it complete."""

    question: str
    history: Sequence[str]
    rewrite: str

    @property
    def is_complete(self) -> bool:
        return self.question.lower().rstrip(" ?.") == self.rewrite.lower().rstrip(" ?.")

    @property
    def changed(self) -> bool:
        return complete(self.question, self.history).text != self.question


def _search_turns(reference: Path) -> list[Turn]:
    folder = reference / "dev" / "cast2019"
    with (folder / "10_Human.tsv").open(encoding="utf-8") as table:
        rewrites = {row["id"]: row["query"].strip() for row in csv.DictReader(table, delimiter="\t")}
    turns: list[Turn] = []
    earlier: dict[str, list[str]] = {}
    with (folder / "1_Original.tsv").open(encoding="utf-8") as table:
        for row in csv.DictReader(table, delimiter="\t"):
            said = earlier.setdefault(row["conversation_id"], [])
            turns.append(Turn(row["query"].strip(), tuple(said), rewrites[row["id"]]))
            said.append(row["query"].strip())
    return turns


def _own_turns() -> list[Turn]:
    turns: list[Turn] = []
    for conversation in json.loads(Path(__file__).with_name("conversations.json").read_text(encoding="utf-8")):
        said = [question for question, _ in conversation]
        turns += [Turn(question, said[:rank], rewrite) for rank, (question, rewrite) in enumerate(conversation)]
    return turns


def _reading_turns(reference: Path) -> list[Turn]:
    rows = json.loads((reference / "dev" / "canard.json").read_text(encoding="utf-8"))
    return [
        Turn(row["Question"], (", ".join(row["History"][:2]), *row["History"][2::2]), row["Rewrite"]) for row in rows
    ]


def _kept_and_recognised(turns: Sequence[Turn]) -> tuple[float, float]:
    """Return the share of complete questions that stay as they are, and of the others that are completed."""
    complete_ones = [turn for turn in turns if turn.is_complete]
    others = [turn for turn in turns if not turn.is_complete]
    kept = sum(not turn.changed for turn in complete_ones) / len(complete_ones)
    return kept, sum(turn.changed for turn in others) / len(others)


def _added_and_carried(turns: Sequence[Turn]) -> tuple[float, float]:
    """Return which share of the words that a person adds are carried over, and the other way round."""
    added = carried = shared_words = 0
    for turn in turns:
        own = set(content_stems(turn.question))
        theirs = set(content_stems(turn.rewrite)) - own
        ours = set(content_stems(complete(turn.question, turn.history).text)) - own
        added, carried, shared_words = added + len(theirs), carried + len(ours), shared_words + len(theirs & ours)
    return shared_words / added, shared_words / carried


def test_conversations_of_our_own() -> None:
    """No complete question is changed, nine in ten of the others are completed, mostly with what a person adds."""
    kept, recognised = _kept_and_recognised(_own_turns())
    assert kept == 1
    assert recognised >= 0.9
    added, carried = _added_and_carried(_own_turns())
    assert added >= 0.8
    assert carried >= 0.65


@pytest.mark.parametrize(("read", "least"), [(_search_turns, 0.6), (_reading_turns, 0.7)])
def test_real_conversations(reference: Path, read: Callable[[Path], list[Turn]], least: float) -> None:
    """Complete questions of real conversations stay as they are, and most that lean are recognised."""
    kept, recognised = _kept_and_recognised(read(reference))
    assert kept >= 0.95
    assert recognised >= least


def test_what_is_carried_is_mostly_what_a_person_adds(reference: Path) -> None:
    """Of the words put into search questions about half are those a person adds, and the other way round."""
    added, carried = _added_and_carried(_search_turns(reference))
    assert added >= 0.4
    assert carried >= 0.45


@pytest.mark.parametrize("piece", ["it ", "and ", "that ", "the ", "is there ", "Name ", "of the "])
def test_time_grows_with_length(piece: str) -> None:
    """The longest question allowed, after many as long, is completed in a moment."""
    question = (piece * 2_000)[:2_000]
    started = time.process_time()
    complete(question, [question] * 40)
    assert time.process_time() - started < 5
