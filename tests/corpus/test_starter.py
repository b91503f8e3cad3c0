"""The starter corpus: what a reader sees in each document is what comes out of it."""

from functools import cache
from pathlib import Path

import pytest

from corpus.parse import Parsed, parse
from evals.cases.case import Case
from evals.cases.load import load_cases
from evals.words import contains

REPOSITORY = Path(__file__).resolve().parent.parent.parent
FOLDER = REPOSITORY / "corpus" / "starter"
CASES = load_cases(REPOSITORY / "evals" / "starter.yaml")
FILES = sorted(path.name for path in FOLDER.iterdir())

# What is printed before a paragraph, and the words that it begins with.
LABELS = {
    "apctt-activities-2020.docx": {
        "1": "The Centre helps member States",
        "2": "This note sums up",
        "2(e)": "regional networks",
        "5": "Among the countries with special needs",
        "6(b)": "Circular economy conference",
        "6(b)(iii)": "areas for regional cooperation",
        "6(c)": "Regional workshop in Tashkent",
        "6(e)": "Guangzhou conference",
        "7(a)": "Renewable energy",
        "9": "The number of participants in Guangzhou",
    },
    "apctt-governing-bodies-2020.txt": {
        "2(a)": "By decision 76/3",
        "2(b)": "By decision 76/12",
        "2(b)(i)": "China: RMB 190,000",
        "2(b)(v)": "Thailand: $15,000",
        "2(c)": "Ten members were elected",
        "5(b)": "to put first",
        "7(c)": "trade, investment and innovation",
        "8": "Outside it",
    },
    "apctt-publications-2020.md": {
        "1": "Asia-Pacific Tech Monitor is",
        "4(a)": "a publication with training manuals",
        "4(b)": "a guidebook on innovation",
        "8": "The website of the Centre",
    },
    "speca-decisions-2023.html": {
        "4": "The SPECA Network",
        "7(b)": "on support for innovative",
        "13": "States promised to report",
        "14": "Blockchain",
        "22": "Kazakhstan and ESCAP",
        "23(a)": "a concept note",
        "26": "The fifth session",
    },
    "speca-session-2023.docx": {
        "(b)": "Kyrgyzstan.",
        "(c)(ii)": "a subregional association of IT schools",
        "Annex, 3": "Sanat Akhanov",
        "Annex, 15": "Rusyan Mamiit",
    },
    "speca-work-plan-2023-2025.md": {
        "3": "Training on policy options",
        "10(c)": "a capacity workshop",
        "11": "The timing",
    },
    "speca-workshop-2023.pdf": {
        "7(b)": "funds are hard to come by",
        "8": "Bunyod Rakhmatullaev said",
        "16": "The moderator",
    },
    "unido-information-society-2020.pdf": {
        "6(b)": "global cooperation",
        "6(c)": "development of industry",
        "9(e)": "little know-how",
        "16": "Worldwide",
    },
    "wipo-green-beijing-2021.txt": {
        "1": "WIPO GREEN, the WIPO Office in China",
        "7(d)": "help from professional",
        "8(a)": "disputes over",
        "9": "The first stage",
        "Annex, 3": "Deng Yuhua",
    },
}

TITLES = {
    "apctt-activities-2020.docx": "Activities of the technology centre, December 2019 to November 2020",
    "apctt-governing-bodies-2020.txt": "What ESCAP decided about the technology centre in 2020",
    "apctt-publications-2020.md": "Publications and partners of the technology centre in 2020",
    "speca-decisions-2023.html": "The decisions of the SPECA innovation group in brief",
    "speca-session-2023.docx": "Fourth session of the SPECA innovation group",
    "speca-work-plan-2023-2025.md": "Work plan of the SPECA innovation group, October 2023 to December 2025",
    "speca-workshop-2023.pdf": "SPECA workshop on innovation and technology: what the speakers reported",
    "unido-information-society-2020.pdf": "UNIDO and the information society: efforts in 2020",
    "wipo-green-beijing-2021.txt": "WIPO GREEN acceleration project: the Beijing pilot",
    "wipo-green-beijing-2024.html": "WIPO GREEN in Beijing: the acceleration event of 10 May 2024",
}

# Rows of tables: the file, a cell, and the cells of its row under their headings.
ROWS = [
    ("apctt-activities-2020.docx", "Tashkent, hybrid", {"Date (2020)": "3 November", "Participants": "86"}),
    ("apctt-publications-2020.md", "A sustainable ocean economy", {"Issue": "January–March 2020"}),
    ("speca-session-2023.docx", "Sanat Akhanov", {"For": "Kazakhstan"}),
    ("speca-work-plan-2023-2025.md", "Disaster risk in inland water basins", {"Area": "7", "Lead agency": "ESCAP"}),
    ("speca-decisions-2023.html", "Host and chair the fifth session", {"Decision": "26", "When": "June 2024"}),
    ("wipo-green-beijing-2024.html", "Solid-state batteries", {"Company": "Chongqing Talent New Energy"}),
    ("unido-information-society-2020.pdf", "Industrialized", {"First quarter": "–2.4", "Second quarter": "–16.4"}),
]

