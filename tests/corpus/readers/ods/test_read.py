"""OpenDocument spreadsheets: heads, merged cells, addresses, what is hidden, and rows without end."""

import io
import time
import zipfile

from corpus.audit.second_reading import overlooked_words
from corpus.parse import Parsed, parse

NAMES = " ".join(
    f"xmlns:{name}='urn:oasis:names:tc:opendocument:xmlns:{name}:1.0'" for name in ("office", "text", "table", "style")
)
HIDDEN = "<style:style style:name='H'><style:table-properties table:display='false'/></style:style>"


def source_of(*sheets: str) -> bytes:
    """Return a spreadsheet of sheets."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        body = f"<office:body><office:spreadsheet>{''.join(sheets)}</office:spreadsheet></office:body>"
        archive.writestr("content.xml", f"<office:document-content {NAMES}>{HIDDEN}{body}</office:document-content>")
    return stream.getvalue()


def read(*sheets: str) -> Parsed:
    """Return a spreadsheet as parsed, with every character accounted for."""
    parsed = parse(source_of(*sheets), "made.ods", "d")
    assert parsed.coverage.whole, parsed.coverage.missing
    return parsed


def cell(text: str, given: str = "") -> str:
    """Return a cell."""
    return f"<table:table-cell {given}>{f'<text:p>{text}</text:p>' if text else ''}</table:table-cell>"


def sheet(name: str, *rows: str, style: str = "") -> str:
    """Return a sheet of rows of cells; one that begins with a tag of a row stands as it is."""
    told = "".join(
        row if row.startswith("<table:table-row") else f"<table:table-row>{row}</table:table-row>" for row in rows
    )
    return f"<table:table table:name='{name}' table:style-name='{style}'>{told}</table:table>"


def test_rows_know_their_heads_and_cells() -> None:
    """Heads of two rows are joined, an empty cell keeps its column, and a row is cited by its sheet and cells."""
    covered = "<table:covered-table-cell/>"
    parsed = read(
        sheet(
            "Trade",
            cell("Goods", "table:number-rows-spanned='2'") + cell("2019", "table:number-columns-spanned='2'") + covered,
            covered + cell("In") + cell("Out"),
            cell("Grain") + cell("") + cell("1.234,50"),
        )
    )
    assert (parsed.paragraphs[-1].text, parsed.paragraphs[-1].columns) == (
        "Grain\t\t1.234,50", ("Goods", "2019 In", "2019 Out"),
    )  # fmt: skip
    assert parsed.paragraphs[-1].address == "Sheet Trade, A3:C3"


def test_what_is_hidden_is_listed_and_repeated_cells_are_nothing() -> None:
    """Hidden sheets and rows and comments are exclusions; a million empty rows and columns take no time."""
    began = time.process_time()
    note = "<office:annotation><text:p>Counted twice</text:p></office:annotation>"
    nothing = "<table:table-cell table:number-columns-repeated='16384'/>"
    empty = f"<table:table-row table:number-rows-repeated='1000000'>{nothing}</table:table-row>"
    first = sheet(
        "Seen",
        cell("Town") + cell("Trees"),
        f"<table:table-cell>{note}<text:p>Ulm</text:p></table:table-cell>" + cell("412"),
        f"<table:table-row table:visibility='collapse'>{cell('Bonn')}{cell('77')}</table:table-row>",
        empty,
        cell("Last", "table:number-columns-repeated='99999'"),
    )
    source = source_of(first, sheet("Unseen", cell("Gamma"), style="H"))
    parsed = parse(source, "made.ods", "d")
    assert [(e.reason, e.text) for e in parsed.exclusions] == [
        ("comment (sheet Seen)", "Counted twice"), ("hidden row (sheet Seen)", "Bonn 77"),
        ("hidden sheet (sheet Unseen)", "Gamma"),
    ]  # fmt: skip
    assert parsed.paragraphs[2].address == "Sheet Seen, A2:B2"
    assert parsed.paragraphs[-1].address.startswith("Sheet Seen, A1000004")
    assert time.process_time() - began < 10


def test_a_second_reader_finds_nothing_more() -> None:
    """All that another program finds in the sheets is told."""
    source = source_of(sheet("A", cell("Town") + cell("Trees"), cell("Ulm") + cell("412")))
    assert overlooked_words(source, "ods", [parse(source, "a.ods", "d").text]) == ()
