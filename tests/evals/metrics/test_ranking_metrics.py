"""Rankings and confidences: recall, nDCG, MRR, AUROC, calibration, risk; expected values written out."""

import math
import random

import pytest

from evals.metrics.auroc import auroc, auroc_of_like_length
from evals.metrics.calibration import expected_calibration_error
from evals.metrics.ndcg import ndcg_at
from evals.metrics.no_answer import Refusal, no_answer_precision, no_answer_recall
from evals.metrics.recall import hit_at, recall_at
from evals.metrics.reciprocal_rank import reciprocal_rank
from evals.metrics.risk_coverage import risk_coverage_area, risk_coverage_curve
from evals.metrics.share import Share

RANKING = ["x", "a", "y", "b", "z"]


def test_recall_and_hits() -> None:
    """Of three relevant, one is in the first three and two in the first five."""
    assert recall_at(RANKING, {"a", "b", "c"}, 3) == 1 / 3
    assert recall_at(RANKING, {"a", "b", "c"}, 5) == 2 / 3
    assert (hit_at(RANKING, {"b"}, 3), hit_at(RANKING, {"b"}, 4)) == (0, 1)


def test_reciprocal_rank() -> None:
    """The first relevant one is at rank 2: 1 / 2."""
    assert reciprocal_rank(RANKING, {"a", "b"}) == 1 / 2
    assert reciprocal_rank(RANKING, {"c"}) == 0


def test_ndcg_with_grades() -> None:
    """Gains 2 at rank 2 and 1 at rank 4, against 2, 1, 1 in the best order."""
    dcg = 2 / math.log2(3) + 1 / math.log2(5)
    best = 2 / math.log2(2) + 1 / math.log2(3) + 1 / math.log2(4)
    assert ndcg_at(RANKING, {"a": 2, "b": 1, "c": 1}, 5) == pytest.approx(dcg / best)
    assert ndcg_at(RANKING, {"a": 2, "b": 1, "c": 1}, 1) == 0
    assert ndcg_at(["a", "b"], {"a": 1, "b": 1}, 10) == 1


def test_auroc_counts_ties_half() -> None:
    """Of the pairs 3>2, 3>1, 2=2, 2>1 three are in order and one is tied: (3 + 1 / 2) / 4."""
    scored = [(3.0, True), (2.0, True), (2.0, False), (1.0, False)]
    assert auroc(scored) == (3 + 1 / 2) / 4
    assert auroc([(1.0, True), (1.0, False)]) == 1 / 2
    assert auroc([(1.0, True)]) == 1 / 2


def test_auroc_is_the_share_of_pairs_in_order() -> None:
    """The sum of ranks gives what counting every pair gives."""
    draw = random.Random(7)
    scored = [(float(draw.randrange(6)), draw.random() < 0.4) for _ in range(80)]
    pairs = [(a > b) + (a == b) / 2 for a, is_a in scored if is_a for b, is_b in scored if not is_b]
    assert auroc(scored) == pytest.approx(sum(pairs) / len(pairs))


def test_auroc_of_like_length_leaves_other_pairs_out() -> None:
    """Only 100 and 90 words are within a fifth of each other, and there the order is wrong: 0 / 1."""
    scored = [(5.0, True, 100), (6.0, False, 90), (1.0, False, 20)]
    assert auroc([(score, known) for score, known, _ in scored]) == 1 / 2
    assert auroc_of_like_length(scored) == 0


def test_calibration() -> None:
    """Two bins of 2 and 1 answers: (|1 − 1.7| + |0 − 0.2|) / 3."""
    assert expected_calibration_error([(0.82, True), (0.88, False), (0.2, False)]) == pytest.approx((0.7 + 0.2) / 3)
    assert expected_calibration_error([(1.0, True), (0.0, False)]) == 0
    assert expected_calibration_error([]) == 0


def test_risk_falls_with_coverage() -> None:
    """The two surest are right and the third wrong: risks 0, 0, 1 / 3, whose mean is 1 / 9."""
    answers = [(0.2, False), (0.9, True), (0.5, True)]
    assert risk_coverage_curve(answers) == pytest.approx([0, 0, 1 / 3])
    assert risk_coverage_area(answers) == pytest.approx(1 / 9)


def test_answers_of_one_confidence_share_their_risk() -> None:
    """One right and one wrong answer of equal confidence: risks (1/2) / 1 and 1 / 2, in either order."""
    assert risk_coverage_curve([(0.5, True), (0.5, False)]) == [1 / 2, 1 / 2]
    assert risk_coverage_curve([(0.5, False), (0.5, True)]) == [1 / 2, 1 / 2]


def test_precision_and_recall_of_refusing() -> None:
    """Three were refused, two of them rightly, of four unanswerable."""
    questions = [Refusal(False, True)] * 2 + [Refusal(False, False)] * 2 + [Refusal(True, True), Refusal(True, False)]
    assert no_answer_precision(questions) == Share(2, 3)
    assert no_answer_recall(questions) == Share(2, 4)
    assert no_answer_precision([]).value is None
