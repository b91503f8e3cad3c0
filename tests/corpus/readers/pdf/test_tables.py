"""Tables of a PDF: what is ruled, what is told by places, and which rows are headings."""

from collections.abc import Sequence

from drawn_pdf import drawn, line

from corpus.paragraph import Paragraph
from corpus.parse import parse

EDGES = (60, 160, 230, 300, 370, 440)
PITCH = 20


def ruled(
    rows: Sequence[Sequence[str]], top: float, without: Sequence[tuple[str, int, int]] = (), font: str = "H"
) -> str:
    """Draw a table with lines around its cells; `without` names lines left out: (`across` or `down`, row, column)."""
    found = []
    width = max(map(len, rows))
    for row, cells in enumerate(rows):
        upper, lower = top - PITCH * row, top - PITCH * (row + 1)
        for column in range(width):
            left, right = EDGES[column], EDGES[column + 1]
            if ("across", row, column) not in without:
                found.append(f"{left} {upper} m {right} {upper} l S")
            if ("down", row, column) not in without:
                found.append(f"{left} {upper} m {left} {lower} l S")
            if column < len(cells) and cells[column]:
                found.append(line(cells[column], left + 4, lower + 6, size=10))
        found.append(f"{EDGES[width]} {upper} m {EDGES[width]} {lower} l S")
    bottom = top - PITCH * len(rows)
    return "\n".join([*found, f"{EDGES[0]} {bottom} m {EDGES[width]} {bottom} l S"])


def rows_of(*pages: str) -> list[Paragraph]:
    """Return the rows that are read from pages."""
    return [each for each in parse(drawn(*pages), "table.pdf", "d").paragraphs if each.kind == "row"]


def test_headings_of_two_rows_stand_over_what_they_span() -> None:
    """A year over two columns and a label over two rows are repeated to each; an empty cell and a dash keep theirs."""
    rows = [
        ["", "2019", "", "2020", ""],
        ["Goods", "In", "Out", "In", "Out"],
        ["Grain", "41", "", "–", "9"],
        ["Ore", "5", "118", "", "111"],
    ]
    merged = [("down", 0, 2), ("down", 0, 4), ("across", 1, 0)]
    found = rows_of(ruled(rows, 700, merged))
    heads = ("Goods", "2019 In", "2019 Out", "2020 In", "2020 Out")
    assert [(row.text, row.columns) for row in found[2:]] == [
        ("Grain\t41\t\t–\t9", heads),
        ("Ore\t5\t118\t\t111", heads),
    ]


def test_a_label_over_several_rows_stands_in_each() -> None:
    """A region that is named once beside its offices is named in the row of each."""
    rows = [["Region", "Office", "Staff"], ["North", "Varn", "11"], ["", "Kesta", "7"], ["South", "Brask", "21"]]
    found = rows_of(ruled(rows, 700, [("across", 2, 0)]))
    assert [row.text for row in found[1:]] == ["North\tVarn\t11", "North\tKesta\t7", "South\tBrask\t21"]


def test_a_row_is_no_heading_of_another() -> None:
    """Where nothing tells headings apart, rows are shown as printed."""
    facts = [["Chair", "Ms Vonk"], ["Seat", "Port Vale"], ["Members", "nineteen"]]
    places = "".join(
        line(cell, 60 + 150 * at, 700 - 20 * down) for down, row in enumerate(facts) for at, cell in enumerate(row)
    )
    for page in (ruled(facts, 700), places):
        found = rows_of(page)
        assert [(row.text, row.columns) for row in found] == [("\t".join(fact), ()) for fact in facts]


def test_a_table_over_pages_keeps_its_headings_and_its_last_rows() -> None:
    """Rows at the foot of one page and the head of the next are rows, and all of them carry the headings."""
    heads = ["No.", "Ship", "Burden"]
    ships = [[str(at), f"Ship {at}", f"{at * 13} tonnes"] for at in range(1, 109)]
    found = rows_of(*(ruled([heads, *ships[start : start + 36]], 800) for start in (0, 36, 72)))
    assert [row.label for row in found[1:]] == [str(at) for at in range(1, 109)]
    assert {row.columns for row in found[1:]} == {("Ship", "Burden")}


def test_rows_at_the_foot_of_a_page_are_no_running_foot() -> None:
    """Rows told by places alone that differ in their figures from page to page stay rows."""
    pages = [
        "".join(line(f"Ship {n}", 60, 800 - 20 * at) + line(f"{n * 37 % 101} tonnes", 200, 800 - 20 * at)
                for at, n in enumerate(range(start, start + 39)))
        for start in (1, 40, 79)
    ]  # fmt: skip
    assert len(rows_of(*pages)) == 3 * 39


def test_a_line_below_the_first_row_makes_it_headings() -> None:
    """Headings in the type of the rows are told by the line that sets them apart."""
    rows = [
        ["Name", "Office", "Post"],
        ["Kari Lien", "Varn", "clerk"],
        ["Karl Egger", "Brask", "cook"],
        ["Jan Borg", "Dor", "smith"],
    ]
    drawn_rows = "".join(
        line(cell, 60 + 150 * at, 700 - 20 * down) for down, row in enumerate(rows) for at, cell in enumerate(row)
    )
    found = rows_of(drawn_rows + " 60 694 m 460 694 l S 60 634 m 460 634 l S")
    assert {row.columns for row in found[1:]} == {("Name", "Office", "Post")}


