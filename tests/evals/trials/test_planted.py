"""Regressions planted on purpose are caught, and the stage is named; unchanged code raises no alarm."""

from pathlib import Path

import pytest

from assistant.compose import Settings
from evals.cases.load import load_cases
from evals.comparing.compare import Comparison
from evals.trials.planted import PLANTS, Plant, caught, plant_all

pytestmark = pytest.mark.slow

BODIES = (
    ("harbour board", "Saltmarsh", "Ada Quill", 41, 9),
    ("library council", "Inkwell", "Bruno Fenn", 57, 12),
    ("glacier panel", "Rimefrost", "Cora Stamm", 38, 7),
    ("orchard union", "Appledore", "Dario Pell", 66, 14),
    ("railway forum", "Sleeperton", "Edda Voss", 83, 16),
    ("seed committee", "Millbarrow", "Falk Orme", 29, 5),
)
REPORT = """Report of the {body}

I. Attendance

1. The annual meeting of the {body} took place in {city} on {day} March 2031.

2. In all, {n} delegates from {m} countries attended the meeting in {city}.

II. Business

3. The delegates in {city} heard about the weather, the state of the roads, and the price of paper and of bread.

4. The treasurer of the {body} reported an income of {money} crowns and thanked those who keep the accounts.

5. A long debate on the rules of procedure in {city} ended without a vote, and was put off to another year.

III. Decisions

6. The {body} decided:

(a) To open a second office in {city} in 20{n};

(b) To send {name} to the assembly of islands with {m} boxes of documents.
"""
FACTS = """
- {{id: n{i}, kind: number, doc: r{i}, label: "2", question: "How many delegates attended the meeting in {city}?",
   must: [["{n}"]], quote: "{n} delegates", tags: must-hold}}
- {{id: d{i}, kind: date, doc: r{i}, label: "1", question: "When did the annual meeting of the {body} take place?",
   must: [["{day} March 2031"]], quote: "took place in {city}"}}
- {{id: t{i}, kind: number, doc: r{i}, label: "4", question: "What income did the treasurer of the {body} report?",
   must: [["{money}"]], quote: "{money} crowns"}}
- {{id: i{i}, kind: decision, doc: r{i}, question: "Who is sent to the assembly of islands by the {body}?",
   must: [["{name}"]], quote: "To send {name}"}}
- {{id: r{i}, kind: refuse, question: "How many delegates attended the meeting in Nowhere{i}?", refuse: true}}
- {{id: q{i}, kind: refuse, question: "What income did the treasurer of the Guild{i} of Potters report?", refuse: true}}
"""


MATTERS = "fishing rights, bread, harbour lights, school meals, winter roads, seed banks, salt, night trains".split(
    ", "
)
PAPER = "{i}. Paper {code} of the council on {matter} was laid before the board with a budget of {money} crowns.\n"
BUDGET = (
    '- {{id: c{i}, kind: number, doc: papers, question: "What budget does paper {code} have?", must: [["{money}"]], '
    'quote: "{code}"}}\n'
)
MADE_UP = [plant for plant in PLANTS if plant.name not in ("reader off", "BM25 off")]
"""Those that six small reports show; the reader is missed in `test_gate`."""


@pytest.fixture(scope="module")
def comparisons(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Comparison]]:
    """Return the comparison of each planted regression, over six made-up reports; unchanged runs are named ''."""
    folder = tmp_path_factory.mktemp("planted")
    (folder / "corpus").mkdir()
    facts = ""
    for i, (body, city, name, n, m) in enumerate(BODIES):
        words = {"body": body, "city": city, "name": name, "n": n, "m": m, "day": i + 3, "money": 1_000 + 37 * n}
        (folder / "corpus" / f"r{i}.txt").write_text(REPORT.format(**words))
        facts += FACTS.format(i=i, **words)
    (folder / "facts.yaml").write_text(facts)
    cases = load_cases(folder / "facts.yaml")
    settings = Settings(folder / "library", embedding="hash", reader="none")
    found: dict[str, list[Comparison]] = {}
    for some, plants, unchanged in ((cases[::3], (), 20), (cases, MADE_UP, 1)):
        for plant, comparison in plant_all(settings, some, folder / "corpus", plants, unchanged):
            found.setdefault(plant.name if plant else "", []).append(comparison)
    return found


def test_unchanged_code_raises_no_alarm(comparisons) -> None:
    """Run after run of the same code over the same library has the same outcomes, whatever runs beside what."""
    assert [comparison.compared for comparison in comparisons[""]] == [12] * 20 + [36]
    for comparison in comparisons[""]:
        assert comparison.alarms == ()
        assert comparison.flips == ()
        assert comparison.reworded == ()


@pytest.mark.parametrize("plant", MADE_UP, ids=lambda each: each.name)
def test_each_is_caught_and_named(comparisons, plant: Plant) -> None:
    """There is an alarm, and the stage that lost most is the one it was planted in."""
    [comparison] = comparisons[plant.name]
    assert comparison.alarms
    assert caught(plant, comparison), (comparison.alarms, dict(comparison.stages))


def test_a_search_by_meaning_alone_is_caught_and_named(tmp_path: Path) -> None:
    """Symbols that differ by a figure are near each other in meaning; without BM25 their paragraphs are not found."""
    (tmp_path / "corpus").mkdir()
    papers = [
        {
            "i": i,
            "code": f"{'BDFGHK'[i % 6]}/{31 + i * 7 % 60}/{1000 + i * 37}",
            "matter": MATTERS[i % 8],
            "money": 100 + i,
        }
        for i in range(1, 73)
    ]
    (tmp_path / "corpus" / "papers.txt").write_text("List\n\n" + "\n".join(PAPER.format(**each) for each in papers))
    (tmp_path / "facts.yaml").write_text("".join(BUDGET.format(**each) for each in papers[::3]))
    [plant] = [plant for plant in PLANTS if plant.name == "BM25 off"]
    settings = Settings(tmp_path / "library", reader="none")
    [_, (_, comparison)] = plant_all(settings, load_cases(tmp_path / "facts.yaml"), tmp_path / "corpus", [plant])
    assert caught(plant, comparison), (comparison.alarms, dict(comparison.stages))


def test_a_changed_parser_is_caught_on_the_starter_documents(starter: Path, tmp_path: Path) -> None:
    """Of real documents too, lost items and rows are an alarm, and the stage is where paragraphs are made."""
    [plant] = [plant for plant in PLANTS if plant.name == "a changed parser"]
    cases = load_cases(Path(__file__).resolve().parents[3] / "evals" / "starter.yaml")[::2]
    settings = Settings(tmp_path / "library", embedding="hash", reader="none")
    [(_, comparison)] = plant_all(settings, cases, starter, [plant], unchanged=0)
    assert any("fell from" in alarm for alarm in comparison.alarms), comparison.alarms
    assert caught(plant, comparison), (comparison.alarms, dict(comparison.stages))
