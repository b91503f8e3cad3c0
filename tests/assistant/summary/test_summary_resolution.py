"""Drafts of a resolution: every operative paragraph under the body that resolves, the preamble left aside."""

import pytest

from assistant.summary.draft import summarize
from assistant.summary.material import Material
from assistant.summary.meeting.decisions import decisions_of
from assistant.summary.meeting.resolution import aside_of
from assistant.summary.outline import outline_of
from assistant.summary.template import load_template
from corpus.document import Document
from corpus.parse import parse

RESOLUTION = """Resolution on harbour lights

The Council of Coastal Towns,

Recalling its earlier resolutions on harbours, in particular the one on the 40 lights of Windermoor, and all that was said of them,

Deeply concerned that 12 ships ran aground off Saltmarsh in 2031 and that 300 tonnes of oil were lost,

1. Strongly condemns the theft of lamps from the harbour of Saltmarsh in March 2031;

2. Also requests the Harbour Office to replace 25 lamps before October 2032;

3. Demands that every town report on its lights by 1 May 2033; and

4. Deplores that Tidewell has paid nothing for its lights since 2029;

5. Decides to remain seized of the matter.
"""  # noqa: E501 - a paragraph is a line
RELEASE = """News of the ferries

Mr. Tom Orrell, Head of the Ferry Service, said, " We carried 318 people by night in 2030. Our next ferry will carry 400 people from Saltmarsh to Tidewell." The service ends in May 2032.
"""  # noqa: E501 - a paragraph is a line


def work_of(text: str, name: str):
    """Return a text as the document that a library would hold."""
    parsed = parse(text.encode(), f"{name}.txt", name)
    return Document(name, f"/{name}.txt", "0", parsed.format, parsed.metadata, parsed.text), parsed.paragraphs


@pytest.fixture(scope="module")
def resolution():
    """Return a made-up resolution."""
    return work_of(RESOLUTION, "lights")


def test_every_operative_paragraph_is_a_decision(resolution) -> None:
    """Whatever verb and adverb it begins with; what only deplores is not firm."""
    found = [(decision.number, decision.firm) for decision in decisions_of(outline_of(*resolution))]
    assert found == [("1", True), ("2", True), ("3", True), ("4", False), ("5", True)]


def test_the_body_that_resolves_leads_the_decisions(resolution) -> None:
    """It is the subject of every one, and no point ends as an item of a list does."""
    part = summarize(*resolution, load_template("decisions"), 300).parts[0]
    assert part.lead == "The Council of Coastal Towns"
    assert [point.label for point in part.points] == ["1", "2", "3", "4", "5"]
    assert part.points[2].text == "Demands that every town report on its lights by 1 May 2033"
    assert part.points[4].text == "Decides to remain seized of the matter."


def test_a_brief_tells_what_is_decided_and_by_whom(resolution) -> None:
    """The preamble stays out of it; what is only deplored, and the closing formula, where enough else is decided."""
    points = summarize(*resolution, load_template("brief"), 180).points
    assert {point.label for point in points} == {"The Council of Coastal Towns"}
    assert [point.sources[0].paragraph.label for point in points] == ["1", "2", "3", "4", "5"]
    outline = outline_of(*resolution)
    assert [outline.at(position).label for position in sorted(aside_of(outline, 3))] == ["", "", "4", "5"]


def test_a_report_without_such_a_line_has_no_operative_paragraphs(session) -> None:
    """Numbered paragraphs of a report keep their own subjects."""
    material = Material(outline_of(*session))
    assert {material.body_of(unit) for unit in material.outline.units} == {""}
    assert material.aside(1) == frozenset()


def test_a_sentence_of_a_quotation_has_both_its_marks() -> None:
    """What is said in several sentences is shown one by one, each between the marks that stand around all of them."""
    material = Material(outline_of(*work_of(RELEASE, "news")))
    shown = [material.point(unit, 60).text for unit in material.outline.units if unit.paragraph.kind == "paragraph"]
    assert shown[0].endswith('said, "We carried 318 people by night in 2030."')
    assert shown[-1] == "The service ends in May 2032."
    assert all(text.count('"') % 2 == 0 and text.count("“") == text.count("”") for text in shown)
