"""A run is kept as a file, with words or without, and read back strictly."""

import json
from pathlib import Path

import pytest

from corpus.errors import CaseError
from evals.comparing.compare import compare
from evals.comparing.record_json import keeps_words, read_record, write_record
from evals.run_record import MadeWith
from evals.running.kept import KeptOutcomes


@pytest.fixture
def record(made):
    """Return a run of a fact, a loss and a refusal."""
    return made.run([made.outcome("a", held=True), made.outcome("b", right=False), made.outcome("r", refuse=True)])


def cases_of(record):
    """Return the cases of a run."""
    return [outcome.case for outcome in record.outcomes]


def test_what_is_written_is_read_back(tmp_path: Path, record) -> None:
    """Outcomes, what they were made with and what must hold are the same."""
    write_record(record, tmp_path / "base.json")
    again, held = read_record(tmp_path / "base.json", cases_of(record))
    assert again == record
    assert held == ("a",)
    assert compare(again, record).alarms == ()


def test_without_words_no_word_is_in_it(tmp_path: Path, record) -> None:
    """Neither question nor answer nor quote nor address; it compares all the same."""
    path = tmp_path / "base.json"
    write_record(record, path, words=False)
    text = path.read_text(encoding="utf-8")
    for word in ("How many", "In all", "70 came", "para. 2", "does not hold", "do not say"):
        assert word not in text
    assert not keeps_words(path)
    again, _ = read_record(path, cases_of(record))
    comparison = compare(again, record)
    assert (comparison.compared, comparison.flips, comparison.alarms) == (3, (), ())
    assert [change for change in comparison.changes if change.interval is not None] == []


def test_a_line_a_case(tmp_path: Path, record) -> None:
    """A change of one outcome is a change of one line."""
    write_record(record, tmp_path / "base.json")
    lines = (tmp_path / "base.json").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line.rstrip(","))["id"] for line in lines if line.startswith('  {"id"')] == ["a", "b", "r"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is not JSON"),
        ("[]", "is not a run"),
        ("[" * 100_000, "is not JSON"),
        ('{"schema": 1}', "written in form 1"),
        ('{"schema": 2}', "is incomplete"),
        ('{"schema": 2, "made_with": {"shade": 1}, "when": "", "seconds": 1, "outcomes": []}', "is incomplete"),
        ('{"schema": 2, "made_with": {}, "when": "", "seconds": 1, "outcomes": ["a"]}', "is incomplete"),
    ],
)
def test_a_file_that_is_no_baseline(tmp_path: Path, record, text: str, words: str) -> None:
    """What is wrong is said, and how to write it again."""
    (tmp_path / "base.json").write_text(text)
    with pytest.raises(CaseError, match=words) as caught:
        read_record(tmp_path / "base.json", cases_of(record))
    assert "--update-baseline" in str(caught.value)


@pytest.mark.parametrize(("name", "value"), [("citations", ["x"]), ("seconds", "long"), ("trail", [1]), ("id", [])])
def test_a_baseline_that_was_edited_by_hand(tmp_path: Path, record, name: str, value: object) -> None:
    """A value of another shape is told as such."""
    write_record(record, tmp_path / "base.json")
    values = json.loads((tmp_path / "base.json").read_text(encoding="utf-8"))
    values["outcomes"][0][name] = value
    (tmp_path / "base.json").write_text(json.dumps(values))
    with pytest.raises(CaseError, match="is incomplete"):
        read_record(tmp_path / "base.json", cases_of(record))


def test_a_baseline_of_other_cases_and_one_that_is_not_there(tmp_path: Path, made, record) -> None:
    """Nothing would be compared, so that is an error."""
    with pytest.raises(CaseError, match="there is no baseline at"):
        read_record(tmp_path / "absent.json", cases_of(record))
    write_record(record, tmp_path / "base.json")
    with pytest.raises(CaseError, match="of other cases"):
        read_record(tmp_path / "base.json", [made.outcome("z").case])


def test_kept_outcomes_are_there_again_until_anything_changes(tmp_path: Path, made, record) -> None:
    """The same state of code and library finds them, with the case as it is now; another state does not."""
    first = made.outcome("a")
    with KeptOutcomes(tmp_path, record.made_with) as kept:
        assert kept.get(first.case) is None
        kept.put(first)
    with KeptOutcomes(tmp_path, MadeWith(**{**vars_of(record.made_with), "commit": "other"})) as kept:
        assert kept.get(first.case) == first
        assert kept.get(made.outcome("b").case) is None
    for name in ("code", "settings", "weights", "prompts", "library", "embedding", "libraries"):
        with KeptOutcomes(tmp_path, MadeWith(**{**vars_of(record.made_with), name: "new"})) as kept:
            assert kept.get(first.case) is None


def test_a_line_that_was_cut_short_is_asked_again(tmp_path: Path, made, record) -> None:
    """An interruption in the middle of a line loses that line alone."""
    with KeptOutcomes(tmp_path, record.made_with) as kept:
        kept.put(made.outcome("a"))
        kept.put(made.outcome("b"))
    [path] = tmp_path.glob("*.jsonl")
    path.write_bytes(path.read_bytes()[:-40])
    with KeptOutcomes(tmp_path, record.made_with) as kept:
        assert kept.get(made.outcome("a").case) is not None
        assert kept.get(made.outcome("b").case) is None
        kept.put(made.outcome("b"))
    with KeptOutcomes(tmp_path, record.made_with) as kept:
        assert kept.get(made.outcome("b").case) is not None


def vars_of(made_with: MadeWith) -> dict:
    """Return the fields of what a run was made with."""
    return {name: getattr(made_with, name) for name in MadeWith.__slots__}
