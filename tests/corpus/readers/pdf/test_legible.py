"""Pages whose text is not to be relied on are named, in the audit and where a document is read in."""

from drawn_pdf import drawn, line, named

from corpus.parse import Parsed, parse


def _remarks(parsed: Parsed) -> list[str]:
    return [exclusion.reason for exclusion in parsed.exclusions if not exclusion.text]


def test_a_page_of_single_letters_is_named() -> None:
    """Letters strewn over a page are read, and said to be in pieces; a page of text beside it is not."""
    strewn = "".join(line(letter, 60 + 40 * (at % 7), 700 - 37 * at) for at, letter in enumerate("KASTELMILLORLEN"))
    whole = "".join(line(f"The mill of Kastel stood still for {at} days.", 60, 700 - 40 * at) for at in range(12))
    remarks = _remarks(parse(drawn(whole, strewn), "page.pdf", "d"))
    assert remarks == ["page 2 not properly read: the text came out in pieces of one or two characters"]


def test_a_font_without_names_is_named() -> None:
    """Glyphs that mean private codes are no text that can be relied on."""
    meant = {letter: chr(0xE000 + ord(letter)) for letter in "abcdefgh"}
    page = line("abcd efgh hgfe dcba", 60, 700, font="U") + line("An appendix.", 60, 650)
    remarks = _remarks(parse(drawn(page, extra=[named(meant)]), "page.pdf", "d"))
    assert remarks == ["page 1 not properly read: a font there does not say which letters it draws"]


def test_letters_outside_the_basic_plane_are_read() -> None:
    """Mathematical letters, of which pdfium gives two halves each, stand in the text."""
    page = line("The area is p times the square of r.", 60, 700) + line("p", 60, 650, font="U")
    parsed = parse(drawn(page, extra=[named({"p": "\ud835\udf0b"})]), "page.pdf", "d")
    assert "\U0001d70b" in parsed.text
    assert parsed.coverage.whole
