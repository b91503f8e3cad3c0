"""What drafts hold of real reports whose facts were set down before any draft of them was read."""

from importlib import util
from pathlib import Path

import pytest

from assistant.summary.summarizer import summarize_documents
from corpus.document import Document
from corpus.parse import parse

_spec = util.spec_from_file_location("facts_of_unseen", Path(__file__).with_name("unseen_facts.py"))
assert _spec is not None
assert _spec.loader is not None
unseen = util.module_from_spec(_spec)
_spec.loader.exec_module(unseen)
LEAST = {"A_HRC_59_60.en.pdf": 0.45, "E_FFDF_2025_2.en.pdf": 0.6, "A_80_29.en.pdf": 0.75}


@pytest.mark.parametrize("name", sorted(LEAST))
def test_what_a_draft_of_an_unseen_report_holds(reference: Path, name: str) -> None:
    """In 600 words, in the shape that is chosen for it; each point cites and none fails the verifier."""
    path = reference / "documents" / "pdf" / name
    parsed = parse(path.read_bytes(), name, "unseen")
    document = Document("unseen", name, "0", parsed.format, parsed.metadata, parsed.text)
    summary = summarize_documents([(document, parsed.paragraphs)], words=600)
    lines = [summary.title]
    for part in summary.parts:
        lines += [part.heading, part.lead, *(f"{point.label}: {point.text}" for point in part.points)]
    facts = unseen.BY_FILE[name]
    missing = unseen.known.missing(facts, "\n".join(lines))
    assert 1 - len(missing) / len(facts) >= LEAST[name], missing
    assert summary.template == "session"
    assert summary.struck == ()
    assert all(point.sources for point in summary.points)
    assert summary.words <= 630
