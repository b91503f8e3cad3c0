"""What the papers say is so: every link leads somewhere, every command is one, what is marked as runnable runs."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.audit import second_reading
from corpus.readers.pdf import ocr
from tools.docs.commands import REFERENCE, reference, wrong_commands
from tools.docs.links import broken_links, pages_not_reached
from tools.docs.pages import REPOSITORY, all_pages, read_page
from tools.docs.running import Ran, run_page, runnable
from tools.docs.site import write_site

PAGES = {page.path: page for page in all_pages()}
PACKAGES = ("assistant", "corpus", "index", "evals", "interfaces", "prompts")
QUICK = {"RAPPORTEUR_EMBEDDING": "hash", "RAPPORTEUR_READER": "none"}
README_LINES = 120


def code_words(path: str) -> set[str]:
    """Return what a page sets in code, in spans and in blocks, cut into words."""
    return {word for code in PAGES[path].code for word in re.findall(r"[\w$]+", code.text)}


@pytest.mark.parametrize("path", PAGES)
def test_links_lead_somewhere_and_commands_are_understood(path: str) -> None:
    """Each file and heading that is linked is there, and each command, option, target and module that is shown."""
    assert [*broken_links(PAGES[path], PAGES), *wrong_commands(PAGES[path])] == []


def test_every_page_is_reached_from_the_first() -> None:
    """No page of docs lies where nobody finds it, and the README is short."""
    assert list(pages_not_reached(PAGES)) == []
    assert len((REPOSITORY / "README.md").read_text(encoding="utf-8").splitlines()) <= README_LINES


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[x](absent.md)", "names no file"),
        ("[x](README.md#no-such-part)", "names no heading of README.md"),
        ("[x](http://plain.example)", "is no address"),
        ("![x](docs/absent.png)", "names no file"),
        ("`rapporteur nonsense`", "has no command 'nonsense'"),
        ("`rapporteur ask --nonsense …`", "has no option --nonsense"),
        ("```sh\nrapporteur ask one two\n```", "unexpected extra argument"),
        ("```sh\nRAPPORTEUR_READER=none rapporteur chat --port many\n```", "Invalid value for '--port'"),
        ("```sh\nrapporteur facts propose\n```", "Missing argument"),
        ("```sh\nmake nonsense\n```", "no target nonsense"),
        ("```sh\nmake chat PROT=1\n```", "no variable PROT"),
        ("```sh\npython -m evals.nonsense\n```", "no evals.nonsense"),
    ],
)
def test_faults_of_a_page_are_found(text: str, fault: str) -> None:
    """A link or a command that is wrong in any one way is named with its line."""
    page = read_page(f"# A page\n\n{text}\n", "page.md")
    faults = [*broken_links(page, PAGES | {"page.md": page}), *wrong_commands(page)]
    assert len(faults) == 1
    assert re.match(r"page\.md:[34]: ", faults[0])
    assert fault.lower() in faults[0].lower()


def test_what_is_right_is_not_complained_of() -> None:
    """Links to headings, settings before a command, lines that go on, pipes, comments and things left out are fine."""
    text = (
        "# A page\n\n## Of `this`, twice!\n\n## Of `this`, twice!\n\n[x](#of-this-twice-1) [y](docs/decisions.md)\n\n"
        "`make test` `rapporteur eval … --model NAME`\n\n```sh\nRAPPORTEUR_READER=none rapporteur ask \\\n"
        "  'Who?' --json | head   # a remark\nrapporteur eval --help\nrapporteur eval bisect --case a\n```\n"
    )
    page = read_page(text, "page.md")
    assert [*broken_links(page, PAGES | {"page.md": page}), *wrong_commands(page)] == []


def test_the_reference_of_the_commands_is_that_of_today() -> None:
    """The page is what `make docs` writes, which is what the commands say in a terminal."""
    written = (REPOSITORY / REFERENCE).read_text(encoding="utf-8")
    assert written == reference(), "run 'make docs' and commit docs/reference/commands.md"
    for command in ("", "eval", "facts add"):
        program = "from interfaces.command_line import main; main()"
        environment = {**os.environ, "COLUMNS": "80"}
        done = subprocess.run(
            [sys.executable, "-c", program, *command.split(), "--help"],
            env=environment, capture_output=True, text=True, check=True,
        )  # fmt: skip
        assert done.stdout.rstrip() in written


def test_every_variable_is_in_the_reference() -> None:
    """What the product reads of its environment is told, and nothing that it does not read."""
    sources = [path for package in PACKAGES for path in (REPOSITORY / package).rglob("*.py")]
    read = {name for path in sources for name in re.findall(r"RAPPORTEUR_[A-Z_]+", path.read_text(encoding="utf-8"))}
    told = {word for word in code_words("docs/reference/environment.md") if word.startswith("RAPPORTEUR_")}
    assert told == read


@pytest.mark.parametrize("command", [ocr.INSTALL, second_reading.INSTALL])
def test_extras_are_installed_as_messages_say(command: str) -> None:
    """The page on installing names the same packages as the message of whoever lacks them."""
    assert f".venv/bin/{command}" in {code.text for code in PAGES["docs/how-to/install.md"].code}


def test_every_key_of_a_case_is_in_the_reference() -> None:
    """What the schema of known facts allows is told."""
    schema = json.loads((REPOSITORY / "evals" / "cases.schema.json").read_text(encoding="utf-8"))
    assert schema["$defs"]["case"]["properties"].keys() <= code_words("docs/reference/facts-files.md")


def test_every_route_of_ours_is_in_the_reference() -> None:
    """Each address that the server adds to those of gradio is told."""
    sources = [path.read_text(encoding="utf-8") for path in (REPOSITORY / "interfaces").rglob("*.py")]
    named = {path for text in sources for path in re.findall(r'@app\.get\("(/[^"]*)"\)|"(/uploads|/drafts)\b', text)}
    routes = {"".join(pair) for pair in named}
    assert {"/healthz", "/uploads", "/drafts"} <= routes
    told = "\n".join(code.text for code in PAGES["docs/reference/http.md"].code)
    assert [route for route in routes if route not in told] == []


def keys_of(value: object) -> Iterator[str]:
    """Yield every key of an object and of those within it."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield key
            yield from keys_of(each)
    elif isinstance(value, list):
        for each in value:
            yield from keys_of(each)


