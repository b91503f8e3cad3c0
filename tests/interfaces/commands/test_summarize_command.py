"""`rapporteur summarize` as a person runs it: what it writes, and what it says when it cannot."""

import json
from pathlib import Path

import pytest

from corpus.parse import parse

SESSION = """Report of the Seed Council on its third session

I. Opening

1. The third session of the Seed Council was held in Lagos on 4 March 2031 and was chaired by Ms. Ada Merrin.

2. Delegations from Ghana and Togo participated in the session.

II. Decisions

3. The Council adopted the plan for 2032, under which 14 seed banks are to be built.

4. The Council agreed to hold its fourth session in Accra in 2033.
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """Return a report of a session that is in no library."""
    path = tmp_path / "seeds.txt"
    path.write_text(SESSION, encoding="utf-8")
    return path


def test_a_document_of_the_library_is_drafted_on_the_screen(filled) -> None:
    """Without a file the draft is printed as Markdown, with a footnote for each point."""
    done = filled("summarize", "workshop", "--template", "brief", "--words", "60")
    assert done.returncode == 0, done.stderr
    assert "# In brief: Report of the regional workshop on seed banks" in done.stdout
    assert "84 participants from 12 countries" in done.stdout
    assert "[^1]:" in done.stdout
    assert "para. 2" in done.stdout


def test_a_file_beside_the_library_is_drafted_to_every_format(rapporteur, report: Path, tmp_path: Path) -> None:
    """The suffix says the format; the words round-trip through our own parser."""
    for suffix in (".docx", ".md", ".html"):
        out = tmp_path / f"draft{suffix}"
        done = rapporteur("summarize", report, "--template", "session", "-o", out)
        assert done.returncode == 0, done.stderr
        assert "points in" in done.stderr
        text = parse(out.read_bytes(), out.name, "draft").text
        assert "Ms. Ada Merrin" in text
        assert "adopted the plan for 2032" in text
        assert "para. 3" in text
    out = tmp_path / "draft.json"
    assert rapporteur("summarize", report, "-o", out, "--words", "200").returncode == 0
    summary = json.loads(out.read_text(encoding="utf-8"))
    assert summary["template"] == "session"
    assert all(point["sources"] for part in summary["parts"] for point in part["points"])
    assert summary["struck"] == []
    assert summary["coverage"]["paragraphs"] == 4


def test_a_question_is_drafted_across_documents(filled) -> None:
    """What the documents say of a matter is set out under each document."""
    done = filled("summarize", "--about", "What has been said on the store in Accra?", "--words", "80")
    assert done.returncode == 0, done.stderr
    assert "340 tonnes of millet" in done.stdout


def test_a_file_that_exists_is_asked_about(rapporteur, report: Path, tmp_path: Path) -> None:
    """Silence leaves the file as it is; `--force` does not ask."""
    out = tmp_path / "draft.md"
    out.write_text("mine", encoding="utf-8")
    done = rapporteur("summarize", report, "-o", out)
    assert done.returncode == 1
    assert "write over it?" in done.stderr
    assert "was left as it is; name another file, or add --force" in done.stderr
    assert out.read_text(encoding="utf-8") == "mine"
    assert rapporteur("summarize", report, "-o", out, stdin="y\n").returncode == 0
    assert rapporteur("summarize", report, "-o", out, "--force").returncode == 0
    assert "Ada Merrin" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--words", "10"], "the number of words is 10; ask for 50 to 20,000"),
        (["--template", "sesion"], "there is no template 'sesion'; the templates are activities"),
        (["-o", "draft.odt"], "ends in '.odt'; a draft is written as .docx, .md, .html, .json"),
        (["-o", "nowhere/draft.md"], "there is no folder nowhere"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(rapporteur, report: Path, arguments: list[str], told: str) -> None:
    """Each says what is wrong with which value, and what to do."""
    done = rapporteur("summarize", report, *arguments)
    assert done.returncode == 1
    assert told in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_document_without_a_session_is_told(filled) -> None:
    """A note is no report of a session; the sentence offers `brief`."""
    done = filled("summarize", "stores", "--template", "session")
    assert done.returncode == 1
    assert "stores holds no session" in done.stderr
    assert "--template brief" in done.stderr


def test_an_empty_file_and_a_missing_one_are_told(rapporteur, tmp_path: Path) -> None:
    """A file without text holds nothing to draw from; a name that is none is told with where to look."""
    empty = tmp_path / "empty.txt"
    empty.touch()
    assert "is empty" in rapporteur("summarize", empty).stderr
    assert "there is no document 'nothing'" in rapporteur("summarize", "nothing").stderr
    assert "nothing is named to draw from" in rapporteur("summarize").stderr


def test_a_full_disk_is_told_and_leaves_nothing(rapporteur, report: Path) -> None:
    """A draft that cannot be written whole is not written at all."""
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no /dev/full to write to")
    from corpus.errors import OutputError
    from interfaces import saving

    folder = report.parent
    program = report.parent / "limit"
    done = rapporteur.command("summarize", report, "-o", folder / "draft.docx")
    import subprocess

    limited = ["bash", "-c", 'ulimit -f 8; exec "$@"', str(program), *done]
    ended = subprocess.run(limited, env=rapporteur.environment(), capture_output=True, text=True, check=False)
    assert ended.returncode != 0
    assert not (folder / "draft.docx").exists()
    assert list(folder.glob(".rapporteur-*")) == []
    with pytest.raises(OutputError, match="free some room or name another"):
        saving.save(b"x", Path("/proc/draft.md"))


def test_templates_are_listed_and_printed(rapporteur) -> None:
    """The list says what each is for; one of them printed is a file to be copied."""
    listed = rapporteur("templates")
    assert "who-said-what" in listed.stdout
    printed = rapporteur("templates", "session")
    assert "part: decisions" in printed.stdout
