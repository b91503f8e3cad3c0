"""Word documents: tracked changes, forms, diagrams, charts, merged files, tables, and what is not shown."""

import io
import zipfile

import pytest

from corpus.parse import Parsed, parse

OFFICE = "http://schemas.openxmlformats.org"
NAMES = (
    f'xmlns:w="{OFFICE}/wordprocessingml/2006/main" xmlns:r="{OFFICE}/officeDocument/2006/relationships" '
    f'xmlns:a="{OFFICE}/drawingml/2006/main" xmlns:c="{OFFICE}/drawingml/2006/chart" '
    f'xmlns:dgm="{OFFICE}/drawingml/2006/diagram" xmlns:v="urn:schemas-microsoft-com:vml"'
)


def word_file(body: str, links: dict[str, str] | None = None, **parts: str | bytes) -> bytes:
    """Return a Word file of a body, of what it refers to by id, and of further parts (`__` for `/`)."""
    listed = "".join(f'<Relationship Id="{i}" Type="x/{i}" Target="{t}"/>' for i, t in (links or {}).items())
    written: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f"<Relationships>{listed}</Relationships>",
    }
    written |= {name.replace("__", "/"): part for name, part in parts.items()}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in written.items():
            archive.writestr(name, part)
    return stream.getvalue()


def read(body: str, links: dict[str, str] | None = None, **parts: str | bytes) -> Parsed:
    """Return a document as parsed, with every character accounted for."""
    parsed = parse(word_file(body, links, **parts), "made.docx", "d")
    assert parsed.coverage.whole, parsed.coverage.missing
    return parsed


def run(text: str, properties: str = "") -> str:
    """Return a run of characters."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(*runs: str, properties: str = "") -> str:
    """Return a paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def table(*rows: str) -> str:
    """Return a table of rows of cells."""
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def cell(text: str, across: int = 1, down: str = "") -> str:
    """Return a cell; `down` is `restart` for the first of cells merged downwards, `continue` for the others."""
    merge = f'<w:vMerge w:val="{down}"/>' if down else ""
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{across}"/>{merge}</w:tcPr>{para(run(text) if text else "")}</w:tc>'


def test_a_deleted_paragraph_end_joins_two_paragraphs() -> None:
    """The text reads as if each change had been accepted; deleted words are listed."""
    ended = "<w:rPr><w:del w:id='1'/></w:rPr>"
    parsed = read(
        para(run("The office moved to"), properties=ended)
        + para(run(" the old "), "<w:del><w:r><w:delText>mint</w:delText></w:r></w:del>", run("customs house."))
        + para("<w:del><w:r><w:delText>It will close.</w:delText></w:r></w:del>", properties=ended)
        + para(run("It has nine rooms."))
        + para(run("Last words."), properties=ended)
        + table(cell("Town") + cell("Trees"))
    )
    assert [p.text for p in parsed.paragraphs] == [
        "The office moved to the old customs house.", "It has nine rooms.", "Last words.", "Town\tTrees",
    ]  # fmt: skip
    assert [e.text for e in parsed.exclusions if e.reason == "deleted"] == ["mint", "It will close."]


def test_what_is_struck_hidden_or_to_be_filled_in_is_listed() -> None:
    """Struck and hidden words, reading aids and placeholders are no text; values that are filled in are."""
    empty = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    base = f"<w:rubyBase>{run('山田')}</w:rubyBase>"
    ruby = f"<w:r><w:ruby><w:rt>{run('yamada')}</w:rt>{base}</w:ruby></w:r>"
    parsed = read(
        para(run("Entry costs "), run("8 ", "<w:strike/>"), run("9 ", "<w:dstrike/>"), run("secret ", "<w:vanish/>"))
        + para(run("11 crowns, says "), ruby, run(".", "<w:strike w:val='0'/>"))
        + para(run("Class: "), empty.format(run("Choose an item.")))
        + empty.format(para(run("Click here.")))
    )
    assert [p.text for p in parsed.paragraphs] == ["Entry costs", "11 crowns, says 山田."]
    assert {(e.reason, e.text) for e in parsed.exclusions} == {
        ("struck out", "8 9"), ("hidden", "secret"), ("reading aid", "yamada"), ("placeholder", "Choose an item."),
        ("placeholder", "Click here."), ("label without a value", "Class:"),
    }  # fmt: skip


