"""Regressions planted on purpose are caught, and the stage is named; unchanged code raises no alarm."""


import pytest

from assistant.compose import Settings
from evals.compare import Comparison
from evals.load import load_cases
from evals.planted import PLANTS, caught, plant_all

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
   must: [["{n}"]], quote: "{n} delegates"}}
- {{id: d{i}, kind: date, doc: r{i}, label: "1", question: "When did the annual meeting of the {body} take place?",
   must: [["{day} March 2031"]], quote: "took place in {city}"}}
- {{id: t{i}, kind: number, doc: r{i}, label: "4", question: "What income did the treasurer of the {body} report?",
   must: [["{money}"]], quote: "{money} crowns"}}
- {{id: i{i}, kind: decision, doc: r{i}, question: "Who is sent to the assembly of islands by the {body}?",
   must: [["{name}"]], quote: "To send {name}"}}
- {{id: r{i}, kind: refuse, question: "How many delegates attended the meeting in Nowhere{i}?", refuse: true}}
- {{id: q{i}, kind: refuse, question: "What income did the treasurer of the Guild{i} of Potters report?", refuse: true}}
"""


@pytest.fixture(scope="module")
def comparisons(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Comparison]]:
    """Return the comparison of each planted regression, over six made-up reports; unchanged runs are named ''."""
    folder = tmp_path_factory.mktemp("planted")
    corpus = folder / "corpus"
    corpus.mkdir()
    facts = ""
    for i, (body, city, name, n, m) in enumerate(BODIES):
        words = {"body": body, "city": city, "name": name, "n": n, "m": m, "day": i + 3, "money": 1_000 + 37 * n}
        (corpus / f"r{i}.txt").write_text(REPORT.format(**words))
        facts += FACTS.format(i=i, **words)
    (folder / "facts.yaml").write_text(facts)
    settings = Settings(folder / "library", embedding="hash", reader="none")
    plants = [plant for plant in PLANTS if plant.name != "reader off"]
    found: dict[str, list[Comparison]] = {}
    for plant, comparison in plant_all(settings, load_cases(folder / "facts.yaml"), corpus, plants, unchanged=20):
        found.setdefault(plant.name if plant else "", []).append(comparison)
    return found


def test_unchanged_code_raises_no_alarm(comparisons) -> None:
    """Twenty runs of the same code over the same library have the same outcomes, whatever runs beside what."""
    assert len(comparisons[""]) == 20
    for comparison in comparisons[""]:
        assert comparison.compared == 36
        assert comparison.alarms == ()
        assert comparison.flips == ()


@pytest.mark.parametrize("plant", [each for each in PLANTS if each.name != "reader off"], ids=lambda each: each.name)
def test_each_is_caught_and_named(comparisons, plant) -> None:
    """There is an alarm, and the stage that lost most is the one it was planted in."""
    [comparison] = comparisons[plant.name]
    assert comparison.alarms
    assert caught(plant, comparison), (comparison.alarms, dict(comparison.stages))
