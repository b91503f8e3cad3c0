"""Tables of text: what parts the cells, heads, addresses, quotation marks, empty rows."""

import time

import pytest

from corpus.address import paragraphs_at
from corpus.errors import SourceLimit, UnreadableSource
from corpus.parse import Parsed, parse


def read(text: str, name: str = "rain.csv", encoding: str = "utf-8") -> Parsed:
    """Return a table as parsed, with every character accounted for."""
    parsed = parse(text.encode(encoding), name, "d")
    assert parsed.coverage.whole, parsed.coverage.missing
    return parsed


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_each_row_has_its_heads_and_its_cells_as_address(sign: str) -> None:
    """Whatever parts the cells, a row knows the head of each, and is cited as a spreadsheet program counts."""
    parsed = read(sign.join(("Station", "2019", "2020")) + "\n" + sign.join(("Alma", "612", "701")) + "\n")
    row = parsed.paragraphs[1]
    assert (row.text, row.columns) == ("Alma\t612\t701", ("Station", "2019", "2020"))
    assert row.address == "Sheet rain, A2:C2"
    assert paragraphs_at(parsed.paragraphs, "A2:C2") == (row,)


def test_what_parts_the_cells_may_be_stated() -> None:
    """The first line by which Excel is told the sign is followed and is no row."""
    parsed = parse(b"sep=;\nTown;Trees\nUlm, Neu;412\n", "a.csv", "d")
    assert [paragraph.text for paragraph in parsed.paragraphs] == ["Town\tTrees", "Ulm, Neu\t412"]


def test_quoted_cells_and_decimal_commas_stay_whole() -> None:
    """A separator or a line end within quotation marks parts nothing, nor does a comma in a number."""
    parsed = read('Town;Rain;Note\nUlm;6,5;"dry; then\nwet"\nBonn;7,25;""\nTrier;8,1;-\n')
    assert parsed.paragraphs[1].text == "Ulm\t6,5\tdry; then wet"
    assert parsed.paragraphs[2].text == "Bonn\t7,25\t"


def test_an_open_quotation_mark_does_not_swallow_the_rest() -> None:
    """Where marks do not pair, they are shown as they stand and every record keeps its row."""
    parsed = read('Town,Note\nUlm,12" pipe\nBonn,"open\nTrier,8" pipe\nKoeln,2\n')
    assert [paragraph.text.split("\t")[0] for paragraph in parsed.paragraphs] == [
        "Town", "Ulm", "Bonn", "Trier", "Koeln",
    ]  # fmt: skip


def test_an_empty_cell_keeps_its_column_and_rows_without_heads_have_none() -> None:
    """A figure stays below its own head; a table that begins with figures has no heads."""
    assert read("Town,2019,2020\nUlm,,7\n").paragraphs[1].text == "Ulm\t\t7"
    assert read("1,2\n3,4\n").paragraphs[1].columns == ()


def test_a_title_above_a_table_is_a_text_and_an_empty_row_ends_the_table() -> None:
    """The heads of one table are not those of the next."""
    parsed = read("Rain in 2020,,\nTown,Rain\nUlm,7\n,,\nRiver,Length\nIller,147\n")
    assert (parsed.paragraphs[0].kind, parsed.paragraphs[0].text) == ("paragraph", "Rain in 2020")
    assert parsed.paragraphs[-1].columns == ("River", "Length")
    assert parsed.paragraphs[-1].address == "Sheet rain, A6:B6"


def test_other_encodings_are_read() -> None:
    """Files as Excel saves them in the West, and with wide letters, are read."""
    for encoding in ("cp1252", "utf-16", "utf-8-sig"):
        assert read("Café;Größe\n" + "Brun;60 seats\n" * 9, encoding=encoding).paragraphs[0].text == "Café\tGröße"


def test_hostile_tables_are_read_or_refused_soon() -> None:
    """A million empty rows are nothing; too many filled rows, and a cell without an end, are refused by name."""
    began = time.process_time()
    parsed = read("Town,Trees\n" + ",\n" * 1_000_000 + "Ulm,412\n")
    assert parsed.paragraphs[-1].address == "Sheet rain, A1000002:B1000002"
    with pytest.raises(SourceLimit, match=r"rain\.csv.*100,000 filled rows"):
        read("a,b\n" * 100_001)
    with pytest.raises(UnreadableSource, match="quotation mark"):
        read('a,"' + "b" * 140_000 + '"\n')
    assert time.process_time() - began < 20
