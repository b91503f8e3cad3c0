"""Weighted sums of features, and the file that holds the weights."""

import json
import math
from pathlib import Path

import pytest

from assistant.ranking.features import FEATURES
from assistant.ranking.learned import Linear, learned
from assistant.ranking.select import DECIDING, RANKING

LINEAR = Linear({"words": 2.0, "names": -1.0}, 0.5)


@pytest.mark.parametrize(
    ("names", "values", "score"),
    [
        (("words", "names"), (1.0, 1.0), 2 - 1 + 0.5),
        (("names", "words"), (0.5, 0.0), -0.5 + 0.5),
        (("words", "figures"), (1.0, 9.0), 2 + 0.5),
        ((), (), 0.5),
    ],
)
def test_a_score_is_a_weighted_sum(names: tuple[str, ...], values: tuple[float, ...], score: float) -> None:
    """Each value by the weight of its name, in whatever order; what has no weight adds nothing."""
    assert LINEAR.score(names, values) == pytest.approx(score)


def test_names_and_values_must_be_as_many() -> None:
    """A value without a name is a mistake."""
    with pytest.raises(ValueError, match="argument 2 is longer"):
        LINEAR.score(("words",), (1.0, 2.0))


@pytest.mark.parametrize(
    ("value", "chance"),
    [(-0.25, 1 / 2), (0.25, 1 / (1 + math.exp(-1))), (1e9, 1 / (1 + math.exp(-60))), (-1e9, 1 / (1 + math.exp(60)))],
)
def test_a_probability_is_the_logistic_function(value: float, chance: float) -> None:
    """A half at 0, and no overflow far from it."""
    assert LINEAR.probability(("words",), (value,)) == pytest.approx(chance, rel=1e-9)


def test_weights_are_read_from_a_file(tmp_path: Path) -> None:
    """Each stage has its own, and the last the chance below which nothing is shown."""
    path = tmp_path / "selection.json"
    stages = {
        name: {"weights": {"words": weight}, "intercept": weight / 10}
        for name, weight in (("choosing", 1), ("ranking", 2), ("deciding", 3))
    }
    stages["deciding"]["least"] = 0.25
    path.write_text(json.dumps(stages))
    found = learned(path)
    assert [stage.score(("words",), (1.0,)) for stage in (found.choosing, found.ranking, found.deciding)] == [
        1.1,
        2.2,
        3.3,
    ]
    assert found.least == 0.25


def test_every_weight_that_comes_with_it_is_of_something_seen() -> None:
    """A feature under another name would weigh nothing, and nobody would be told."""
    shipped = learned()
    assert set(shipped.choosing.weights) == set(FEATURES)
    assert set(shipped.ranking.weights) == set(RANKING)
    assert set(shipped.deciding.weights) == set(DECIDING)
    assert 0 < shipped.least < 1
