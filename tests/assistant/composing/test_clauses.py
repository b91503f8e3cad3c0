"""Where a long sentence is cut: which clauses are kept, how many, and where a clause ends."""

import pytest

from assistant.composing.clip import clip
from corpus.text.words import tokenize

WANTED = {"fleet", "port"}


def _run(letter: str, words: int) -> str:
    return " ".join(f"{letter}{letter}" for _ in range(words))


A, B, C, D = (_run(letter, 30) for letter in "abcd")
LONG = _run("e", 60)


@pytest.mark.parametrize("mark", [";", ":", ",", ".", "!", "?", " –", " —", " -"])
def test_a_clause_ends_at_a_mark_and_a_space(mark: str) -> None:
    """Any that parts a sentence; the gap stands where something is left out."""
    sentence = f"{A}{mark} {B}{mark} the fleet came{mark} {C}"
    found = clip(sentence, WANTED)
    assert "the fleet came" in found
    assert len(tokenize(found)) <= 60
    assert "…" in found


@pytest.mark.parametrize("mark", ["-", "/", "—", ",", ";and", " and "])
def test_other_marks_part_nothing(mark: str) -> None:
    """Without a space there is no clause."""
    sentence = f"{A} {B} the{mark}fleet{mark}came {C}."
    assert clip(sentence, WANTED) == sentence


@pytest.mark.parametrize(
    ("pieces", "kept"),
    [
        ((A, "the fleet", B), "… the fleet …"),
        (("the fleet", A, B), "the fleet …"),
        ((A, B, "the fleet."), "… the fleet."),
        ((A, "the fleet", LONG, "the port", B), "… the fleet …"),
        ((A, "the fleet", "a b", "the port", B), "… the fleet; a b; the port …"),
        ((A, "the fleet", "the fleet and port", B), "… the fleet and port …"),
        ((A, "the old fleet", LONG, "the port", B), "… the port …"),
        ((A, "the fleet", _run("b", 56), "the port", B), f"… the fleet; {_run('b', 56)}; the port …"),
        ((A, "the fleet", _run("b", 57), "the port", B), "… the fleet …"),
        ((A, "a b", B), "… a b …"),
    ],
)
def test_the_run_of_clauses_that_covers_most_is_kept(pieces: tuple[str, ...], kept: str) -> None:
    """The most words asked for, each once, then the fewest others, then the first; the longest run has sixty."""
    assert clip("; ".join(pieces), WANTED) == kept


@pytest.mark.parametrize(
    ("before", "after", "kept"),
    [
        ((28, ","), (30, ","), (True, True)),
        ((29, ","), (30, ","), (True, False)),
        ((58, ","), (1, ","), (True, False)),
        ((59, ","), (58, ","), (False, True)),
        ((59, ","), (59, ","), (False, False)),
        ((28, ";"), (30, ","), (False, True)),
        ((28, ","), (30, ";"), (True, False)),
    ],
)
def test_what_is_kept_is_made_whole(before: tuple[int, str], after: tuple[int, str], kept: tuple[bool, bool]) -> None:
    """A clause before and then one after is added while sixty words have room, but over no pause."""
    sentence = f"{A}; {_run('b', before[0])}{before[1]} the fleet{after[1]} {_run('c', after[0])}; {D}"
    found = clip(sentence, WANTED)
    assert ("bb" in found, "cc" in found) == kept
    assert ("aa" in found, "dd" in found) == (False, False)


@pytest.mark.parametrize(("mark", "pause"), [*((mark, True) for mark in ";:.!?"), (",", False), (" –", False)])
def test_some_marks_are_a_pause(mark: str, pause: bool) -> None:
    """A comma and a dash are none."""
    sentence = f"{A}; {_run('b', 20)}{mark} the fleet; {LONG}"
    assert ("bb" in clip(sentence, WANTED)) is not pause


@pytest.mark.parametrize(("mark", "shown"), [(",", ""), (";", ""), (":", ""), (".", "."), ("!", "!"), (" –", " –")])
def test_what_joins_clauses_is_left_out_before_a_gap(mark: str, shown: str) -> None:
    """What ends a sentence stays."""
    assert clip(f"the fleet{mark} {LONG}", WANTED) == f"the fleet{shown} …"


def test_a_clause_that_is_too_long_is_kept_whole() -> None:
    """There is nowhere to cut it."""
    long = f"the fleet {_run('a', 70)}"
    assert clip(f"{B}, {long}, {C}", WANTED) == f"… {long} …"


@pytest.mark.parametrize(
    ("keep", "kept"),
    [
        ("12 crowns", "… it cost 12 crowns …"),
        ("cost 12", "… it cost 12 crowns …"),
        ("came; it", "… the fleet came; it cost 12 crowns …"),
        (f"{A}; the fleet", f"{A}; the fleet came …"),
        ("crowns", "… it cost 12 crowns …"),
    ],
)
def test_the_clauses_of_what_must_stay_are_kept(keep: str, kept: str) -> None:
    """All that it touches, and no other where no other is asked for."""
    sentence = f"{A}; the fleet came; it cost 12 crowns; {B}."
    at = sentence.index(keep)
    assert clip(sentence, set(), (at, at + len(keep))) == kept


def test_what_is_asked_for_is_kept_with_what_must_stay() -> None:
    """Beside two clauses that must, the run is chosen as any is."""
    sentence = f"{A}; the port; the fleet came; it cost 12 crowns; {B}."
    at = sentence.index("came; it")
    assert clip(sentence, {"port"}, (at, at + 8)) == "… the port; the fleet came; it cost 12 crowns …"


@pytest.mark.parametrize(
    ("opening", "closing"), [("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"), ('"', '"')], ids=list("([“«'")
)
def test_no_cut_falls_within_brackets(opening: str, closing: str) -> None:
    """Nor within brackets in brackets; what never closes encloses nothing."""
    inner = f"{opening}the fleet; ({_run('x', 5)}; y), z{closing}"
    assert clip(f"{A}; {inner}; {B}", WANTED) == f"… {inner} …"
    assert clip(f"{A}; {opening}the fleet; {_run('x', 5)}; {B}", WANTED) == f"… {opening}the fleet …"


def test_brackets_that_cross_enclose_what_lies_between_the_outer() -> None:
    """A bracket that closes another takes with it what was opened in between."""
    inner = "(the fleet; “an old; one)"
    assert clip(f"{A}; {inner}; gone”; {B}", WANTED) == f"… {inner} …"


@pytest.mark.parametrize(("deep", "whole"), [(3, True), (20, True), (21, False)])
def test_brackets_in_brackets_are_looked_at_twenty_deep(deep: int, whole: bool) -> None:
    """What is deeper closes one that it did not open."""
    inner = f"{'(' * deep}x{')' * (deep - 1)}; the fleet; {_run('y', 5)})"
    assert (inner in clip(f"{A}; {inner}; {B}", WANTED)) is whole
