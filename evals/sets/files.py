"""Read the files of the sets; what cannot be read is told with the name of the file."""

import csv
import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from corpus.errors import CaseError


def read_json(path: Path) -> Any:
    """Return the content of a JSON file; raise `CaseError` for one that is absent or broken."""
    return _parsed(path, _text(path), 1)


def read_json_lines(path: Path) -> list[Any]:
    """Return the value of each line that holds one."""
    lines = enumerate(_text(path).split("\n"), start=1)
    return [_parsed(path, line, number) for number, line in lines if line.strip()]


def read_rows(path: Path, delimiter: str, *, quoted: bool) -> list[dict[str, str]]:
    """Return the rows of a table by the names in its first line."""
    text = io.StringIO(_text(path), newline="")
    return list(csv.DictReader(text, delimiter=delimiter, quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE))


def read_fields(path: Path, delimiter: str | None = None) -> Iterator[list[str]]:
    """Yield the fields of each line that holds some, by default those between white space."""
    return (line.split(delimiter) for line in _text(path).split("\n") if line.strip())


@contextmanager
def in_format(path: Path) -> Iterator[None]:
    """Tell what is not as the set's publishers give it as a `CaseError`; for the reading of files alone."""
    try:
        yield
    except (KeyError, IndexError, TypeError, AttributeError, ValueError, SyntaxError) as error:
        raise CaseError(f"{path} is not in the format of its set ({type(error).__name__}: {error})") from error


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise CaseError(f"there is no {path}; name a folder that holds the set as its publishers give it") from None
    except (OSError, UnicodeDecodeError) as error:
        raise CaseError(f"{path} cannot be read: {error}") from error


def _parsed(path: Path, text: str, line: int) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise CaseError(f"{path}, line {line + error.lineno - 1}: not well-formed JSON: {error.msg}") from error