def test_values_of_form_fields_are_read() -> None:
    """The entry that is chosen and the box that is ticked are told, though no text of the file holds them."""
    form = "<w:r><w:fldChar w:fldCharType='begin'><w:ffData>{}</w:ffData></w:fldChar></w:r>"
    chosen = "<w:ddList><w:result w:val='1'/><w:listEntry w:val='low'/><w:listEntry w:val='high'/></w:ddList>"
    parsed = read(
        para(run("Risk: "), form.format(chosen))
        + para(form.format("<w:checkBox><w:checked/></w:checkBox>"), run(" Fenced"))
        + para(form.format("<w:checkBox><w:default w:val='0'/></w:checkBox>"), run(" Lit"))
    )
    assert [p.text for p in parsed.paragraphs] == ["Risk: high", "☒ Fenced", "☐ Lit"]


def test_diagrams_and_charts_are_read() -> None:
    """A diagram gives its entries, a chart its title, and each figure after its series; point labels are listed."""
    entry = "<dgm:pt><dgm:t><a:p><a:r><a:t>Chair: Ida</a:t></a:r></a:p></dgm:t></dgm:pt>"
    diagram = f"<dgm:dataModel {NAMES}><dgm:ptLst>{entry}</dgm:ptLst></dgm:dataModel>"
    point = '<c:pt idx="{}"><c:v>{}</c:v></c:pt>'
    rich = "<c:rich><a:p><a:r><a:t>{}</a:t></a:r></a:p></c:rich>"
    chart = (
        f"<c:chartSpace {NAMES}><c:title><c:tx>{rich.format('Trees')}</c:tx></c:title><c:ser><c:tx><c:strRef>"
        f"{point.format(0, 'Planted')}</c:strRef></c:tx><c:dLbls><c:dLbl>{rich.format('few')}</c:dLbl></c:dLbls>"
        f"<c:cat>{point.format(0, '2018')}{point.format(1, '2019')}</c:cat>"
        f"<c:val>{point.format(0, '77')}{point.format(1, '412')}</c:val></c:ser></c:chartSpace>"
    )
    drawn = "<w:r><w:drawing><a:graphic><a:graphicData>{}</a:graphicData></a:graphic></w:drawing></w:r>"
    parsed = read(
        para(run("See:"), drawn.format("<dgm:relIds r:dm='d1'/>"), drawn.format("<c:chart r:id='c1'/>")),
        {"d1": "data.xml", "c1": "chart.xml"},
        **{"word/data.xml": diagram, "word/chart.xml": chart},
    )
    assert [p.text for p in parsed.paragraphs] == ["See:", "Chair: Ida", "Trees", "\tPlanted", "2018\t77", "2019\t412"]
    assert parsed.paragraphs[-1].columns == ("", "Planted")
    assert [(e.reason, e.text) for e in parsed.exclusions if "chart" in e.reason] == [("label within a chart", "few")]


def test_merged_files_are_read_in_their_place() -> None:
    """A page, a text or another Word file that Word shows in a place is read there, and one that cannot be is named."""
    chunk = "<w:altChunk r:id='{}'/>"
    inner = word_file(para(run("From the inner file.")))
    parsed = read(
        para(run("Before.")) + chunk.format("a") + chunk.format("b") + chunk.format("z") + para(run("After.")),
        {"a": "chunk1.html", "b": "chunk2.docx", "z": "chunk3.bin"},
        **{"word/chunk1.html": "<p>Zdenka Horak was elected.</p>", "word/chunk2.docx": inner, "word/chunk3.bin": b"x"},
    )
    assert [p.text for p in parsed.paragraphs] == [
        "Before.", "Zdenka Horak was elected.", "From the inner file.", "After.",
    ]  # fmt: skip
    assert [e.text for e in parsed.exclusions if e.reason.startswith("merged file that is not read")] == [
        "word/chunk3.bin"
    ]


