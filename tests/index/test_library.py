"""A library from the outside: what goes in, what comes out, what is refused."""

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import LibraryDamaged, LibraryError, LibraryMismatch, NotInLibrary
from index.embed import HashEmbedder
from index.library import Library, Step
from index.scope import Scope

WriteReport = Callable[..., Path]


def test_documents_come_in_and_are_found(library: Library, reports: Path) -> None:
    """Three reports go in, and a question that only one answers finds that one's paragraph first."""
    report = library.ingest([reports])
    assert [(entry.document, entry.status) for entry in report.entries] == [
        (n, "new") for n in ("alpha", "beta", "gamma")
    ]
    assert all(entry.coverage == 1.0 and entry.paragraphs > 5 for entry in report.entries)
    best = library.search("dredging of the quartz channel")[0]
    assert (best.document.id, best.paragraph.label, best.rank) == ("beta", "3(a)", 1)
    assert best.paragraph.text == best.document.text[best.paragraph.start : best.paragraph.end]
    assert best.similarity > 0
    assert best.bm25 > 0


def test_the_same_file_again_changes_nothing(open_library: Callable[[], Library], reports: Path) -> None:
    """A second ingestion finds every file unchanged, without an encoder."""
    with open_library() as library:
        before = library.ingest([reports]) and library.digest
    refuse = Library.open(reports.parent / "library", lambda: pytest.fail("the encoder was loaded"))
    with refuse as library:
        assert {entry.status for entry in library.ingest([reports]).entries} == {"unchanged"}
        assert library.digest == before


def test_a_changed_file_replaces_its_old_self(library: Library, reports: Path, write_report: WriteReport) -> None:
    """After a change, the old words are found no more, the new are, and the id is the same."""
    library.ingest([reports])
    before = library.digest
    write_report(reports, "beta.txt", word="basalt")
    statuses = [entry.status for entry in library.ingest([reports]).entries]
    assert statuses == ["unchanged", "replaced", "unchanged"]
    assert not [passage for passage in library.search("quartz") if "quartz" in passage.paragraph.text]
    assert library.search("the basalt channel")[0].document.id == "beta"
    assert library.digest != before
    assert library.verify().sound


def test_ids_are_readable_and_distinct(library: Library, tmp_path: Path, write_report: WriteReport) -> None:
    """Two files with one name have ids that differ, and keep them when they are read again."""
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        write_report(tmp_path / folder, "Report of May 2021.txt", word=folder)
    library.ingest([tmp_path / "one", tmp_path / "two"])
    assert [document.id for document in library.documents()] == ["report-of-may-2021", "report-of-may-2021-2"]
    write_report(tmp_path / "two", "Report of May 2021.txt", word="three")
    assert library.ingest([tmp_path / "two"]).entries[0].document == "report-of-may-2021-2"


def test_the_same_content_elsewhere_is_said(library: Library, reports: Path) -> None:
    """A copy under another name comes in as its own document, and the report says what it equals."""
    library.ingest([reports / "alpha.txt"])
    (reports / "copy.txt").write_bytes((reports / "alpha.txt").read_bytes())
    entry = library.ingest([reports / "copy.txt"]).entries[0]
    assert entry.status == "new"
    assert "the same content as 'alpha'" in entry.reason


def test_a_person_may_give_the_id(library: Library, reports: Path) -> None:
    """An id given for one file names it, and a file of another path under that id replaces it; two files share none."""
    assert library.ingest([reports / "alpha.txt"], document="session-2").entries[0].document == "session-2"
    entry = library.ingest([reports / "beta.txt"], document="session-2").entries[0]
    assert (entry.status, library.document("session-2").path) == ("replaced", str(reports / "beta.txt"))
    assert "remove that first" in library.ingest([reports / "beta.txt"], document="other").entries[0].reason
    with pytest.raises(LibraryError, match="name one file"):
        library.ingest([reports], document="all")


