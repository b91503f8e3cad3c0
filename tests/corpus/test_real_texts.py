"""The real texts, compared with a table written by hand: label, first words, last words, number of words."""

from functools import cache
from pathlib import Path

import pytest

from corpus.paragraph import Paragraph
from corpus.parse import Parsed, parse

ACTIVITIES, SESSION, RELEASE, SUBMISSION, OLD_RELEASE = "000", "001", "002", "003", "004"

BY_LABEL = [
    (ACTIVITIES, "6(b)", "Capacity building support", "Sustainable Development Goals;", 24),
    (ACTIVITIES, "13", "The Centre provided capacity", "by the Centre:", 27),
    (ACTIVITIES, "13(a)", "Expert Dialogue on Science", "and Viet Nam.", 177),
    (ACTIVITIES, "13(b)", "International Conference on Circular", "Southeast Asian Nations region.", 215),
    (ACTIVITIES, "13(c)", "Regional Workshop on New", "and technology transfer.", 193),
    (ACTIVITIES, "13(d)", "International Forum for", "transfer and co-innovation.", 121),
    (ACTIVITIES, "13(e)", "International Conference on Emerging", "Thailand and Uzbekistan.", 174),
    (ACTIVITIES, "14(a)", "Regional Workshop on Technology", "Technological Research, Thailand.", 211),
    (ACTIVITIES, "14(b)", "International Workshop on Intellectual", "other relevant stakeholders.", 183),
    (ACTIVITIES, "16", "The Centre published 4", "database of the Centre.", 117),
    (ACTIVITIES, "20", "Seventy Sixth Commission", "the Centre’s work programme:", 60),
    (ACTIVITIES, "20(a)", "The Commission endorsed", "(Decision 76/3).", 26),
    (ACTIVITIES, "20(b)", "The Commission noted", "and Thailand - $15000.", 62),
    (ACTIVITIES, "20(c)", "In addition to the", "Thailand and Uzbekistan.", 53),
    (ACTIVITIES, "21", "Third Session of the", "related to the Centre:", 46),
    (ACTIVITIES, "21(a)", "The Committee acknowledges", "(Recommendation 13)", 162),
    (ACTIVITIES, "24", "The Centre continued to", "and twitter updates.", 44),
    (ACTIVITIES, "Annex I, 1", "Anand and Anand,", "Law Firm, India", 8),
    (ACTIVITIES, "Annex I, 24", "Environment and Development", "Development Division, ESCAP", 5),
    (ACTIVITIES, "Annex I, 27", "World Intellectual Property", "Geneva, Switzerland", 6),
    (SESSION, "Annex I, 1", "The Working Group", "Report of this session.", 40),
    (SESSION, "Annex I, 2", "The WG reviewed", "framework of the WG.", 70),
    (SESSION, "Annex I, 3", "The WG noted the cross-cutting", "WG on ITSD.", 38),
    (SESSION, "Annex I, 4", "The WG welcomed the", "for sustainable development.", 90),
    (SESSION, "Annex I, 5", "The WG welcomed the", "for Sustainable Development.", 51),
    (SESSION, "Annex I, 6", "The WG noted with", "implementation of the Strategy.", 85),
    (SESSION, "Annex I, 7", "The WG encouraged", "the SPECA Subregion”.", 39),
    (SESSION, "Annex I, 8", "The WG welcomed the final", "disseminated among stakeholders.", 41),
    (SESSION, "Annex I, 9", "The WG endorsed the", "sustainable resource use.", 58),
    (SESSION, "Annex I, 10", "The WG particularly", "in the circular economy.", 60),
    (SESSION, "Annex I, 11", "The WG welcomed the", "for Sustainable Development.", 56),
    (SESSION, "Annex I, 12", "The WG welcomed UNECE’s", "medium-sized enterprises.", 53),
    (SESSION, "Annex I, 13", "The SPECA participating", "circular economy agenda.", 57),
    (SESSION, "Annex I, 14", "The WG noted the potential", "of sustainable development.", 25),
    (SESSION, "Annex I, 15", "The WG commended", "development in the country.", 64),
    (SESSION, "Annex I, 16", "The WG noted the importance", "growth and development.", 63),
    (SESSION, "Annex I, 17", "The WG noted the requests", "extrabudgetary funding.", 25),
    (SESSION, "Annex I, 18", "The WG welcomed the", "mobilize necessary funds.", 68),
    (SESSION, "Annex I, 19", "The WG expressed its", 'Superhighway Initiative, 2022–2026".', 31),
    (SESSION, "Annex I, 20", "The WG committed to", "Commission for Europe.", 127),
    (SESSION, "Annex I, 21", "The WG noted the development", "commitments to climate action.", 104),
    (SESSION, "Annex I, 22", "The WG expressed appreciation", "in Astana, Kazakhstan.", 36),
    (SESSION, "Annex I, 23", "The WG noted with", "in paragraph 22 above.", 85),
    (SESSION, "Annex I, 24", "The WG adopted its", "and donor support.", 70),
    (SESSION, "Annex I, 25", "The WG thanked its", "support to its activities.", 73),
    (SESSION, "Annex I, 26", "The WG agreed to", "in June 2024.", 29),
    (SESSION, "Annex I, 27", "The WG expressed its", "WG on ITSD.", 28),
    (SESSION, "Annex I, 28", "The WG expressed its", "WG on ITSD.", 37),
    (SUBMISSION, "(a)", "Innovative policies, programmes", "should be reported.", 34),
    (SUBMISSION, "(b)", "Future actions or", "implement the outcomes.", 56),
]

