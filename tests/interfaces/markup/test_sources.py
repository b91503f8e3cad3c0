"""The sources of an answer as markup."""

from assistant.answer import Answer, Citation, Sentence
from corpus.document import Document, Metadata
from corpus.paragraph import Paragraph
from interfaces.markup.sources import sources_markup
from interfaces.markup.turns import Turn, answered_turn, conversation_markup, failed_turn, history, panel_markup

FACTS = Metadata(title="Report of the <b>session</b>", symbol="A/1/2", date="2021-03-04", kind="report")
REPORT = Document("report", "/somewhere/report.txt", "0" * 64, "txt", FACTS, "")
SECTION = ("II. Work done", "B. Workshops")


def paragraph(position: int, text: str, **facts: object) -> Paragraph:
    """Return a paragraph of the report."""
    given: dict[str, object] = {
        "label": "",
        "ordinal": position + 1,
        "section": SECTION,
        "page": 4,
        "start": 0,
        "end": len(text),
    }
    return Paragraph("report", position, text=text, **{**given, **facts})  # type: ignore[arg-type]


HEADING = paragraph(0, "B. Workshops", kind="heading")
BEFORE = paragraph(1, "The Centre held two workshops.", label="12")
CITED = paragraph(2, "The first drew 86 people. It lasted <two> days.", label="13(b)")
AFTER = paragraph(3, "The second drew 120.", label="13(c)")
ELSEWHERE = paragraph(4, "Another matter.", section=("III. Budget",))
ALL = [HEADING, BEFORE, CITED, AFTER, ELSEWHERE]


def answer(*citations: Citation, refused: bool = False) -> Answer:
    """Return an answer over the citations, one sentence each, or a refusal that is near them."""
    sentences = tuple(Sentence(citation.quote, (citation.marker,), ((0, 5),)) for citation in citations)
    return Answer(
        question="How many <came>?",
        query="How many <came>?",
        sentences=() if refused else sentences,
        citations=() if refused else citations,
        refused=refused,
        reason="Nothing found names the year 1999." if refused else "",
        related=citations if refused else (),
        seconds=0.1,
        settings_digest="",
    )


def markup(*citations: Citation, refused: bool = False, paragraphs: list[Paragraph] | None = None) -> str:
    """Return the sources of an answer."""
    return sources_markup(answer(*citations, refused=refused), 1, lambda _document: paragraphs or ALL)


def test_the_cited_words_are_marked_in_their_whole_paragraph() -> None:
    """The quote is marked, the rest of the paragraph stands around it unmarked."""
    page = markup(Citation(1, REPORT, CITED, "The first drew 86 people."))
    assert "<mark>The first drew 86 people&#46;</mark> It lasted &#60;two&#62; days&#46;" in page


def test_the_address_is_complete() -> None:
    """Title, section path, label, page, kind, symbol and date are there, and escaped."""
    page = markup(Citation(1, REPORT, CITED, "86 people"))
    assert "Report of the &#60;b&#62;session&#60;&#47;b&#62;" in page
    assert 'II&#46; Work done<span class="step"> › </span>B&#46; Workshops' in page
    assert "<strong>para&#46; 13&#40;b&#41;</strong> · page 4 · report · A&#47;1&#47;2 · 2021&#45;03&#45;04" in page


def test_neighbours_of_the_same_section_are_shown_dimmed() -> None:
    """The paragraph before and the one after stand beside it; headings and other sections do not."""
    page = markup(Citation(1, REPORT, CITED, "86 people"))
    assert page.count('class="near"') == 2
    assert "two workshops" in page
    assert "drew 120" in page
    assert "Another matter" not in page


def test_the_lead_in_comes_first() -> None:
    """A paragraph that hangs from another is shown under it, though others stand between them."""
    lead_in = paragraph(0, "It decided:", label="5")
    first, second = (paragraph(place, f"Point {place}.", kind="item", parent=0) for place in (1, 2))
    page = markup(Citation(1, REPORT, second, "Point 2."), paragraphs=[lead_in, first, second])
    assert page.index("It decided") < page.index("Point 1") < page.index("Point 2")


def test_a_row_is_shown_in_its_table() -> None:
    """A row has its column headings above it and its neighbours around it, and the cited cell is marked."""
    columns = ("Place", "People")
    rows = [paragraph(at, text, kind="row", columns=columns) for at, text in enumerate(["Oslo\t5", "Rome\t86"])]
    page = markup(Citation(1, REPORT, rows[1], "86"), paragraphs=rows)
    assert "<thead><tr><th>Place</th><th>People</th></tr></thead>" in page
    assert '<tr class="near"><td>Oslo</td><td>5</td></tr>' in page
    assert '<tr class="cited"><td>Rome</td><td><mark>86</mark></td></tr>' in page