def test_a_document_is_found_by_id_prefix_or_path(library: Library, reports: Path, write_report: WriteReport) -> None:
    """An id, the beginning of one, and a path all point at the document; an ambiguous beginning is refused."""
    library.ingest([reports])
    for reference in ("beta", "be", str(reports / "beta.txt")):
        assert library.document(reference).id == "beta"
    with pytest.raises(NotInLibrary, match="no document 'delta'"):
        library.document("delta")
    write_report(reports, "beta-two.txt", word="second")
    library.ingest([reports])
    assert library.document("beta").id == "beta"
    with pytest.raises(NotInLibrary, match="beginning of 2 documents"):
        library.document("bet")


def test_a_scope_limits_what_is_seen(library: Library, reports: Path) -> None:
    """A search within documents or collections shows those alone, and one within nothing that exists is empty."""
    library.ingest([reports / "alpha.txt"], collection="harbours")
    library.ingest([reports])
    seen = {p.document.id for p in library.search("committee session", scope=Scope(documents=frozenset({"gamma"})))}
    assert seen == {"gamma"}
    assert not library.search("committee", scope=Scope(collections=frozenset({"none"})))
    assert not library.search("committee", scope=Scope(since="2030"))


def test_dates_of_a_scope_are_as_precise_as_they_are_written(library: Library, reports: Path) -> None:
    """A year reaches to its end, a month touches the days in it, and an undated document is outside."""
    library.ingest([reports])
    library.set_metadata("alpha", "date", "2021-05-05")
    library.set_metadata("beta", "date", "2021-06")
    library.set_metadata("gamma", "date", "")

    def seen(**dates: str) -> set[str]:
        return {passage.document.id for passage in library.search("committee session", scope=Scope(**dates), limit=50)}

    assert seen(until="2021") == {"alpha", "beta"}
    assert seen(since="2021-06-15") == {"beta"}
    assert seen(since="2021-05", until="2021-05-31") == {"alpha"}
    assert seen(since="2022") == set()


def test_the_same_query_gives_the_same_order(
    open_library: Callable[[], Library], reports: Path, write_report: WriteReport
) -> None:
    """Equal scores are ordered by document and position, also after closing and after a rebuild."""
    for number in range(6):
        write_report(reports, f"twin-{number}.txt", word="equal")

    def order(library: Library) -> list[tuple[str, int, float]]:
        found = library.search("decided to hold its third session", limit=20)
        return [(passage.document.id, passage.paragraph.position, passage.score) for passage in found]

    with open_library() as library:
        library.ingest([reports])
        first = order(library)
        assert first == order(library)
    with open_library() as library:
        assert order(library) == first
        library.reindex()
        assert order(library) == first


def test_symbols_and_numbers_are_found_as_they_are_printed(library: Library, reports: Path) -> None:
    """`79/10`, `2020-2022`, `22.0` and `A/78/5` each find their paragraph by its words."""
    library.ingest([reports / "alpha.txt"])
    for query, label in (("79/10", "2"), ("2020-2022", "2"), ("22.0?", "2"), ("(A/78/5)", "3(a)")):
        best = max(library.search(query), key=lambda passage: passage.bm25)
        assert best.paragraph.label == label, query


@pytest.mark.parametrize("query", ['"', "title:(", "a AND", "NOT", "[1 TO *]", "\\", "~^", "\x00", "日本", "a" * 5000])
def test_no_character_of_a_query_has_a_meaning(library: Library, reports: Path, query: str) -> None:
    """Punctuation that query languages choke on is only text here."""
    library.ingest([reports / "alpha.txt"])
    assert isinstance(library.search(query), list)


def test_nothing_is_left_of_what_was_removed(
    open_library: Callable[[], Library], reports: Path, tmp_path: Path, write_report: WriteReport
) -> None:
    """After `remove`, no file of the library holds a word of the document, in any store, journal or generation."""
    with open_library() as library:
        library.ingest([reports])
        write_report(reports, "beta.txt", word="obsidian", place="Windermoor")
        library.ingest([reports])
        assert _files_with(tmp_path / "library", b"obsidian")
        assert library.remove("beta").id == "beta"
        assert [document.id for document in library.documents()] == ["alpha", "gamma"]
        assert not library.search("obsidian", limit=3) or library.search("obsidian")[0].document.id != "beta"
        assert library.verify().sound
    for word in (b"quartz", b"obsidian", b"Windermoor", b"windermoor"):
        assert not _files_with(tmp_path / "library", word), word
    assert len(list((tmp_path / "library" / "index").iterdir())) == 1


