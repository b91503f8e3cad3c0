"""Speakers who are named by their office alone, and what is not of them: found in a made-up report."""

import pytest

from assistant.summary.draft import default_template, summarize
from assistant.summary.material import Material
from assistant.summary.meeting.decisions import decisions_of
from assistant.summary.meeting.meeting import Meeting
from assistant.summary.meeting.officers import officers_of
from assistant.summary.meeting.speakers import statements_of
from assistant.summary.outline import outline_of
from assistant.summary.template import load_template

PANEL = """Report of the Panel on Orchards on its sixth session

Distr.: General

12 May 2032

Contents

Chapter I

Introduction

1. The Panel held its sixth session in Windermoor on 2 and 3 May 2032. The session gathered 210 participants from 14 countries.

2. The officers of the Panel were as follows:

Chair:

Ada Merrin (Windermoor)

Vice-Chairs:

Tom Orrell (Saltmarsh)

Iris Vane (Tidewell)

Chapter II

Statements

3. The Executive Director of the League of Growers noted that 900 orchards had been grubbed up. Lastly, the Executive Director called for a register of old trees.

4. The founder of the Center for Old Tidewell Apples stressed that seed was lost each year. The speaker also urged States to pay for grafting.

5. The Chair made the following statement:

“It is an honour to open this session of the Panel on Orchards.

“With funds from Saltmarsh, our station grafted 4,100 trees in 2031.”

6. The Chair was requested to report to the Council at its fortieth session on what a register would cost.

7. The Panel thanked Tidewell for its offer to host the seventh session in 2033.

Annex I

8. The trustee may sell 300 hectares.
"""  # noqa: E501 - a paragraph is a line


@pytest.fixture(scope="module")
def panel():
    """Return the report."""
    from corpus.document import Document
    from corpus.parse import parse

    parsed = parse(PANEL.encode(), "orchards.txt", "orchards")
    document = Document("orchards", "/orchards.txt", "0", parsed.format, parsed.metadata, parsed.text)
    return document, parsed.paragraphs


def test_an_office_speaks_until_another_does(panel) -> None:
    """`The Executive Director` and `the speaker` are the office that opened the paragraph, whole."""
    said = {(s.speaker.title, s.unit.text.split(".")[0][:30]) for s in statements_of(outline_of(*panel))}
    assert ("Executive Director of the League of Growers", "Lastly, the Executive Director") in said
    assert ("Founder of the Center for Old Tidewell Apples", "The speaker also urged States ") in said


def test_a_short_name_is_completed_in_brackets(panel) -> None:
    """A point that says `the speaker` says which."""
    material = Material(outline_of(*panel))
    texts = [material.point(unit, 60).text for unit in material.outline.units]
    assert any("The speaker [founder of the Center for Old Tidewell Apples] also urged" in text for text in texts)
    assert any("the Executive Director [of the League of Growers] called for" in text for text in texts)


def test_a_statement_in_paragraphs_is_its_speakers(panel) -> None:
    """Paragraphs that each open a quotation belong to who was announced, and say so."""
    material = Material(outline_of(*panel))
    unit = next(unit for unit in material.outline.units if "4,100 trees" in unit.text)
    assert material.point(unit, 60).text.startswith("[Chair:] “With funds from Saltmarsh")


def test_what_is_asked_of_somebody_is_a_decision_and_no_proposal_of_theirs(panel) -> None:
    """`The Chair was requested to report` is decided; the Chair proposed nothing."""
    outline = outline_of(*panel)
    assert any("was requested to report" in decision.unit.text for decision in decisions_of(outline))
    assert not any(s.proposes for s in statements_of(outline) if s.speaker.office == "Chair")


def test_the_officers_and_those_who_came_are_found(panel) -> None:
    """Names below an office are its holders; a table of contents, thanks and annexes are not taken for facts."""
    outline = outline_of(*panel)
    assert [(point.label, point.text) for point in officers_of(outline)] == [
        ("Chair", "Ada Merrin (Windermoor)"),
        ("Vice-Chairs", "Tom Orrell (Saltmarsh); Iris Vane (Tidewell)"),
    ]
    facts = {point.label: point.text for point in Meeting(outline).details()}
    assert facts["Date"] == "2 and 3 May 2032"
    assert facts["Participants"] == "The session gathered 210 participants from 14 countries."
    assert Meeting(outline).next == []
    assert default_template(*panel) == "session"


def test_who_said_what_has_the_words_that_others_leave(panel) -> None:
    """A session with few decisions tells what was said, each sentence once."""
    summary = summarize(*panel, load_template("session"), 400)
    texts = [point.text for point in summary.points]
    assert any(part.heading == "Executive Director of the League of Growers" for part in summary.parts)
    assert len(texts) == len(set(texts))
    assert summary.struck == ()


def test_a_list_of_proposals_is_not_shown_twice() -> None:
    """Items that stand under who proposed them do not stand below their lead-in as well."""
    from corpus.document import Document
    from corpus.parse import parse

    text = PANEL.replace(
        "3. The Executive",
        "9. Two delegations made proposals:\n\n(a) The delegate of Saltmarsh proposed a fair in May;\n\n"
        "(b) The delegate of Tidewell proposed a prize of 500 crowns.\n\n3. The Executive",
    )
    parsed = parse(text.encode(), "orchards.txt", "orchards")
    document = Document("orchards", "/orchards.txt", "0", parsed.format, parsed.metadata, parsed.text)
    summary = summarize(document, parsed.paragraphs, load_template("session"), 500)
    whole = " ".join(point.text for point in summary.points)
    assert whole.count("a fair in May") == whole.count("500 crowns") == 1
