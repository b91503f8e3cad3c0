"""What a case quotes must be in the documents it names."""

from pathlib import Path

import pytest

from assistant.compose import Settings, open_library
from corpus.errors import CaseError
from evals.cases.load import load_cases
from evals.running.quotes import Shelves, faulty_quotes, require_quotes

REPORT = """Report of the harbour board

I. Attendance

1. The meeting in Saltmarsh was attended by 41 delegates.

2. It closed at noon.
"""


@pytest.fixture(scope="module")
def shelves(tmp_path_factory: pytest.TempPathFactory):
    """Return the paragraphs of a library of one report."""
    folder = tmp_path_factory.mktemp("quotes")
    (folder / "report.txt").write_text(REPORT)
    with open_library(Settings(folder / "library", embedding="hash", reader="none")) as library:
        library.ingest([folder / "report.txt"])
        yield Shelves(library)


def written(folder: Path, *golds: str) -> Path:
    """Write a file of cases, each with its gold."""
    lines = [f"- {{id: c{n}, kind: k, question: q, must: [[x]], {gold}}}\n" for n, gold in enumerate(golds)]
    (folder / "cases.yaml").write_text("".join(lines))
    return folder / "cases.yaml"


@pytest.mark.parametrize(
    "gold",
    [
        "doc: report, quote: 41 delegates",
        'doc: report, quote: [nowhere, "41 delegates"]',
        'doc: report, label: "2"',
        'doc: report, label: "2", quote: noon',
        "doc: absent, quote: whatever",
    ],
)
def test_what_is_there_is_fine(tmp_path: Path, shelves: Shelves, gold: str) -> None:
    """One of several quotes is enough; a document that is not there is for others to tell."""
    assert faulty_quotes(load_cases(written(tmp_path, gold)), shelves) == []


@pytest.mark.parametrize(
    ("gold", "words"),
    [
        ("doc: report, quote: 42 delegates", "quotes '42 delegates', which is in no paragraph of 'report'"),
        ('doc: report, label: "3"', "quotes label '3', which is in no paragraph"),
        ('doc: report, label: "1", quote: noon', "no paragraph with label '1' of 'report'"),
        ('doc: report, quote: "delegates. 2. It closed"', "runs over more than one paragraph"),
    ],
)
def test_what_is_not_there_is_told_with_file_and_line(tmp_path: Path, shelves: Shelves, gold: str, words: str) -> None:
    """Every faulty case is named, not the first alone."""
    path = written(tmp_path, "doc: report, quote: noon", gold, "doc: report, quote: gone too")
    with pytest.raises(CaseError) as caught:
        require_quotes(load_cases(path), shelves)
    first, second = str(caught.value).splitlines()
    assert first.startswith(f"{path}, line 2: case 'c1' ")
    assert words in first
    assert second.startswith(f"{path}, line 3: case 'c2' ")


def test_the_starter_cases_quote_what_is_there(starter: Path, tmp_path: Path) -> None:
    """Each of them stands in the starter corpus."""
    cases = load_cases(Path(__file__).resolve().parents[3] / "evals" / "starter.yaml")
    with open_library(Settings(tmp_path / "library", embedding="hash", reader="none")) as library:
        library.ingest([starter])
        require_quotes(cases, Shelves(library))


def test_the_known_facts_of_real_reports_quote_what_is_there(reference: Path, tmp_path: Path) -> None:
    """Each of them stands in the reports beside the repository."""
    cases = load_cases(reference / "facts" / "seeds.yaml")
    with open_library(Settings(tmp_path / "library", embedding="hash", reader="none")) as library:
        library.ingest([reference / "corpus"])
        require_quotes(cases, Shelves(library))
