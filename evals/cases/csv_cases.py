r"""Cases as a table that a spreadsheet opens, and back.

A cell with several entries parts groups by `;` and alternatives by `|`; where a text holds one of these, or a
backslash, a backslash stands before it. A cell of `gold` parts the document from its quotes by `=>`. A text that a
spreadsheet would take for a formula has an apostrophe before it, which is taken off again.
"""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from corpus.errors import CaseError
from evals.cases.case import Case, Gold, Tolerance
from evals.cases.load import KEYS
from evals.cases.write_cases import add_cases, tolerance_text

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_MOST_BYTES = 20_000_000


def cases_as_csv(cases: Iterable[Case]) -> str:
    """Return the cases as CSV with a head, as spreadsheets write it."""
    written = io.StringIO()
    table = csv.writer(written)
    table.writerow(KEYS)
    table.writerows([[_guarded(cell) for cell in _cells(case)] for case in cases])
    return written.getvalue()


def add_csv(source: Path, path: Path) -> int:
    """Add the cases of a CSV file to a file of cases, and say how many; raise `CaseError` with the line of a fault."""
    rows = _rows(source)
    cases = [_case(row, f"{source}, line {line}") for line, row in rows]
    if not cases:
        raise CaseError(f"{source} holds no cases; below a head of {', '.join(KEYS[:5])}, … write one a line")
    try:
        add_cases(path, cases)
    except CaseError as error:
        raise CaseError(f"{source} was not taken in: {error}") from error
    return len(cases)


def _cells(case: Case) -> list[str]:
    one = case.gold[0] if len(case.gold) == 1 else None
    return [
        case.id,
        case.kind,
        case.question,
        _joined(case.history, ";"),
        ";".join(_joined(group, "|") for group in case.must),
        _joined(case.must_not, "|"),
        "+".join(one.documents) if one else "",
        _joined(one.quotes, "|") if one else "",
        one.label if one else "",
        ";".join(_gold_cell(gold) for gold in case.gold) if len(case.gold) > 1 else "",
        "yes" if case.refuse else "",
        tolerance_text(case.tolerance),
        _joined(case.tags, "|"),
        case.note,
        case.added_by,
        case.added,
    ]


def _gold_cell(gold: Gold) -> str:
    label = f"{_escaped(gold.label)}=>" if gold.label else ""
    return f"{_escaped('+'.join(gold.documents))}=>{label}{_joined(gold.quotes, '|')}"


def _rows(source: Path) -> list[tuple[int, Mapping[str, str]]]:
    """Return the rows that hold anything, each with its 1-based line."""
    try:
        if source.stat().st_size > _MOST_BYTES:
            raise CaseError(f"{source} has more than {_MOST_BYTES:,} bytes; split it")
        text = source.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise CaseError(f"there is no file at {source}; check the path") from None
    except OSError as error:
        raise CaseError(f"{source} cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise CaseError(f"{source} is not UTF-8 text; save it as CSV UTF-8") from error
    table = csv.DictReader(io.StringIO(text, newline=""), dialect=_dialect(text), strict=True)
    try:
        unknown = [name for name in table.fieldnames or [] if name and name.strip() not in KEYS]
        if not table.fieldnames or unknown:
            what = f"unknown column {unknown[0]!r}" if unknown else "no head"
            raise CaseError(f"{source}, line 1: {what}; the columns are {', '.join(KEYS)}")
        found: list[tuple[int, Mapping[str, str]]] = []
        for row in table:
            if None in row:
                raise CaseError(f"{source}, line {table.line_num}: more cells than columns; put quotes around commas")
            cells = {name.strip(): _unguarded((cell or "").strip()) for name, cell in row.items() if name}
            if any(cells.values()):
                found.append((table.line_num, cells))
    except csv.Error as error:
        raise CaseError(f"{source}, line {table.line_num}: not CSV ({error})") from error
    return found


def _dialect(text: str) -> type[csv.Dialect]:
    """Tell by the head whether cells are parted by a semicolon or a tab, as some spreadsheets do."""
    head = text.partition("\n")[0]
    parted = max(",;\t", key=head.count)

    class Sheet(csv.excel):
        delimiter = parted

    return Sheet


def _case(row: Mapping[str, str], place: str) -> Case:
    """Return the case of a row, as strictly read as one of YAML: it is written as such and read back later."""
    cells = {name: row.get(name, "") for name in KEYS}
    gold = tuple(_gold(entry, place) for entry in _parts(cells["gold"], ";"))
    if not gold and cells["doc"] and (cells["quote"] or cells["label"]):
        gold = (Gold(tuple(cells["doc"].split("+")), tuple(_plain(cells["quote"], "|")), cells["label"]),)
    for name in ("id", "kind", "question"):
        if not cells[name]:
            raise CaseError(f"{place}: no {name}; each case has an id, a kind and a question")
    return Case(
        id=cells["id"],
        kind=cells["kind"],
        question=cells["question"],
        line=0,
        history=tuple(_plain(cells["history"], ";")),
        must=tuple(tuple(_plain(group, "|")) for group in _parts(cells["must"], ";")),
        must_not=tuple(_plain(cells["must_not"], "|")),
        gold=gold,
        refuse=_yes(cells["refuse"], place),
        tolerance=_tolerance(cells["tolerance"], place),
        tags=tuple(_plain(cells["tags"], "|")),
        note=cells["note"],
        added_by=cells["added_by"],
        added=cells["added"],
    )


def _gold(entry: str, place: str) -> Gold:
    parts = entry.split("=>")
    if len(parts) not in (2, 3):
        raise CaseError(f"{place}: gold is {entry!r}; write document=>quote, and several of them parted by ;")
    label = _unescaped(parts[1].strip()) if len(parts) == 3 else ""
    return Gold(tuple(_unescaped(parts[0].strip()).split("+")), tuple(_plain(parts[-1], "|")), label)


def _tolerance(text: str, place: str) -> Tolerance | None:
    if not text:
        return None
    share = text.endswith("%")
    try:
        amount = float(text.rstrip("% "))
    except ValueError:
        raise CaseError(f"{place}: tolerance is {text!r}; write a number above 0, or one with %") from None
    return Tolerance(amount / 100 if share else amount, relative=share)


def _yes(text: str, place: str) -> bool:
    if text.casefold() not in ("", "yes", "no", "true", "false", "1", "0"):
        raise CaseError(f"{place}: refuse is {text!r}; write yes, or leave it empty")
    return text.casefold() in ("yes", "true", "1")


def _joined(texts: Iterable[str], mark: str) -> str:
    return mark.join(map(_escaped, texts))


def _escaped(text: str) -> str:
    return re.sub(r"[\\;|]", r"\\\g<0>", text)


def _unescaped(text: str) -> str:
    return re.sub(r"\\([\\;|])", r"\1", text)


def _plain(cell: str, mark: str) -> list[str]:
    return [_unescaped(part) for part in _parts(cell, mark)]


def _parts(cell: str, mark: str) -> list[str]:
    """Return what stands between marks that no backslash stands before, without white space around it."""
    parts = re.findall(rf"(?s:[^\\{re.escape(mark)}]|\\.|\\$)+", cell)
    return [part.strip() for part in parts if part.strip()]


def _guarded(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell
