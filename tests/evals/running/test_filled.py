"""A library of documents for the length of a run: read once, copied as long as nothing has changed."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.compose import Settings
from corpus.errors import SourceMissing
from corpus.parse import PARSER
from evals.running.filled import filled_library, reading_by
from evals.running.kept_libraries import KeptLibrary

REPORT = "Report\n\n1. In all, 84 participants from 12 countries attended the workshop.\n\n2. It closed at noon.\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Return a folder of one report."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "report.txt").write_text(REPORT)
    return folder


class Office:
    """Fills libraries as a run does, and counts how often the documents were read."""

    def __init__(self, folder: Path, corpus: Path) -> None:
        self.settings = Settings(folder / "never-opened", embedding="hash", reader="none")
        self.folder, self.corpus = folder, corpus
        self.read = 0
        self.remarks: list[str] = []

    def run(self, embedding: str = "hash") -> tuple[str, list[str]]:
        """Return the digest of the library and the texts of its paragraphs."""
        kept = KeptLibrary(self.folder / "kept", self.corpus, embedding)
        settings = replace(self.settings, embedding=embedding)
        with filled_library(settings, self.corpus, self._fill, kept=kept, remark=self.remarks.append) as library:
            texts = [each.text for document in library.documents() for each in library.paragraphs(document.id)]
            assert library.search("workshop")[0].paragraph.text in texts
            return library.digest, texts

    def _fill(self, library, corpus: Path):
        self.read += 1
        return reading_by(PARSER)(library, corpus)


@pytest.fixture
def office(tmp_path: Path, corpus: Path) -> Office:
    """Return an office with one report."""
    return Office(tmp_path, corpus)


def test_what_did_not_change_is_read_once(office: Office) -> None:
    """The copy holds what was read; a changed document is read anew, and nothing of the person's is made."""
    first = office.run()
    assert office.run() == first
    assert office.read == 1
    (office.corpus / "report.txt").write_text(REPORT.replace("84", "85"))
    assert office.run() != first
    assert office.read == 2
    assert not office.settings.library.exists()


def test_other_code_reads_anew(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read by other code, or by another version of a library that reads, is not taken."""
    for name in ("code_digest", "versions"):
        before = office.read
        office.run()
        monkeypatch.setattr(f"evals.running.kept_libraries.{name}", lambda _what, name=name: name)
        office.run()
        assert office.read == before + 2 - (before > 0)


def test_a_damaged_copy_is_made_anew(office: Office) -> None:
    """A catalogue that cannot be read is no obstacle, and is replaced."""
    first = office.run()
    [place] = (office.folder / "kept").iterdir()
    (place / "catalogue.db").write_bytes(b"no database")
    assert office.run() == first
    assert office.read == 2
    assert office.run() == first
    assert office.read == 2


def test_what_could_not_be_read_whole_is_not_kept(office: Office) -> None:
    """The remark on a file that failed comes each time."""
    (office.corpus / "broken.pdf").write_bytes(b"no pdf")
    office.run()
    office.run()
    assert office.read == 2
    assert len([remark for remark in office.remarks if "broken.pdf" in remark]) == 2


def test_an_interruption_keeps_what_was_read(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever stops a run while cases are asked does not have to read the documents again."""
    kept = KeptLibrary(office.folder / "kept", office.corpus, "hash")
    with (
        pytest.raises(KeyboardInterrupt),
        filled_library(office.settings, office.corpus, office._fill, kept=kept),
    ):
        raise KeyboardInterrupt
    office.run()
    assert office.read == 1


def test_few_libraries_are_kept(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those used last; nothing half made lies about."""
    monkeypatch.setattr("evals.running.kept_libraries._KEPT", 1)
    office.run()
    (office.corpus / "report.txt").write_text(REPORT.replace("84", "85"))
    office.run()
    assert len(list((office.folder / "kept").iterdir())) == 1
    office.run()
    assert office.read == 2


def test_nothing_to_read(office: Office) -> None:
    """A folder without documents is an error, and nothing is kept."""
    (office.corpus / "report.txt").unlink()
    with pytest.raises(SourceMissing, match="nothing in"):
        office.run()
    assert not (office.folder / "kept").exists()
