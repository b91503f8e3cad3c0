"""RTF: text in any code page, printed numbers, headings, tables, notes, what is not shown, and hostile files."""

import time

import pytest

from corpus.errors import NoText
from corpus.parse import Parsed, parse

HEAD = (
    rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}{\f1\fcharset204 Times;}}"
    rb"{\stylesheet{\s0 Normal;}{\s1\b heading 1;}{\s2\i heading 2;}}{\info{\title Unseen}}"
)


def read(body: bytes) -> Parsed:
    """Return a text as parsed, with every character accounted for."""
    parsed = parse(HEAD + body + b"}", "note.rtf", "d")
    assert parsed.coverage.whole, parsed.coverage.missing
    return parsed


def test_characters_of_every_kind_are_read() -> None:
    """Escapes, fonts with a code page of their own, Unicode with its fallback, and signs with names."""
    parsed = read(rb"Caf\'e9 {\f1 \'c4\'e0} \u8364? 5 \u-10179?\u-8704? \'93x\'94 a\emdash b\~c \{d\}\par")
    assert parsed.paragraphs[0].text == "Café Да € 5 😀 “x” a—b c {d}"


def test_numbers_headings_and_notes() -> None:
    """A printed number is an address, a style of headings makes a section, a note hangs from what calls it."""
    parsed = read(
        rb"\pard\s1 Report\par\pard\s2 The mill\par\pard{\listtext 7.\tab}It has three wheels."
        rb"{\footnote\pard Counted in 1990.} Still.\par"
        rb"{\pntext\'b7\tab}A bullet.\par"
    )
    _, mill, wheels, note, bullet = parsed.paragraphs
    assert (mill.kind, wheels.label, wheels.section) == ("heading", "7", ("The mill",))
    assert wheels.text == "It has three wheels. Still."
    assert (note.kind, note.parent, note.text) == ("footnote", 2, "Counted in 1990.")
    assert (bullet.kind, bullet.text) == ("item", "A bullet.")


def test_tables_keep_their_columns() -> None:
    """A cell without text keeps its place, and merged heads stand before all that they span."""
    row = rb"\trowd\cellx1000\cellx2000\cellx3000\pard\intbl %s\cell %s\cell %s\cell\row"
    merged = rb"\trowd\cellx1000\clmgf\cellx2000\clmrg\cellx3000\pard\intbl Goods\cell 2019\cell\cell\row"
    parsed = read(
        merged
        + row % (b"", b"In", b"Out")
        + row % (b"Grain", b"41", b"18")
        + row % (b"Timber", b"", b"63")
        + rb"\pard End.\par"
    )
    assert parsed.paragraphs[3].text == "Timber\t\t63"
    assert parsed.paragraphs[3].columns == ("Goods", "2019 In", "2019 Out")
    assert parsed.paragraphs[4].text == "End."


def test_what_is_not_shown_is_listed() -> None:
    """Struck, deleted and hidden words, comments and running heads are exclusions; pictures are passed over."""
    parsed = read(
        rb"{\header Draft\par}It costs {\strike 8}{\v secret}{\deleted nine }11 crowns.{\*\annotation Check this}"
        rb"{\pict\pngblip 89504e47}{\pict\bin5 }}}}}}{\*\unknown gone}{\field{\*\fldinst DATE}{\fldrslt  May}}\par"
    )
    assert [p.text for p in parsed.paragraphs] == ["It costs 11 crowns. May"]
    listed = {e.reason: e.text for e in parsed.exclusions}
    assert listed == {
        "running head": "Draft", "struck out": "8", "hidden": "secret", "deleted": "nine", "comment": "Check this",
    }  # fmt: skip


def test_hostile_files_are_read_or_refused_soon() -> None:
    """Groups without end, binary content of any length and a file of pictures take no time and break nothing."""
    began = time.process_time()
    assert parse(b"{\\rtf1 " + b"{" * 200_000 + b"Deep.", "a.rtf", "d").paragraphs[0].text == "Deep."
    assert (
        read(rb"Before.{\pict\bin20000000 " + b"}{" * 10_000_000 + rb"} After.\par").paragraphs[0].text
        == "Before. After."
    )
    assert read(rb"Kept.{\object{\*\objdata " + b"0a" * 5_000_000 + rb"}}\par").paragraphs[0].text == "Kept."
    assert read(rb"\u99999999999 A\uc-5 \bin-3 \'zz kept\par").paragraphs
    with pytest.raises(NoText):
        parse(rb"{\rtf1\bin99999999999 unreachable}", "a.rtf", "d")
    assert time.process_time() - began < 30
