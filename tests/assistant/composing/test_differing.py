"""Values that differ are shown side by side, newest first, and called a contradiction only where they are one."""

from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.compose import Settings, open_assistant, open_library

QUESTION = "How many ferries does the harbour company of Saltmarsh run?"


def _answer(folder: Path, texts: dict[str, str]) -> Answer:
    documents = folder / "documents"
    documents.mkdir()
    for name, text in texts.items():
        (documents / name).write_text(text)
    settings = Settings(folder / "library", embedding="hash", reader="none")
    with open_library(settings) as library:
        library.ingest([documents])
        return open_assistant(settings, library).ask(QUESTION)


@pytest.mark.parametrize(
    ("dates", "note"),
    [
        (("3 May 2021", "9 June 2024"), "Each value stands for its own date."),
        (("3 May 2021", "4 May 2021"), "The documents give different values."),
    ],
)
def test_values_of_two_documents(tmp_path: Path, dates: tuple[str, str], note: str) -> None:
    """Both are given with their sources; of different years, they are no contradiction."""
    texts = {
        f"{number}.md": f"# Harbour news {number}\n\nPress release, {date}\n\n"
        f"The harbour company of Saltmarsh runs {ferries} ferries between the islands.\n"
        for number, (date, ferries) in enumerate(zip(dates, ("12", "17"), strict=True), start=1)
    }
    answer = _answer(tmp_path, texts)
    assert [figure for sentence in answer.sentences for figure in ("12", "17") if figure in sentence.text] == [
        "17",
        "12",
    ]
    assert len({citation.document.id for citation in answer.citations}) == 2
    assert answer.note.startswith(note)


def test_periods_that_begin_alike_differ(tmp_path: Path) -> None:
    """A period is one value: of two that begin in the same year, each is shown."""
    (tmp_path / "board.md").write_text(
        "# Saltmarsh\n\n1. The harbour council of Saltmarsh was elected for the period 2020-2022.\n\n"
        "2. The people elected the harbour council of Saltmarsh for the period 2020 to 2023.\n"
    )
    settings = Settings(tmp_path / "library", embedding="hash", reader="none")
    with open_library(settings) as library:
        library.ingest([tmp_path / "board.md"])
        answer = open_assistant(settings, library).ask("For which period was the harbour council of Saltmarsh elected?")
    assert "2020-2022" in answer.text
    assert "2020 to 2023" in answer.text
    assert answer.note == "The documents give different values."
