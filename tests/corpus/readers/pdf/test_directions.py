"""Text of any direction is read in its own lines, and what does not belong to the text of a page is set aside."""

import pytest
from drawn_pdf import drawn, line, named

from corpus.parse import Parsed, parse

SENTENCES = (
    "The mill of Kastel stood still for 31 days in all,",
    "and its owner sold 204 sacks of flour from the store.",
)
WHOLE = " ".join(SENTENCES)


def _read(*operators: str, rotate: int = 0) -> Parsed:
    return parse(drawn("\n".join(operators), rotate=rotate), "page.pdf", "d")


def _reasons(parsed: Parsed, reason: str) -> list[str]:
    return [exclusion.text for exclusion in parsed.exclusions if exclusion.reason == reason]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize(
    ("turn", "places"),
    [
        ("0 1 -1 0", [(300, 200), (314, 200)]),
        ("-1 0 0 -1", [(500, 400), (500, 414)]),
        ("0 -1 1 0", [(300, 700), (286, 700)]),
    ],
    ids=["up", "upside down", "down"],
)
def test_text_at_a_right_angle_is_read(turn: str, places: list[tuple[float, float]], rotate: int) -> None:
    """A page whose text is turned reads as if it were upright, and so does turned text beside upright text."""
    turned = [line(text, x, y, turn=turn) for text, (x, y) in zip(SENTENCES, places, strict=True)]
    assert _read(*turned, rotate=rotate).text == WHOLE
    upright = [
        line(f"Paragraph {at} stands above the turned text of this page.", 60, 800 - 30 * at) for at in (1, 2, 3)
    ]
    beside = _read(*upright, *turned, rotate=rotate)
    assert WHOLE in beside.text
    assert beside.coverage.whole


def test_a_page_that_lies_askew_is_read_in_lines() -> None:
    """Lines of a page that was scanned at a small angle stay lines."""
    turn = "0.9994 0.0349 -0.0349 0.9994"
    lines = [line(text, 60 + 0.5 * at, 700 - 14 * at, turn=turn) for at, text in enumerate(SENTENCES)]
    assert _read(*lines).text == WHOLE


def test_a_slanted_watermark_and_a_stamp_are_set_aside() -> None:
    """A watermark across the page and a stamp along its edge are exclusions."""
    parsed = _read(
        *(line(text, 100, 700 - 14 * at) for at, text in enumerate(SENTENCES)),
        line("DRAFT COPY", 150, 300, size=60, turn="0.7071 0.7071 -0.7071 0.7071"),
        line("printed on demand by the press of Varn", 20, 200, size=7, turn="0 1 -1 0"),
    )
    assert parsed.text == WHOLE
    assert _reasons(parsed, "slanted text") == ["DRAFT COPY"]
    assert _reasons(parsed, "turned text in the margin") == ["printed on demand by the press of Varn"]
    assert parsed.coverage.whole


def test_numbers_of_lines_are_set_aside() -> None:
    """Numbers that count the lines of running text are exclusions, the numbers of rows are not."""
    words = "the keeper of the northern light wrote down every ship that passed the point at night".split()
    texts = [" ".join(words[at % 5 :] + words[: at % 5]) for at in range(10)]
    bill = [line(str(at + 1), 60, 700 - 16 * at, size=9) for at in range(10)]
    parsed = _read(*bill, *(line(text, 100, 700 - 16 * at) for at, text in enumerate(texts)))
    assert _reasons(parsed, "line number") == [str(number) for number in range(1, 11)]
    assert texts[3] in parsed.text
    rows = [line(f"Ship {at}", 100, 700 - 16 * at) + line(f"{at}0 tonnes", 300, 700 - 16 * at) for at in range(10)]
    assert _reasons(_read(*bill, *rows), "line number") == []


def test_text_from_the_right_is_read_in_its_order() -> None:
    """Arabic comes out in words and lines in the order in which it is read, with a number in it as it stands."""
    letters = dict(zip("abcdefgh", "محطةقديم", strict=True)) | {sign: sign for sign in "0123456789 "}
    first, second = "hgfe 12 dcba", "dcba hgfe"  # as they stand on the page, from left to right
    page = line(first, 300, 700, font="U") + line(second, 320, 686, font="U")
    text = parse(drawn(page, extra=[named(letters)]), "page.pdf", "d").text
    assert text.split("\n\n") == ["محطة 12 قديم", "قديم محطة"]