IN_ORDER = {
    RELEASE: [
        ("Promoting green innovation", "Event Successfully Held", 18),
        ("Post date:", "2024-05-10", 3),
        ("On May 10th,", "Clean Air Alliance(BCAA).", 128),
        ("WIPO Assistant Director", "in her address.", 201),
        ("Deputy Director Mr.", 'more sustainable future."', 115),
        ("The first agenda item", "City Acceleration Project.", 205),
        ("By the end of", "multi-language translation engine.", 155),
        ("The event also featured", "first time this year”.", 128),
        ("Mr. Edward Kwakwa", 'Trade Secrets," respectively.', 132),
        ("During the implementation", "Technology Co., Ltd.).", 136),
        ("This session was", "of Haiyou Fund.", 57),
        ('"Looking ahead,', "stated Liu Hua.", 84),
        ("A total of", "stated Mr. Cai Xin.", 118),
    ],
    OLD_RELEASE: [
        ("On November 9th", "Acceleration Beijing Pilot.", 35),
        ('Marion "Amy" Dietterich,', 'of green technologies".', 100),
        ("Adviser of WIPO", 'development of Beijing".', 119),
        ("Peter Oksen, Green", 'WIPO GREEN database".', 75),
        ("Tonny Xie delivered", "through several channels.", 168),
        ('Marion "Amy" Dietterich', 'be every successful".', 91),
    ],
}


@cache
def _parsed(folder: Path, number: str) -> Parsed:
    path = next((folder / "corpus").glob(f"{number}_*.txt"))
    return parse(path.read_bytes(), path.name, number)


def _labelled(parsed: Parsed, label: str) -> list[Paragraph]:
    return [paragraph for paragraph in parsed.paragraphs if paragraph.label == label and paragraph.kind != "heading"]


@pytest.mark.parametrize(("number", "label", "first", "last", "words"), BY_LABEL)
def test_numbered_paragraphs_come_out_whole(
    reference: Path, number: str, label: str, first: str, last: str, words: int
) -> None:
    """Each listed paragraph has its label and its whole text, though pages and footnotes cut through it."""
    found = _labelled(_parsed(reference, number), label)
    assert len(found) == 1
    assert found[0].text.startswith(first)
    assert found[0].text.endswith(last)
    assert len(found[0].text.split()) == words


@pytest.mark.parametrize("number", sorted(IN_ORDER))
def test_each_paragraph_of_a_release_is_one_paragraph(reference: Path, number: str) -> None:
    """The two releases come out paragraph by paragraph, with nothing of the web site among them."""
    paragraphs = _parsed(reference, number).paragraphs
    expected = IN_ORDER[number]
    assert len(paragraphs) == len(expected)
    for paragraph, (first, last, words) in zip(paragraphs, expected, strict=True):
        assert paragraph.text.startswith(first)
        assert paragraph.text.endswith(last)
        assert len(paragraph.text.split()) == words


@pytest.mark.parametrize("number", [ACTIVITIES, SESSION, RELEASE, SUBMISSION, OLD_RELEASE])
def test_every_character_is_accounted_for(reference: Path, number: str) -> None:
    """Each character of the source is in a paragraph or in an exclusion, and each paragraph is where it says."""
    parsed = _parsed(reference, number)
    assert parsed.coverage.whole, parsed.coverage.missing
    assert all(parsed.text[p.start : p.end] == p.text for p in parsed.paragraphs)


def test_the_decisions_are_twenty_eight(reference: Path) -> None:
    """Annex I of the session report holds the decisions 1 to 28 and nothing else that is numbered."""
    labels = [p.label for p in _parsed(reference, SESSION).paragraphs if p.label.startswith("Annex I,")]
    assert labels == [f"Annex I, {number}" for number in range(1, 29)]


