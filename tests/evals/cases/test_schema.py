"""The JSON Schema for editors says what the loader says."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from corpus.errors import CaseError
from evals.cases.load import GOLD_KEYS, KEYS, load_cases

EVALS = Path(__file__).resolve().parents[3] / "evals"
SCHEMA = json.loads((EVALS / "cases.schema.json").read_text(encoding="utf-8"))
FACT = 'id: a, kind: number, question: "How many?", must: [["70"]], doc: r'


def accepts(text: str) -> bool:
    """Tell whether the schema accepts a file of cases."""
    try:
        jsonschema.validate(yaml.safe_load(text), SCHEMA)
    except jsonschema.ValidationError:
        return False
    return True


def test_it_is_a_schema_and_has_the_keys_of_the_loader() -> None:
    """Neither knows a key that the other does not."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    case = SCHEMA["$defs"]["case"]["properties"]
    assert set(case) == set(KEYS)
    assert set(case["gold"]["items"]["properties"]) == set(GOLD_KEYS)


def test_the_starter_cases_follow_it() -> None:
    """What is shipped is well formed by either."""
    text = (EVALS / "starter.yaml").read_text(encoding="utf-8")
    assert accepts(text)
    assert text.startswith("# yaml-language-server: $schema=cases.schema.json")


@pytest.mark.parametrize(
    ("case", "sound"),
    [
        (FACT + ", quote: x", True),
        (FACT + ", label: 13(c), tolerance: 2%, tags: must-hold, added: 2026-01-31", True),
        (FACT + ", quote: x, tolerance: 0.5, note: n, added_by: someone", True),
        ("id: a, kind: k, question: q, must: [[b]], gold: [{doc: a, label: '3'}, {doc: b, quote: [c, d]}]", True),
        ("id: a, kind: refuse, question: q, refuse: true, history: [before]", True),
        (FACT, False),
        (FACT + ", quote: x, shade: red", False),
        (FACT + ", quote: x, refuse: true", False),
        (FACT + ", quote: x, tolerance: about", False),
        (FACT + ", quote: []", False),
        ("id: a, kind: k, question: q, must: [[b]], gold: [{doc: a}]", False),
        ("id: 3, kind: k, question: q, refuse: true", False),
    ],
)
def test_it_and_the_loader_agree(tmp_path: Path, case: str, sound: bool) -> None:
    """A case that the one accepts the other does too."""
    text = f"- {{{case}}}\n".replace("added: 2026-01-31", 'added: "2026-01-31"')
    path = tmp_path / "cases.yaml"
    path.write_text(text)
    assert accepts(text) is sound
    if sound:
        assert load_cases(path)[0].id == "a"
    else:
        with pytest.raises(CaseError):
            load_cases(path)