def test_a_word_file_within_itself_comes_to_an_end() -> None:
    """Files merged into files are followed a few deep; what lies deeper is named."""
    made = word_file(para(run("Innermost.")))
    for _ in range(9):
        made = word_file(para(run("x")) + "<w:altChunk r:id='a'/>", {"a": "in.docx"}, **{"word/in.docx": made})
    parsed = parse(made, "made.docx", "d")
    assert any("within too many others" in exclusion.reason for exclusion in parsed.exclusions)


def test_tables_know_merged_heads_labels_and_tables_within_cells() -> None:
    """Heads of two rows and labels over rows are told for each figure; a table in a cell keeps rows of its own."""
    within = f"<w:tc>{para(run('See below'))}{table(cell('Room') + cell('Seats'), cell('Hall') + cell('140'))}</w:tc>"
    parsed = read(
        table(
            cell("Goods", down="restart") + cell("2019", 2),
            cell("", down="continue") + cell("In") + cell("Out"),
            cell("Grain", down="restart") + cell("41") + cell("18"),
            cell("", down="continue") + cell("") + cell("63"),
        )
        + table(cell("Floor") + cell("Rooms"), cell("Ground") + within, cell("First") + cell("Library"))
    )
    assert [(p.text, p.columns) for p in parsed.paragraphs if p.columns] == [
        ("Grain\t41\t18", ("Goods", "2019 In", "2019 Out")), ("Grain\t\t63", ("Goods", "2019 In", "2019 Out")),
        ("Ground\tSee below", ("Floor", "Rooms")), ("Hall\t140", ("Room", "Seats")),
        ("First\tLibrary", ("Floor", "Rooms")),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("part", "reason"),
    [("comments", "comment"), ("glossary/document", "building block"), ("header2", "running head")],
)
def test_parts_beside_the_text_are_listed(part: str, reason: str) -> None:
    """Comments, building blocks and running heads hold words, and are exclusions."""
    parsed = read(para(run("Seen.")), **{f"word/{part}.xml": f"<w:x {NAMES}>{para(run('Beside it.'))}</w:x>"})
    assert [(e.reason, e.text) for e in parsed.exclusions] == [(reason, "Beside it.")]


def test_strict_documents_and_other_main_parts_are_read() -> None:
    """The kind of file whose names ISO 29500 changed is read as the common kind is."""
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = f"<w:document xmlns:w='{strict}'><w:body>{para(run('It holds 70 tonnes.'))}</w:body></w:document>"
    parsed = read("", **{"word/document.xml": body})
    assert [p.text for p in parsed.paragraphs] == ["It holds 70 tonnes."]


def test_a_running_head_that_says_until_when_is_told() -> None:
    """What stands on each page and in no paragraph can be cited too; a symbol or a page number is no statement."""
    head = f"<w:hdr {NAMES}>{para(run('Ref. WB/17 – Confidential until 5 May 2022'))}</w:hdr>"
    foot = f"<w:ftr {NAMES}>{para(run('WB/17, 3 May 2022, page 4'))}</w:ftr>"
    parsed = read(
        para(run("Nitrate fell.")), **{"word/header1.xml": head, "word/header2.xml": head, "word/footer1.xml": foot}
    )
    assert [(p.section, p.text) for p in parsed.paragraphs if p.kind != "heading"] == [
        ((), "Nitrate fell."), (("Running head",), "Ref. WB/17 – Confidential until 5 May 2022"),
    ]  # fmt: skip
    assert [(e.reason, e.text) for e in parsed.exclusions] == [("running foot", "WB/17, 3 May 2022, page 4")]