def test_participants_are_rows_with_their_number(reference: Path) -> None:
    """119 participants are 119 rows in two groups, each with the headings of its columns."""
    rows = [p for p in _parsed(reference, SESSION).paragraphs if p.label.startswith("Annex IV,")]
    assert [row.label for row in rows] == [f"Annex IV, {number}" for number in range(1, 120)]
    assert all(row.kind == "row" and row.columns == ("Country/ Affiliation", "First/Last Name") for row in rows)
    assert rows[22].text.endswith("\tSanat Akhanov")
    assert rows[30].section[-1].startswith("Other participants")


def test_lead_ins_and_their_lists_hang_together(reference: Path) -> None:
    """Bullets hang from the line that announces them, and what follows the list does not."""
    paragraphs = _parsed(reference, SESSION).paragraphs
    lead = next(p for p in paragraphs if p.text == "UNECE activities included:")
    assert lead.kind == "paragraph"
    assert sum(p.parent == lead.position for p in paragraphs) == 8
    assert paragraphs[lead.position + 9].parent is None


def test_a_list_numbered_wrongly_keeps_its_printed_numbers(reference: Path) -> None:
    """The list with two entries (iv) keeps both as printed."""
    labels = [p.label for p in _parsed(reference, SESSION).paragraphs]
    assert labels.count("5(iv)") == 2
    assert labels.index("5(vi)") < len(labels) - 1 - labels[::-1].index("5(iv)")


def test_footnotes_hang_from_the_paragraph_that_calls_them(reference: Path) -> None:
    """A footnote knows its caller, and its mark is not left in the caller's words."""
    paragraphs = _parsed(reference, SESSION).paragraphs
    notes = [p for p in paragraphs if p.kind == "footnote"]
    assert [paragraphs[note.parent or 0].label for note in notes] == ["Annex I, 19", "Annex I, 21"]
    assert "resolution 79/10 on" in paragraphs[notes[0].parent or 0].text


def test_menu_of_the_site_is_excluded(reference: Path) -> None:
    """No line of the web site's menu is citable."""
    parsed = _parsed(reference, RELEASE)
    menu = [exclusion.text for exclusion in parsed.exclusions if exclusion.reason == "site menu"]
    assert len(menu) == 4
    assert not any("Enews" in p.text or "Member Login" in p.text for p in parsed.paragraphs)


def test_sections_are_the_headings_above(reference: Path) -> None:
    """A paragraph knows the headings above it, and an unnumbered one its rank below the last of them."""
    workshop = _labelled(_parsed(reference, ACTIVITIES), "13(c)")[0]
    assert workshop.section[0].startswith("II. Activities carried out")
    assert workshop.section[1] == "A. Strengthening of national innovation systems"
    opening = next(
        p for p in _parsed(reference, SESSION).paragraphs if p.text.startswith("Mr. Tae Hyung Kim, Chief of the ICT")
    )
    assert opening.address == "Opening of the session, ¶ 2"


@pytest.mark.parametrize(
    ("number", "fact", "value"),
    [
        (ACTIVITIES, "symbol", ""),
        (ACTIVITIES, "session", "Sixteenth session"),
        (ACTIVITIES, "place", "Guangzhou"),
        (ACTIVITIES, "date", "2020-12-02"),
        (ACTIVITIES, "kind", "report"),
        (SESSION, "date", "2023-10-19"),
        (SESSION, "kind", "meeting report"),
        (SESSION, "session", "Fourth Session"),
        (RELEASE, "date", "2024-05-10"),
        (RELEASE, "kind", "release"),
        (SUBMISSION, "kind", "submission"),
        (SUBMISSION, "place", "Geneva"),
        (SUBMISSION, "date", "2021-05-17"),
        (OLD_RELEASE, "date", "2021-11-09"),
        (OLD_RELEASE, "kind", "release"),
    ],
)
def test_metadata_comes_from_the_cover(reference: Path, number: str, fact: str, value: str) -> None:
    """Facts are what the cover prints, or a release says in its first sentence; what is not printed stays empty."""
    assert getattr(_parsed(reference, number).metadata, fact) == value


def test_titles_are_those_on_the_cover(reference: Path) -> None:
    """A title set over two lines is one line, and a release is titled by its heading."""
    assert _parsed(reference, ACTIVITIES).metadata.title.endswith("for the period December 2019 to November 2020")
    assert _parsed(reference, RELEASE).metadata.title.startswith("Promoting green innovation")
    assert _parsed(reference, OLD_RELEASE).metadata.title == ""
