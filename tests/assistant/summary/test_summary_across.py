"""What several documents say of one question: by date, with what they disagree on."""

from collections.abc import Iterator

import pytest

from assistant.compose import Settings, open_library
from assistant.summary.across import summarize_across
from assistant.summary.choosing.gist import asked_terms, cover, rank, span_of
from assistant.summary.outline import outline_of
from corpus.errors import SummaryError
from index.library import Library

EARLY = """Report of the Harbour Board

Port Vale, 3 March 2019

1. The Board met in Port Vale on 3 March 2019 and heard that the night ferry carried 318 passengers in a week.

2. Peat restoration was put off.
"""
LATE = """Report of the Ferry Council

Saltmarsh, 9 May 2024

1. The Council met in Saltmarsh on 9 May 2024.

2. It was told that the night ferry carried 402 passengers in a week, and that its roof leaks.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Open a library of two reports that give different numbers for one thing."""
    folder = tmp_path_factory.mktemp("across")
    (folder / "early.txt").write_text(EARLY, encoding="utf-8")
    (folder / "late.txt").write_text(LATE, encoding="utf-8")
    with open_library(Settings(library=folder / "library", embedding="hash")) as opened:
        opened.ingest([folder / "early.txt", folder / "late.txt"])
        yield opened


def test_documents_are_set_out_by_date_and_their_difference_shown(library: Library) -> None:
    """The earlier document stands first, and the two numbers stand beside each other with both sources."""
    summary = summarize_across(library, "What has been said on the night ferry?")
    headings = [part.heading for part in summary.parts]
    assert [heading[:4] for heading in headings[:2]] == ["2019", "2024"]
    assert headings[-1] == "Where the documents differ"
    differing = summary.parts[-1].points[0]
    assert {"318", "402"} <= set(" ".join(differing.cells).split())
    assert [source.document.id for source in differing.sources] == ["early", "late"]
    assert summary.struck == ()


def test_a_span_in_the_question_limits_the_documents(library: Library) -> None:
    """`since 2020` leaves out what is older."""
    summary = summarize_across(library, "What has been said on the night ferry since 2020?")
    assert [document.id for document in summary.documents] == ["late"]


def test_a_matter_that_nobody_mentions_is_told(library: Library) -> None:
    """The sentence names the question and what to do."""
    with pytest.raises(SummaryError, match="no document says anything of"):
        summarize_across(library, "What has been said on walrus migration?")
    with pytest.raises(SummaryError, match="names nothing to look for"):
        summarize_across(library, "What was said?")


def test_spans_and_terms_of_a_question() -> None:
    """Years limit the search and are not looked for; words that only ask are neither."""
    assert span_of("What was said since 2020?") == ("2020", "")
    assert span_of("floods in 2023") == ("2023", "2023")
    assert span_of("floods from 2019 to 2021") == ("2019", "2021")
    assert asked_terms("What has been said on the ferry since 2020?") == ("ferri",)


def test_neighbours_share_a_score_and_the_extract_covers_what_is_asked(session) -> None:
    """The paragraphs that hold the words come first, and the extract keeps to the words it may have."""
    outline = outline_of(*session)
    paragraphs = outline.citable
    ranked = rank("electric ferries", paragraphs)
    assert paragraphs[ranked.order[0]].label in ("7", "8")
    alone = rank("electric ferries", paragraphs, neighbours=0)
    assert {paragraphs[at].label for at in alone.order[:2]} == {"4", "8"}
    assert sum(score > 0 for score in ranked.scores) > sum(score > 0 for score in alone.scores)
    scores = {paragraph.position: score for paragraph, score in zip(paragraphs, ranked.scores, strict=True)}
    chosen = cover(outline.units, ranked, scores, 40)
    assert sum(unit.words for unit in chosen) <= 40
    assert any("electric ferries" in unit.text for unit in chosen)
