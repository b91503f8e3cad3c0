"""The same document as DOCX and as PDF gives the same paragraphs, and nothing of either is lost."""

import re
import unicodedata
from pathlib import Path

import pytest

from corpus.parse import Parsed, parse

SAMPLE = ["A_80_590", "A_81_6_(SECT._13)", "A_81_6_(SECT._29F)"]
TARGET = 0.98
LONG = 15


def _words(text: str) -> str:
    return " ".join(re.sub("[‐‑]", "-", unicodedata.normalize("NFKC", text)).split())


def _read(path: Path) -> Parsed:
    return parse(path.read_bytes(), path.name, path.stem)


def agreement(folder: Path, stem: str) -> tuple[int, int]:
    """Return how many long paragraphs the DOCX has, and how many stand whole in the PDF with the same label."""
    typed, printed = _read(folder / f"{stem}.docx"), _read(folder / f"{stem}.pdf")
    assert typed.coverage.whole, typed.coverage.missing
    assert printed.coverage.whole, printed.coverage.missing
    found = {(_words(p.text), p.label) for p in printed.paragraphs}
    long = [p for p in typed.paragraphs if len(p.text.split()) >= LONG]
    return len(long), sum((_words(p.text), p.label) in found for p in long)


def test_word_and_pdf_agree(reference: Path) -> None:
    """Paragraphs of 15 words or more of a sample of pairs stand whole in the PDF with the same label."""
    counts = [agreement(reference / "documents" / "pairs", stem) for stem in SAMPLE]
    total, same = map(sum, zip(*counts, strict=True))
    assert same / total >= TARGET, f"{same} of {total}"


@pytest.mark.parametrize("folder", ["documents/pdf", "dev/unfccc/documents"])
def test_nothing_of_the_real_documents_is_lost(reference: Path, folder: str) -> None:
    """Every third document of each folder is read whole, each paragraph exactly where it says."""
    for path in sorted((reference / folder).iterdir())[::3]:
        parsed = _read(path)
        assert parsed.coverage.whole, (path.name, parsed.coverage.missing)
        assert all(parsed.text[p.start : p.end] == p.text for p in parsed.paragraphs)


@pytest.mark.parametrize(
    ("name", "symbol", "date", "kind"),
    [
        ("A_56_385.en.pdf", "A/56/385", "2001-09-18", "report"),
        ("A_HRC_59_60.en.pdf", "A/HRC/59/60", "2025-04-22", "report"),
        ("E_2025_9_Add.12.en.pdf", "E/2025/9/Add.12", "2025-06-02", "note"),
        ("S_RES_2773_(2025).en.pdf", "S/RES/2773 (2025)", "2025-02-21", "resolution"),
        ("S_2025_501.en.pdf", "S/2025/501", "2025-08-05", "letter"),
        ("DP_2025_14_Corr.1.en.pdf", "DP/2025/14/Corr.1", "2025-06-10", "report"),
    ],
)
def test_symbol_and_date_are_read_from_the_masthead(
    reference: Path, name: str, symbol: str, date: str, kind: str
) -> None:
    """Symbol, date of distribution and kind come from the head of the first page."""
    metadata = _read(reference / "documents" / "pdf" / name).metadata
    assert (metadata.symbol, metadata.date, metadata.kind) == (symbol, date, kind)
