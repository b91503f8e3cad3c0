"""Whatever a person gives it, the command line answers with one plain sentence, and the library stays whole."""

import json
import os
import shlex
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest


def documents_of(rapporteur) -> list[str]:
    """Return the ids of what is in the library."""
    return [document["id"] for document in json.loads(rapporteur("documents", "--json").stdout)]


def told(done: subprocess.CompletedProcess[str], *words: str) -> None:
    """Check that a command failed with these words and without a traceback."""
    said = done.stdout + done.stderr
    assert done.returncode == 1, said
    assert "Traceback" not in said
    for word in words:
        assert word in " ".join(said.split()), said


def make_bad_files(folder: Path) -> dict[str, Path]:
    """Write files that cannot be read, each for a reason of its own."""
    wrong: dict[str, bytes] = {
        "empty.txt": b"",
        "blank.txt": b" \n\n\t\n",
        "film.mp4": b"\0\0\0\x18ftypmp42" + bytes(200),
        "notreally.docx": b"This is plain text that calls itself a word processor's file.\n",
        "notreally.pdf": b"Neither is this one what its name says.\n",
        "broken.pdf": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n",
        "pictures.pdf": pdf_without_text(),
    }
    for name, source in wrong.items():
        (folder / name).write_bytes(source)
    with zipfile.ZipFile(folder / "hollow.docx", "w") as hollow:
        hollow.writestr("readme.txt", "no document in it")
    return {path.name: path for path in folder.iterdir()}


def pdf_without_text() -> bytes:
    """Return a sound PDF of one empty page."""
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
    ]
    source, offsets = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        offsets.append(len(source))
        source += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"xref\n0 4\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return source + table + b"trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(source)


def test_bad_files_are_told_one_by_one_and_nothing_is_lost(own, tmp_path: Path) -> None:
    """Each has a line with its name and a reason; what was in the library is still there."""
    folder = tmp_path / "bad"
    folder.mkdir()
    bad = make_bad_files(folder)
    done = own("ingest", *bad.values(), tmp_path / "absent.txt")
    told(done, f"{len(bad) + 1} of {len(bad) + 1} could not be read")
    lines = done.stdout.splitlines()
    for name in (*bad, "absent.txt"):
        [line] = [line for line in lines if f"{name} " in line.split(" failed ")[0] + " "]
        assert " failed " in line
        assert len(line.split(" failed ")[1].split()) >= 4, line
    assert documents_of(own) == ["stores", "workshop"]


def test_a_folder_without_documents_is_told(rapporteur, tmp_path: Path) -> None:
    """An empty folder brings nothing, and that is not a success."""
    (tmp_path / "nothing").mkdir()
    told(rapporteur("ingest", tmp_path / "nothing"), "nothing was read", "nothing")


@pytest.mark.parametrize("question", [" ", "\t\n", "", "x" * 100_000, "why? " * 20_000])
def test_questions_that_cannot_be_asked(filled, question: str) -> None:
    """A question of white space, or a very long one, is refused before anything is searched."""
    told(filled("ask", question), "question")


def test_a_question_to_an_empty_library(rapporteur) -> None:
    """With no documents there is nothing to answer from, and the next step is named."""
    told(rapporteur("ask", "How many came?"), str(rapporteur.library), "holds no documents", "rapporteur ingest")


def test_a_library_in_use_names_the_process(filled) -> None:
    """A second process stops at once and says who has the library; the first goes on."""
    holder = subprocess.Popen(
        filled.command("remove", "stores"),
        env=filled.environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert holder.stderr is not None
    asked = ""
    while "[y/N]" not in asked:
        asked += holder.stderr.read(1)
    told(filled("documents"), f"in use by process {holder.pid}")
    holder.communicate("n\n", timeout=60)
    assert documents_of(filled) == ["stores", "workshop"]


@pytest.mark.parametrize(("sent", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupted_command_leaves_quietly(filled, sent: signal.Signals, status: int) -> None:
    """Ctrl-C and a request to end give the usual statuses, no traceback, and the library back."""
    process = subprocess.Popen(
        filled.command("remove", "stores"),
        env=filled.environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    asked = ""
    while "[y/N]" not in asked:
        asked += process.stderr.read(1)
    process.send_signal(sent)
    _, said = process.communicate(timeout=60)
    assert process.returncode == status
    assert "Traceback" not in said
    assert documents_of(filled) == ["stores", "workshop"]


def test_a_setting_that_is_not_possible(filled) -> None:
    """The setting, its value and its range are named."""
    told(filled("ask", "Who?", RAPPORTEUR_PASSAGES="many"), "RAPPORTEUR_PASSAGES", "'many'", "1 to 100")


def test_a_library_folder_that_is_a_file(rapporteur, tmp_path: Path) -> None:
    """A path that cannot be a folder is named."""
    occupied = tmp_path / "occupied"
    occupied.write_text("a file")
    told(rapporteur("documents", RAPPORTEUR_LIBRARY=str(occupied)), str(occupied), "RAPPORTEUR_LIBRARY")


def test_the_unforeseen_is_one_sentence_and_more_on_request(filled) -> None:
    """An error nobody thought of still has no traceback, unless it is asked for."""
    broken = {"COLUMNS": "80", "PYTHONPATH": "", "RAPPORTEUR_EMBEDDING": "hash"}
    program = "import assistant.compose as c; c.Settings.from_environment = lambda: 1 / 0; "
    command = filled.command("documents")
    command = [*command[:2], program + command[2], *command[3:]]
    plain = subprocess.run(command, env=filled.environment(**broken), capture_output=True, text=True, check=False)
    told(plain, "ZeroDivisionError", "RAPPORTEUR_DEBUG=1")
    assert len(plain.stderr.splitlines()) == 1
    debug = filled.environment(**broken, RAPPORTEUR_DEBUG="1")
    assert "Traceback" in subprocess.run(command, env=debug, capture_output=True, text=True, check=False).stderr


def test_a_reader_that_stops_reading(filled) -> None:
    """Output cut by `head` is not an error to tell."""
    process = subprocess.Popen(
        filled.command("show", "workshop"), env=filled.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    process.stdout.close()
    _, said = process.communicate(timeout=60)
    assert said == b""


@pytest.mark.parametrize("command", [["documents"], ["verify"], ["--help"], ["templates"]])
def test_a_closed_output_is_no_error(own, command: list[str]) -> None:
    """A program that is started with its output closed does what it was asked and says nothing."""
    rapporteur = str(Path(sys.executable).parent / "rapporteur")
    environment = {**os.environ, "RAPPORTEUR_LIBRARY": str(own.library), "RAPPORTEUR_EMBEDDING": "hash"}
    line = " ".join(shlex.quote(word) for word in (rapporteur, *command))
    done = subprocess.run(["sh", "-c", f"{line} >&-"], capture_output=True, text=True, env=environment, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_template_of_brackets_is_told(own, tmp_path: Path) -> None:
    """Twenty thousand brackets are one sentence that names the file."""
    template = tmp_path / "deep.yaml"
    template.write_text("[" * 20_000)
    done = own("summarize", "workshop", "--template", str(template), "-o", str(tmp_path / "draft.md"))
    assert done.returncode == 1
    assert "deep.yaml is nested too deeply" in " ".join(done.stderr.split())
