"""Write a case as a line of YAML, and add it to a file of cases that stays readable whatever happens."""

import json
from collections.abc import Iterable
from pathlib import Path

from corpus.errors import CaseError
from evals.cases.case import Case, Gold, Tolerance
from evals.cases.load import load_cases

HEAD = "# Known facts, asked by 'rapporteur eval'. One case a line; the keys are those of evals/cases.schema.json.\n"


def case_as_yaml(case: Case) -> str:
    """Return a case as one line of a list; every text stands in quotes, as JSON writes it."""
    pairs: list[tuple[str, object]] = [("id", case.id), ("kind", case.kind)]
    if len(case.gold) == 1:
        pairs += _gold_pairs(case.gold[0])
    pairs += [("history", list(case.history)), ("question", case.question)]
    pairs += [("must", [list(group) for group in case.must]), ("must_not", list(case.must_not))]
    if len(case.gold) > 1:
        pairs.append(("gold", [dict(_gold_pairs(gold)) for gold in case.gold]))
    pairs += [("refuse", case.refuse), ("tolerance", tolerance_text(case.tolerance)), ("tags", list(case.tags))]
    pairs += [("note", case.note), ("added_by", case.added_by), ("added", case.added)]
    return "- {" + ", ".join(f"{key}: {_value(value)}" for key, value in pairs if value) + "}\n"


def tolerance_text(tolerance: Tolerance | None) -> str:
    """Return a tolerance as it is written in a file: `0.5`, `2%`, or nothing."""
    if tolerance is None:
        return ""
    return f"{tolerance.amount * 100:g}%" if tolerance.relative else f"{tolerance.amount:g}"


def add_cases(path: Path, cases: Iterable[Case]) -> None:
    """Add cases at the end of a file, which is made where there is none; it is whole or as it was.

    Raise `CaseError` when the file could not be read afterwards, such as for an id that is there already.
    """
    before = path.read_text(encoding="utf-8") if path.exists() else HEAD
    if before and not before.endswith("\n"):
        before += "\n"
    part = path.with_name(f".{path.stem}.part.yaml")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(before + "".join(map(case_as_yaml, cases)), encoding="utf-8")
        load_cases(part)
        part.replace(path)
    except CaseError as error:
        raise CaseError(str(error).replace(str(part), str(path))) from error
    except OSError as error:
        raise CaseError(f"{path} cannot be written: {error.strerror or error}") from error
    finally:
        part.unlink(missing_ok=True)


def new_id(prefix: str, known: Iterable[str]) -> str:
    """Return the prefix with the first number, from 1, that makes an id of its own."""
    taken = set(known)
    number = 1
    while f"{prefix}{number:02}" in taken:
        number += 1
    return f"{prefix}{number:02}"


def _gold_pairs(gold: Gold) -> list[tuple[str, object]]:
    quotes: object = gold.quotes[0] if len(gold.quotes) == 1 else list(gold.quotes)
    pairs = [("doc", "+".join(gold.documents)), ("quote", quotes), ("label", gold.label)]
    return [(key, value) for key, value in pairs if value]


def _value(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_value(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
