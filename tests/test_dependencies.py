"""The page of what is installed agrees with the lock, and is written from what is installed."""

import runpy
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
SCRIPT = REPOSITORY / "tools" / "dependencies.py"
PAGE = REPOSITORY / "docs" / "dependencies.md"


def cells(page: Path) -> list[list[str]]:
    """Return the cells of each row that tells of a package."""
    lines = page.read_text(encoding="utf-8").splitlines()
    rows = [line.strip("| ").split(" | ") for line in lines if line.startswith("| ")]
    return [row for row in rows if row[0] != "package"]


def test_the_page_names_what_the_lock_pins() -> None:
    """Each row has a version that the lock has, and each package that the lock has everywhere stands in a row."""
    lock = (REPOSITORY / "requirements.txt").read_text(encoding="utf-8").splitlines()
    pins = {line.partition(" ")[0] for line in lock if not line.startswith("#")}
    everywhere = {line for line in lock if "==" in line and ";" not in line}
    shown = {f"{name}=={version}" for name, version, *_ in cells(PAGE)}
    assert shown <= pins
    assert everywhere <= shown


@pytest.mark.slow
def test_the_script_writes_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From what is installed here it writes the same packages, each with a licence and what needs it."""
    monkeypatch.setattr(sys, "argv", [str(SCRIPT), str(tmp_path / "page.md")])
    runpy.run_path(str(SCRIPT), run_name="__main__")
    rows = cells(tmp_path / "page.md")
    assert {row[0] for row in rows} >= {row[0] for row in cells(PAGE)} - {"uvloop"}
    assert all(len(row) == 5 and row[2] != "not stated" and row[4] for row in rows)
