"""Read a file of cases, strictly: what is not understood is an error with its file and line."""

from pathlib import Path

import yaml

from corpus.errors import CaseError
from evals.case import Case, Gold
from evals.strict_yaml import Fault, boolean, compose, fields, items, line_of, string, strings

KEYS = ("id", "kind", "question", "history", "must", "must_not", "doc", "quote", "gold", "refuse")
GOLD_KEYS = ("doc", "quote")
EXAMPLE = '- {id: a1, kind: number, doc: "report", question: "How many came?", must: [["70"]], quote: "70 came"}'


def load_cases(path: Path) -> tuple[Case, ...]:
    """Return the cases of a YAML file in its order; raise `CaseError` naming the file and line of the first fault."""
    try:
        return _cases(compose(_source(path)))
    except Fault as fault:
        place = f"{path}, line {fault.line}" if fault.line else f"{path}"
        raise CaseError(f"{place}: {fault}") from fault


def _source(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise CaseError(f"there is no file of cases at {path}; check the path") from None
    except IsADirectoryError:
        raise CaseError(f"{path} is a folder; name the YAML file of cases in it") from None
    except OSError as error:
        raise CaseError(f"{path} cannot be read: {error.strerror or error}") from error


def _cases(root: yaml.Node | None) -> tuple[Case, ...]:
    if root is None:
        raise Fault(0, f"no cases in it; write a list of them, such as\n  {EXAMPLE}")
    cases = items(root, "the file of cases", _case)
    line_by_id: dict[str, int] = {}
    for case in cases:
        if case.id in line_by_id:
            raise Fault(case.line, f"the id {case.id!r} is that of line {line_by_id[case.id]} too; give each its own")
        line_by_id[case.id] = case.line
    return cases


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


def _gold(case: yaml.Node, values: dict[str, yaml.Node]) -> tuple[Gold, ...]:
    if "gold" in values and "quote" in values:
        raise Fault(line_of(values["quote"]), "a case with both 'quote' and 'gold'; keep one of them")
    if "gold" in values:
        return items(values["gold"], "gold", _one_gold)
    if "quote" not in values:
        return ()
    if "doc" not in values:
        raise Fault(line_of(case), "a case with a 'quote' and no 'doc'; name the document that the quote stands in")
    return (Gold(_documents(values["doc"]), strings(values["quote"], "quote")),)


def _one_gold(node: yaml.Node, _what: str) -> Gold:
    values = fields(node, "an entry of 'gold'", GOLD_KEYS)
    for key in GOLD_KEYS:
        if key not in values:
            raise Fault(line_of(node), f"an entry of 'gold' without {key!r}; each has a doc and a quote")
    return Gold(_documents(values["doc"]), strings(values["quote"], "quote"))


def _documents(node: yaml.Node) -> tuple[str, ...]:
    """Read `a+b` as either document."""
    names = tuple(name.strip() for name in string(node, "doc").split("+"))
    if not all(names):
        raise Fault(line_of(node), f"doc is {'+'.join(names)!r}; write one document, or two as 'a+b'")
    return names


def _alternatives(node: yaml.Node, _what: str) -> tuple[str, ...]:
    return items(node, "each group of 'must'", string)
