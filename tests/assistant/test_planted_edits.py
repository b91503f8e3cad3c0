"""How many planted false statements the verifier finds, and how many true sentences it wrongly stops."""

import sys
from pathlib import Path

import pytest

from assistant.verification.verify import verify

sys.path.insert(0, str(Path(__file__).parent))
from planted_edits import Page, edits, read_pages, rewordings

KINDS = ("number", "date", "name", "negation")
SEED = 20


@pytest.fixture(scope="module")
def pages(reference: Path) -> list[Page]:
    """Return the paragraphs of real reports and decisions."""
    files = [*(reference / "corpus").glob("*.txt"), *(reference / "dev" / "unfccc" / "documents").glob("*.txt")]
    return read_pages(sorted(files))


@pytest.fixture(scope="module")
def starter_pages(starter: Path) -> list[Page]:
    """Return the paragraphs of the starter corpus."""
    return read_pages(sorted(file for file in starter.iterdir() if file.suffix != ".pdf"))


def _caught(kind: str, count: int, pages: list[Page]) -> tuple[float, int]:
    """Return the share of edits found, and of how many; without those whose new words the paragraph holds anyway."""
    planted = [edit for edit in edits(kind, count, pages, SEED) if not edit.is_swap]
    found = sum(bool(verify(edit.sentence, edit.page.paragraph)) for edit in planted)
    return found / len(planted), len(planted)


def _flagged(count: int, pages: list[Page]) -> tuple[float, int]:
    said = rewordings(count, pages, SEED)
    return sum(bool(verify(one.sentence, one.page.paragraph)) for one in said) / len(said), len(said)


@pytest.mark.parametrize("kind", KINDS)
def test_planted_edits_are_caught(kind: str, pages: list[Page]) -> None:
    """Of 250 planted edits of each kind at least 97 in a hundred are found."""
    share, tried = _caught(kind, 250, pages)
    assert tried > 200
    assert share >= 0.97


def test_true_sentences_pass(pages: list[Page]) -> None:
    """Of 1,000 sentences as they are or reworded at most two in a hundred are stopped."""
    share, tried = _flagged(1_000, pages)
    assert tried == 1_000
    assert share <= 0.02


def _swaps_caught(count: int, pages: list[Page]) -> tuple[float, int]:
    planted = [edit for kind in KINDS for edit in edits(kind, count, pages, SEED) if edit.is_swap]
    return sum(bool(verify(edit.sentence, edit.page.paragraph)) for edit in planted) / len(planted), len(planted)


def test_swapped_owners_are_mostly_caught(pages: list[Page]) -> None:
    """Words put in that the paragraph holds of something else are found more often than not."""
    share, _ = _swaps_caught(250, pages)
    assert share >= 0.6


@pytest.mark.parametrize("kind", KINDS)
def test_edits_of_the_starter_corpus_are_caught(kind: str, starter_pages: list[Page]) -> None:
    """The same holds for the corpus that comes with the product."""
    share, tried = _caught(kind, 60, starter_pages)
    assert tried > 10
    assert share >= 0.97


def test_true_sentences_of_the_starter_corpus_pass(starter_pages: list[Page]) -> None:
    """The same holds for the corpus that comes with the product."""
    share, _ = _flagged(150, starter_pages)
    assert share <= 0.02


def test_swapped_owners_of_the_starter_corpus_are_mostly_caught(starter_pages: list[Page]) -> None:
    """The same holds for the corpus that comes with the product."""
    share, tried = _swaps_caught(250, starter_pages)
    assert tried > 20
    assert share >= 0.6
