"""A document suggests cases; each quotes what is there and asks for what it quotes."""

from pathlib import Path

import pytest

from corpus.parse import parse
from evals.cases.propose import suggest
from evals.words import contains, holds

REPORT = """Report of the regional workshop on seed banks

I. Attendance

1. The workshop was held in Lagos on 4 March 2031.

2. In all, 84 participants from 12 countries attended the workshop.

3. The opening was chaired by Ms. Ada Quill, Director of the Seed Institute.

4. It cost 300 dollars.

5. The bank in Accra holds 340 tonnes of millet.

II. Decisions

6. The workshop decided:

(a) To open a seed bank in Accra;

(b) To meet again in 2032.

7. The committee endorsed the plan for cold rooms in three ports.
"""


@pytest.fixture(scope="module")
def found():
    """Return the suggestions of the report."""
    parsed = parse(REPORT.encode(), "workshop.txt", "workshop")
    return list(suggest("workshop", parsed.paragraphs))


@pytest.mark.parametrize(
    ("kind", "question", "must"),
    [
        ("date", "When was the workshop held in Lagos?", ("4 March 2031",)),
        ("number", "How many participants from 12 countries attended the workshop?", ("84",)),
        ("person", "Who is the Director of the Seed Institute?", ("Ada Quill",)),
        ("number", "The bank in Accra holds how many tonnes of millet?", ("340",)),
        ("list", "What did the workshop decide?", ("To open a seed bank in", "To meet again in 2032")),
        ("decision", "What did the committee endorse?", ("plan for cold rooms in three",)),
    ],
)
def test_what_is_suggested(found, kind: str, question: str, must: tuple[str, ...]) -> None:
    """Figures, dates, officers and decisions, each as a question."""
    [suggestion] = [each for each in found if each.question == question]
    assert (suggestion.kind, suggestion.must) == (kind, must)


def test_a_sentence_that_leans_on_another_suggests_nothing(found) -> None:
    """`It cost 300 dollars` would be no question by itself."""
    assert not [each for each in found if "300" in each.must[0] or "how much" in each.question.lower()]


def test_each_suggestion_is_a_case_that_could_be(starter: Path) -> None:
    """Over real documents: the quote is in one paragraph, holds what must be held, and no question is put twice."""
    for path in sorted(starter.glob("*.txt")) + sorted(starter.glob("*.md")):
        parsed = parse(path.read_bytes(), path.name, path.stem)
        suggestions = list(suggest(path.stem, parsed.paragraphs))
        assert len(suggestions) >= 3
        assert len({each.question.casefold() for each in suggestions}) == len(suggestions)
        for each in suggestions:
            [paragraph] = [p for p in parsed.paragraphs if p.address == each.address and contains(p.text, each.quote)]
            assert each.question.endswith("?")
            assert each.kind == "list" or all(holds(paragraph.text, words) for words in each.must)
