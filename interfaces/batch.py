"""Questions from a file, one JSON object a line, and their answers as objects with the same id."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.errors import QuestionError, RapporteurError, SourceMissing
from interfaces.answer_json import answer_as_json
from interfaces.terminal.visible import sound

if TYPE_CHECKING:
    from assistant.assistant import Assistant

EXAMPLE = '{"id": "a1", "question": "How many came?", "history": []}'


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """One line of a file of questions, not yet read."""

    number: int
    """1-based."""
    source: bytes


def read_lines(path: Path) -> list[QuestionLine]:
    """Return the lines of a file that hold anything; raise `SourceMissing` or `QuestionError` when there are none."""
    try:
        source = path.read_bytes()
    except FileNotFoundError:
        raise SourceMissing(f"there is no file of questions at {path}; check the path") from None
    except OSError as error:
        raise SourceMissing(f"the file of questions {path} cannot be read: {error.strerror or error}") from error
    numbered = enumerate(source.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1)
    lines = [QuestionLine(number, line) for number, line in numbered if line.strip()]
    if not lines:
        raise QuestionError(f"{path} holds no questions; write one a line, as {EXAMPLE}")
    return lines


def answer_line(assistant: "Assistant", line: QuestionLine) -> dict[str, Any]:
    """Return the answer to one line with its id first, or its id and an `error` that names the line."""
    name: dict[str, Any] = {}
    try:
        wanted = _read_object(line)
        if "id" in wanted:
            name = {"id": wanted["id"]}
        question, history = _read_question(line, wanted)
        return {**name, **answer_as_json(assistant.ask(question, history))}
    except RapporteurError as error:
        return {**name, "error": str(error) if str(error).startswith("line ") else f"line {line.number}: {error}"}


def _read_object(line: QuestionLine) -> dict[str, Any]:
    try:
        wanted = json.loads(line.source.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise QuestionError(f"line {line.number}: it is not UTF-8 text; save the file as UTF-8") from error
    except (json.JSONDecodeError, RecursionError) as error:
        said = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deeply"
        raise QuestionError(f"line {line.number}: not JSON ({said}); write it as {EXAMPLE}") from error
    if not isinstance(wanted, dict):
        raise QuestionError(f"line {line.number}: not a JSON object; write it as {EXAMPLE}")
    return wanted


def _read_question(line: QuestionLine, wanted: dict[str, Any]) -> tuple[str, list[str]]:
    question = wanted.get("question")
    if not isinstance(question, str):
        raise QuestionError(f'line {line.number}: "question" is not text; write it as {EXAMPLE}')
    history = wanted.get("history") or []
    if not isinstance(history, list) or not all(isinstance(turn, str) for turn in history):
        raise QuestionError(f'line {line.number}: "history" is not a list of texts; write it as {EXAMPLE}')
    return sound(question), [sound(turn) for turn in history]