def test_a_quote_over_several_cells_marks_each() -> None:
    """The marks of a row end at the cell's edge."""
    row = paragraph(0, "Rome\t86\tMay", kind="row")
    page = markup(Citation(1, REPORT, row, "Rome\t86"), paragraphs=[row])
    assert "<td><mark>Rome</mark></td><td><mark>86</mark></td><td>May</td>" in page


def test_two_citations_of_one_paragraph_share_a_card() -> None:
    """Both numbers lead to the one card and both quotes are marked in it."""
    page = markup(Citation(1, REPORT, CITED, "86 people"), Citation(2, REPORT, CITED, "<two> days"))
    assert page.count("<article") == 1
    assert 'id="source-1-1"' in page
    assert 'id="source-1-2"' in page
    assert page.count("<mark>") == 2


def test_a_refusal_shows_what_is_near_as_no_answer() -> None:
    """The nearest paragraphs are there under a heading that says what they are not."""
    page = markup(Citation(1, REPORT, CITED, "86 people"), refused=True)
    assert "Related, but not an answer" in page
    assert 'class="source related"' in page


def turn_of(given: Answer, searched_in: str = "") -> Turn:
    """Return the first turn, with that answer."""
    return answered_turn(1, given, searched_in, lambda _document: ALL)


def test_a_reply_has_its_answer_in_bold_and_its_markers_as_links() -> None:
    """The words that answer are bold, and each marker leads to its source."""
    page = conversation_markup([turn_of(answer(Citation(1, REPORT, CITED, "86 people")))])
    assert '<strong>86 </strong><span class="together"><strong>pe</strong>ople' in page
    assert 'href="#source-1-1"' in page
    assert "How many &#60;came&#62;&#63;" in page


def test_items_of_a_list_are_answered_as_a_list() -> None:
    """Sentences that are items stand one under the other, after their lead-in."""
    lead_in = paragraph(0, "The pledges were:")
    items = [paragraph(at, text, kind="item", parent=0) for at, text in ((1, "India: $1;"), (2, "Oman: $2."))]
    cited = [Citation(at + 1, REPORT, part, part.text) for at, part in enumerate([lead_in, *items])]
    reply = turn_of(answer(*cited)).reply
    assert reply.index("were") < reply.index('<ul class="answer">')
    assert reply.count("<li>") == 2


def test_what_was_searched_is_shown_when_it_differs() -> None:
    """A query other than the question, and limits of the search, are said under the reply."""
    plain = answer(Citation(1, REPORT, CITED, "86 people"))
    carried = Answer(**{**{name: getattr(plain, name) for name in plain.__slots__}, "query": "How many in Tashkent?"})
    assert "Searched for" not in turn_of(plain).reply
    assert "Searched for: <em>How many in Tashkent&#63;</em>" in turn_of(carried).reply
    assert "Searched in: from 2020" in turn_of(plain, "from 2020").reply


def test_a_refusal_says_what_was_looked_for() -> None:
    """The reason stands in the reply, with a way to the nearest paragraphs."""
    reply = turn_of(answer(Citation(1, REPORT, CITED, "86 people"), refused=True)).reply
    assert "Nothing found names the year 1999&#46;" in reply
    assert 'href="#source-1-1"' in reply


def test_the_newest_sources_are_open_and_earlier_ones_folded() -> None:
    """The panel begins with the newest reply's sources."""
    first = turn_of(answer(Citation(1, REPORT, CITED, "86 people")))
    second = answered_turn(2, answer(Citation(1, REPORT, AFTER, "120")), "", lambda _document: ALL)
    page = panel_markup([first, second])
    assert page.index('id="source-2-1"') < page.index("<details") < page.index('id="source-1-1"')


def test_a_question_that_could_not_be_asked_is_no_part_of_the_history() -> None:
    """The assistant is told of the questions it was given, oldest first."""
    turns = [turn_of(answer()), failed_turn(2, "   ", "The question is empty."), turn_of(answer())]
    assert history(turns) == ["How many <came>?", "How many <came>?"]


def test_a_very_long_question_is_shown_in_part() -> None:
    """The page repeats the beginning and the length of a question of 100,000 characters."""
    page = conversation_markup([failed_turn(1, "x" * 100_000, "Too long.")])
    assert len(page) < 2_000
    assert "100&#44;000 characters" in page


def test_markup_is_one_block_for_markdown() -> None:
    """No line is empty and none begins anew, so that a Markdown reader takes the whole as one piece of HTML."""
    broken = paragraph(0, "first line\n\n    second line\n\n- third")
    turn = answered_turn(1, answer(Citation(1, REPORT, broken, broken.text)), "", lambda _document: [broken])
    for page in (conversation_markup([turn]), panel_markup([turn])):
        assert page.startswith("<")
        assert "\n" not in page
