"""Web pages: tables with merged cells, lists of definitions, what is struck out or hidden, forms, asides."""

from corpus.parse import Parsed, parse


def read(page: str) -> Parsed:
    """Return a page as parsed, with every character accounted for."""
    parsed = parse(f"<meta charset=utf-8>{page}".encode(), "page.html", "d")
    assert parsed.coverage.whole, parsed.coverage.missing
    return parsed


def test_merged_heads_and_labels_stand_before_all_that_they_span() -> None:
    """Heads of two rows and a label over two rows are told for each figure; an empty cell keeps its column."""
    parsed = read(
        "<table><tr><th rowspan=2>Goods<th colspan=2>2019<th colspan=2>2020<tr><th>In<th>Out<th>In<th>Out"
        "<tr><td rowspan=2>Grain<td>41<td>18<td>37<td>22<tr><td>5<td><td>4<td>71</table>"
    )
    rows = parsed.paragraphs[-2:]
    assert rows[0].columns == ("Goods", "2019 In", "2019 Out", "2020 In", "2020 Out")
    assert [row.text for row in rows] == ["Grain\t41\t18\t37\t22", "Grain\t5\t\t4\t71"]


def test_a_row_without_known_heads_is_shown_as_printed() -> None:
    """Nothing is put before the cells of a table that begins with figures, nor before a row of another width."""
    parsed = read("<table><tr><td>1<td>2<tr><td>3<td>4</table><table><tr><th>A<th>B<tr><td>x<td>y<td>z</table>")
    assert [p.columns for p in parsed.paragraphs] == [(), (), (), ()]


def test_labels_and_values_are_told_together() -> None:
    """A list of definitions, a table of labels, and a bold line above its value read as `label: value`."""
    parsed = read(
        "<dl><dt>Height</dt><dd>41 metres</dd><dt>Keeper<dt>Warden<dd>Jonas Marr</dl><p><b>Built</b><br>1857</p>"
        "<table><tr><th>Range<td>22 miles<tr><th>Owner<td>Coast Service</table>"
    )
    assert [p.text for p in parsed.paragraphs] == [
        "Height: 41 metres", "Keeper, Warden: Jonas Marr", "Built: 1857", "Range: 22 miles", "Owner: Coast Service",
    ]  # fmt: skip


def test_terms_without_a_definition_and_lists_within_one_are_kept() -> None:
    """No term is lost, and what follows the first words of a definition stands by itself."""
    parsed = read("<dl><dt>Soda<dt>Tea<dd>Hot.<ul><li>Green</ul><dt>Water</dl><p>End of it.</p>")
    assert [p.text for p in parsed.paragraphs] == ["Soda, Tea: Hot.", "Green", "Water", "End of it."]


def test_what_is_struck_out_or_hidden_is_listed() -> None:
    """Words that a reader takes for withdrawn, or does not see, are no text; a picture's description is listed."""
    parsed = read(
        "<p>It paid <del>300</del> <s>310</s> <span style='text-decoration:line-through'>320</span> 450 crowns.</p>"
        "<p hidden>Gone.</p><img alt='A mill'><svg><text>412 trees</text><script>x()</script></svg>"
    )
    assert [p.text for p in parsed.paragraphs] == ["It paid 450 crowns."]
    assert [(e.reason, e.text) for e in parsed.exclusions] == [
        ("struck out", "300"), ("struck out", "310"), ("struck out", "320"), ("hidden", "Gone."),
        ("description of a picture", "A mill"), ("drawing", "412 trees"),
    ]  # fmt: skip


def test_an_aside_of_the_article_and_a_page_that_is_a_form_are_read() -> None:
    """A box beside the text is of it; where the whole page lies in a form, its words and values are the page."""
    page = read("<main><p>Flood.</p><aside>41 cows drowned.</aside></main>")
    assert [p.text for p in page.paragraphs] == ["Flood.", "41 cows drowned."]
    inspector = "<p>Inspector <input value='Ida Tamm'></p>"
    form = read(f"<form><p>Report on the bridge of Ulm, which was closed in May.</p>{inspector}</form>")
    assert form.paragraphs[1].text == "Inspector Ida Tamm"


def test_tables_that_only_lay_out_a_page_are_no_tables() -> None:
    """Each part of a cell that holds the text of a page is a paragraph; a table within it keeps its rows."""
    inner = "<table><tr><td>Town<td>Trees<tr><td>Ulm<td>412</table>"
    news = f"<b>New pier</b><br><br>It is 130 metres long.<br>&nbsp;<br>It cost 5 million crowns.<br><br>{inner}"
    parsed = read(
        f"<table><tr><td><a>Start</a><br><a>Contacts</a></td><td><table><tr><td>{news}</td></tr></table></table>"
    )
    texts = [p.text for p in parsed.paragraphs]
    assert texts[-5:] == ["New pier", "It is 130 metres long.", "It cost 5 million crowns.", "Town\tTrees", "Ulm\t412"]
    assert parsed.paragraphs[-1].columns == ("Town", "Trees")


def test_a_bold_word_above_its_value_is_its_label() -> None:
    """Below a heading, a bold word and the few words below it read together; a heading of sentences stays one."""
    parsed = read("<h1>Lighthouse</h1><p><b>Lamp</b></p><p>LED since 2015</p><p><b>Range</b></p><p>22 miles</p>")
    assert [p.text for p in parsed.paragraphs] == ["Lighthouse", "Lamp: LED since 2015", "Range: 22 miles"]
    kept = read("<h1>Report</h1><p><b>History</b></p><p>It was built in 1857.</p><p>It burned down in 1901.</p>")
    assert [p.text for p in kept.paragraphs][1:] == ["History", "It was built in 1857.", "It burned down in 1901."]