def test_room_for_vectors_to_come_holds_nothing(
    open_library: Callable[[], Library], reports: Path, tmp_path: Path
) -> None:
    """hnswlib writes memory that was never set as room for more vectors; when the index is closed, it holds zeros."""
    with open_library() as library:
        library.ingest([reports])
        [data] = (tmp_path / "library").rglob("data_level0.bin")
        with data.open("r+b") as file:
            file.seek(-600, 2)
            file.write(b"quartz" * 100)
    assert data.read_bytes()[-600:] == bytes(600)
    with open_library() as library:
        assert library.verify().sound


def _files_with(folder: Path, word: bytes) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and word in path.read_bytes()]


def test_another_embedding_is_refused_and_named(
    open_library: Callable[[], Library], reports: Path, write_report: WriteReport
) -> None:
    """A library of one embedding is not searched or filled with another; its documents can still be read."""
    with open_library() as library:
        library.ingest([reports])
    with Library.open(reports.parent / "library", lambda: HashEmbedder(64, "other")) as library:
        with pytest.raises(LibraryMismatch, match=r"hash \(256.*other \(64.*rapporteur reindex.*RAPPORTEUR_EMBEDDING"):
            library.search("committee")
        write_report(reports, "delta.txt")
        with pytest.raises(LibraryMismatch):
            library.ingest([reports])
        assert len(library.documents()) == 3
        assert "embedded again" in library.reindex()
        assert library.search("the quartz channel")[0].document.id == "beta"
        assert library.encode(["words"]).shape == (1, 64)
        assert library.verify().sound


def test_searches_go_on_while_the_library_is_made_anew(
    library: Library, reports: Path, write_report: WriteReport
) -> None:
    """Threads that search during ingestion, replacement and a rebuild always find what is live, and meet no error."""
    library.ingest([reports])
    finished, wrong = threading.Event(), []

    def keep_searching() -> None:
        while not finished.is_set():
            try:
                found = library.search("dredging of the quartz channel", limit=3)
                if found[0].document.id != "beta":
                    wrong.append(found[0].document.id)
            except Exception as error:  # noqa: BLE001 - whatever it is, it is the failure
                wrong.append(repr(error))

    threads = [threading.Thread(target=keep_searching) for _ in range(3)]
    for thread in threads:
        thread.start()
    for number in range(4):
        write_report(reports, "alpha.txt", count=100 + number)
        write_report(reports, f"new-{number}.txt", word="other", count=number)
        library.ingest([reports])
    library.reindex()
    library.remove("new-1")
    finished.set()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert library.verify().sound


def test_corrected_metadata_outlives_a_new_ingestion(
    library: Library, reports: Path, write_report: WriteReport
) -> None:
    """A date and a title set by a person stay when the file is read again, and the title is searched by."""
    library.ingest([reports])
    library.set_metadata("alpha", "date", "2021-05-05")
    library.set_metadata("alpha", "title", "Zephyr report")
    assert library.search("zephyr")[0].document.id == "alpha"
    write_report(reports, "alpha.txt", count=99)
    library.ingest([reports])
    metadata = library.document("alpha").metadata
    assert (metadata.date, metadata.title) == ("2021-05-05", "Zephyr report")
    assert library.verify().sound


@pytest.mark.parametrize(
    ("field", "value"), [("colour", "red"), ("date", "May 2021"), ("kind", "poem"), ("language", "English")]
)
def test_impossible_metadata_is_refused(library: Library, reports: Path, field: str, value: str) -> None:
    """A field that does not exist, and a value that it cannot have, are refused by name."""
    library.ingest([reports / "alpha.txt"])
    with pytest.raises(LibraryError, match=field if field == "colour" else value):
        library.set_metadata("alpha", field, value)


