"""Workbooks: values as shown, heads, merged cells, addresses, what is hidden, and files made to hurt."""

import datetime
import io
import time
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
import xlsxwriter

from corpus.address import paragraphs_at
from corpus.errors import SourceLimit, UnreadableSource
from corpus.parse import Parsed, parse


def book(fill: Callable[[Any], None]) -> bytes:
    """Return a workbook that a function fills."""
    stream = io.BytesIO()
    made = xlsxwriter.Workbook(stream)
    fill(made)
    made.close()
    return stream.getvalue()


def read(fill: Callable[[Any], None]) -> Parsed:
    """Return a workbook as parsed, with every character accounted for."""
    parsed = parse(book(fill), "made.xlsx", "d")
    assert parsed.coverage.whole, parsed.coverage.missing
    return parsed


def table(sheet: Any, *rows: tuple[Any, ...]) -> None:
    """Write rows from the first cell on."""
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            sheet.write(number, column, value)


def test_each_row_has_its_heads_and_its_cells_as_address() -> None:
    """A row is cited by its sheet and cells, which find it again; sheets with a name are sections."""

    def fill(made: Any) -> None:
        table(made.add_worksheet("Rain"), ("Station", 2019, 2020), ("Alma", 612, 701), ("Brod", "", 541))
        table(made.add_worksheet("Snow, deep"), ("Station", "Depth"), ("Cerro", 31))

    parsed = read(fill)
    alma, brod = parsed.paragraphs[2:4]
    assert (alma.text, alma.columns, alma.section) == ("Alma\t612\t701", ("Station", "2019", "2020"), ("Rain",))
    assert brod.text == "Brod\t\t541"
    assert alma.address == "Sheet Rain, A2:C2"
    assert paragraphs_at(parsed.paragraphs, "Sheet Rain, A2:C2") == (alma,)
    assert parsed.paragraphs[-1].address == "Sheet Snow, deep, A2:B2"
    assert paragraphs_at(parsed.paragraphs, "Sheet Snow, deep, A2:B2") == parsed.paragraphs[-1:]


def test_values_are_told_as_they_are_shown() -> None:
    """Dates, percentages, thousands, units and truth are told as in the sheet; a formula by its saved value."""

    def fill(made: Any) -> None:
        sheet = made.add_worksheet()
        table(sheet, ("Fact", "Value"))
        shown = [
            (datetime.date(2021, 5, 4), "yyyy-mm-dd"), (datetime.datetime(2021, 5, 4, 9, 30), "d/m/yyyy hh:mm"),
            (0.256, "0.0%"), (1234567.5, "#,##0.00"), (12, '0" kg"'), (-7.25, "$#,##0.00;-$#,##0.00"), (0.1 + 0.2, ""),
        ]  # fmt: skip
        for row, (value, code) in enumerate(shown, start=1):
            sheet.write(row, 0, f"fact {'abcdefgh'[row]}")
            sheet.write(row, 1, value, made.add_format({"num_format": code} if code else {}))
        sheet.write_row(8, 0, ("truth", True))
        sheet.write(9, 0, "sum")
        sheet.write_formula(9, 1, "=HYPERLINK(B1)", None, 42)

    values = [paragraph.text.partition("\t")[2] for paragraph in read(fill).paragraphs[1:]]
    assert values == [
        "2021-05-04", "2021-05-04 09:30", "25.6%", "1,234,567.50", "12 kg", "$-7.25", "0.3", "TRUE", "42",
    ]  # fmt: skip


def test_merged_heads_and_labels_are_told_for_all_that_they_span() -> None:
    """A year over two columns stands before both heads below it; a station over two rows stands in both."""

    def fill(made: Any) -> None:
        sheet = made.add_worksheet("Trade")
        sheet.merge_range("A1:A2", "Goods")
        sheet.merge_range("B1:C1", "2019")
        sheet.merge_range("D1:E1", "2020")
        sheet.write_row("B2", ("In", "Out", "In", "Out"))
        sheet.merge_range("A3:A4", "Grain")
        sheet.write_row("B3", (41, 18, 37, 22))
        sheet.write_row("B4", (5, 63, 4, 71))

    rows = read(fill).paragraphs[-2:]
    assert rows[0].columns == ("Goods", "2019 In", "2019 Out", "2020 In", "2020 Out")
    assert [row.text for row in rows] == ["Grain\t41\t18\t37\t22", "Grain\t5\t63\t4\t71"]


