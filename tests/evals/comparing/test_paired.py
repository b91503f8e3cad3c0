"""Statistics that tell noise from loss, with what they should be written out."""

import pytest

from evals.comparing.paired import difference_of_means, difference_of_wholes, holm, mcnemar


@pytest.mark.parametrize(
    ("lost", "gained", "chance"),
    [
        (0, 0, 1.0),
        (1, 0, 1 / 2),
        (5, 0, 1 / 32),
        (3, 1, (4 + 1) / 16),
        (0, 3, 1.0),
        (2, 2, (6 + 4 + 1) / 16),
    ],
)
def test_mcnemar(lost: int, gained: int, chance: float) -> None:
    """The exact binomial tail: of the flipped cases, at least so many lost."""
    assert mcnemar(lost, gained) == pytest.approx(chance)


def test_mcnemar_as_scipy_has_it() -> None:
    """A library that knows the test gives the same."""
    from scipy.stats import binomtest

    for lost, gained in ((7, 2), (12, 11), (20, 4)):
        assert mcnemar(lost, gained) == pytest.approx(binomtest(lost, lost + gained, alternative="greater").pvalue)


def test_a_loss_of_many_is_no_noise_and_a_loss_of_one_is() -> None:
    """Of a hundred cases, ten lost lie outside of what the draws give by chance, and one does not."""
    right = [1.0] * 100
    many = difference_of_means(right, [0.0] * 10 + [1.0] * 90)
    one = difference_of_means(right, [0.0] + [1.0] * 99)
    assert many is not None
    assert one is not None
    assert many.high < 0
    assert many.low == pytest.approx(-0.16, abs=0.02)
    assert many.chance < 0.001
    assert one.chance == pytest.approx(0.99**100, abs=0.02)


def test_draws_are_the_same_each_time() -> None:
    """The same two runs give the same interval."""
    old, new = [1.0, 0.0, 0.5, 1.0] * 10, [0.0, 1.0, 0.5, 1.0] * 10
    assert difference_of_means(old, new) == difference_of_means(old, new)


def test_the_interval_as_scipy_has_it() -> None:
    """A library that knows the bootstrap gives nearly the same, for its draws are others."""
    import numpy as np
    from scipy.stats import bootstrap

    random = np.random.default_rng(1)
    old, new = random.random(80), random.random(80)
    ours = difference_of_means(list(old), list(new))
    theirs = bootstrap((new - old,), np.mean, method="percentile", random_state=2).confidence_interval
    assert ours is not None
    assert ours.low == pytest.approx(theirs.low, abs=0.01)
    assert ours.high == pytest.approx(theirs.high, abs=0.01)


def test_cases_that_count_in_one_run_alone() -> None:
    """A mean over refusals is over other cases before and after; none at all gives no interval."""
    found = difference_of_means([1.0, None, 1.0, None] * 10, [None, 0.0, 1.0, None] * 10)
    assert found is not None
    assert found.low <= -0.5 <= found.high
    assert difference_of_means([None, None], [1.0, 1.0]) is None


def test_lower_is_better() -> None:
    """A rise of what should be low is the loss."""
    rise = difference_of_means([0.0] * 50, [0.0] * 30 + [1.0] * 20, lower_is_better=True)
    assert rise is not None
    assert rise.chance < 0.001
    assert rise.low > 0


def test_figures_that_are_no_means() -> None:
    """Each draw is computed anew from the places drawn."""
    values = list(range(60))
    found = difference_of_wholes(60, lambda places: (max(values[at] for at in places), 60.0), lower_is_better=True)
    assert found is not None
    assert found.low >= 1


def test_holm_looks_at_all_measures_together() -> None:
    """0.02 is no loss among three, for 0.02 > 0.05 / 3; beside one of 0.001 it is, for 0.02 ≤ 0.05 / 2."""
    assert holm({"a": 0.02, "b": 0.5, "c": 0.9}) == frozenset()
    assert holm({"a": 0.02, "b": 0.001, "c": 0.9}) == {"a", "b"}
    assert holm({}) == frozenset()