def test_editions_are_linked_by_their_symbols(library: Library, reports: Path) -> None:
    """A revision points at the document it supersedes as soon as both are there, and no longer when that is gone."""
    library.ingest([reports])
    library.set_metadata("beta", "symbol", "HC/2/Rev.1")
    assert library.document("beta").edition_of == ""
    library.set_metadata("alpha", "symbol", "HC/2")
    assert library.document("beta").edition_of == "alpha"
    library.remove("alpha")
    assert library.document("beta").edition_of == ""


def test_an_audit_accounts_for_every_character(library: Library, reports: Path) -> None:
    """The audit of a plain report has nothing missing and lists the printed numbers as left out of paragraphs."""
    library.ingest([reports / "alpha.txt"])
    audit = library.audit("alpha")
    assert audit.share == 1.0
    assert audit.missing == ()
    assert any(exclusion.reason == "label" for exclusion in audit.exclusions)


def test_progress_is_told(library: Library, reports: Path) -> None:
    """Steps name a file and count up to the number of files."""
    steps: list[Step] = []
    library.ingest([reports], report=steps.append)
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    assert (steps[-1].done, steps[-1].total) == (3, 3)
    assert any(step.stage.startswith("embedding") for step in steps)


def test_listing_loads_nothing_heavy(open_library: Callable[[], Library], reports: Path, tmp_path: Path) -> None:
    """Opening a library and listing its documents imports neither torch nor chromadb nor tantivy."""
    with open_library() as library:
        library.ingest([reports])
    program = (
        "import sys; from pathlib import Path\n"
        "from index.library import Library; from index.embed import open_embedder\n"
        "with Library.open(Path(sys.argv[1]), open_embedder) as library: print(len(library.documents()))\n"
        "print([name for name in ('torch', 'chromadb', 'tantivy', 'unstructured') if name in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "library")], capture_output=True, text=True, check=True
    )
    assert ran.stdout.splitlines() == ["3", "[]"]


def test_what_is_no_catalogue_is_not_opened(tmp_path: Path) -> None:
    """A catalogue overwritten with something else is reported, not replaced."""
    (tmp_path / "catalogue.db").write_bytes(b"these are not the tables you are looking for" * 100)
    with pytest.raises(LibraryDamaged, match="catalogue"):
        Library.open(tmp_path, HashEmbedder)
    assert b"not the tables" in (tmp_path / "catalogue.db").read_bytes()


@pytest.mark.slow
def test_the_real_weights_find_a_paraphrase(tmp_path: Path, reports: Path) -> None:
    """With the default model, a question that shares no telling word with a paragraph finds it."""
    from index.embed import open_embedder

    with Library.open(tmp_path / "real", open_embedder) as library:
        library.ingest([reports / "alpha.txt"])
        best = library.search("In which town will they gather next time?", limit=3)
        assert "3(b)" in [passage.paragraph.label for passage in best]
        assert np.allclose(np.linalg.norm(library.encode(["one", "two"]), axis=1), 1.0, atol=1e-5)


def test_word_counts_follow_the_documents(library: Library, reports: Path, write_report: Callable[..., Path]) -> None:
    """They are those of the paragraphs that are there, after an ingestion, a change and a removal."""
    from corpus.text.word_counts import count_words

    def agree() -> bool:
        counted = {each.id: count_words(p.text for p in library.paragraphs(each.id)) for each in library.documents()}
        return dict(library.word_counts()) == counted

    library.ingest([reports])
    assert agree()
    write_report(reports, "beta.txt", word="amber")
    library.ingest([reports])
    assert agree()
    library.remove("gamma")
    assert agree()
    library._stores.catalogue._sql._writer.execute("UPDATE word_counts SET tokenizer = 'older', counts = x''")
    assert agree()
    stored = library._stores.catalogue.rows("SELECT tokenizer FROM word_counts")
    assert {tokenizer for (tokenizer,) in stored} == {"1"}
