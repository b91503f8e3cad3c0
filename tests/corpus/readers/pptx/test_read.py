"""Presentations: slides, titles, nested bullets, counted numbers, tables, charts, diagrams, notes."""

import io
import zipfile

import pytest

from corpus.errors import UnreadableSource
from corpus.parse import Parsed, parse

OFFICE = "http://schemas.openxmlformats.org"
NAMES = (
    f'xmlns:a="{OFFICE}/drawingml/2006/main" xmlns:p="{OFFICE}/presentationml/2006/main" '
    f'xmlns:r="{OFFICE}/officeDocument/2006/relationships" xmlns:c="{OFFICE}/drawingml/2006/chart" '
    f'xmlns:dgm="{OFFICE}/drawingml/2006/diagram"'
)
MASTER = (
    f"<p:sldMaster {NAMES}><p:txStyles><p:bodyStyle><a:lvl1pPr><a:buChar char='•'/></a:lvl1pPr>"
    "<a:lvl2pPr><a:buChar char='–'/></a:lvl2pPr></p:bodyStyle></p:txStyles></p:sldMaster>"
)


def paragraph(text: str, properties: str = "") -> str:
    """Return a paragraph of a text frame."""
    return f"<a:p>{properties}<a:r><a:t>{text}</a:t></a:r></a:p>"


def shape(kind: str, *paragraphs: str, index: str = "") -> str:
    """Return a shape: a placeholder of a kind, or a text box where the kind is empty."""
    number = f'idx="{index}"' if index else ""
    place = f'<p:ph type="{kind}" {number}/>' if kind else ""
    return f"<p:sp><p:nvSpPr><p:nvPr>{place}</p:nvPr></p:nvSpPr><p:txBody>{''.join(paragraphs)}</p:txBody></p:sp>"


def relations(**targets: tuple[str, str]) -> str:
    """Return a part of relationships: id → kind and target."""
    entries = "".join(f'<Relationship Id="{i}" Type="x/{k}" Target="{t}"/>' for i, (k, t) in targets.items())
    return f"<Relationships>{entries}</Relationships>"


def presentation(*slides: str, **parts: str) -> bytes:
    """Return a presentation of slides, each the content of its shape tree, and of further parts (`__` for `/`)."""
    listed = "".join(f'<p:sldId r:id="s{number}"/>' for number in range(len(slides), 0, -1))
    order = {
        f"s{number}": ("slide", f"slides/slide{len(slides) + 1 - number}.xml") for number in range(len(slides), 0, -1)
    }
    written = {
        "[Content_Types].xml": "<Types/>",
        "ppt/presentation.xml": f"<p:presentation {NAMES}><p:sldIdLst>{listed}</p:sldIdLst></p:presentation>",
        "ppt/_rels/presentation.xml.rels": relations(**order),
        "ppt/slideLayouts/layout.xml": f"<p:sldLayout {NAMES}/>",
        "ppt/slideLayouts/_rels/layout.xml.rels": relations(m=("slideMaster", "../master.xml")),
        "ppt/master.xml": MASTER,
    }
    for number, content in enumerate(slides, start=1):
        tree = f"<p:sld {NAMES}><p:cSld><p:spTree>{content}</p:spTree></p:cSld></p:sld>"
        written[f"ppt/slides/slide{number}.xml"] = tree
        written[f"ppt/slides/_rels/slide{number}.xml.rels"] = relations(
            l=("slideLayout", "../slideLayouts/layout.xml"), n=("notesSlide", f"../notes{number}.xml"),
            c=("chart", "/ppt/chart.xml"), d=("diagramData", "../diagram.xml"),
        )  # fmt: skip
    written |= {name.replace("__", "/"): content for name, content in parts.items()}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in written.items():
            archive.writestr(name, content)
    return stream.getvalue()


def read(source: bytes) -> Parsed:
    """Return a presentation as parsed, with every character accounted for."""
    parsed = parse(source, "show.pptx", "d")
    assert parsed.coverage.whole, parsed.coverage.missing
    return parsed


COVER = shape("ctrTitle", paragraph("Report of the Committee on its tenth session")) + shape(
    "subTitle", paragraph("Geneva, 3–5 June 2023", "<a:pPr><a:buNone/></a:pPr>"), index="1"
)


def test_a_slide_is_a_page_and_its_title_a_section() -> None:
    """Slides come in their order, the first gives the facts, and one without a title is named by its number."""
    results = shape("title", paragraph("Results")) + shape("", paragraph("Members met twice in the year."))
    parsed = read(presentation(COVER, results, shape("", paragraph("A slide without any title."))))
    assert parsed.metadata.title == "Report of the Committee on its tenth session"
    assert (parsed.metadata.date, parsed.metadata.place) == ("2023-06-03", "Geneva")
    found = {p.text: (p.page, p.section) for p in parsed.paragraphs}
    assert found["Members met twice in the year."] == (2, ("Results",))
    assert found["A slide without any title."] == (3, ("Slide 3",))


def test_bullets_nest_and_numbers_are_counted() -> None:
    """Bullets come from the master, a nested one hangs from the one above it, and counted numbers are labels."""
    deeper, counted = '<a:pPr lvl="1"/>', '<a:pPr><a:buAutoNum type="alphaLcParenBoth" startAt="3"/></a:pPr>'
    body = shape("body", paragraph("Outer"), paragraph("Inner", deeper), paragraph("Next"), index="1")
    numbers = shape("", paragraph("Third decision taken", counted), paragraph("Fourth decision taken", counted))
    parsed = read(presentation(shape("title", paragraph("Cover")), shape("title", paragraph("List")) + body + numbers))
    by_text = {p.text: p for p in parsed.paragraphs}
    assert by_text["Inner"].parent == by_text["Outer"].position
    assert (by_text["Outer"].kind, by_text["Next"].parent) == ("item", None)
    assert (by_text["Third decision taken"].label, by_text["Fourth decision taken"].label) == ("(c)", "(d)")