# Words of a paragraph, and the innermost heading that stands above it.
SECTIONS = [
    ("apctt-activities-2020.docx", "Regional workshop in Tashkent", "A. National innovation systems"),
    ("speca-session-2023.docx", "Five countries sent delegations", "Attendance"),
    ("speca-session-2023.docx", "Maria Teresa Pisani of UNECE spoke", "Work since the third session"),
    ("speca-workshop-2023.pdf", "also try out pilot projects together", "First day: innovation policy"),
    ("unido-information-society-2020.pdf", "Cocoa in Ghana was the pilot", "Africa"),
    ("wipo-green-beijing-2021.txt", "The speakers are listed in the annex", "Purpose of the meeting"),
    ("wipo-green-beijing-2021.txt", "Mr. Xie explained", "Work plan"),
    ("wipo-green-beijing-2024.html", "130,000 green technologies", "Opening statements"),
]

MENUS = {
    "speca-decisions-2023.html": ["Calendar of meetings", "Subscribe by e-mail", "You are here", "Contact the desk"],
    "wipo-green-beijing-2024.html": [
        "Search this site",
        "Browse by body",
        "SPECA working groups",
        "Privacy and cookies",
    ],
}

HEADS = {
    "speca-workshop-2023.pdf": ["SPECA workshop, October 2023"],
    "unido-information-society-2020.pdf": ["Page 1 of 3", "Page 3 of 3"],
}


@cache
def parsed(name: str) -> Parsed:
    """Return a starter document as parsed."""
    return parse((FOLDER / name).read_bytes(), name, name.split(".")[0])


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_lost(name: str) -> None:
    """Every visible character is in a paragraph or in a listed exclusion, and each paragraph is where it says."""
    result = parsed(name)
    assert result.coverage.share == 1.0, result.coverage.missing
    for paragraph in result.paragraphs:
        assert result.text[paragraph.start : paragraph.end] == paragraph.text


@pytest.mark.parametrize(("name", "title"), sorted(TITLES.items()))
def test_title_is_the_printed_one(name: str, title: str) -> None:
    """The title is the one on the page, not the file's name or the browser's tab."""
    assert parsed(name).metadata.title == title


@pytest.mark.parametrize(("name", "label", "words"), [(n, k, w) for n, rows in LABELS.items() for k, w in rows.items()])
def test_labels_are_those_a_reader_sees(name: str, label: str, words: str) -> None:
    """Each number comes out once, on the paragraph it is printed before."""
    found = [paragraph.text for paragraph in parsed(name).paragraphs if paragraph.label == label]
    assert len(found) == 1, found
    assert found[0].startswith(words)


@pytest.mark.parametrize(("name", "cell", "others"), ROWS)
def test_rows_carry_their_columns(name: str, cell: str, others: dict[str, str]) -> None:
    """Each row of a table is a paragraph of its own and knows the headings of its cells."""
    rows = [p for p in parsed(name).paragraphs if p.kind == "row" and cell in p.text.split("\t")]
    assert len(rows) == 1
    cells = dict(zip(rows[0].columns, rows[0].text.split("\t"), strict=True))
    assert cells.items() >= others.items()


@pytest.mark.parametrize(("name", "words", "heading"), SECTIONS)
def test_paragraphs_know_their_section(name: str, words: str, heading: str) -> None:
    """A paragraph stands under the heading that a reader sees above it."""
    found = [paragraph.section[-1:] for paragraph in parsed(name).paragraphs if words in paragraph.text]
    assert found == [(heading,)]


def test_paragraph_across_a_page_is_whole() -> None:
    """A paragraph that the page break cuts is one paragraph, on the page where it begins."""
    cut = next(p for p in parsed("speca-workshop-2023.pdf").paragraphs if p.label == "8")
    assert cut.page == 1
    assert cut.text.endswith("can be made larger and taken up elsewhere.")


@pytest.mark.parametrize(("name", "words"), [(n, w) for n, menu in (MENUS | HEADS).items() for w in menu])
def test_furniture_is_not_citable(name: str, words: str) -> None:
    """Menus, running heads and page numbers are exclusions and in no paragraph."""
    result = parsed(name)
    assert not [p.text for p in result.paragraphs if words in p.text]
    assert any(words in " ".join(exclusion.text.split()) for exclusion in result.exclusions)


@pytest.mark.parametrize("case", [case for case in CASES if case.gold], ids=lambda case: case.id)
def test_quotes_of_the_cases_are_in_the_documents(case: Case) -> None:
    """Each quote of a known fact stands in one paragraph of the document that it names."""
    for gold in case.gold:
        names = [name for name in FILES if any(name.startswith(reference) for reference in gold.documents)]
        assert names
        texts = [paragraph.text for name in names for paragraph in parsed(name).paragraphs]
        for quote in gold.quotes:
            assert any(contains(text, quote) for text in texts), quote


def test_there_are_enough_cases_of_each_kind() -> None:
    """The known facts cover what staff ask for, refusals and follow-ups among it."""
    kinds = [case.kind for case in CASES]
    assert len(CASES) >= 48
    assert kinds.count("refuse") >= 9
    assert kinds.count("followup") >= 5
