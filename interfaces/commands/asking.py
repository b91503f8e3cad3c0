"""Questions from the terminal: `ask`."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from assistant.compose import Settings


def add_to(app: typer.Typer) -> None:
    """Add the command of this file to the application."""
    app.command()(ask)


def ask(
    question: Annotated[str | None, typer.Argument(metavar="QUESTION", help="In quotes.", show_default=False)] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    batch: Annotated[
        Path | None,
        typer.Option(metavar="FILE.jsonl", help='Answer one {"id", "question", "history": […]} a line, as JSON lines.'),
    ] = None,
) -> None:
    """Answer a question, with the paragraphs it rests on."""
    from assistant.compose import Settings

    if (question is None) == (batch is None):
        raise typer.BadParameter("give either a QUESTION in quotes or --batch FILE.jsonl")
    settings = Settings.from_environment()
    if batch is not None:
        _answer_batch(settings, batch)
    elif question is not None:
        _answer_one(settings, question, as_json=as_json)


def _answer_one(settings: "Settings", question: str, *, as_json: bool) -> None:
    from assistant.assistant import check_question
    from interfaces.answer_json import answer_as_json
    from interfaces.terminal.growing import put_as_it_grows
    from interfaces.terminal.opening import assistant_of, load_models
    from interfaces.terminal.terminal import is_watched, put, waiting
    from interfaces.terminal.visible import sound

    check_question(question)
    with assistant_of(settings) as assistant:
        load_models(assistant)
        if settings.chat.model and is_watched() and not as_json:
            put_as_it_grows(assistant.stream(sound(question)))
            return
        with waiting("Reading…"):
            answer = assistant.ask(sound(question))
    if as_json:
        print(json.dumps(answer_as_json(answer), ensure_ascii=False, indent=2))
        return
    from interfaces.terminal.answer_text import answer_text

    put(answer_text(answer))


def _answer_batch(settings: "Settings", path: Path) -> None:
    from interfaces.batch import answer_line, read_lines
    from interfaces.terminal.opening import assistant_of, load_models
    from interfaces.terminal.terminal import progress_bar, say

    lines = read_lines(path)
    failed = 0
    with assistant_of(settings) as assistant:
        load_models(assistant)
        with progress_bar("Answering") as show:
            for done, line in enumerate(lines):
                show(done, len(lines), "")
                reply = answer_line(assistant, line)
                failed += "error" in reply
                print(json.dumps(reply, ensure_ascii=False), flush=True)
    if failed:
        say(f'{failed} of {len(lines)} lines of {path} could not be answered; each has an "error" in its place')
        raise typer.Exit(1)
