"""The same text in every format gives the same labels and words."""

import importlib.util
from pathlib import Path

import pytest

from corpus.paragraph import Paragraph
from corpus.parse import parse

_SPEC = importlib.util.spec_from_file_location("generated_report", Path(__file__).with_name("generated_report.py"))
assert _SPEC is not None
assert _SPEC.loader is not None
generated = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(generated)

SEEDS = range(12)
TARGET = 0.99


def _words(text: str) -> str:
    return " ".join(text.split())


def _citable(paragraphs: tuple[Paragraph, ...]) -> set[tuple[str, str]]:
    return {(p.label, _words(p.text)) for p in paragraphs if p.kind in ("paragraph", "item", "row")}


def agreement(kind: str, seeds: range) -> tuple[float, list[tuple[str, str]]]:
    """Return the share of expected paragraphs that come out with their label and words, and those that do not."""
    total, lost = 0, []
    for seed in seeds:
        report = generated.make_report(seed)
        parsed = parse(generated.RENDERERS[kind](report), f"report.{kind}", "d")
        assert parsed.coverage.whole, parsed.coverage.missing
        found = _citable(parsed.paragraphs)
        expected = [(label, _words(text)) for label, text in report.expected]
        total += len(expected)
        lost += [entry for entry in expected if entry not in found]
    return 1 - len(lost) / total, lost


@pytest.mark.parametrize("kind", sorted(generated.RENDERERS))
def test_one_text_gives_the_same_labels_in_every_format(kind: str) -> None:
    """At least 0.99 of the paragraphs of generated reports keep label and words in each format."""
    share, lost = agreement(kind, SEEDS)
    assert share >= TARGET, f"{kind}: {share:.4f}; lost {lost[:5]}"