def test_every_key_of_an_output_is_in_the_reference(tmp_path: Path) -> None:
    """What `ask`, `documents` and `summarize` write as JSON is told key by key."""
    page = read_page(
        "```sh run\nrapporteur ingest corpus/starter/speca-session-2023.docx >/dev/null\n```\n"
        "```sh run\nrapporteur ask 'How many decisions came out of the fourth session?' --json\n```\n"
        "```sh run\nrapporteur documents --json\n```\n"
        "```sh run\nrapporteur summarize speca-session-2023 -o draft.json && cat draft.json\n```\n",
        "page.md",
    )
    _, *outputs = ran_well(run_page(page, tmp_path / "clone", **QUICK))
    written = {key for ran in outputs for key in keys_of(json.loads(ran.printed))}
    assert written - code_words("docs/reference/json.md") == set()


@pytest.mark.parametrize("path", [page.path for page in PAGES.values() if runnable(page)])
def test_what_is_marked_as_runnable_runs(path: str, tmp_path: Path) -> None:
    """Each command of a page ends well over a library of its own, with plain features in the place of models.

    What a page shows as printed was printed, but for the answer of the README, which takes the models.
    """
    of_models = {code.text for code in PAGES["README.md"].code if code.info == "text"}
    for ran in ran_well(run_page(PAGES[path], tmp_path / "clone", **QUICK)):
        assert not ran.shown or ran.shown in of_models or same(ran), f"line {ran.line} now prints:\n{ran.printed}"


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_the_answer_of_the_readme_is_that_of_today(tmp_path: Path) -> None:
    """What the README shows after its question is what the command prints with the installed models."""
    shown = [ran for ran in ran_well(run_page(PAGES["README.md"], tmp_path / "clone")) if ran.shown]
    assert len(shown) == 1
    assert same(shown[0]), f"it now prints:\n{shown[0].printed}"


def same(ran: Ran) -> bool:
    """Tell whether a command printed what is shown, however it is cut into lines."""
    return ran.printed.split() == ran.shown.split()


def ran_well(blocks: Iterator[Ran]) -> list[Ran]:
    """Return the blocks that were run; fail at one that ended with another status than 0."""
    ran = list(blocks)
    assert [f"line {each.line}: {each.printed}" for each in ran if each.status] == []
    return ran


def test_the_site_has_every_page_and_only_links_that_it_holds(tmp_path: Path) -> None:
    """Each page becomes one of HTML, and each link within the site leads to a file of it and an anchor in it."""
    write_site(PAGES, tmp_path / "site")
    written = {path: path.read_text(encoding="utf-8") for path in (tmp_path / "site").rglob("*.html")}
    assert len(written) == len(PAGES)
    for path, text in written.items():
        for target in re.findall(r'(?:href|src)="([^"]+)"', text):
            if target.startswith(("https:", "mailto:")):
                continue
            name, _, anchor = target.partition("#")
            found = (path.parent / name).resolve() if name else path
            assert found.is_file(), f"{path}: {target}"
            assert not anchor or f'id="{anchor}"' in written[found], f"{path}: {target}"