def test_what_is_not_shown_is_listed() -> None:
    """Hidden sheets, rows and columns, comments and running heads are exclusions; text boxes and charts are read."""

    def fill(made: Any) -> None:
        sheet = made.add_worksheet("Seen")
        table(sheet, ("Town", "Trees", "Secret"), ("Ulm", 412, "alpha"), ("Bonn", 77, "beta"))
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_column(2, 2, None, None, {"hidden": True})
        sheet.write_comment("A2", "Counted twice")
        sheet.set_header("&CDraft of May")
        sheet.insert_textbox("E5", "Count of the forester")
        chart = made.add_chart({"type": "column"})
        chart.add_series({"values": "=Seen!$B$2:$B$2"})
        chart.set_title({"name": "Trees by town"})
        sheet.insert_chart("E9", chart)
        hidden = made.add_worksheet("Unseen")
        table(hidden, ("Gamma", "Delta"))
        hidden.hide()

    parsed = read(fill)
    listed = {exclusion.reason.partition(" (")[0]: exclusion.text for exclusion in parsed.exclusions}
    assert "Bonn 77" in listed["hidden row"]
    assert "alpha" in listed["hidden column"]
    assert listed["hidden sheet"] == "Gamma Delta"
    assert "Counted twice" in listed["comment"]
    assert "Draft of May" in listed["running head"]
    assert {"Count of the forester", "Trees by town"} <= {paragraph.text for paragraph in parsed.paragraphs}


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def raw_book(sheet: bytes, namespace: str = MAIN) -> bytes:
    """Return a workbook of one sheet, given as the XML of its part."""
    office = namespace.replace("spreadsheetml/2006/main", "officeDocument/2006/relationships").replace(
        "spreadsheetml/main", "officeDocument/relationships"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{namespace}" xmlns:r="{office}"><sheets><sheet name="A" r:id="r1"/></sheets></workbook>',
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships><Relationship Id="r1" Type="{office}/worksheet" Target="sheet.xml"/></Relationships>',
        )
        archive.writestr("xl/sheet.xml", sheet)
    return stream.getvalue()


def test_a_formula_without_a_value_is_listed() -> None:
    """Nothing is run, so a formula that no program has worked out is named by its cell."""
    cells = '<c r="A1" t="inlineStr"><is><t>Sum</t></is></c><c r="B1"><f>1+1</f></c>'
    parsed = parse(raw_book(f'<worksheet xmlns="{MAIN}"><row r="1">{cells}</row></worksheet>'.encode()), "a.xlsx", "d")
    assert [e.text for e in parsed.exclusions if e.reason.startswith("formula without")] == ["B1"]


def test_strict_workbooks_are_read() -> None:
    """The kind of workbook whose names ISO 29500 changed is read as the common kind is."""
    strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    cells = '<c t="inlineStr"><is><t>Ice house</t></is></c><c t="d"><v>2021-05-04T00:00:00</v></c>'
    sheet = f'<worksheet xmlns="{strict}"><row>{cells}</row></worksheet>'.encode()
    assert parse(raw_book(sheet, strict), "a.xlsx", "d").paragraphs[-1].text == "Ice house\t2021-05-04"


def test_hostile_workbooks_are_read_or_refused_soon() -> None:
    """A million empty rows are nothing; a bomb, entities and too many rows are refused by name."""
    began = time.process_time()
    head = f'<worksheet xmlns="{MAIN}"><sheetData>'.encode()
    end = b"</sheetData></worksheet>"
    cell = b'<row r="%d"><c t="inlineStr"><is><t>Ulm</t></is></c></row>'
    empty = b'<row r="7"><c r="A7"/></row>' * 1_000_000
    with pytest.raises(SourceLimit, match="ZIP bomb"):
        parse(raw_book(head + empty + end), "made.xlsx", "d")
    varied = b"".join(b'<row r="%d" x="%d"><c r="A1"/></row>' % (n, n * 7919 % 1_000_003) for n in range(1, 1_000_000))
    parsed = parse(raw_book(head + varied + cell % 1_000_001 + end), "made.xlsx", "d")
    assert parsed.paragraphs[-1].address == "Sheet A, A1000001"
    many = b"".join(cell % n for n in range(1, 100_100))
    with pytest.raises(SourceLimit, match="100,000 filled rows"):
        parse(raw_book(head + many + end), "made.xlsx", "d")
    with pytest.raises(UnreadableSource, match="entities"):
        parse(raw_book(b'<!DOCTYPE x [<!ENTITY a "ha">]>' + head + end), "made.xlsx", "d")
    assert time.process_time() - began < 60
