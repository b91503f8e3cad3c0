"""Documents go in, are listed, are shown and go out, by the real command line."""

import json
import shutil
from pathlib import Path

import pytest


def test_ingest_tells_what_came_in(rapporteur, papers: Path) -> None:
    """Each file has a line with its result, its id, its paragraphs and its coverage; no bar is drawn in a pipe."""
    done = rapporteur("ingest", papers)
    assert done.returncode == 0
    lines = [line.split() for line in done.stdout.splitlines()]
    assert lines[0] == ["in", str(papers)]
    assert [line[1:3] for line in lines[2:]] == [["new", "stores"], ["new", "workshop"]]
    assert done.stdout.count("100.0 %") == 2
    assert done.stderr == ""
    assert "\x1b" not in done.stdout


def test_the_same_file_again_is_a_no_op_and_a_changed_one_replaces(rapporteur, tmp_path: Path, papers: Path) -> None:
    """Only what has changed is read again, and it keeps its id."""
    folder = Path(shutil.copytree(papers, tmp_path / "papers"))
    assert rapporteur("ingest", folder).returncode == 0
    again = rapporteur("ingest", folder)
    assert again.returncode == 0
    assert again.stdout.count("unchanged") == 2
    workshop = folder / "workshop.txt"
    workshop.write_text(workshop.read_text(encoding="utf-8").replace("84", "91"), encoding="utf-8")
    changed = rapporteur("ingest", folder)
    assert "replaced" in changed.stdout
    assert "91 participants" in rapporteur("show", "workshop").stdout
    assert len(json.loads(rapporteur("documents", "--json").stdout)) == 2


def test_one_failure_gives_status_1_and_the_rest_comes_in(rapporteur, tmp_path: Path, papers: Path) -> None:
    """A file that cannot be read does not stop the others."""
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    done = rapporteur("ingest", empty, papers)
    assert done.returncode == 1
    assert "failed" in done.stdout
    assert "empty.txt" in done.stdout
    assert "1 of 3 could not be read" in done.stderr
    assert len(json.loads(rapporteur("documents", "--json").stdout)) == 2


def test_documents_lists_what_is_known(filled, papers: Path) -> None:
    """The table is for reading; the JSON has every fact."""
    table = filled("documents").stdout
    assert "stores.md" in table
    assert "Note on grain stores" in table
    stores, workshop = json.loads(filled("documents", "--json").stdout)
    assert (stores["id"], workshop["id"]) == ("stores", "workshop")
    assert stores["path"] == str(papers / "stores.md")
    assert set(stores) >= {"title", "symbol", "date", "kind", "collection", "format", "digest"}


def test_documents_of_an_empty_library(rapporteur) -> None:
    """An empty library says how to fill it, and is an empty list to a program."""
    assert "rapporteur ingest" in rapporteur("documents").stderr
    assert json.loads(rapporteur("documents", "--json").stdout) == []


def test_show_a_document(filled) -> None:
    """The whole document has its title, its facts and each paragraph with its number."""
    shown = filled("show", "workshop").stdout
    assert "Report of the regional workshop on seed banks" in shown
    assert "  2  In all, 84 participants from 12 countries attended the workshop." in shown
    assert "  3(a)  To open a seed bank in Accra;" in shown


def test_a_document_of_a_series_shows_its_place_and_where_its_facts_stand(rapporteur, tmp_path: Path) -> None:
    """The reports before and after it and the latest are named; so are the period and where each fact was found."""
    for year in (2018, 2019, 2020):
        text = (
            f"# Annual report of the Pier Board, {year}\n\nDate: 3 May {year + 1}\n\nThe pier was kept open all year.\n"
        )
        (tmp_path / f"pier-{year}.md").write_text(text, encoding="utf-8")
    assert rapporteur("ingest", tmp_path).returncode == 0
    shown = rapporteur("show", "pier-2019").stdout
    assert "2020-05-03 · covers 2019" in shown
    assert "One of a series of 3 · after pier-2018 · before pier-2020 · latest: pier-2020" in shown
    assert "cover: title, date" in shown
    last = json.loads(rapporteur("documents", "--json").stdout)[2]
    assert last["series"] == {"before": "pier-2019", "after": "", "latest": "pier-2020", "count": 3}
    assert (last["period"], last["origins"]["period"]) == ("2020", "title")


@pytest.mark.parametrize("label", ["3(a)", "3 (a)", "3a", "para. 3(a)"])
def test_show_a_paragraph_in_its_surroundings(filled, label: str) -> None:
    """However the number is typed, the paragraph is marked, and its neighbours and headings are there."""
    shown = filled("show", "workshop", label).stdout
    assert "→ 3(a)  To open a seed bank in Accra;" in shown
    assert "  3  The workshop decided:" in shown
    assert "  3(b)  To meet again in 2032." in shown
    assert "Decisions" in shown


def test_show_text_is_what_offsets_count_in(filled) -> None:
    """The text comes exactly as it is, so that a program can cut it."""
    text = filled("show", "workshop", "--text").stdout
    assert "In all, 84 participants from 12 countries attended the workshop." in text


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["show", "absent"], "there is no document 'absent'"),
        (["show", "workshop", "77"], "workshop has no paragraph '77'; it has I, 1, 2, II, 3, 3(a), 3(b);"),
        (["remove", "absent", "--yes"], "there is no document 'absent'"),
    ],
)
def test_what_is_not_there_is_named(filled, arguments: list[str], sentence: str) -> None:
    """An unknown document or number is named, with what there is."""
    done = filled(*arguments)
    assert done.returncode == 1
    assert sentence in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_remove_asks_first(own, papers: Path) -> None:
    """Without a yes the document stays; with one it goes, and its file stays where it is."""
    refused = own("remove", "stores", stdin="n\n")
    assert refused.returncode == 1
    assert "stays in the library" in refused.stderr
    unasked = own("remove", "stores")
    assert unasked.returncode == 1
    assert "add --yes" in unasked.stderr
    assert own("remove", "stores", stdin="y\n").returncode == 0
    assert own("remove", "workshop", "--yes").stdout == "removed workshop\n"
    assert json.loads(own("documents", "--json").stdout) == []
    assert sorted(path.name for path in papers.iterdir()) == ["stores.md", "workshop.txt"]


def test_control_characters_of_a_document_do_not_steer_the_terminal(rapporteur, tmp_path: Path) -> None:
    """An escape sequence in a document is shown, not obeyed."""
    paper = tmp_path / "trick.txt"
    paper.write_text(
        "Title of the paper\n\n1. Before \x1b[31mred\x1b[0m and after, in one sentence.\n", encoding="utf-8"
    )
    rapporteur("ingest", paper)
    assert "\x1b" not in rapporteur("show", "trick").stdout
