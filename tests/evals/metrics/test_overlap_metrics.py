"""Answers against references: exact match, token F1, recall, BLEU, added words; expected values written out."""

import math

import pytest

from evals.metrics.added_words import added_precision, added_recall, added_words
from evals.metrics.bleu import corpus_bleu
from evals.metrics.exact_match import exact_match, holds_reference
from evals.metrics.formulas import normal
from evals.metrics.must_recall import must_recall
from evals.metrics.set_f1 import set_f1
from evals.metrics.token_f1 import best_token_f1, best_token_recall


def test_normalisation_is_that_of_squad() -> None:
    """Case, punctuation, articles and white space make no difference; hyphens go without leaving a space."""
    assert normal("The  U.S.-led, an 'Alliance'") == "usled alliance"


@pytest.mark.parametrize(
    ("found", "references", "value"),
    [
        ("the Centre.", ["A centre"], 1),
        ("the Centre in Delhi", ["Centre"], 0),
        ("1977", ["1976", "1977"], 1),
        ("", [], 1),
        ("1977", [], 0),
        ("", ["1977"], 0),
    ],
)
def test_exact_match(found: str, references: list[str], value: int) -> None:
    """Any reference will do; without references only a refusal matches."""
    assert exact_match(found, references) == value


def test_holds_reference_as_whole_words() -> None:
    """A longer answer holds a reference, but not a part of one of its words."""
    assert holds_reference("Some 70 people came.", ["seventy", "70 people"]) == 1
    assert holds_reference("Some 170 people came.", ["70 people"]) == 0
    assert holds_reference("anything", [""]) == 0


def test_token_f1_and_recall() -> None:
    """Two of three tokens are shared with a reference of four: F1 = 2 × 2 / (3 + 4), recall = 2 / 4."""
    assert best_token_f1("seventy people came", ["about seventy people attended"]) == 2 * 2 / (3 + 4)
    assert best_token_recall("seventy people came", ["about seventy people attended"]) == 2 / 4
    assert best_token_f1("came", ["went", "they came"]) == 2 * 1 / (1 + 2)


def test_repeated_tokens_count_as_often_as_they_are_shared() -> None:
    """`no no` shares one token with `no`: F1 = 2 × 1 / (2 + 1)."""
    assert best_token_f1("no no", ["no"]) == 2 * 1 / (2 + 1)


def test_no_answer_is_matched_by_nothing_alone() -> None:
    """Without references a refusal has F1 1 and an answer 0."""
    assert best_token_f1("", []) == 1
    assert best_token_f1("something", []) == 0
    assert best_token_recall("something", []) == 1


def test_must_recall() -> None:
    """One of two groups is held: 1 / 2; nothing that must be held is held whole."""
    assert must_recall("70 came from Fiji", [["70", "seventy"], ["Tonga"]]) == 1 / 2
    assert must_recall("", []) == 1


def test_set_f1() -> None:
    """Two of three chosen are among four gold: 2 × 2 / (3 + 4)."""
    assert set_f1({1, 2, 9}, {1, 2, 3, 4}) == 2 * 2 / (3 + 4)
    assert set_f1([], {1}) == 0
    assert set_f1([], []) == 1


def test_bleu_by_hand() -> None:
    """Of the candidate's 7, 6, 5 and 4 n-grams 6, 4, 3 and 2 are in the reference, and it is no shorter."""
    candidate, reference = "the cat sat on the red mat", "the cat sat on the mat"
    shared = (6 / 7) * (4 / 6) * (3 / 5) * (2 / 4)
    assert corpus_bleu([(candidate, reference)]) == pytest.approx(100 * shared ** (1 / 4))


def test_bleu_penalises_brevity_over_the_corpus() -> None:
    """Both candidates are part of their references, 9 of 12 tokens in all: 100 × exp(1 − 12 / 9)."""
    pairs = [("a b c d", "a b c d"), ("e f g h i", "e f g h i j k l")]
    assert corpus_bleu(pairs) == pytest.approx(100 * math.exp(1 - 12 / 9))


def test_bleu_counts_no_n_gram_oftener_than_its_reference() -> None:
    """Seven `the` against two: one-grams 2 / 7, and no shared three-gram makes it 0."""
    assert corpus_bleu([("the the the the the the the", "the cat is on the mat")]) == 0


def test_added_words() -> None:
    """A person added `Walter Scott`; ours added `Scott` and `Edinburgh`: recall 1 / 2, precision 1 / 2."""
    question, theirs, ours = (
        "Where was he born?",
        "Where was Walter Scott born?",
        "Where was he born? (Scott Edinburgh)",
    )
    assert added_words(question, theirs) == {"walter", "scott"}
    assert added_recall(question, ours, theirs) == 1 / 2
    assert added_precision(question, ours, theirs) == 1 / 2


def test_nothing_added_has_no_share() -> None:
    """A complete question takes no part in the mean."""
    assert added_recall("Who came?", "Who came? (Fiji)", "who came") is None
    assert added_precision("Who came?", "Who came?", "Who of Fiji came?") is None