def test_tables_charts_and_diagrams_are_citable() -> None:
    """Each row knows its columns, each category of a chart is a row, and the texts of a diagram are a list."""
    cells = "".join(f"<a:tr>{''.join(f'<a:tc><a:txBody>{paragraph(c)}</a:txBody></a:tc>' for c in row)}</a:tr>"
                    for row in (("Country", "Seats"), ("Chad", "3")))  # fmt: skip
    table = f'<p:graphicFrame><a:tbl><a:tblPr firstRow="1"/>{cells}</a:tbl></p:graphicFrame>'
    series = "".join(
        f"<c:ser><c:tx><c:pt idx='0'><c:v>{year}</c:v></c:pt></c:tx><c:cat><c:pt idx='0'><c:v>East</c:v></c:pt></c:cat>"
        f"<c:val><c:pt idx='0'><c:v>{value}</c:v></c:pt></c:val></c:ser>"
        for year, value in (("2022", "1.5"), ("2023", "4"))
    )
    title = f"<c:title><c:tx><c:rich>{paragraph('Members by region')}</c:rich></c:tx></c:title>"
    frames = (
        '<p:graphicFrame><c:chart r:id="c"/></p:graphicFrame><p:graphicFrame><dgm:relIds r:dm="d"/></p:graphicFrame>'
    )
    parsed = read(presentation(
        COVER, shape("title", paragraph("Figures")) + table + frames, **{
            "ppt__chart.xml": f"<c:chartSpace {NAMES}><c:chart>{title}{series}</c:chart></c:chartSpace>",
            "ppt__diagram.xml": f"<dgm:m {NAMES}><dgm:pt><dgm:t>{paragraph('First step')}</dgm:t></dgm:pt></dgm:m>",
        },
    ))  # fmt: skip
    by_text = {p.text: p for p in parsed.paragraphs}
    assert by_text["Chad\t3"].columns == ("Country", "Seats")
    assert by_text["East\t1.5\t4"].columns == ("", "2022", "2023")
    assert by_text["Members by region"].kind == "caption"
    assert by_text["First step"].kind == "item"


def test_notes_are_read_and_furniture_is_excluded() -> None:
    """What the speaker is to say is a section of the slide; slide numbers and footers are exclusions."""
    slide = shape("title", paragraph("Results")) + shape("sldNum", paragraph("7")) + shape("ftr", paragraph("Draft"))
    notes = shape("body", paragraph("Thank the hosts first."), index="1") + shape("sldNum", paragraph("2"))
    parsed = read(
        presentation(COVER, slide, **{"ppt__notes2.xml": f"<p:notes {NAMES}><p:spTree>{notes}</p:spTree></p:notes>"})
    )
    spoken = next(p for p in parsed.paragraphs if p.text == "Thank the hosts first.")
    assert (spoken.section, spoken.page) == (("Results", "Notes"), 2)
    excluded = {e.text: e.reason for e in parsed.exclusions}
    assert (excluded["7"], excluded["Draft"]) == ("page number", "running foot")


@pytest.mark.parametrize("kept", [300, 0.5, 0.95])
def test_a_truncated_presentation_says_so(kept: float) -> None:
    """A file that is cut off is called damaged, and not a Word document."""
    source = presentation(COVER)
    with pytest.raises(UnreadableSource, match="damaged"):
        parse(source[: int(kept * len(source)) if kept < 1 else int(kept)], "show.pptx", "d")


def test_a_presentation_without_its_main_part_says_so() -> None:
    """What is missing is named."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("ppt/slides/slide1.xml", f"<p:sld {NAMES}/>")
    with pytest.raises(UnreadableSource, match=r"ppt/presentation\.xml"):
        parse(stream.getvalue(), "show.pptx", "d")


def test_comments_are_listed() -> None:
    """What somebody wrote beside a slide is an exclusion."""
    comment = f"<p:cmLst {NAMES}><p:cm><p:text>Check this figure.</p:text></p:cm></p:cmLst>"
    source = presentation(shape("title", paragraph("Trees")), **{"ppt__comments__comment1.xml": comment})
    parsed = parse(source, "deck.pptx", "d")
    assert [(e.reason, e.text) for e in parsed.exclusions] == [("comment", "Check this figure.")]


def test_merged_cells_of_a_table_are_told_for_all_that_they_span() -> None:
    """Heads of two rows and a label over two rows stand before each figure of a slide's table."""

    def cell(text: str, spans: str = "") -> str:
        return f"<a:tc {spans}><a:txBody>{paragraph(text) if text else '<a:p/>'}</a:txBody></a:tc>"

    rows = (
        cell("Goods", 'rowSpan="2"') + cell("2019", 'gridSpan="2"') + cell("", 'hMerge="1"'),
        cell("", 'vMerge="1"') + cell("In") + cell("Out"),
        cell("Grain", 'rowSpan="2"') + cell("41") + cell("18"),
        cell("", 'vMerge="1"') + cell("") + cell("63"),
    )
    table = f"<a:tbl>{''.join(f'<a:tr>{row}</a:tr>' for row in rows)}</a:tbl>"
    frame = f"<p:graphicFrame><a:graphic><a:graphicData>{table}</a:graphicData></a:graphic></p:graphicFrame>"
    found = parse(presentation(shape("title", paragraph("Trade")) + frame), "deck.pptx", "d").paragraphs[-2:]
    assert [row.text for row in found] == ["Grain\t41\t18", "Grain\t\t63"]
    assert found[0].columns == ("Goods", "2019 In", "2019 Out")
