"""What lies beside the content of a PDF is read too: form values, ticks, text boxes, comments and attached files."""

from drawn_pdf import drawn, line

from corpus.parse import Parsed, parse

_FONT = "/Resources<</Font<</H <</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
LABELS = line("Name of applicant:", 60, 700) + line("Route is seasonal", 60, 660) + line("Amount:", 60, 620)


def _stream(dictionary: str, content: str) -> str:
    return f"<<{dictionary}/Length {len(content)}>>stream\n{content}\nendstream"


def _read(*annotations: str, content: str = LABELS) -> Parsed:
    """Read a page with a form: objects 101 onward are its annotations, 100 draws `Petra Lindholm`."""
    drawing = _stream(
        f"/Type/XObject/Subtype/Form/BBox[0 0 200 20]{_FONT}", "BT /H 11 Tf 2 5 Td (Petra Lindholm) Tj ET"
    )
    places = " ".join(f"{101 + number} 0 R" for number in range(len(annotations)))
    source = drawn(
        content,
        extra=[drawing, *annotations],
        catalog=f"/AcroForm<</Fields[{places}]>>",
        page=f"/Annots[{places}]",
    )
    return parse(source, "form.pdf", "d")


def test_a_value_stands_beside_its_label() -> None:
    """A value that is drawn on the page follows its label, though the page draws it after everything else."""
    parsed = _read(
        "<</Type/Annot/Subtype/Widget/FT/Tx/T(applicant)/V(Petra Lindholm)/Rect[200 695 400 715]/AP<</N 100 0 R>>/F 4>>"
    )
    assert "Name of applicant: Petra Lindholm" in parsed.text
    assert parsed.coverage.whole


def test_a_tick_and_a_value_that_are_not_drawn_are_read() -> None:
    """A ticked box gets a tick; a value without a drawing stands with the name of its field."""
    parsed = _read(
        "<</Type/Annot/Subtype/Widget/FT/Btn/T(seasonal)/V/Yes/AS/Yes/Rect[200 657 212 669]/F 4"
        "/AP<</N<</Yes 103 0 R>>>>>>",
        "<</Type/Annot/Subtype/Widget/FT/Tx/T(amount)/V(27,300 crowns)/Rect[0 0 0 0]/F 4>>",
        _stream("/Type/XObject/Subtype/Form/BBox[0 0 12 12]", "0 0 12 12 re f"),
    )
    assert "Route is seasonal\t☑" in parsed.text
    assert "amount: 27,300 crowns" in parsed.text


def test_comments_are_named() -> None:
    """What only a note on the page says is an exclusion."""
    parsed = _read("<</Type/Annot/Subtype/Text/Contents(Ask Petra again.)/Rect[10 10 30 30]>>")
    assert [e.text for e in parsed.exclusions if e.reason == "comment"] == ["Ask Petra again."]


def _with_file(name: str, content: bytes) -> Parsed:
    cover = drawn(
        line("The dossier holds one enclosure.", 60, 700),
        extra=["null", f"<</Type/Filespec/F({name})/UF({name})/EF<</F 102 0 R>>>>", "FILE"],
        catalog=f"/Names<</EmbeddedFiles<</Names[({name}) 101 0 R]>>>>",
    )
    body = b"<</Type/EmbeddedFile/Length %d>>stream\n%s\nendstream" % (len(content), content)
    return parse(cover.replace(b"FILE", body), "dossier.pdf", "d")


def test_attached_files_are_read_or_named() -> None:
    """A file that a PDF carries is read under a heading of its own, or named with the reason why it is not."""
    inner = drawn(line("The well of Tarsk is 64 metres deep.", 60, 700))
    parsed = _with_file("wells.pdf", inner)
    assert "Attachment 1: wells.pdf" in parsed.text
    assert "64 metres deep" in parsed.text
    unread = _with_file("wells.png", b"no picture")
    assert [e.text for e in unread.exclusions if e.reason.startswith("attachment that is not read")] == ["wells.png"]
    assert unread.coverage.whole
