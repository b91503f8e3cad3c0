"""Questions are answered in the terminal, as JSON and by the file, by the real command line.

A process loads its models anew, so that few are started: one for each form of answer.
"""

import json
import subprocess
from pathlib import Path

import pytest

QUESTION = "How many participants from 12 countries attended the workshop?"
REFUSED = "What is the gross domestic product of Atlantis?"
FIELDS = ["schema", "question", "query", "answer", "refused", "reason", "seconds", "sentences", "citations", "related"]
LINES = [
    json.dumps({"id": "a", "question": QUESTION, "history": []}),
    json.dumps({"id": "b", "question": "And in which city?", "history": ["Where was the workshop held?"]}),
    "",
    "{not json",
    json.dumps({"id": "c", "question": 7}),
    json.dumps({"id": 8, "question": "  "}),
    json.dumps({"id": "d", "question": "Who?", "history": "me"}),
    json.dumps(["e"]),
    json.dumps({"question": REFUSED, "history": ["\ud800"]}),
    json.dumps({"id": "f", "question": "x" * 100_000}),
    "[" * 5_000,
]
BAD = {4: None, 5: "c", 6: 8, 7: "d", 8: None, 10: "f", 11: None, 12: None}
"""Lines that cannot be answered, with the id that can be read in them."""


def without_seconds(answer: dict) -> dict:
    """Return an answer without the one field that differs between runs."""
    assert answer["seconds"] >= 0
    return {name: value for name, value in answer.items() if name != "seconds"}


@pytest.fixture(scope="module")
def printed(filled) -> dict:
    """Return the object that `ask --json` prints."""
    done = filled("ask", QUESTION, "--json")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def batch(
    filled, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, subprocess.CompletedProcess[str], list[dict]]:
    """Return a file of good and bad questions with a byte-order mark and Windows line ends, and what came of it."""
    path = tmp_path_factory.mktemp("batch") / "questions.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + "\r\n".join(LINES).encode() + b'\r\n{"id": "g", "question": "\xff"}\r\n')
    done = filled("ask", "--batch", path)
    return path, done, [json.loads(line) for line in done.stdout.splitlines()]


def test_ask_prints_the_answer_and_its_source(filled) -> None:
    """The sentence has a marker, and the source its title, section, number and words; nothing else is said."""
    done = filled("ask", QUESTION)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert "84" in done.stdout.splitlines()[0]
    assert done.stdout.splitlines()[0].endswith("[1]")
    assert "Attendance · para. 2" in done.stdout
    assert "“In all, 84 participants" in done.stdout


def test_json_holds_to_the_contract(filled, printed: dict) -> None:
    """Every citation points at its words, and every paragraph is the text from start to end."""
    assert list(printed) == FIELDS
    assert (printed["schema"], printed["question"], printed["refused"], printed["reason"]) == (1, QUESTION, False, "")
    assert printed["citations"]
    text = filled("show", "workshop", "--text").stdout
    for citation in printed["citations"]:
        paragraph = citation["paragraph"]
        assert citation["quote"] in paragraph["text"]
        assert text[paragraph["start"] : paragraph["end"]] == paragraph["text"]
        assert citation["document"]["id"] == "workshop"
    markers = {citation["marker"] for citation in printed["citations"]}
    assert all(set(sentence["citations"]) <= markers for sentence in printed["sentences"])


def test_bytes_that_are_not_text_are_no_crash(filled) -> None:
    """A question with stray bytes is refused or answered, and printed as JSON that can be read."""
    done = subprocess.run(
        [*filled.command("ask", "--json"), REFUSED.encode() + b" \xff\xfe?"],
        env=filled.environment(), capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["question"].startswith(REFUSED)


def test_batch_answers_each_line_in_order(batch) -> None:
    """Each object has the id of its line, and the good ones are answered whatever stands between them."""
    _, done, replies = batch
    assert [reply.get("id") for reply in replies] == ["a", "b", None, "c", 8, "d", None, None, "f", None, None]
    assert ["error" in reply for reply in replies].count(False) == 3
    assert done.returncode == 1


def test_batch_names_each_line_that_is_bad(batch) -> None:
    """A bad line gives its id, where one can be read, and an error with its number; the count is told at the end."""
    path, done, replies = batch
    errors = {reply["error"].split(":")[0]: reply.get("id") for reply in replies if "error" in reply}
    assert errors == {f"line {number}": name for number, name in BAD.items()}
    assert f"{len(BAD)} of 11 lines of {path}" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_two_processes_differ_in_nothing_but_seconds(batch, printed: dict) -> None:
    """An object of a batch is that of a single question, after its id."""
    first = dict(batch[2][0])
    assert list(first) == ["id", *FIELDS]
    assert first.pop("id") == "a"
    assert without_seconds(first) == without_seconds(printed)


def test_a_refusal_is_an_answer(batch) -> None:
    """What the documents do not say has a reason, cites nothing, and shows what is near in the shape of a citation."""
    refusal = batch[2][7]
    assert refusal["question"] == REFUSED
    assert refusal["refused"]
    assert refusal["reason"] == refusal["answer"] != ""
    assert (refusal["sentences"], refusal["citations"]) == ([], [])
    assert all(set(near) == {"marker", "quote", "document", "paragraph"} for near in refusal["related"])


@pytest.mark.parametrize(("source", "words"), [(None, "no file of questions"), (b"\n \n", "holds no questions")])
def test_a_file_without_questions(filled, tmp_path: Path, source: bytes | None, words: str) -> None:
    """A missing or empty file is told before anything is loaded."""
    path = tmp_path / "questions.jsonl"
    if source is not None:
        path.write_bytes(source)
    done = filled("ask", "--batch", path)
    assert done.returncode == 1
    assert words in done.stderr
    assert str(path) in done.stderr
    assert done.stdout == ""
