"""How the drafting page looks: its components, and which event changes which of them."""

from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from typing import Any

import gradio as gr

from assistant.deadline import Stop
from interfaces.drafting.desk import Desk
from interfaces.drafting.page import NO_DRAFT, NO_DRAFT_SOURCES, DraftPage, Drawn
from interfaces.markup.choices import choice
from interfaces.serving.presence import Presence
from interfaces.serving.steps import end, steps_of
from interfaces.serving.visitors import visitor_in

IDLE_SECONDS = 12 * 3600


@dataclass(frozen=True, slots=True)
class DraftForm:
    """What the drafter fills in."""

    documents: gr.Dropdown
    template: gr.Dropdown
    words: gr.Textbox
    about: gr.Textbox
    start: gr.Button
    stop: gr.Button


@dataclass(frozen=True, slots=True)
class _Working:
    """What the drafter works on the draft with."""

    point: gr.Dropdown
    words: gr.Textbox
    buttons: dict[str, gr.Button]
    download: gr.Markdown


def draw_drafting(page: DraftPage, presence: Presence) -> gr.Dropdown:
    """Draw the page into the block that is open, and return the choice of documents, which the library fills."""
    desk = gr.State(None, time_to_live=IDLE_SECONDS)
    with gr.Row(elem_id="draft-desk"):
        with gr.Column(elem_id="drafting"):
            asking = _draw_asking(page)
            draft = gr.Markdown(NO_DRAFT, elem_id="draft", latex_delimiters=[], sanitize_html=True)
            with gr.Column(elem_id="draft-tools"):
                working = _draw_working()
        with gr.Column(elem_id="draft-evidence"):
            gr.Markdown("<h2>Sources</h2>", elem_id="draft-evidence-head", sanitize_html=True)
            sources = gr.Markdown(NO_DRAFT_SOURCES, elem_id="draft-sources", latex_delimiters=[], sanitize_html=True)
    outputs = [desk, draft, sources, working.point, working.words, working.download]
    _wire(page, presence, desk, asking, working, outputs)
    return asking.documents


def _draw_asking(page: DraftPage) -> DraftForm:
    with gr.Row(elem_id="draft-what"):
        documents = choice([], multiselect=True, label="Documents to draw from", elem_id="draft-documents")
        template = choice(page.templates(), value="", label="Shape", elem_id="draft-template")
        words = gr.Textbox(label="Words", placeholder="600", elem_id="draft-words", min_width=90)
    with gr.Row(elem_id="draft-about-row"):
        about = gr.Textbox(
            label="Or a question over all of them",
            placeholder="What has been said on e-resilience since 2020",
            lines=1,
            max_lines=2,
            elem_id="draft-about",
        )
        start = gr.Button("Draft", variant="primary", elem_id="draft-start")
        stop = gr.Button("Stop", elem_id="draft-stop", visible=page.terms is not None)
    return DraftForm(documents, template, words, about, start, stop)


def _draw_working() -> _Working:
    names = {"up": "Move up", "down": "Move down", "drop": "Drop", "restore": "Restore"}
    with gr.Row(elem_id="draft-point-row"):
        point = choice([], label="Point", elem_id="draft-point")
        buttons = {what: gr.Button(name, size="sm", elem_id=f"draft-{what}") for what, name in names.items()}
    with gr.Row(elem_id="draft-edit-row"):
        words = gr.Textbox(label="Its words", lines=2, max_lines=5, elem_id="draft-edit")
        buttons["keep"] = gr.Button("Check and keep", size="sm", elem_id="draft-keep")
    download = gr.Markdown("", elem_id="draft-download", latex_delimiters=[], sanitize_html=True)
    return _Working(point, words, buttons, download)


def _wire(
    page: DraftPage, presence: Presence, desk: gr.State, asking: DraftForm, working: _Working, outputs: Sequence[Any]
) -> None:
    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}

    stopping = gr.State(None, time_to_live=IDLE_SECONDS)

    async def start(
        documents: list[str], template: str, words: str, about: str, request: gr.Request
    ) -> AsyncIterator[tuple[Any, ...]]:
        if not await presence.waits(request.session_hash or ""):
            yield (*(gr.skip() for _ in outputs), None)
            return
        stop, visitor = Stop(), visitor_of(request)
        fields = (documents or [], template or "", words or "", about or "", visitor, stop)
        async for drawn in steps_of(lambda: page.start(*fields), stop):
            yield (*((gr.skip(),) * len(outputs) if drawn is None else _outputs(drawn)), stop)

    gr.on(
        [asking.start.click, asking.about.submit],
        start,
        [asking.documents, asking.template, asking.words, asking.about],
        [*outputs, stopping],
        **quiet,
    )
    asking.stop.click(end, stopping, None, queue=False, **quiet)
    for what, button in working.buttons.items():
        button.click(_change(page, what), [desk, working.point, working.words], list(outputs), **quiet)
    working.point.input(page.words_of, [desk, working.point], working.words, **quiet)


def _change(page: DraftPage, what: str) -> Callable[..., tuple[Any, ...]]:
    """Return the handler of one button."""

    def change(held: Desk | None, number: int | None, words: str | None, request: gr.Request) -> tuple[Any, ...]:
        return _outputs(page.change(held, what, number, words or "", visitor_of(request)))

    return change


def visitor_of(request: gr.Request) -> str:
    """Return who sent a request of the page."""
    return visitor_in(request.headers.get("cookie"))


def _outputs(drawn: Drawn) -> tuple[Any, ...]:
    return (
        drawn.desk,
        drawn.draft,
        drawn.sources,
        gr.update(choices=drawn.choices, value=drawn.point),
        drawn.words,
        drawn.links,
    )
