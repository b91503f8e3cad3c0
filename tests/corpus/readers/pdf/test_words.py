"""Words and numbers of a PDF come out as they stand on the page, whatever its glyphs leave free."""

from drawn_pdf import drawn, line, named, spread

from corpus.parse import Parsed, parse
from corpus.text.notes import take_raised


def _read(*operators: str) -> Parsed:
    return parse(drawn("\n".join(operators)), "page.pdf", "d")


def test_figures_of_one_width_stay_together() -> None:
    """The narrow ink of a 1 in figures of one width parts no number, on a page that draws no spaces."""
    months = ("Jan-2011", "Feb-2014", "Mar-2015", "Apr-2017")
    rows = [
        spread(f"({month}) -1000 (110,128) -1500 (1,117.1) -1500 (8,211)", 60, 700 - 20 * at, font="C")
        for at, month in enumerate(months)
    ]
    text = _read(*rows).text
    assert [line.split("\t") for line in text.splitlines()] == [[m, "110,128", "1,117.1", "8,211"] for m in months]


def test_words_are_parted_by_gaps_alone() -> None:
    """A page that draws no spaces has its words parted where its glyphs leave a space free."""
    assert (
        _read(spread("(The) -250 (board) -250 (met) -250 (in) -220 (2011.)", 60, 700)).text == "The board met in 2011."
    )


def test_a_thin_space_parts_thousands_only() -> None:
    """A thin gap between groups of three is the space of a number; other thin gaps between digits are nothing."""
    text = _read(spread("(We sold 12) -160 (345) -160 (678 bales in 20) -160 (21.)", 60, 700)).text
    assert text == "We sold 12 345 678 bales in 2021."


def test_a_letter_spaced_heading_is_words() -> None:
    """Letters set apart by the same space form words, parted by a wider one."""
    assert _read("3 Tc", line("ANNUAL REPORT", 60, 700, size=14)).text == "ANNUAL REPORT"
    apart = " -300 ".join(f"({letter})" for letter in "ANNUAL") + " -900 " + " -300 ".join(f"({c})" for c in "REPORT")
    assert _read(spread(apart, 60, 700, size=14)).text == "ANNUAL REPORT"


def test_text_beside_a_large_initial_is_not_raised() -> None:
    """A large initial belongs to the word it begins, and the figures beside it stay figures."""
    parsed = _read(
        line("I", 60, 686, size=30),
        line("n 2016 the vineyards gave 87 barrels of wine, and", 70, 700),
        line("the 12 growers sold 64 of them abroad.", 70, 687),
    )
    assert parsed.text.startswith("In 2016 the vineyards gave 87 barrels of wine, and")
    assert "64" in parsed.text


def test_a_smaller_and_higher_figure_calls_a_note() -> None:
    """A figure becomes a mark only where it is smaller and higher than what it follows."""
    parsed = _read(
        line("The school has 45", 60, 700), line("3", 148, 704, size=6), line("teachers and 12 rooms.", 155, 700)
    )
    assert parsed.text == "The school has 45 teachers and 12 rooms."
    assert [e.text for e in parsed.exclusions if e.reason == "footnote mark"] == ["3"]


def test_a_mark_of_two_figures_is_taken_whole() -> None:
    """No figure of a mark is taken by itself, as a mark in brackets would have it."""
    assert take_raised("ownCloud,[¹⁰] and") == ("ownCloud,[¹⁰] and", ())
    assert take_raised("ownCloud.¹⁰ And") == ("ownCloud. And", ("10",))


def test_ligatures_are_letters() -> None:
    """A ligature is its letters, as a glyph of its own, in a private code, and where the font does not name it."""
    plain = {letter: letter for letter in "The oicersfundalp"} | {
        "1": "\ufb03",
        "2": "\uf001",
        "3": "\ufb00",
        "4": "\x0c",
    }
    page = line("The o1cers f2nd o3al 4les", 60, 700, font="U") + line(
        "and open the sealed parcels on a table", 60, 680
    )
    assert parse(drawn(page, extra=[named(plain)]), "page.pdf", "d").text.startswith("The officers ffind offal files")
