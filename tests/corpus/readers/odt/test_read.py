"""OpenDocument texts: counted lists, headings, tables, notes, objects, what is not shown, and hostile files."""

import io
import time
import zipfile

import pytest

from corpus.errors import SourceLimit, UnreadableSource
from corpus.parse import Parsed, parse

NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in {
        "office": "office", "text": "text", "table": "table", "draw": "drawing", "style": "style", "chart": "chart",
        "fo": "xsl-fo-compatible",
    }.items()
)  # fmt: skip
KIND = "application/vnd.oasis.opendocument.text"
STYLES = (
    "<office:automatic-styles><style:style style:name='S'>"
    "<style:text-properties style:text-line-through-style='solid'/></style:style>"
    "<text:list-style style:name='L'>"
    "<text:list-level-style-number text:level='1' style:num-format='1' style:num-suffix='.'/>"
    "<text:list-level-style-number text:level='2' style:num-format='a' style:num-prefix='(' style:num-suffix=')'/>"
    "<text:list-level-style-bullet text:level='3' text:bullet-char='•'/></text:list-style></office:automatic-styles>"
)


def file_of(body: str, **parts: str | bytes) -> bytes:
    """Return a text of a body and of further parts (`__` for `/`)."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", KIND, zipfile.ZIP_STORED)
        archive.writestr("content.xml", content(f"<office:text>{body}</office:text>"))
        for name, part in parts.items():
            archive.writestr(name.replace("__", "/"), part)
    return stream.getvalue()


def content(body: str) -> str:
    """Return a part of content."""
    link = "xmlns:xlink='http://www.w3.org/1999/xlink'"
    return (
        f"<office:document-content {NAMES} {link}>{STYLES}<office:body>{body}</office:body></office:document-content>"
    )


def read(body: str, **parts: str | bytes) -> Parsed:
    """Return a text as parsed, with every character accounted for."""
    parsed = parse(file_of(body, **parts), "made.odt", "d")
    assert parsed.coverage.whole, parsed.coverage.missing
    return parsed


def test_lists_are_counted_as_they_are_printed() -> None:
    """Numbers, letters within them, bullets and a list that goes on give the labels that a reader sees."""
    item = "<text:list-item><text:p>{}</text:p>{}</text:list-item>"
    inner = "<text:list>" + item.format("Wheels.", "") + item.format("Stones.", "") + "</text:list>"
    parsed = read(
        "<text:h text:outline-level='1'>Report</text:h><text:h text:outline-level='2'>The mill</text:h>"
        f"<text:list text:style-name='L'>{item.format('It has:', inner)}{item.format('It is old.', '')}</text:list>"
        "<text:p>Between.</text:p>"
        f"<text:list text:style-name='L' text:continue-numbering='true'>{item.format('It stands.', '')}</text:list>"
    )
    assert [(p.label, p.text) for p in parsed.paragraphs[2:]] == [
        ("1", "It has:"), ("1(a)", "Wheels."), ("1(b)", "Stones."), ("2", "It is old."), ("", "Between."),
        ("3", "It stands."),
    ]  # fmt: skip
    assert parsed.paragraphs[2].section == ("The mill",)


def test_spaces_tabs_and_notes() -> None:
    """White space of the file is one space, its own spaces are kept, and a note hangs from what calls it."""
    parsed = read(
        "<text:p>It has\n   three<text:s text:c='2'/>wheels<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>Counted.</text:p></text:note-body></text:note>.<text:line-break/>Still.</text:p>"
    )
    assert [(p.kind, p.text, p.parent) for p in parsed.paragraphs] == [
        ("paragraph", "It has three wheels. Still.", None), ("footnote", "Counted.", 0),
    ]  # fmt: skip


def test_tables_know_merged_heads_and_labels() -> None:
    """Heads of two rows and a label over two rows are told for each figure; repeated empty cells keep columns."""

    def cell(text: str, **spans: int) -> str:
        given = "".join(f" table:number-{name.replace('_', '-')}='{count}'" for name, count in spans.items())
        return f"<table:table-cell{given}><text:p>{text}</text:p></table:table-cell>"

    covered = "<table:covered-table-cell/>"
    rows = [
        cell("Goods", rows_spanned=2) + cell("2019", columns_spanned=2) + covered,
        covered + cell("In") + cell("Out"),
        cell("Grain", rows_spanned=2) + cell("41") + cell("18"),
        covered + "<table:table-cell table:number-columns-repeated='1'/>" + cell("63"),
    ]
    parsed = read(f"<table:table>{''.join(f'<table:table-row>{row}</table:table-row>' for row in rows)}</table:table>")
    assert [p.text for p in parsed.paragraphs[2:]] == ["Grain\t41\t18", "Grain\t\t63"]
    assert parsed.paragraphs[2].columns == ("Goods", "2019 In", "2019 Out")


def test_text_boxes_and_charts_are_read() -> None:
    """The words of a text box, and the title and figures of a chart, are paragraphs."""
    chart = (
        "<office:chart><chart:chart><chart:title><text:p>Trees</text:p></chart:title><table:table><table:table-row>"
        "<table:table-cell><text:p>Town</text:p></table:table-cell><table:table-cell><text:p>Count</text:p></table:table-cell>"
        "</table:table-row><table:table-row><table:table-cell><text:p>Ulm</text:p></table:table-cell><table:table-cell>"
        "<text:p>412</text:p></table:table-cell></table:table-row></table:table></chart:chart></office:chart>"
    )
    parsed = read(
        "<text:p>See<draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box></draw:frame>"
        "<draw:frame><draw:object xlink:href='./Object 1'/></draw:frame></text:p>",
        **{"Object 1__content.xml": content(chart)},
    )
    assert [p.text for p in parsed.paragraphs] == ["See", "In a box.", "Trees", "Town\tCount", "Ulm\t412"]
    assert parsed.paragraphs[-1].columns == ("Town", "Count")


def test_what_is_not_shown_is_listed() -> None:
    """Deleted, struck and hidden words, comments and running heads are exclusions."""
    page = "<style:master-page><style:header><text:p>Draft</text:p></style:header></style:master-page>"
    parsed = read(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone.</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes><text:p>It costs <text:span text:style-name='S'>8 </text:span>11 "
        "crowns.<office:annotation><text:p>Check.</text:p></office:annotation></text:p>",
        **{"styles.xml": f"<office:document-styles {NAMES}>{page}</office:document-styles>"},
    )
    assert [p.text for p in parsed.paragraphs] == ["It costs 11 crowns."]
    listed = {e.reason: e.text for e in parsed.exclusions}
    assert listed == {"deleted": "Gone.", "struck out": "8", "comment": "Check.", "running head": "Draft"}


def test_hostile_files_are_read_or_refused_soon() -> None:
    """Bombs, entities, locks, and cells repeated a million times are refused by name, or read as what they hold."""
    began = time.process_time()
    with pytest.raises(SourceLimit, match="ZIP bomb"):
        parse(file_of(f"<text:p>{' ' * 40_000_000}</text:p>"), "made.odt", "d")
    with pytest.raises(UnreadableSource, match="entities"):
        parse(file_of("", **{"styles.xml": "<!DOCTYPE x [<!ENTITY a 'ha'>]><x/>"}), "made.odt", "d")
    locked = file_of("<text:p>x</text:p>", **{"META-INF__manifest.xml": "<m xmlns='urn:x'><encryption-data/></m>"})
    with pytest.raises(UnreadableSource, match="password"):
        parse(locked, "made.odt", "d")
    row = (
        "<table:table-row table:number-rows-repeated='1048576'><table:table-cell table:number-columns-repeated='16384'>"
        "<text:p>a</text:p></table:table-cell><table:table-cell/></table:table-row>"
    )
    assert len(read(f"<table:table>{row}</table:table>").paragraphs) <= 100
    deep = "<text:list><text:list-item>" * 60 + "<text:p>Deep.</text:p>" + "</text:list-item></text:list>" * 60
    parse(file_of(f"<text:p>Seen.</text:p>{deep}"), "made.odt", "d")
    many = "<draw:frame><draw:object xlink:href='./Object 1'/></draw:frame>" * 5_000
    parse(
        file_of(f"<text:p>Seen.{many}</text:p>", **{"Object 1__content.xml": content("<office:chart/>")}),
        "made.odt",
        "d",
    )
    assert time.process_time() - began < 30