def test_headings_span_columns_that_no_lines_part() -> None:
    """Headings over several columns are told by their places: at the left, at the right or in the middle of these."""
    columns = ((100, "Cod"), (200, "12"), (260, "17"), (320, "21"), (380, "34"))
    for landed, exported in ((200, 320), (258.5, 380.5), (229, 350)):
        rows = [line("Land", landed, 720, font="B") + line("Ship", exported, 720, font="B")]
        heads = ((100, "Fish"), (200, "2021"), (260, "2022"), (320, "2021"), (380, "2022"))
        rows.append("".join(line(text, x, 700, font="B") for x, text in heads))
        rows += ["".join(line(text, x, 680 - 20 * at) for x, text in columns) for at in range(3)]
        found = rows_of("".join(rows))
        assert found[2].columns == ("Fish", "Land 2021", "Land 2022", "Ship 2021", "Ship 2022")


def test_figures_in_a_row_are_no_printed_numbers() -> None:
    """A figure with a point in it is a cell, and not the number of the text beside it."""
    rows = [
        ["2013", "102.6", "35,390", "104.0"],
        ["2014", "100.9", "36,109", "102.0"],
        ["2015", "107.5", "2,958", "8.7"],
    ]
    drawn_rows = [
        "".join(line(cell, 60 + 55 * at, 700 - 20 * down) for at, cell in enumerate(row))
        for down, row in enumerate(rows)
    ]
    assert [row.text.split("\t") for row in rows_of("".join(drawn_rows))] == rows


def test_two_lists_side_by_side_are_read_one_after_the_other() -> None:
    """Symbols with their titles in two columns are entries of a list, and no rows of four cells."""
    left = [["70/1", "The agenda of the council until 2030"], ["71/4", "The harbours of the northern isles"]]
    right = [["72/9", "The ferries to the mainland and back"], ["73/2", "The pilots and their yearly pay"]]
    page = "".join(
        line(entry[at], 60 + shift + 45 * at, 700 - 20 * row)
        for row in range(2)
        for shift, entry in ((0, left[row]), (260, right[row]))
        for at in range(2)
    )
    assert [row.text.split("\t") for row in rows_of(page)] == [*left, *right]


def test_a_large_caption_is_the_caption_of_its_table() -> None:
    """A line that names a table by its number is its caption, in whatever size it is set."""
    rows = [["Mill", "2018", "2019"], ["Hallnas", "1,120", "1,305"], ["Kastlosa", "870", "915"]]
    cells = [(down, at, cell) for down, row in enumerate(rows) for at, cell in enumerate(row)]
    page = line("Table 2. Output of mills", 60, 730, font="B", size=16)
    page += "".join(line(cell, 60 + 150 * at, 700 - 20 * down) for down, at, cell in cells)
    paragraphs = parse(drawn(page), "table.pdf", "d").paragraphs
    assert [(each.text, each.kind) for each in paragraphs[:1]] == [("Table 2. Output of mills", "caption")]


def test_a_bold_row_below_the_headings_names_or_sums_up_rows_and_is_no_heading() -> None:
    """One cell in bold divides the table, and bold figures are a total; neither is told of every row below."""
    for second in (["North", "", ""], ["All", "1 940", "2 118"]):
        lines = [["Region", "Boats", "Crew"], second, ["Varn", "11", "40"], ["Kesta", "7", "31"], ["Brask", "9", "28"]]
        page = "\n".join(
            line(cell, 60 + 120 * column, 700 - 20 * row, font="B" if row < 2 else "H")
            for row, cells in enumerate(lines)
            for column, cell in enumerate(cells)
            if cell
        )
        found = [row for row in rows_of(page) if row.text.startswith("Kesta")]
        assert [row.columns for row in found] == [("Region", "Boats", "Crew")]


def test_a_label_at_the_foot_of_its_cell_belongs_to_the_row_of_headings() -> None:
    """`Category` stands by the second line of `2025 planned`; without it the table would begin a column later."""
    labels = ("2025 planned", "2025 actual", "2026 planned", "2027 planned")
    heads = [
        line(words, 429 + 32 * column, 700 - 8 * row, size=7)
        for column, label in enumerate(labels)
        for row, words in enumerate(label.split())
    ]
    rows = [
        ["Reports (number)", "4", "4", "5", "5"],
        ["Sessions (number)", "8", "7", "8", "8"],
        ["Papers", "1", "2", "3", "4"],
    ]
    body = [
        line(cell, (60, 434, 466, 498, 530)[column], 658 - 14 * row, size=9)
        for row, cells in enumerate(rows)
        for column, cell in enumerate(cells)
    ]
    divider = line("A. Facilitation of the process", 60, 672, size=9)
    found = rows_of("\n".join([line("Category", 60, 692, size=7), *heads, divider, *body]))
    assert [row.columns for row in found if row.text.startswith("Sessions")] == [("Category", *labels)]


def test_a_heading_above_two_others_spans_them_and_a_figure_in_brackets_stands_in_its_column() -> None:
    """`Variance` is told of both columns below it; `48 442.5 (11 103.5)`, set close, is two cells."""
    places = (60, 220, 320, 400, 460)
    rows = [
        ["Category", "Granted", "Spent", "Amount", "Percent"],
        ["Pilots", "37 339.0", "31 442.5", "5 897.5", "15.8"],
        ["Crews", "28 587.8", "42 703.7 (14 115.9)", "", "(49.4)"],
        ["Fuel", "24 671.0", "14 710.0", "9 961.0", "40.4"],
    ]
    body = [
        line(cell, places[column], 680 - 16 * row, size=7 if row == 0 else 10)
        for row, cells in enumerate(rows)
        for column, cell in enumerate(cells)
        if cell
    ]
    found = rows_of("\n".join([line("Variance", 432, 694, size=7), *body]))
    columns = ("Category", "Granted", "Spent", "Variance Amount", "Variance Percent")
    crews = next(row for row in found if row.text.startswith("Crews"))
    assert (crews.text, crews.columns) == ("Crews\t28 587.8\t42 703.7\t(14 115.9)\t(49.4)", columns)
