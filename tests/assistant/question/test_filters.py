"""A question that names the document it is about is answered from that document."""

from pathlib import Path

import pytest

from assistant.compose import Settings, open_assistant, open_library
from assistant.question.filters import documents_named
from corpus.document import Document, Metadata

RELEASE_2021 = Document(
    "harbour-2021", "/r/1.txt", "", "txt", Metadata("Harbour opens", "", "2021-05", kind="release"), ""
)
RELEASE_2024 = Document(
    "harbour-2024", "/r/2.txt", "", "txt", Metadata("Harbour grows", "", "2024", kind="release"), ""
)
REPORT = Document(
    "board", "/r/3.txt", "", "txt", Metadata("Report of the Saltmarsh board", "B/7/2", kind="meeting report"), ""
)
ALL = (RELEASE_2021, RELEASE_2024, REPORT)


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("How long was the quay in the 2021 release?", (RELEASE_2021,)),
        ("What does the press release of May 2024 say of the quay?", (RELEASE_2024,)),
        ("According to the Saltmarsh report, who spoke?", (REPORT,)),
        ("Who spoke according to B/7/2?", (REPORT,)),
        ("How long is the quay in the release?", ()),
        ("How long was the quay in the 2019 release?", ()),
        ("Who wrote the report on fishing in 2021?", ()),
        ("How long is the quay?", ()),
        ("Who spoke according to document B/7/2.", (REPORT,)),
        ("Who spoke in B/7/3?", ()),
        ("Who spoke under B/7/2?", ()),
        ("How long is the quay in the press release of 2021?", (RELEASE_2021,)),
        ("How long is the quay in the release from 3 May 2024?", (RELEASE_2024,)),
        ("How long is the quay in the release from Tarn 2024?", ()),
        ("How long is the quay in the release dated 1 of May 2024?", (RELEASE_2024,)),
        ("What does the harbour release say of the quay?", (RELEASE_2021, RELEASE_2024)),
        ("What does the harbours grows release say of the quay?", (RELEASE_2024,)),
        ("How long is the quay in the meeting report?", ()),
        ("How long is the quay in the 2031 report?", ()),
        ("How long is the quay in the board report?", (REPORT,)),
        ("How long is the quay in the board release?", ()),
        ("Who opened the 2021 release?", ()),
        ("How long is the quay in the May release of the board?", ()),
    ],
)
def test_references_are_recognised(question: str, named: tuple[Document, ...]) -> None:
    """A kind with a year, a title word or a symbol limits a question; a kind alone, or what fits nothing, does not."""
    assert documents_named(question, ALL) == named


def test_a_reference_that_fits_all_sets_no_limit() -> None:
    """There is nothing to leave out."""
    assert documents_named("How long is the quay in the harbour release?", (RELEASE_2021, RELEASE_2024)) == ()


@pytest.mark.parametrize("year", ["1999", "2031"])
def test_a_year_after_the_kind_limits_a_question(year: str) -> None:
    """Of this century or the last."""
    releases = {
        date: Document(f"r-{date}", "/r/4.txt", "", "txt", Metadata("Harbour", "", date, kind="release"), "")
        for date in ("1999", "2031")
    }
    assert documents_named(f"How long is the quay in the release of May {year}?", [*releases.values()]) == (
        releases[year],
    )


def test_a_document_without_a_date_is_of_the_year_in_its_title() -> None:
    """One with a date is of that year alone."""
    undated, dated = (
        Document(f"r-{date}", "/r/4.txt", "", "txt", Metadata("Harbour in 2031", "", date, kind="release"), "")
        for date in ("", "2032")
    )
    assert documents_named("How long is the quay in the 2031 release?", (undated, dated)) == (undated,)


def test_a_symbol_in_part_and_a_period_name_a_document() -> None:
    """A document of two organs answers to either symbol, and a report of 2023 may be issued in 2024."""
    joint = Document("joint", "/r/4.txt", "", "txt", Metadata("Letter", "A/79/917–S/2025/332"), "")
    facts = Metadata("Report on ferries", date="2024-02-01", period="2023", kind="report")
    yearly = Document("yearly", "/r/5.txt", "", "txt", facts, "")
    library = (*ALL, joint, yearly)
    assert documents_named("What was asked according to S/2025/332?", library) == (joint,)
    assert documents_named("How many sailed according to the ferries report for 2023?", library) == (yearly,)


def test_the_answer_comes_from_the_document_named(tmp_path: Path) -> None:
    """The same question has the answer of each release, and the note says where was looked."""
    for year, metres in ((2021, 140), (2024, 215)):
        (tmp_path / f"harbour-{year}.md").write_text(
            f"# Saltmarsh harbour {year}\n\nPress release, 3 May {year}\n\nThe harbour's quay is {metres} m long.\n"
        )
    settings = Settings(tmp_path / "library", embedding="hash", reader="none")
    with open_library(settings) as library:
        library.ingest([tmp_path])
        for document in library.documents():
            library.set_metadata(document.id, "kind", "release")
        assistant = open_assistant(settings, library)
        for year, metres in ((2021, 140), (2024, 215)):
            answer = assistant.ask(f"How long is the quay in the {year} release?")
            assert [f"{metres} m" in sentence.text for sentence in answer.sentences] == [True]
            assert answer.note == f"Looked in “Saltmarsh harbour {year}” alone."
