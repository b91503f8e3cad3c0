"""What the encoder and the word index see of a paragraph."""

from dataclasses import replace

from corpus.document import Document, Metadata
from corpus.paragraph import Paragraph
from index.split import split

_DOCUMENT = Document("d", "/d.txt", "", "txt", Metadata(title="Report of the harbour"), "")


def _paragraph(position: int, text: str, **fields: object) -> Paragraph:
    return Paragraph("d", position, "", 1, ("Tides",), None, 0, len(text), text, **fields)  # type: ignore[arg-type]


def test_a_short_paragraph_is_one_chunk_with_its_context() -> None:
    """Title and heading stand before the words."""
    (chunk,) = split(_DOCUMENT, [_paragraph(0, "It rose.")])
    assert (chunk.id, chunk.text) == ("d:0:0", "Report of the harbour > Tides\nIt rose.")


def test_an_item_carries_its_lead_in() -> None:
    """A list item is found by the words of the sentence that it completes."""
    lead_in = _paragraph(0, "The committee decided:")
    *_, chunk = split(_DOCUMENT, [lead_in, _paragraph(1, "To meet again.", kind="item", parent=0)])
    assert chunk.text == "Report of the harbour > Tides > The committee decided\nTo meet again."


def test_a_row_names_its_columns() -> None:
    """Each cell stands after its heading, and empty cells are left out."""
    row = _paragraph(0, "Port Vale\t\t70", kind="row", columns=("Place", "Note", "Delegates"))
    (chunk,) = split(_DOCUMENT, [row])
    assert chunk.text.endswith("\nPlace: Port Vale; Delegates: 70")


def test_a_heading_in_use_is_no_chunk() -> None:
    """A heading is a chunk of its own only when nothing stands below it."""
    lone = _paragraph(2, "Annex", kind="heading")
    for number, section in (("", "Tides"), ("II", "II. Tides"), ("II.A", "A. Tides")):
        used = replace(_paragraph(0, "Tides", kind="heading"), label=number, section=())
        below = replace(_paragraph(1, "It rose."), section=(section,))
        assert [chunk.position for chunk in split(_DOCUMENT, [used, below, lone])] == [1, 2]


def test_a_long_paragraph_is_cut_at_sentence_ends_and_loses_nothing() -> None:
    """The parts are whole sentences in order, and together they are the paragraph."""
    text = " ".join(f"Sentence number {n} tells of the tide in the harbour of Port Vale." for n in range(60))
    parts = [chunk.text.partition("\n")[2] for chunk in split(_DOCUMENT, [_paragraph(0, text)])]
    assert len(parts) > 3
    assert all(part.endswith(".") and len(part.split()) <= 180 for part in parts)
    assert " ".join(parts) == text


def test_what_has_no_sentences_is_cut_between_words_or_within() -> None:
    """A run of ten thousand words, and one word of a hundred thousand letters, give chunks an encoder can read."""
    for text in ("tide " * 10_000, "x" * 100_000):
        parts = [chunk.text.partition("\n")[2] for chunk in split(_DOCUMENT, [_paragraph(0, text.strip())])]
        assert max(len(part) for part in parts) < 1500
        assert "".join("".join(parts).split()) == "".join(text.split())
