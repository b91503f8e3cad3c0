"""Cases go to a spreadsheet and come back as they were."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.errors import CaseError
from evals.cases.case import Case, Gold, Tolerance
from evals.cases.csv_cases import add_csv, cases_as_csv
from evals.cases.load import load_cases
from evals.cases.write_cases import add_cases, case_as_yaml, new_id

STARTER = Path(__file__).resolve().parents[3] / "evals" / "starter.yaml"
ODD = Case(
    "odd",
    "number",
    '=SUM(A1) "how\\many"; or | more?',
    1,
    history=("before; that", "and | this"),
    must=(("15,000", "a|b"), ("c;d", "-5")),
    must_not=("=x",),
    gold=(Gold(("a", "b"), ("one|two", "three\\"), "13(c)"), Gold(("c",), (), "7")),
    tolerance=Tolerance(0.02, relative=True),
    tags=("must-hold", "x"),
    note="'quoted'\nlines",
    added_by="@someone",
    added="2026-01-31",
)


def bare(cases) -> list[Case]:
    """Return cases without the places they were read from."""
    return [replace(case, line=0, file="", gold=tuple(replace(gold, line=0) for gold in case.gold)) for case in cases]


def test_every_starter_case_comes_back(tmp_path: Path) -> None:
    """Out as CSV, in as YAML: the same cases, and the same digests."""
    cases = load_cases(STARTER)
    (tmp_path / "cases.csv").write_text(cases_as_csv(cases), encoding="utf-8", newline="")
    assert add_csv(tmp_path / "cases.csv", tmp_path / "cases.yaml") == len(cases)
    again = load_cases(tmp_path / "cases.yaml")
    assert bare(again) == bare(cases)
    assert [case.digest for case in again] == [case.digest for case in cases]


def test_odd_texts_come_back_and_are_no_formulas(tmp_path: Path) -> None:
    """Marks that part entries, quotes, lines and signs of formulas are kept; no cell begins with such a sign."""
    written = cases_as_csv([ODD])
    [row] = list(csv.DictReader(written.splitlines(keepends=True)))
    assert not [cell for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]
    (tmp_path / "odd.csv").write_text(written, encoding="utf-8", newline="")
    add_csv(tmp_path / "odd.csv", tmp_path / "odd.yaml")
    assert bare(load_cases(tmp_path / "odd.yaml")) == bare([ODD])


def test_semicolons_between_cells_as_some_spreadsheets_write_them(tmp_path: Path) -> None:
    """The head tells what parts cells."""
    text = 'id;kind;question;must;doc;quote\nx1;number;How many?;"70|seventy";report;70 came\n'
    (tmp_path / "cases.csv").write_text("\ufeff" + text, encoding="utf-8")
    add_csv(tmp_path / "cases.csv", tmp_path / "cases.yaml")
    [case] = load_cases(tmp_path / "cases.yaml")
    assert case.must == (("70", "seventy"),)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no head"),
        ("id,kind,question\n", "holds no cases"),
        ("id,shade\nx,red\n", "unknown column 'shade'"),
        ("id,kind,question,must\nx,number,How?,70,extra\n", "line 2: more cells than columns"),
        ("id,kind,question\nx,,How?\n", "line 2: no kind"),
        ("id,kind,question,refuse\nx,refuse,How?,perhaps\n", "line 2: refuse is 'perhaps'"),
        ("id,kind,question,gold\nx,number,How?,report\n", "line 2: gold is 'report'"),
        ("id,kind,question,tolerance\nx,number,How?,much\n", "line 2: tolerance is 'much'"),
        ("id,kind,question\nx,number,How?\n", "does not say what its answer holds"),
        ('id,kind,question\nx,number,"How?\n', "not CSV"),
    ],
)
def test_a_faulty_table_is_told_and_adds_nothing(tmp_path: Path, text: str, words: str) -> None:
    """The line is named, and the file of cases is as it was."""
    (tmp_path / "cases.csv").write_text(text, encoding="utf-8")
    add_cases(tmp_path / "cases.yaml", [ODD])
    before = (tmp_path / "cases.yaml").read_bytes()
    with pytest.raises(CaseError, match=words):
        add_csv(tmp_path / "cases.csv", tmp_path / "cases.yaml")
    assert (tmp_path / "cases.yaml").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cases.csv", "cases.yaml"]


def test_an_id_that_is_taken_is_told(tmp_path: Path) -> None:
    """A case is never added over another."""
    add_cases(tmp_path / "cases.yaml", [ODD])
    with pytest.raises(CaseError, match=r"cases\.yaml, line 3: the id 'odd' is that of line 2"):
        add_cases(tmp_path / "cases.yaml", [ODD])
    assert new_id("p", ["p01", "p03"]) == "p02"


def test_a_case_is_one_line(tmp_path: Path) -> None:
    """Whatever is in it, so that a change of a case is a change of a line."""
    assert case_as_yaml(ODD).count("\n") == 1
