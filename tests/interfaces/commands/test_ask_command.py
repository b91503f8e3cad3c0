"""Questions are answered in the terminal, as JSON and by the file, by the real command line."""

import json
from pathlib import Path

import pytest

QUESTION = "How many participants from 12 countries attended the workshop?"
FIELDS = ["schema", "question", "query", "answer", "refused", "reason", "seconds", "sentences", "citations", "related"]


def object_of(printed: str) -> dict:
    """Return the object that was printed, without its seconds."""
    answer = json.loads(printed)
    assert answer.pop("seconds") >= 0
    return answer


def test_ask_prints_the_answer_and_its_source(filled) -> None:
    """The sentence has a marker, and the source its title, section, number and words."""
    done = filled("ask", QUESTION)
    assert done.returncode == 0, done.stderr
    assert "84" in done.stdout.splitlines()[0]
    assert done.stdout.splitlines()[0].endswith("[1]")
    assert "Attendance · para. 2" in done.stdout
    assert "“In all, 84 participants" in done.stdout


def test_json_holds_to_the_contract(filled) -> None:
    """Every citation points at its words, and every paragraph is the text from start to end."""
    printed = filled("ask", QUESTION, "--json").stdout
    assert list(json.loads(printed)) == FIELDS
    answer = object_of(printed)
    assert (answer["schema"], answer["question"], answer["refused"], answer["reason"]) == (1, QUESTION, False, "")
    assert answer["citations"]
    text = filled("show", "workshop", "--text").stdout
    for citation in answer["citations"]:
        paragraph = citation["paragraph"]
        assert citation["quote"] in paragraph["text"]
        assert text[paragraph["start"] : paragraph["end"]] == paragraph["text"]
        assert citation["document"]["id"] == "workshop"
    markers = {citation["marker"] for citation in answer["citations"]}
    assert all(set(sentence["citations"]) <= markers for sentence in answer["sentences"])


def test_a_refusal_is_an_answer_with_related_paragraphs(filled) -> None:
    """What the documents do not say is told with status 0, and nothing is cited."""
    done = filled("ask", "What is the gross domestic product of Atlantis?", "--json")
    assert done.returncode == 0
    answer = object_of(done.stdout)
    assert answer["refused"]
    assert answer["reason"]
    assert answer["citations"] == []


def test_the_same_question_gives_the_same_answer(filled) -> None:
    """Two processes differ in nothing but the seconds."""
    first, second = (object_of(filled("ask", QUESTION, "--json").stdout) for _ in range(2))
    assert first == second


@pytest.fixture(scope="module")
def batch(filled, tmp_path_factory: pytest.TempPathFactory):
    """Return the lines of a file of questions, good and bad, and what came of them."""
    lines = [
        json.dumps({"id": "a", "question": QUESTION, "history": []}),
        json.dumps({"id": "b", "question": "And in which city?", "history": ["Where was the workshop held?"]}),
        "",
        "{not json",
        json.dumps({"id": "c", "question": 7}),
        json.dumps({"id": 8, "question": "  "}),
        json.dumps({"id": "d", "question": "Who?", "history": "me"}),
        json.dumps(["e"]),
        json.dumps({"question": "Where is millet stored?"}),
        json.dumps({"id": "f", "question": "x" * 100_000}),
        "[" * 5_000,
    ]
    path = tmp_path_factory.mktemp("batch") / "questions.jsonl"
    path.write_bytes("\n".join(lines).encode() + b'\n{"id": "g", "question": "\xff"}\n')
    return path, filled("ask", "--batch", path)


def test_batch_answers_each_line_in_order(batch) -> None:
    """Each object has the id of its line; bad lines have an error that names the line, and the others go on."""
    path, done = batch
    replies = [json.loads(line) for line in done.stdout.splitlines()]
    assert [reply.get("id") for reply in replies] == ["a", "b", None, "c", 8, "d", None, None, "f", None, None]
    assert ["error" in reply for reply in replies] == [
        False, False, True, True, True, True, True, False, True, True, True,
    ]  # fmt: skip
    assert [reply["error"].split(":")[0] for reply in replies if "error" in reply] == [
        "line 4", "line 5", "line 6", "line 7", "line 8", "line 10", "line 11", "line 12",
    ]  # fmt: skip
    assert done.returncode == 1
    assert f"8 of 11 lines of {path}" in done.stderr


def test_batch_objects_are_those_of_a_single_question(filled, batch) -> None:
    """An answer has the same fields after its id, and the same values."""
    _, done = batch
    first = json.loads(done.stdout.splitlines()[0])
    assert list(first) == ["id", *FIELDS]
    assert first.pop("id") == "a"
    assert object_of(json.dumps(first)) == object_of(filled("ask", QUESTION, "--json").stdout)


def test_batch_of_good_lines_has_status_0(filled, tmp_path: Path) -> None:
    """A mark at the start of the file and Windows line ends make no difference."""
    path = tmp_path / "questions.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"id": "a", "question": "Where was it held?"}\r\n')
    done = filled("ask", "--batch", path)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""


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
