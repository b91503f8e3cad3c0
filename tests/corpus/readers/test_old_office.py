"""Old Word and PowerPoint files: through LibreOffice where it is, and a plain word where it is not."""

import io
import stat
from pathlib import Path

import pytest
from compound_file import compound_file
from docx import Document

from corpus.errors import NotInstalled, UnreadableSource
from corpus.parse import parse

OLD = compound_file({"WordDocument": b"\xec\xa5" + b"x" * 600})
STAND_IN = """#!/bin/sh
while [ $# -gt 1 ]; do [ "$1" = --outdir ] && out="$2"; shift; done
mkdir -p "$out" && {}
"""


def office(folder: Path, does: str) -> None:
    """Put a program where LibreOffice would be, that does something in its folder `$out`."""
    program = folder / "soffice"
    program.write_text(STAND_IN.format(does))
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


def test_without_libreoffice_it_is_said_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is named, and what reads it."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NotInstalled, match=r"old\.doc.*LibreOffice.*save the file as DOCX"):
        parse(OLD, "old.doc", "d")


def test_what_libreoffice_makes_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The paragraphs are those of the file that the program made."""
    document, stream = Document(), io.BytesIO()
    document.add_paragraph("The mill has three wheels.")
    document.save(stream)
    (tmp_path / "made.docx").write_bytes(stream.getvalue())
    office(tmp_path, f'cp "{tmp_path}/made.docx" "$out/source.docx"')
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    parsed = parse(OLD, "old.doc", "d")
    assert [p.text for p in parsed.paragraphs] == ["The mill has three wheels."]
    assert parsed.format == "doc"


def test_a_file_that_it_cannot_open_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that makes nothing, whatever it says, gives one line."""
    office(tmp_path, "exit 0")
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    with pytest.raises(UnreadableSource, match=r"old\.doc.*cannot be opened"):
        parse(OLD, "old.doc", "d")


def test_a_workbook_of_the_old_kind_is_told_apart() -> None:
    """What is no Word file is not handed on as one."""
    with pytest.raises(UnreadableSource, match="old Excel workbook"):
        parse(compound_file({"Workbook": b"x" * 600}), "old.doc", "d")
