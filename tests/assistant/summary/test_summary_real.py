"""Summaries of real documents: what they must hold, set down by hand."""

from importlib import util
from pathlib import Path

import pytest

from assistant.summary.draft import summarize
from assistant.summary.summary import Summary
from assistant.summary.template import load_template
from corpus.document import Document
from corpus.parse import parse

_spec = util.spec_from_file_location("summary_facts", Path(__file__).with_name("summary_facts.py"))
assert _spec is not None
assert _spec.loader is not None
known = util.module_from_spec(_spec)
_spec.loader.exec_module(known)
LEAST = 0.9


def drafted(reference: Path, name: str, template: str) -> Summary:
    """Draft a real document at 600 words."""
    path = next((reference / "corpus").glob(f"{name}*.txt"))
    parsed = parse(path.read_bytes(), path.name, name)
    document = Document(name, str(path), "0", parsed.format, parsed.metadata, parsed.text)
    return summarize(document, parsed.paragraphs, load_template(template), 600)


def whole(summary: Summary) -> str:
    """Return all that a reader of a draft sees, footnotes aside."""
    lines = [summary.title]
    for part in summary.parts:
        lines += [part.heading, part.lead, *(f"{point.label}: {point.text}" for point in part.points)]
    return "\n".join(lines)


@pytest.mark.parametrize("name", sorted(known.BY_DOCUMENT))
def test_nine_of_ten_facts_are_held_in_600_words(reference: Path, name: str) -> None:
    """The draft of each document holds what a reader would miss, and no point fails the verifier."""
    template, facts = known.BY_DOCUMENT[name]
    summary = drafted(reference, name, template)
    missing = known.missing(facts, whole(summary))
    assert len(missing) <= (1 - LEAST) * len(facts), missing
    assert summary.struck == ()
    assert all(point.sources for point in summary.points)
    assert summary.words <= 630


def test_the_session_lists_every_decision_by_its_number(reference: Path) -> None:
    """All 28 decisions are there, each under the number it was printed with."""
    summary = drafted(reference, "001", "session")
    part = next(part for part in summary.parts if part.heading == "Decisions")
    assert [point.label for point in part.points] == [str(number) for number in range(1, 29)]


def test_proposals_are_under_the_right_names(reference: Path) -> None:
    """Each of the three delegations that proposed something has its delegate's name, and no other has."""
    summary = drafted(reference, "001", "session")
    part = next(part for part in summary.parts if part.heading == "Proposals")
    assert [point.label for point in part.points] == [
        "Kazakhstan: Mr. Sanat Akhanov",
        *["Kyrgyzstan: Ms. Aisuluu Mustapakulova"] * 2,
        *["Tajikistan: Mr. Ravshan Kurbanov"] * 4,
    ]
