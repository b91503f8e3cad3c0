"""How the chat page looks: its components, and which event changes which of them. Home of gradio."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import gradio as gr
from starlette.routing import Mount

from assistant.deadline import Stop
from interfaces.drafting.layout import draw_drafting
from interfaces.drafting.page import DraftPage
from interfaces.markup.choices import choice, choices
from interfaces.page.copies import drop_copies
from interfaces.page.examples import EXAMPLES
from interfaces.page.limits import Limits
from interfaces.page.page import NO_SOURCES, WELCOME, Holdings, Page, Shown
from interfaces.serving.door import Door, handlers_of
from interfaces.serving.pace import LARGEST_UPLOAD
from interfaces.serving.presence import Presence
from interfaces.serving.steps import end, steps_of

if TYPE_CHECKING:
    from fastapi import FastAPI

HERE = Path(__file__).parent
CONCURRENT = 8
"""Questions answered at once; others wait their turn."""
WAITING = 200
PAGES_KEPT = 500
"""Pages whose conversation is remembered; the one longest unused makes room."""
IDLE_SECONDS = 12 * 3600
"""How long the conversation of a page that nobody touches is remembered."""
SYSTEM_FONTS = ("-apple-system", "Segoe UI", "Roboto", "Noto Sans", "Cantarell", "Liberation Sans", "sans-serif")
MASTHEAD = '<h1>Rapporteur</h1><p class="tagline">Answers from your documents, each tied to its paragraph</p>'
SOURCES_HEAD = "<h2>Sources</h2>"
HEAD = '<link rel="icon" href="/page/icon.svg" type="image/svg+xml"><script src="/page/page.js" defer></script>'


@dataclass(frozen=True, slots=True)
class _Talk:
    turns: gr.State
    conversation: gr.Markdown
    examples: tuple[gr.Button, ...]
    box: gr.Textbox
    ask: gr.Button
    stop: gr.Button
    start_over: gr.Button


@dataclass(frozen=True, slots=True)
class _Limiting:
    documents: gr.Dropdown
    kinds: gr.CheckboxGroup
    since: gr.Textbox
    until: gr.Textbox

    @property
    def fields(self) -> list[Any]:
        return [self.documents, self.kinds, self.since, self.until]


def mount(app: "FastAPI", page: Page, drafting: DraftPage, suffixes: Sequence[str], presence: Presence) -> None:
    """Draw the page and mount it, behind its door, at the root of an app; `suffixes` are those of files it takes."""
    blocks = draw(page, drafting, suffixes, presence)
    blocks.state_session_capacity = PAGES_KEPT
    presence.on_left.append(partial(drop_copies, blocks))
    gr.mount_gradio_app(
        app,
        blocks,
        "/",
        theme=_theme(),
        css_paths=HERE / "page.css",
        head=HEAD,
        footer_links=[],
        run_history=False,
        ssr_mode=False,
        show_error=False,
        max_file_size=0,
        enable_monitoring=False,
    )
    # gradio checks the paths of files only for an app that it launched itself; the door lets no such path in anyway.
    blocks.has_launched = True
    mounted = app.routes[-1]
    assert isinstance(mounted, Mount)
    mounted.app = Door(mounted.app, handlers_of(blocks.get_config_file()), presence)


def draw(page: Page, drafting: DraftPage, suffixes: Sequence[str], presence: Presence) -> gr.Blocks:
    """Return the page: the conversation on the left, the sources of its answers on the right."""
    blocks = gr.Blocks(title="Rapporteur", analytics_enabled=False, fill_width=True)
    with blocks:
        with gr.Row(elem_id="masthead"):
            _text(MASTHEAD, "name")
            status = _text("", "status")
        with gr.Tabs(elem_id="desks"):
            with gr.Tab("Ask", elem_id="asking"), gr.Row(elem_id="desk"):
                with gr.Column(elem_id="talk"):
                    talk = _draw_talk()
                    with gr.Accordion("Where to look", open=False, elem_id="limits"):
                        limiting = _draw_limits()
                    with gr.Accordion("Add documents", open=False, elem_id="add"):
                        refresh = _draw_adding(suffixes)
                with gr.Column(elem_id="evidence"):
                    _text(SOURCES_HEAD, "evidence-head")
                    sources = _text(NO_SOURCES, "sources")
            with gr.Tab("Draft a summary", elem_id="summing-up"):
                drawn_from = draw_drafting(drafting, presence)
        _wire_questions(page, presence, talk, limiting, sources)
        _wire_library(page, blocks, talk, limiting, refresh, [status, drawn_from])
    blocks.queue(default_concurrency_limit=CONCURRENT, max_size=WAITING, api_open=False)
    return blocks


def _draw_talk() -> _Talk:
    with gr.Column(elem_id="reading"):
        conversation = _text(WELCOME, "conversation")
        with gr.Column(elem_id="examples"):
            examples = tuple(gr.Button(example.question, visible=False, size="sm") for example in EXAMPLES)
    with gr.Row(elem_id="composer"):
        box = gr.Textbox(
            label="Your question",
            placeholder="Ask about the documents",
            lines=1,
            max_lines=6,
            autofocus=True,
            elem_id="question",
            html_attributes=gr.InputHTMLAttributes(autocomplete="off", spellcheck=True),
        )
        ask = gr.Button("Ask", variant="primary", elem_id="ask")
        stop = gr.Button("Stop", elem_id="stop")
        start_over = gr.Button("Start over", elem_id="start-over")
    return _Talk(gr.State((), time_to_live=IDLE_SECONDS), conversation, examples, box, ask, stop, start_over)


def _draw_limits() -> _Limiting:
    documents = choice(
        [], multiselect=True, label="Documents", info="None chosen searches all of them.", elem_id="limit-documents"
    )
    kinds = choices([], label="Kinds of document", elem_id="limit-kinds")
    with gr.Row():
        since = gr.Textbox(label="From", placeholder="2020 or 2020-11", elem_id="limit-since")
        until = gr.Textbox(label="To", placeholder="2021 or 2021-03-31", elem_id="limit-until")
    return _Limiting(documents, kinds, since, until)


def _draw_adding(suffixes: Sequence[str]) -> gr.Button:
    """Draw where files are dropped, which `page.js` fills, and return the button it presses when some came in."""
    kinds = " ".join(suffixes)
    _text(f'<p class="kinds">Files of these kinds, up to {LARGEST_UPLOAD // 1024**2} MB each: {kinds}</p>', "files")
    return gr.Button("Show what is in the library", elem_id="refresh")


def _wire_questions(page: Page, presence: Presence, talk: _Talk, limiting: _Limiting, sources: gr.Markdown) -> None:
    outputs = [talk.turns, talk.conversation, sources, talk.box]
    stopping = gr.State(None, time_to_live=IDLE_SECONDS)

    async def ask(
        question: str, turns: tuple[Any, ...], request: gr.Request, *limits: Any
    ) -> AsyncIterator[tuple[Any, ...]]:
        if not await presence.waits(request.session_hash or ""):
            yield (*(gr.skip() for _ in outputs), None)
            return
        stop = Stop()
        steps = steps_of(lambda: page.ask(question or "", turns, lambda: Limits.from_form(*limits), stop), stop)
        latest = turns
        async for shown in steps:
            if stop:
                # What ends is shown once more; it must be what `stopped` shows.
                yield (*_outputs(page.stopped(latest)), stop)
                return
            latest = latest if shown is None else shown.turns
            yield (*((gr.skip(),) * len(outputs) if shown is None else _outputs(shown)), stop)

    def stopped(turns: tuple[Any, ...], stop: Stop | None) -> tuple[Any, ...]:
        end(stop)
        return _outputs(page.stopped(turns))

    asking = []
    for triggers, question in (
        ([talk.box.submit, talk.ask.click], talk.box),
        *(([example.click], example) for example in talk.examples),
    ):
        asked = gr.on(
            triggers,
            ask,
            [question, talk.turns, *limiting.fields],
            [*outputs, stopping],
            show_progress="hidden",
            api_visibility="private",
        )
        asking.append(asked)
    talk.stop.click(
        stopped,
        [talk.turns, stopping],
        outputs,
        cancels=asking,
        show_progress="hidden",
        api_visibility="private",
        queue=False,
    )
    talk.start_over.click(
        lambda: _outputs(page.start_over()),
        None,
        outputs,
        cancels=asking,
        show_progress="hidden",
        api_visibility="private",
    )


def _wire_library(
    page: Page, blocks: gr.Blocks, talk: _Talk, limiting: _Limiting, refresh: gr.Button, told: Sequence[Any]
) -> None:
    held = [*told, limiting.documents, limiting.kinds, *talk.examples]

    def opened() -> tuple[Any, ...]:
        holdings = page.holdings()
        return (holdings.welcome, *_held(holdings))

    def seen(turns: tuple[Any, ...]) -> tuple[Any, ...]:
        holdings = page.holdings()
        return (gr.skip() if turns else holdings.welcome, *_held(holdings))

    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    blocks.load(opened, None, [talk.conversation, *held], **quiet)
    refresh.click(seen, talk.turns, [talk.conversation, *held], **quiet)


def _outputs(shown: Shown) -> tuple[Any, ...]:
    box = gr.skip() if shown.box is None else shown.box
    return shown.turns, shown.conversation, shown.sources, box


def _held(holdings: Holdings) -> list[Any]:
    return [
        holdings.status,
        gr.update(choices=holdings.documents),
        gr.update(choices=holdings.documents),
        gr.update(choices=holdings.kinds, visible=bool(holdings.kinds)),
        *(gr.update(visible=example.file in holdings.files) for example in EXAMPLES),
    ]


def _text(markup: str, name: str) -> gr.Markdown:
    return gr.Markdown(markup, elem_id=name, latex_delimiters=[], sanitize_html=True)


def _theme() -> gr.Theme:
    return gr.themes.Base(
        primary_hue="slate", neutral_hue="stone", font=SYSTEM_FONTS, font_mono=("ui-monospace", "monospace")
    )
