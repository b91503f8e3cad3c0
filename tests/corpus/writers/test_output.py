"""A document that is written can be read again: every word, heading, list, table and footnote."""

import io
import re
import zipfile

import pytest

from corpus.parse import parse
from corpus.writers import docx as write_docx
from corpus.writers import html as write_html
from corpus.writers import md as write_md
from corpus.writers.output import ListBlock, OutputDocument, Prose, Run, TableBlock, Title

WRITTEN = OutputDocument(
    "Ferries of the coast",
    (
        Title("Ferries of the coast", 0),
        Prose((Run("Drafted from one report & its annex <unread>."),), quiet=True),
        Title("Decisions", 1),
        Prose((Run("The Forum:"),)),
        ListBlock(
            (
                (Run("adopted the timetable", ("Report, para. 7, p. 2.",)),),
                (Run("asked for the cost", ("Report, para. 8.",)),),
            ),
            (7, 8),
        ),
        ListBlock(((Run("met again", ("Report, para. 12.",)),),), (12,)),
        Title("Who came", 2),
        ListBlock(((Run("Saltmarsh ", bold=True), Run("sent one delegate", ("Report, para. 3.",))),)),
        TableBlock(
            ("Ferry", "Passengers"),
            (((Run("Night ferry", ("Report, para. 5.",)),), (Run("318"),)), ((Run("Day ferry"),), (Run("1,204 | 7"),))),
        ),
    ),
)
WRITERS = {"docx": write_docx.write, "md": write_md.write, "html": write_html.write}


@pytest.mark.parametrize("suffix", sorted(WRITERS))
def test_what_is_written_is_read_again_whole(suffix: str) -> None:
    """Our own parser finds every word of the document, and nothing is unaccounted for."""
    parsed = parse(WRITERS[suffix](WRITTEN), f"draft.{suffix}", "draft")
    for words in ("Drafted from one report & its annex <unread>.", "adopted the timetable", "1,204 | 7", "Who came"):
        assert words in parsed.text
    assert parsed.coverage.missing == ()
    headings = [p.text for p in parsed.paragraphs if p.kind == "heading"]
    assert {"Decisions", "Who came"} <= set(headings)
    rows = [p.text.split("\t") for p in parsed.paragraphs if p.kind == "row"]
    assert rows[0] == ["Ferry", "Passengers"]
    assert rows[2][0] == "Day ferry"


def test_footnotes_of_word_hang_from_what_they_are_called_by() -> None:
    """Each note is a real footnote, read with the paragraph that calls it for its parent."""
    parsed = parse(write_docx.write(WRITTEN), "draft.docx", "draft")
    notes = {p.text: parsed.paragraphs[p.parent].text for p in parsed.paragraphs if p.kind == "footnote" and p.parent}
    assert notes["Report, para. 7, p. 2."] == "adopted the timetable"
    assert notes["Report, para. 3."] == "Saltmarsh sent one delegate"
    assert len(notes) == len(list(WRITTEN.notes()))


def test_numbers_of_word_are_those_of_the_list() -> None:
    """A numbered list begins at its own number, and goes on at another where it leaps."""
    parsed = parse(write_docx.write(WRITTEN), "draft.docx", "draft")
    labels = {p.text: p.label for p in parsed.paragraphs}
    assert [labels[text] for text in ("adopted the timetable", "asked for the cost", "met again")] == ["7", "8", "12"]


def test_a_word_file_is_well_formed() -> None:
    """The part of the notes is declared and related, and its separators are there."""
    with zipfile.ZipFile(io.BytesIO(write_docx.write(WRITTEN))) as packed:
        assert packed.testzip() is None
        assert b"footnotes+xml" in packed.read("[Content_Types].xml")
        assert b"footnotes.xml" in packed.read("word/_rels/document.xml.rels")
        notes = packed.read("word/footnotes.xml")
        assert notes.count(b"<w:footnote ") == 2 + len(list(WRITTEN.notes()))
        assert b'w:type="separator"' in notes


@pytest.mark.parametrize("suffix", sorted(WRITERS))
def test_nothing_of_the_text_becomes_markup(suffix: str) -> None:
    """Text that looks like markup, or holds what no file can, is written as text."""
    hostile = "<script>alert(1)</script> **bold** [x](y) | \x07 \ud800 # one"
    sheet = OutputDocument("t", (Title("t", 0), Prose((Run("A line before it."),)), Prose((Run(hostile, (hostile,)),))))
    if suffix != "docx":
        sheet = OutputDocument("t", (Title("t", 0), Prose((Run(hostile.replace("\ud800", "")),))))
    written = WRITERS[suffix](sheet)
    assert b"<script>" not in written
    if suffix == "docx":
        assert "<script>alert(1)</script> **bold**" in parse(written, "t.docx", "t").text


def test_numbers_of_two_digits_stand_clear_of_their_text() -> None:
    """The numbering keeps its text at one indent, which no stop of python-docx's own is short of."""
    with zipfile.ZipFile(io.BytesIO(write_docx.write(WRITTEN))) as file:
        numbering = file.read("word/numbering.xml").decode()
    assert 'w:pos="510"' in numbering
    assert not re.search(r'w:(?:pos|left|hanging)="360"', numbering)
