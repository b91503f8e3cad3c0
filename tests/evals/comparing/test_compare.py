"""Two runs side by side: what changed, which cases flipped, which stage lost them, and whether to stop."""

from dataclasses import replace

import pytest

from evals.comparing.compare import compare
from evals.comparing.stages import lost_at, steps
from evals.outcome import Trail


def change(comparison, name: str):
    """Return the change of a measure."""
    return next(each for each in comparison.changes if each.measure.name == name)


def test_nothing_changed_raises_no_alarm(made) -> None:
    """The same outcomes give no change, no interval and no alarm."""
    outcomes = [made.outcome(f"c{n}", right=n % 3 > 0) for n in range(30)]
    comparison = compare(made.run(outcomes), made.run(outcomes))
    assert comparison.alarms == ()
    assert comparison.flips == ()
    assert comparison.causes == ()
    assert all(each.interval is None and each.chance is None for each in comparison.changes)


def test_a_significant_loss_is_an_alarm_with_its_interval_and_its_cases(made) -> None:
    """Ten of forty facts lost: McNemar gives 2 to the minus 10, and the flips show both answers."""
    old = [made.outcome(f"c{n}") for n in range(40)]
    new = [made.outcome(f"c{n}", right=n >= 10) for n in range(40)]
    comparison = compare(made.run(old), made.run(new, commit="def"))
    right = change(comparison, "answered right")
    assert (right.old, right.new, right.lost, right.gained) == (1.0, 0.75, 10, 0)
    assert right.chance == pytest.approx(2**-10)
    assert right.significant
    assert right.interval is not None
    assert -0.45 < right.interval.low < -0.25 < right.interval.high < -0.1
    assert "answered right fell from 1.000 to 0.750" in comparison.alarms
    assert [flip.new.case.id for flip in comparison.flips if flip.lost] == [f"c{n}" for n in range(10)]
    assert comparison.flips[0].old.answer == "In all 70 came."
    assert comparison.flips[0].new.answer == "In all 80 came."
    assert comparison.causes == ("commit abc → def",)
    assert dict(comparison.stages) == {"read": 10}


def test_a_small_loss_is_noise_unless_the_case_must_hold(made) -> None:
    """One of forty lost stops nothing; the same one stops when it is tagged."""
    for held in (False, True):
        old = [made.outcome(f"c{n}", held=held and n == 7) for n in range(40)]
        new = [replace(each, case=before.case) for each, before in zip(
            [made.outcome(f"c{n}", right=n != 7) for n in range(40)], old, strict=True)]  # fmt: skip
        comparison = compare(made.run(old), made.run(new))
        assert comparison.alarms == (("c7 must hold and was lost",) if held else ())


def test_another_answer_that_is_as_right_is_named(made) -> None:
    """It stops nothing, and whoever releases sees which answers read otherwise now."""
    old = [made.outcome(f"c{n}", right=n > 0) for n in range(4)]
    new = [replace(each, digest="other") if each.case.id in ("c0", "c2") else each for each in old]
    comparison = compare(made.run(old), made.run(new))
    assert comparison.reworded == ("c0", "c2")
    assert (comparison.flips, comparison.alarms) == ((), ())
    assert compare(made.run(old), made.run([made.outcome("c0"), *old[1:]])).reworded == ()


def test_gains_outweigh_as_many_losses(made) -> None:
    """Five lost and six gained is no loss."""
    old = [made.outcome(f"c{n}", right=n < 20) for n in range(40)]
    new = [made.outcome(f"c{n}", right=5 <= n < 26) for n in range(40)]
    comparison = compare(made.run(old), made.run(new))
    assert comparison.alarms == ()
    assert sum(flip.lost for flip in comparison.flips) == 5
    assert sum(not flip.lost for flip in comparison.flips) == 6


def test_answers_where_it_should_refuse(made) -> None:
    """Refusals that are gone are an alarm, and the stage is refused."""
    old = [made.outcome(f"c{n}") for n in range(20)] + [made.outcome(f"r{n}", refuse=True) for n in range(10)]
    new = old[:20] + [made.outcome(f"r{n}", refuse=True, right=False) for n in range(10)]
    comparison = compare(made.run(old), made.run(new))
    assert "refused right fell from 1.000 to 0.000" in comparison.alarms
    assert dict(comparison.stages) == {"refused": 10}


def test_a_check_that_is_gone_is_caught_though_every_answer_is_right(made) -> None:
    """Answers that quote are right without a verifier; the errors planted in them are let through."""
    old = [made.outcome(f"c{n}") for n in range(20)]
    comparison = compare(made.run(old), made.run([replace(each, guarded=False) for each in old]))
    assert comparison.alarms == ("planted errors kept back fell from 1.000 to 0.000",)
    assert dict(comparison.stages) == {"verified": 20}


