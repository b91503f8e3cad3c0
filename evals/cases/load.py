"""Read a file of cases, strictly: what is not understood is an error with its file and line."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import yaml

from corpus.errors import CaseError
from evals.cases.case import Case, Gold, Tolerance
from evals.cases.strict_yaml import Fault, boolean, compose, fields, items, line_of, scalar, string, strings

KEYS = (
    "id", "kind", "question", "history", "must", "must_not", "doc", "quote", "label", "gold", "refuse", "tolerance",
    "tags", "note", "added_by", "added",
)  # fmt: skip
GOLD_KEYS = ("doc", "quote", "label")
EXAMPLE = '- {id: a1, kind: number, doc: "report", question: "How many came?", must: [["70"]], quote: "70 came"}'
MOST_BYTES = 4_000_000
"""A file of cases has at most so many; ten thousand cases take about three million."""
MOST_CASES = 20_000
_SUFFIXES = (".yaml", ".yml")
_NUMBER = re.compile(r"(?P<amount>\d+(?:\.\d+)?|\.\d+)\s*(?P<share>%?)")


def load_cases(path: Path) -> tuple[Case, ...]:
    """Return the cases of a YAML file, or of every YAML file of a folder, in order.

    Raise `CaseError` naming the file and line of the first fault; an id is used once over all files.
    """
    cases = [case for file in case_files(path) for case in _load_file(file)] if path.is_dir() else _load_file(path)
    if path.is_dir() and not cases:
        raise CaseError(
            f"{path} is a folder without files of cases; put one there, such as facts.yaml, or name another"
        )
    _require_own_ids(cases)
    return tuple(cases)


def case_files(folder: Path) -> list[Path]:
    """Return the files of cases in a folder, by name."""
    files = (each for each in folder.iterdir() if each.suffix in _SUFFIXES and not each.name.startswith("."))
    return sorted(each for each in files if each.is_file())


def _load_file(path: Path) -> list[Case]:
    try:
        return [replace(case, file=str(path)) for case in _cases(compose(_source(path)))]
    except Fault as fault:
        place = f"{path}, line {fault.line}" if fault.line else f"{path}"
        raise CaseError(f"{place}: {fault}") from fault


def _source(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise Fault(0, f"it has {size:,} bytes and a file of cases at most {MOST_BYTES:,}; split it over several")
        return path.read_bytes()
    except FileNotFoundError:
        raise CaseError(f"there is no file of cases at {path}; check the path") from None
    except OSError as error:
        raise CaseError(f"{path} cannot be read: {error.strerror or error}") from error


def _cases(root: yaml.Node | None) -> tuple[Case, ...]:
    if root is None:
        raise Fault(0, f"no cases in it; write a list of them, such as\n  {EXAMPLE}")
    return items(root, "the file of cases", _case, most=MOST_CASES)


def _require_own_ids(cases: Iterable[Case]) -> None:
    """Raise `CaseError` for an id that two cases have."""
    known: dict[str, Case] = {}
    for case in cases:
        other = known.setdefault(case.id, case)
        if other is not case:
            place = f"line {other.line}" if other.file == case.file else other.place
            raise CaseError(f"{case.place}: the id {case.id!r} is that of {place} too; give each its own")


def _case(node: yaml.Node, _what: str) -> Case:
    values = fields(node, "a case", KEYS)
    for key in ("id", "kind", "question"):
        if key not in values:
            raise Fault(line_of(node), f"a case without {key!r}; each has an id, a kind and a question")
    case = Case(
        id=string(values["id"], "id"),
        kind=string(values["kind"], "kind"),
        question=string(values["question"], "question"),
        line=line_of(node),
        history=strings(values["history"], "history") if "history" in values else (),
        must=items(values["must"], "must", _alternatives) if "must" in values else (),
        must_not=strings(values["must_not"], "must_not") if "must_not" in values else (),
        gold=_gold(node, values),
        refuse=boolean(values["refuse"], "refuse") if "refuse" in values else False,
        tolerance=_tolerance(values["tolerance"]) if "tolerance" in values else None,
        tags=strings(values["tags"], "tags") if "tags" in values else (),
        note=string(values["note"], "note") if "note" in values else "",
        added_by=string(values["added_by"], "added_by") if "added_by" in values else "",
        added=_date(values["added"]) if "added" in values else "",
    )
    _check(case)
    return case


def _check(case: Case) -> None:
    """Raise `Fault` for a case that could not be judged."""
    if case.refuse and (case.must or case.gold):
        raise Fault(case.line, f"case {case.id!r} has 'refuse: true' and also 'must' or a quote; keep one or the other")
    if not case.refuse and not case.must:
        raise Fault(case.line, f"case {case.id!r} does not say what its answer holds; add 'must', or 'refuse: true'")
    if not case.refuse and not case.gold:
        raise Fault(case.line, f"case {case.id!r} does not say what is cited; add 'doc' and 'quote', or 'gold'")
    if case.tolerance and not any(re.search(r"\d", phrase) for group in case.must for phrase in group):
        raise Fault(case.line, f"case {case.id!r} has a tolerance and no number in 'must'; leave the tolerance out")


def _gold(case: yaml.Node, values: dict[str, yaml.Node]) -> tuple[Gold, ...]:
    pointing = [key for key in ("quote", "label") if key in values]
    if "gold" in values and pointing:
        place = line_of(values[pointing[0]])
        raise Fault(place, f"a case with both {pointing[0]!r} and 'gold'; keep one of them")
    if "gold" in values:
        return items(values["gold"], "gold", _one_gold)
    if not pointing:
        return ()
    if "doc" not in values:
        raise Fault(line_of(case), f"a case with a {pointing[0]!r} and no 'doc'; name the document that it stands in")
    return (_pointed(values),)


def _one_gold(node: yaml.Node, _what: str) -> Gold:
    values = fields(node, "an entry of 'gold'", GOLD_KEYS)
    if "doc" not in values:
        raise Fault(line_of(node), "an entry of 'gold' without 'doc'; each has a doc and a quote")
    if "quote" not in values and "label" not in values:
        raise Fault(line_of(node), "an entry of 'gold' without 'quote'; each has a doc and a quote, or a label")
    return _pointed(values)


def _pointed(values: dict[str, yaml.Node]) -> Gold:
    return Gold(
        documents=_documents(values["doc"]),
        quotes=strings(values["quote"], "quote") if "quote" in values else (),
        label=string(values["label"], "label") if "label" in values else "",
        line=line_of(values["quote" if "quote" in values else "label"]),
    )


def _documents(node: yaml.Node) -> tuple[str, ...]:
    """Read `a+b` as either document."""
    names = tuple(name.strip() for name in string(node, "doc").split("+"))
    if not all(names):
        raise Fault(line_of(node), f"doc is {'+'.join(names)!r}; write one document, or two as 'a+b'")
    return names


def _alternatives(node: yaml.Node, _what: str) -> tuple[str, ...]:
    return items(node, "each group of 'must'", string)


def _tolerance(node: yaml.Node) -> Tolerance:
    """Read `0.5` as a difference and `2%` as a share."""
    match = _NUMBER.fullmatch(scalar(node, "tolerance"))
    if not match or not float(match["amount"]):
        raise Fault(line_of(node), f"tolerance is {scalar(node, 'tolerance')!r}; write a number above 0, or one with %")
    amount = float(match["amount"])
    return Tolerance(amount / 100, relative=True) if match["share"] else Tolerance(amount)


def _date(node: yaml.Node) -> str:
    """Read a day, with or without quotes."""
    text = scalar(node, "added")
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise Fault(line_of(node), f"added is {text!r}; write the day as 2026-01-31") from None
