"""Messages as Outlook saves them: headers, text in three forms, attachments, messages within messages."""

import struct
import time

import pytest
from compound_file import Folder, attached, compound_file, outlook_message

from corpus.errors import CorpusError, SourceLimit, UnreadableSource
from corpus.parse import Parsed, parse
from corpus.readers.msg.compressed import unpacked


def read(message: Folder) -> Parsed:
    """Return a message as parsed, with every character accounted for."""
    parsed = parse(compound_file(message), "note.msg", "d")
    assert parsed.coverage.whole, parsed.coverage.missing
    return parsed


def test_headers_and_text_are_those_of_mail() -> None:
    """Subject, sender, receivers and day are told as for any mail, receivers without addresses too."""
    parsed = read(outlook_message(body="The seminar is moved to 21 May.\r\n\r\nThe hall seats 60 people."))
    texts = [paragraph.text for paragraph in parsed.paragraphs]
    assert texts[:3] == ["Date of the seminar", "From: Nadia Orr <nadia@example.org>", "To: Paul Voss; Rita Holm"]
    assert "The hall seats 60 people." in texts
    assert (parsed.metadata.title, parsed.metadata.date) == ("Date of the seminar", "2019-03-12")


def test_html_is_read_before_plain_text_and_rtf_where_nothing_else_is() -> None:
    """Lists and tables of the HTML are kept; a message that holds only RTF is read all the same."""
    table = "<meta charset=utf-8><p>Café Brun</p><table><tr><th>Town<th>Seats<tr><td>Ulm<td>60</table>"
    rows = [p for p in read(outlook_message(html=table)).paragraphs if p.kind == "row"]
    assert (rows[1].text, rows[1].columns) == ("Ulm\t60", ("Town", "Seats"))
    rtf = rb"{\rtf1\ansi The well at Tamm gives 14 litres.\par}"
    assert any("14 litres" in p.text for p in read(outlook_message(rtf=rtf)).paragraphs)


def test_packed_rtf_is_unpacked() -> None:
    """The two examples of the specification give the texts that it prints."""
    whole = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
    )
    assert unpacked(whole) == rb"{\rtf1\ansi\ansicpg1252\pard hello world}" + b"\r\n"
    repeated = bytes.fromhex("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0")
    assert unpacked(repeated) == rb"{\rtf1 WXYZWXYZWXYZWXYZWXYZ}"
    assert unpacked(b"short") == unpacked(struct.pack("<II4sI", 9, 9, b"what", 0)) == b""


def test_attachments_and_messages_within_are_members() -> None:
    """A table that is attached is read by its heads; a message within a message has its own headers."""
    inner = outlook_message("Wells", "The well gives 14 litres.", sender="Ida Tamm", header=24)
    parsed = read(
        outlook_message(
            body="See below.",
            attachments=(
                attached("rain.csv", b"Town,Rain\nUlm,7\n"),
                attached("Wells", inner),
                attached("a.bin", b"x" * 9),
            ),
        )
    )
    by_text = {paragraph.text: paragraph for paragraph in parsed.paragraphs}
    assert by_text["Ulm\t7"].address == "Attachment 1, Sheet rain, A2:B2"
    assert by_text["Ulm\t7"].columns == ("Town", "Rain")
    assert "From: Ida Tamm <nadia@example.org>" in by_text
    assert any(e.text == "a.bin" and e.reason.startswith("attachment that is not read") for e in parsed.exclusions)


def test_hostile_messages_are_refused_soon() -> None:
    """Messages within messages without end, a file cut off and one without a message each give one line."""
    made = outlook_message("Innermost", "x", header=24)
    for _ in range(40):
        made = outlook_message("Outer", "x", attachments=(attached("inner", made),), header=24)
    whole = compound_file(made)
    began = time.process_time()
    with pytest.raises(SourceLimit, match=r"note\.msg"):
        parse(whole, "note.msg", "d")
    for cut in (600, 3_000, len(whole) // 2):
        with pytest.raises(CorpusError, match=r"note\.msg"):
            parse(whole[:cut], "note.msg", "d")
    with pytest.raises(UnreadableSource, match="Outlook message"):
        parse(b"Just some words.", "note.msg", "d")
    assert time.process_time() - began < 20
