"""Headings, paragraphs and contents of a PDF stand whole: one heading of three lines, one paragraph over two pages."""

import pytest
from drawn_pdf import drawn, line

from corpus.parse import Parsed, parse

FILLER = (
    "The council of the island met in the great hall of the town and heard the reports of",
    "all its officers on the state of the harbours and of the ferries in that long winter",
)


def _page(*lines: str, top: float = 780, start: float = 60) -> str:
    return "\n".join(line(text, start, top - 14 * at) for at, text in enumerate(lines))


def _texts(parsed: Parsed, kind: str) -> list[str]:
    return [each.text for each in parsed.paragraphs if each.kind == kind]


@pytest.mark.parametrize("lines", [
    ("A long heading of the chapter about", "the ferries that needs three lines", "to be set on this page"),
    ("REPORT OF THE COMMITTEE", "ON THE PROTECTION", "OF THE HARBOURS"),
])  # fmt: skip
def test_a_heading_of_three_lines_is_one(lines: tuple[str, ...]) -> None:
    """Large lines close below each other are one heading where the words go on."""
    heading = "".join(line(text, 60, 780 - 22 * at, font="B", size=18) for at, text in enumerate(lines))
    parsed = parse(drawn(heading + _page(*FILLER, "came to an end.", top=690)), "heading.pdf", "d")
    assert _texts(parsed, "heading") == [" ".join(lines)]


def test_headings_below_each_other_stay_apart() -> None:
    """A heading whose words are complete ends where the next one begins."""
    heads = line("Annual report", 60, 780, font="B", size=18) + line("Harbours", 60, 758, font="B", size=18)
    parsed = parse(drawn(heads + _page(*FILLER, "came to an end.", top=690)), "heading.pdf", "d")
    assert _texts(parsed, "heading") == ["Annual report", "Harbours"]


@pytest.mark.parametrize("first", ["Minister of Ports opened the new quay in May.", "minister of ports came."])
@pytest.mark.parametrize("indent", [0, 20])
def test_a_paragraph_over_a_page_end_is_one(first: str, indent: int) -> None:
    """Its second part joins the first, with a capital or without, also when only its first line stood on the page."""
    last = "In the spring of that year the whole council and all its officers went down, and the"
    before = _page(*FILLER, "came to an end.", top=300) + line(last, 60 + indent, 240)
    parsed = parse(drawn(before, _page(first, *FILLER, "was over.")), "torn.pdf", "d")
    assert any(f"{last} {first}" in text for text in _texts(parsed, "paragraph"))


def test_contents_are_set_aside() -> None:
    """Entries that lead to a page, with dots or without, are exclusions and not headings or rows."""
    entries = (("1. Introduction", 2), ("2. Harbours and ferries", 2), ("2.1 Ferries", 3), ("Annex: figures", 3))
    dotted = "".join(line(f"{text} {'.' * 60} {page}", 60, 720 - 16 * at) for at, (text, page) in enumerate(entries))
    plain = "".join(
        line(text, 60, 720 - 16 * at) + line(str(page), 500, 720 - 16 * at) for at, (text, page) in enumerate(entries)
    )
    body = _page(*FILLER, "came to an end.")
    for contents in (dotted, plain):
        page = line("Contents", 60, 750, font="B", size=14) + contents
        parsed = parse(drawn(page, body, body), "contents.pdf", "d")
        assert [e.text.replace("\t", " ") for e in parsed.exclusions if e.reason == "contents"] == [
            "Contents", *(f"{text} {number}" for text, number in entries)
        ]  # fmt: skip
        assert "Introduction" not in parsed.text
        assert parsed.coverage.whole


def test_rows_that_end_in_numbers_are_no_contents() -> None:
    """A list of amounts without that word above it stays a table."""
    rows = "".join(line(f"Ship {at}", 60, 720 - 16 * at) + line(f"{at * 7}", 300, 720 - 16 * at) for at in range(1, 8))
    parsed = parse(drawn(rows), "ships.pdf", "d")
    assert len(_texts(parsed, "row")) == 7


def test_hyphens_at_line_ends_stay_in_compounds_only() -> None:
    """A word that stands once and is cut at a line end is whole; a compound keeps its hyphen."""
    lines = (
        "The study of market prices names seven price-",
        "determining factors. The muni-",
        "cipality paid for the non-",
    )
    more = (
        "governmental survey and a know-",
        "ledge-based plan for the mid-",
        "2020s, and was well-",
        "known for the coope-",
    )
    parsed = parse(drawn(_page(*lines, *more, "rative of its farmers.")), "hyphens.pdf", "d")
    words = "price-determining municipality non-governmental knowledge-based mid-2020s well-known cooperative"
    assert all(word in parsed.text.split(" ") or f"{word}," in parsed.text for word in words.split())
