"""What a session is: found in a made-up report, of which all is known."""

from assistant.summary.draft import default_template, problems_of, summarize
from assistant.summary.material import Material
from assistant.summary.meeting.decisions import decisions_of
from assistant.summary.meeting.meeting import Meeting
from assistant.summary.meeting.speakers import statements_of
from assistant.summary.outline import outline_of
from assistant.summary.summary import Summary
from assistant.summary.template import load_template


def drafted(work, template: str, words: int = 200) -> Summary:
    """Draft a document in the shape of a template."""
    return summarize(*work, load_template(template), words)


def test_the_details_of_the_meeting_are_found(session) -> None:
    """Date, form, place, organiser, chair and participants are given as printed, under their names."""
    facts = {point.label: point.text for point in Meeting(outline_of(*session)).details()}
    assert facts["Date"] == "4 and 5 March 2031"
    assert facts["Form"] == "in a hybrid format"
    assert facts["Place"] == "Port Vale"
    assert facts["Organised by"] == "the Harbour Office of Windermoor"
    assert facts["Chair"] == "Ms. Ada Merrin, Director of the Harbour Office"
    assert facts["Participants"].startswith("Representatives of Windermoor, Saltmarsh and Tidewell")


def test_the_next_session_and_the_annexes_are_found(session) -> None:
    """What comes next is told in the words under its heading, and an annex by its title."""
    meeting = Meeting(outline_of(*session))
    assert [point.text for point in meeting.next] == [
        "The Forum agreed to hold its tenth session in Saltmarsh in March 2033."
    ]
    assert [point.text for point in meeting.annexes()] == ["List of documents"]


def test_speakers_have_their_office_and_keep_the_floor(session) -> None:
    """A speaker is known with office and country, and a pronoun in the next sentence is still the same person."""
    statements = statements_of(outline_of(*session))
    orrell = [s for s in statements if s.speaker.name == "Mr. Tom Orrell"]
    assert orrell[0].speaker.office == "delegate from Saltmarsh; Head of the Ferry Service"
    assert [s.unit.text.split()[0] for s in orrell] == ["The", "He"]
    assert all(s.proposes for s in orrell)
    tidewell = [s for s in statements if s.speaker.standing == "Tidewell"]
    assert len(tidewell) == 1


def test_decisions_keep_their_numbers(session) -> None:
    """Numbered paragraphs under a heading that names decisions are the decisions; noting is not deciding."""
    found = [(decision.number, decision.firm) for decision in decisions_of(outline_of(*session))]
    assert found[:3] == [("7", True), ("8", True), ("9", False)]


def test_proposals_stand_under_who_made_them(session) -> None:
    """What was proposed begins at its verb and has the speaker for its label; thanks are left out."""
    part = next(part for part in drafted(session, "session").parts if part.heading == "Proposals")
    assert {point.label for point in part.points} == {"Saltmarsh: Mr. Tom Orrell"}
    assert [point.text for point in part.points] == [
        "proposed to buy 12 electric ferries by 2034.",
        "also suggested a common ticket for all three coasts.",
    ]


def test_decisions_are_led_by_the_body_that_decides(session) -> None:
    """The body stands once above the decisions, which begin at their verbs and keep their numbers."""
    part = next(part for part in drafted(session, "decisions").parts if part.form == "numbered")
    assert part.lead == "The Forum"
    assert [point.label for point in part.points][:3] == ["7", "8", "9"]
    assert part.points[0].text == "adopted the timetable for 2032."


def test_references_are_resolved_in_square_brackets(session) -> None:
    """A sentence that leans on the one before it names what it leans on, and what was added can be told."""
    material = Material(outline_of(*session))
    shown = {unit.text: material.point(unit, 60) for unit in material.outline.units}
    assert shown["The Chair thanked the delegates."].text == "The Chair [Ms. Ada Merrin] thanked the delegates."
    assert len(shown["The Chair thanked the delegates."].sources) == 2
    common = shown["He also suggested a common ticket for all three coasts."]
    assert common.text.startswith("[Mr. Tom Orrell] also suggested")


def test_every_point_cites_and_none_fails(session) -> None:
    """In each template each point has the exact words it rests on, and the verifier finds nothing against it."""
    outline = outline_of(*session)
    for name in ("session", "decisions", "brief", "who-said-what", "figures", "report", "release"):
        summary = drafted(session, name, 300)
        assert summary.points
        assert summary.struck == ()
        for point in summary.points:
            assert point.sources
            assert all(source.quote in source.paragraph.text for source in point.sources)
            assert problems_of(point, outline) == ()


def test_the_template_that_fits_is_chosen(session, note) -> None:
    """A report of a session has the template for sessions; a note that holds none does not."""
    assert default_template(*session) == "session"
    assert default_template(*note) == "report"
