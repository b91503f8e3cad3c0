"""The library is compared, indexed anew, audited and corrected by the real command line."""

import json
import os
import shutil
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def kept(filled, tmp_path_factory: pytest.TempPathFactory):
    """Return the command line over a library of its own, which the tests here may change."""
    library = tmp_path_factory.mktemp("kept") / "library"
    shutil.copytree(filled.library, library)
    return type(filled)(library)


def test_verify_says_that_all_is_well(kept) -> None:
    """A sound library has its counts told."""
    done = kept("verify")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("all well: 2 documents")


def test_verify_names_what_is_wrong(kept, tmp_path: Path) -> None:
    """An original that is gone is a problem with a sentence and status 1."""
    broken = type(kept)(tmp_path / "library")
    shutil.copytree(kept.library, broken.library)
    shutil.rmtree(broken.library / "originals")
    done = broken("verify")
    assert done.returncode == 1
    assert "'stores'" in done.stdout
    assert "2 problems" in done.stderr


def test_reindex_keeps_every_document(kept) -> None:
    """After it the stores agree and the documents are found as before."""
    done = kept("reindex")
    assert done.returncode == 0, done.stderr
    assert "made again" in done.stdout
    assert kept("verify").returncode == 0


def test_audit_accounts_for_every_character(kept) -> None:
    """Each document has its share, and each exclusion its reason; one document can be named."""
    whole = kept("audit")
    assert whole.returncode == 0
    assert whole.stdout.count("(100.00%)") == 2
    assert "label" in kept("audit", "workshop").stdout
    assert "stores" not in kept("audit", "workshop").stdout


def test_set_corrects_facts_for_good(kept, papers: Path) -> None:
    """A correction is shown, and outlives another ingestion."""
    done = kept("set", "stores", "title=Grain in store", "date=2031-05")
    assert done.returncode == 0, done.stderr
    assert "title is now 'Grain in store'" in done.stdout
    kept("ingest", papers)
    stores = json.loads(kept("documents", "--json").stdout)[0]
    assert (stores["title"], stores["date"]) == ("Grain in store", "2031-05")


@pytest.mark.parametrize(
    ("fact", "status", "words"),
    [
        ("colour=red", 1, "'colour' is no fact"),
        ("date=soon", 1, "'soon' is no date"),
        ("kind=poem", 1, "'poem' is no kind"),
        ("date", 2, "has no '='"),
    ],
)
def test_set_refuses_slips(kept, fact: str, status: int, words: str) -> None:
    """What cannot be is named, with what could."""
    done = kept("set", "stores", fact)
    assert done.returncode == status
    assert words in done.stderr


def test_ingest_takes_an_id_for_one_file_only(kept, papers: Path, tmp_path: Path) -> None:
    """An id cannot be shared by several files, nor be anything but a name."""
    paper = tmp_path / "minutes.txt"
    paper.write_text("Minutes of a meeting\n\n1. The meeting was short and ended at noon.\n", encoding="utf-8")
    assert kept("ingest", paper, "--id", "noon", "--collection", "short").returncode == 0
    noon = next(each for each in json.loads(kept("documents", "--json").stdout) if each["id"] == "noon")
    assert (noon["path"], noon["collection"]) == (str(paper), "short")
    assert kept("ingest", papers, "--id", "noon").returncode == 2
    assert kept("ingest", paper, "--id", "../noon").returncode == 2
    assert kept("remove", "noon", "--yes").returncode == 0


def test_audit_names_the_extra_that_reads_a_second_time(own, tmp_path: Path) -> None:
    """Where unstructured is absent the audit is whole, and one sentence says what to install for a second reading."""
    page = tmp_path / "page.html"
    page.write_text("<html><body><h1>Minutes</h1><p>The Board met in Oslo.</p></body></html>", encoding="utf-8")
    assert own("ingest", page).returncode == 0
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    (hidden / "sitecustomize.py").write_text("import sys; sys.modules['unstructured'] = None", encoding="utf-8")
    search = os.pathsep.join([str(hidden), *sys.path])
    done = own("audit", page, PYTHONPATH=search)
    assert (done.returncode, done.stderr) == (0, "")
    told = 'a second reading needs unstructured; install it with pip install "unstructured[docx]>=0.27,<0.28"'
    assert told in done.stdout
    assert "unstructured" not in own("audit", "workshop", PYTHONPATH=search).stdout
