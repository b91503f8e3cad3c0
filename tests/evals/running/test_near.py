"""A number may be near enough where the case says so."""

from dataclasses import replace

import pytest

from evals.cases.case import Case, Tolerance
from evals.running.near import holds_phrase, missing_groups

CASE = Case("a", "number", "How much?", 1, must=(("15,000",),))


@pytest.mark.parametrize(
    ("tolerance", "text", "held"),
    [
        (None, "It was 15,000.", True),
        (None, "It was 15,001.", False),
        (Tolerance(1), "It was 15,001.", True),
        (Tolerance(1), "It was 15,002.", False),
        (Tolerance(0.02, relative=True), "It was 14,700.", True),
        (Tolerance(0.02, relative=True), "It was 14,699.", False),
        (Tolerance(0.02, relative=True), "It was fifteen thousand.", True),
        (Tolerance(1), "It was 15,000 per cent.", True),
        (Tolerance(1), "It was 15,001 per cent.", False),
        (Tolerance(1), "Nobody counted.", False),
    ],
)
def test_a_number_within_the_tolerance(tolerance: Tolerance | None, text: str, held: bool) -> None:
    """The bound is within it; a number of another unit is another number."""
    assert holds_phrase(replace(CASE, tolerance=tolerance), text, "15,000") is held


def test_the_groups_that_are_missing() -> None:
    """Each group needs one of its alternatives."""
    case = replace(CASE, must=(("15,000", "many"), ("Accra",)), tolerance=Tolerance(5))
    assert missing_groups(case, "15,004 in Lagos") == [("Accra",)]
