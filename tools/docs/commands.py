"""The commands of `rapporteur` as a page of reference, and whether a command that a page shows is one of them."""

import re
import shlex
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import typer

from interfaces.command_line import app
from interfaces.terminal.default_command import DEFAULT
from tools.docs.pages import REPOSITORY, Code, Page

if TYPE_CHECKING:
    from typer._click import Command, Context

REFERENCE = "docs/reference/commands.md"
WIDTH = 78
"""Columns of the help, as in a terminal of 80 or more."""
_HEAD = """# Commands

Each command as its own `--help` tells it. This page is written by `make docs`; change the command, not the page.
"""
_SHELLS = ("sh", "sh run")
_PROGRAM = re.compile(r"(?:\.venv/bin/)?(rapporteur|make|python|pytest)$")
_ASSIGNMENT = re.compile(r"([A-Z_][A-Z0-9_]*)=")
_MAKE_VARIABLES = frozenset(("HOST", "PORT", "ARGS", "NO_BROWSER"))
_LEFT_OUT = ("…", "...")


def reference() -> str:
    """Return the page of all commands."""
    root = typer.main.get_command(app)
    context = root.make_context("rapporteur", [], resilient_parsing=True, terminal_width=WIDTH)
    return "\n".join([_HEAD, *_described("rapporteur", context)])


def wrong_commands(page: Page) -> Iterator[str]:
    """Yield a sentence for each command of a page that the product, the Makefile or Python would not understand."""
    for code in page.code:
        for offset, words in _commands(code):
            fault = _fault(words, whole=code.is_block)
            if fault:
                yield f"{page.path}:{code.line + offset}: '{shlex.join(words)}': {fault}"


def _described(name: str, context: "Context") -> Iterator[str]:
    children = dict(getattr(context.command, "commands", {}))
    shown = _child(context, children.pop(DEFAULT), DEFAULT) if DEFAULT in children else context
    yield f"## {name}\n\n```text\n{shown.command.get_help(shown).rstrip()}\n```\n"
    for word, command in children.items():
        yield from _described(f"{name} {word}", _child(context, command, word))


def _child(context: "Context", command: "Command", word: str | None) -> "Context":
    return command.make_context(word, [], parent=context, resilient_parsing=True)


def _commands(code: Code) -> Iterator[tuple[int, list[str]]]:
    """Yield the words of each command in a code block for a shell, or in a code span that is one."""
    if code.is_block and code.info not in _SHELLS:
        return
    joined = ""
    for number, line in enumerate(code.text.splitlines(), start=1 if code.is_block else 0):
        joined += line
        if joined.endswith("\\"):
            joined = joined[:-1]
            continue
        words = _words(joined)
        joined = ""
        if words and (code.is_block or len(words) > 1) and _PROGRAM.match(words[0]):
            yield number, words


def _words(line: str) -> list[str]:
    """Return the words of a line up to a pipe, without comment and without the settings before the command."""
    try:
        reader = shlex.shlex(line, posix=True, punctuation_chars="|&;<>")
        reader.whitespace_split = True
        words = list(reader)
    except ValueError:
        return []
    end = next((rank for rank, word in enumerate(words) if word and set(word) <= set("|&;<>")), len(words))
    start = next((rank for rank, word in enumerate(words) if not _ASSIGNMENT.match(word)), end)
    return words[start:end]


def _fault(words: Sequence[str], *, whole: bool) -> str:
    """Return what is wrong with a command; one that is not `whole` is named in a sentence and may lack arguments."""
    program = _PROGRAM.match(words[0])
    assert program is not None
    if program.group(1) == "rapporteur":
        return _rapporteur_fault(words[1:], whole=whole)
    check = {"make": _make_fault, "python": _python_fault}.get(program.group(1))
    return check(words[1:]) if check else ""


def _rapporteur_fault(words: Sequence[str], *, whole: bool) -> str:
    command, name = typer.main.get_command(app), "rapporteur"
    rest = list(words)
    while children := getattr(command, "commands", None):
        if rest and rest[0] in children:
            name, command = f"{name} {rest[0]}", children[rest.pop(0)]
        elif DEFAULT in children:
            command = children[DEFAULT]
        elif not rest or rest[0] in ("--help", "-h", *_LEFT_OUT):
            return ""
        else:
            return f"{name} has no command {rest[0]!r}"
    if not whole or any(word in _LEFT_OUT for word in rest):
        return _unknown_option(name, command, rest)
    return _parsed(name, command, rest)


def _unknown_option(name: str, command: "Command", words: Sequence[str]) -> str:
    known = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
    unknown = [
        word for word in words if word.startswith("-") and word.partition("=")[0] not in known | {"-h", "--help"}
    ]
    return f"{name} has no option {unknown[0]}" if unknown else ""


def _parsed(name: str, command: "Command", words: Sequence[str]) -> str:
    from typer._click.exceptions import UsageError

    try:
        command.make_context(name, list(words), resilient_parsing="--help" in words)
    except UsageError as error:
        return error.format_message()
    return ""


def _make_fault(words: Sequence[str]) -> str:
    targets = makefile_targets()
    for word in words:
        variable = _ASSIGNMENT.match(word)
        if variable and variable.group(1) not in _MAKE_VARIABLES:
            return f"the Makefile has no variable {variable.group(1)}"
        if not variable and word not in targets:
            return f"the Makefile has no target {word}"
    return ""


def makefile_targets() -> Mapping[str, str]:
    """Return the targets of the Makefile that it names in its help, each with what it is for."""
    text = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z-]+):.*## (.*)$", text, re.MULTILINE))


def _python_fault(words: Sequence[str]) -> str:
    name = words[1] if words[:1] == ["-m"] and len(words) > 1 else ""
    named = REPOSITORY.joinpath(*name.split(".")) if name else REPOSITORY / (words[0] if words else "")
    outside = name in ("pip", "pytest", "venv", "http.server")
    if outside or named.with_suffix(".py").is_file() or (named / "__main__.py").is_file() or named.is_file():
        return ""
    return f"there is no {name or named.name} to run"