def test_a_search_that_fell_is_named_before_what_suffers_from_it(made) -> None:
    """Gold paragraphs stand lower and two cases are refused for it: the ranking is where to look."""
    old = [made.outcome(f"c{n}") for n in range(30)]
    lower = [replace(each, gold_rank=4, gold_ranks=(4,)) for each in old]
    refused = [replace(each, refused=True, right=False, cited=False) for each in old[:2]]
    comparison = compare(made.run(old), made.run([*refused, *lower[2:]]))
    assert dict(comparison.stages) == {"refused": 2}
    assert comparison.first_worse == "ranked"
    assert compare(made.run(old), made.run([*refused, *old[2:]])).first_worse == "refused"


def test_only_the_same_cases_are_compared(made) -> None:
    """A case with another question, a new one and one that is gone are named, and one that must hold is missed."""
    old = [made.outcome("a"), made.outcome("b"), made.outcome("c", held=True)]
    changed = replace(old[1], right=False, case=replace(old[1].case, question="How few?"))
    comparison = compare(made.run(old), made.run([old[0], changed, made.outcome("d", right=False)]), held=("c",))
    assert comparison.compared == 1
    assert comparison.fresh == ("b", "d")
    assert comparison.gone == ("c",)
    assert comparison.alarms == ("c must hold and is no longer asked",)


def test_what_the_runs_were_made_with(made) -> None:
    """Causes name the documents that went, came and changed, and a library read by other rules."""
    old = made.run([made.outcome("a")], documents={"gone": "1", "changed": "2", "same": "3"}, library="x")
    new = made.run([made.outcome("a")], documents={"changed": "4", "same": "3", "come": "5"}, library="y")
    assert compare(old, new).causes == (
        "documents removed: gone",
        "documents added: come",
        "documents changed: changed",
    )
    read = made.run([made.outcome("a")], documents=dict(old.made_with.documents), library="z")
    assert compare(old, read).causes == ("library x → z: read or cut by other rules",)


@pytest.mark.parametrize(
    ("trail", "more", "stage"),
    [
        (Trail(False, None, None, False), {}, "parsed"),
        (Trail(True, None, None, False), {}, "retrieved"),
        (Trail(True, 9, None, False), {}, "ranked"),
        (Trail(True, 4, 3, False), {}, "ranked"),
        (Trail(True, 1, 3, False), {}, "read"),
        (Trail(True, 1, 1, False), {"refused": True}, "refused"),
        (Trail(True, 1, 1, True), {}, "verified"),
    ],
)
def test_the_stage_that_became_worse(made, trail: Trail, more: dict, stage: str) -> None:
    """Beside the earlier run, the first stage that is worse than it was lost the case."""
    new = made.outcome("a", right=False, trail=trail, gold_rank=trail.retrieved, **more)
    assert lost_at(new, made.outcome("a")) == stage
    assert [name for name, _ in steps(new)] == ["parsed", "retrieved", "ranked", "read", "refused", "verified"]


@pytest.mark.parametrize(("best", "stage"), [("same words", "verified"), ("other words", "read"), ("", "read")])
def test_what_was_read_as_before_was_lost_in_writing(made, best: str, stage: str) -> None:
    """The same words were read as the best: whatever is wrong came after; other words are the reading's fault."""
    old = made.outcome("a", trail=Trail(True, 1, 1, True, best="same words"))
    assert lost_at(made.outcome("a", right=False, trail=Trail(True, 1, 1, False, best=best)), old) == stage
    cited_wrongly = made.outcome("a", cited=False, trail=Trail(True, 1, 1, True, best=best))
    assert lost_at(cited_wrongly, old) == stage


@pytest.mark.parametrize(
    ("trail", "more", "stage"),
    [
        (Trail(False, None, None, False), {}, "parsed"),
        (Trail(True, None, None, False), {}, "retrieved"),
        (Trail(True, 9, None, False), {}, "ranked"),
        (Trail(True, 4, 3, False), {}, "read"),
        (Trail(True, 1, 1, False, best_right=True), {}, "verified"),
        (Trail(True, 1, 1, False), {"refused": True}, "refused"),
        (Trail(True, 1, 1, True), {}, "verified"),
        (Trail(True, 1, 1, False), {}, "read"),
    ],
)
def test_the_stage_without_an_earlier_run(made, trail: Trail, more: dict, stage: str) -> None:
    """By itself, the first stage at which the gold paragraph is not where it should be."""
    assert lost_at(made.outcome("a", right=False, trail=trail, gold_rank=trail.retrieved, **more)) == stage


def test_a_case_that_is_well_was_lost_nowhere(made) -> None:
    """Neither a fact nor a refusal that is as it should be."""
    assert lost_at(made.outcome("a")) is None
    assert lost_at(made.outcome("r", refuse=True)) is None
    assert lost_at(made.outcome("r", refuse=True, right=False)) == "refused"
